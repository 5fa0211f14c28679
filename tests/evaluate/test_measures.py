"""Scores of hand-made pairs of gold and record, whose answers are known."""

from __future__ import annotations

import pytest

from answers import (
    COUNTS,
    check,
    count,
    country,
    gold,
    person,
    record,
    role,
    scores,
    tally,
    wanted_check,
    wanted_count,
    wanted_country,
    wanted_person,
    wanted_role,
)
from newstally.errors import InputError
from newstally.evaluate import Score

# ---- rates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score("x", 3, 4, 6), 0.5, 0.75, 0.6),
        (Score("x", 0, 4, 6), 0.0, 0.0, 0.0),
        (Score("x", 0, 4, 0), None, 0.0, 0.0),
        (Score("x", 0, 0, 6), 0.0, None, 0.0),
        (Score("x", 0, 0, 0), None, None, None),
    ],
    ids=["some", "none right", "nothing predicted", "no gold", "neither"],
)
def test_rates(score, precision, recall, f1):
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1)


# ---- people, roles, countries ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "strict", "loose"),
    [
        ([person("Ana Roy", "Roy")], 1, 1),
        ([person("Roy", "Roy")], 0, 1),
        ([person("Ben Lee", "Lee")], 0, 0),
        ([person("Ana Roy"), person("Ana Roy", number=2)], 1, 1),
        ([], 0, 0),
    ],
    ids=["canonical name", "shorter name", "somebody else", "twice", "nobody"],
)
def test_people(found, strict, loose):
    result = scores(gold(people=[wanted_person("Ana Roy", "Roy")]), record(people=found))
    assert tally(result["people"]) == (strict, 1, len(found))
    assert tally(result["people, any form"]) == (loose, 1, len(found))


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ([wanted_person("Ana Roy", byline=True)], [], (0, 0, 0)),
        ([wanted_person("Ana Roy", byline=True)], [person("Ana Roy")], (0, 0, 0)),
        ([wanted_person("Ana Roy", byline=True)], [person("Ana Roy") | {"byline": True}], (0, 0, 0)),
        ([], [person("Ana Roy") | {"byline": True}], (0, 0, 0)),
        ([wanted_person("Ana Roy")], [person("Ana Roy") | {"byline": True}], (1, 1, 1)),
        ([wanted_person("Ana Roy")], [person("Ben Lee") | {"byline": True}], (0, 1, 0)),
    ],
    ids=["left out", "found", "found as such", "not annotated", "of the story", "somebody else's"],
)
def test_a_byline_counts_for_nothing(wanted, found, expected):
    assert tally(scores(gold(people=wanted), record(people=found))["people"]) == expected


@pytest.mark.parametrize(
    ("wanted", "found", "hit"),
    [
        (wanted_role("Vice-Mayor"), role("vice mayor"), 1),
        (wanted_role("mayor"), role("governor"), 0),
        (wanted_role(of="U.S. Senate", country="US"), role(of="American", country="US"), 1),
        (wanted_role(of="U.S. Senate", country="US"), role(of="British", country="GB"), 0),
        (wanted_role(of="City of Lima"), role(of="Lima"), 1),
        (wanted_role(of="Lima"), role(of="Quito"), 0),
        (wanted_role(of="Lima"), role(of=""), 0),
        (wanted_role(of=""), role(of="Lima"), 0),
        (wanted_role(), role(person="P2"), 0),
        (wanted_role(), role(person="P9"), 0),
    ],
    ids=[
        "case and punctuation", "other title", "same code", "other code", "part of the name", "other name",
        "gold alone", "record alone", "other person", "unknown person",
    ],
)  # fmt: skip
def test_roles(wanted, found, hit):
    people = [wanted_person("Ana Roy", "Roy"), wanted_person("Ben Lee")]
    predicted = [person("Roy", "Roy"), person("Ben Lee", number=2)]
    result = scores(gold(people=people, roles=[wanted]), record(people=predicted, roles=[found]))
    assert tally(result["roles"]) == (hit, 1, 1)


@pytest.mark.parametrize(("status", "hit"), [("former", 1), ("current", 0)])
def test_roles_with_status(status, hit):
    wanted = gold(people=[wanted_person("Ana Roy")], roles=[wanted_role(status="former")])
    result = scores(wanted, record(people=[person("Ana Roy")], roles=[role(status=status)]))
    assert (result["roles"].hit, result["roles, with status"].hit) == (1, hit)


def test_countries_are_a_set_of_codes():
    wanted, found = map(wanted_country, ("PE", "US")), map(country, ("US", "CA", "MX"))
    assert tally(scores(gold(countries=[*wanted]), record(countries=[*found]))["countries"]) == (1, 2, 3)


# ---- counts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "place", "unit", "modifier"),
    [
        (count(1, "12 women", 12, "woman"), 1, 1, 1),
        (count(1, "12", 12, "woman", "about"), 1, 1, 0),
        (count(1, "12 women", 12, "person"), 1, 0, 0),
        (count(1, "12 women", 13, "woman"), 0, 0, 0),
        (count(1, "20 people", 12, "woman"), 0, 0, 0),
    ],
    ids=["same", "shorter span, other modifier", "other unit", "other value", "other place"],
)
def test_counts(found, place, unit, modifier):
    result = scores(gold(counts=[wanted_count("12 women", 12, "woman")]), record(counts=[found]))
    names = ("counts", "counts, with unit", "counts, with unit, modifier")
    assert tuple(result[name].hit for name in names) == (place, unit, modifier)


def test_quotes_are_found_left_to_right():
    second = count(1, "20 people", 20, after=60)
    result = scores(gold(counts=COUNTS["gold"]), record(counts=[second]))
    assert tally(result["counts"]) == (1, 4, 1)
    assert len(result["counts"].missed) == 3


def test_a_quote_that_is_not_there_is_an_error():
    with pytest.raises(InputError, match="no '21 people'"):
        scores(gold(counts=[wanted_count("21 people", 21)]), record())


# ---- checks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found", "strict", "loose"),
    [
        (wanted_check("sum", 0, 1, 2), check("sum", 1, 2, 3), 1, 1),
        (wanted_check("sum", 0, 1, 2), check("sum", 3, 2, 1), 1, 1),
        (wanted_check("sum", 0, 1, 2), check("sum", 1, 2), 0, 1),
        (wanted_check("sum", 0, 1, 2), check("sum", 4, 2, 3), 0, 1),
        (wanted_check("sum", 0, 1, 2), check("sum", 2, 3), 0, 0),
        (wanted_check("sum", 0, 1, 2), check("list", 1, 2, 3), 0, 0),
        (wanted_check("sum", 0, 1, 2), check("sum", 1, 2, 3, verdict="unsettled"), 0, 0),
        (wanted_check("sum", stated=20, parts=[12, 8]), check("sum", stated=20, found=20), 1, 1),
        (wanted_check("sum", stated=20, parts=[12, 8]), check("sum", stated=30, found=31), 0, 0),
        (wanted_check("change", stated=5, parts=[20, 19]), check("change", stated=-5.02), 1, 1),
        (wanted_check("name", forms=["Roy", "Roi"]), check("name", spans=["Roi"]), 1, 1),
        (wanted_check("name", forms=["Roy", "Roi"]), check("name", spans=["Lee"]), 0, 0),
        (wanted_check("date"), check("date"), 1, 1),
    ],
    ids=[
        "same counts", "other order", "a part missing", "the total restated", "no total", "other kind", "other verdict",
        "figures without counts", "other figures", "rounded, signed", "spelling", "other spelling", "kind alone",
    ],
)  # fmt: skip
def test_checks(wanted, found, strict, loose):
    result = scores(
        gold(counts=COUNTS["gold"], checks=[wanted]), record(counts=COUNTS["record"], checks=[found], people=[])
    )
    assert (result["checks"].hit, result["checks, kind and total"].hit) == (strict, loose)


def test_a_gold_count_that_was_not_found_can_make_no_check():
    wanted = gold(counts=COUNTS["gold"], checks=[wanted_check("sum", 0, 1, 2)])
    found = record(counts=COUNTS["record"][:2], checks=[check("sum", 1, 2)])
    assert scores(wanted, found)["checks"].hit == 0


def test_contradictions_are_judged_apart():
    checks = [
        wanted_check("sum", 0, 1, 2, verdict="contradictory"),
        wanted_check("list", 1),
        wanted_check("list", 2, verdict="contradictory"),
    ]
    found = [check("sum", 4, 3, verdict="contradictory"), check("list", 2, verdict="contradictory")]
    result = scores(gold(counts=COUNTS["gold"], checks=checks), record(counts=COUNTS["record"], checks=found))
    assert tally(result["contradictions"]) == (1, 2, 2)
    assert len(result["contradictions"].spurious) == 1


# ---- sides that are not whole ----------------------------------------------------------------------------------------


def test_a_passage_carries_counts_and_checks_only():
    found = record(people=[person("Ana Roy")], countries=[country()], counts=COUNTS["record"]) | {"id": "a#1"}
    result = scores(gold(counts=COUNTS["gold"]) | {"id": "a#1"}, found)
    assert tally(result["people"]) == tally(result["countries"]) == (0, 0, 0)
    assert tally(result["counts"]) == (4, 4, 4)


@pytest.mark.parametrize("found", [None, {"schema": "newstally/1", "id": "a", "error": {}}], ids=["none", "an error"])
def test_an_article_without_a_record_is_all_missed(found):
    result = scores(gold(countries=[wanted_country()]), found)
    assert tally(result["countries"]) == (0, 1, 0)
    assert [(name, item.says) for name, item in result["countries"].missed] == [("a", "PE")]


def test_two_empty_sides_have_no_rates():
    assert {score.f1 for score in scores(gold(), record()).values()} == {None}


def test_a_record_of_another_text_is_refused():
    with pytest.raises(InputError, match="another text"):
        scores(gold(), record(sha256="0"))
