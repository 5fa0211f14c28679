"""Many articles together: verdicts, reach, lengths and sources; what no record carries; order."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import (
    COUNTS,
    check,
    count,
    country,
    gold,
    person,
    record,
    role,
    tally,
    wanted_check,
    wanted_country,
    wanted_person,
    wanted_role,
)
from newstally.evaluate import evaluate
from newstally.evaluate.scores import length, source


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        ([wanted_check("sum", 0, 1, 2)], [check("sum", 1, 2, 3)], {("sum", "consistent", "consistent"): 1}),
        (
            [wanted_check("sum", 0, 1, 2)],
            [check("sum", 1, 2, 3, verdict="unsettled")],
            {("sum", "consistent", "unsettled"): 1},
        ),
        ([wanted_check("sum", 0, 1, 2)], [], {("sum", "consistent", "none"): 1}),
        ([], [check("list", 2)], {("list", "none", "consistent"): 1}),
        (
            [wanted_check("sum", 0, 1, 2)],
            [check("sum", 1, 2)],
            {("sum", "consistent", "none"): 1, ("sum", "none", "consistent"): 1},
        ),
        (
            [wanted_check("list", 1), wanted_check("list", 1, verdict="contradictory")],
            [check("list", 2, verdict="contradictory"), check("list", 2)],
            {("list", "consistent", "consistent"): 1, ("list", "contradictory", "contradictory"): 1},
        ),
    ],
    ids=["right", "confused", "not made", "made up", "of other counts", "two of one question, each to its own"],
)
def test_verdicts(wanted, found, verdicts):
    gold_, record_ = gold(counts=COUNTS["gold"], checks=wanted), record(counts=COUNTS["record"], checks=found)
    assert evaluate([gold_], {"a": record_}).verdicts == verdicts


def test_each_kind_of_check_has_its_score():
    """A verdict that differs is neither hit nor left out: it counts on both sides."""
    wanted = [wanted_check("sum", 0, 1, 2), wanted_check("list", 1), wanted_check("list", 2)]
    found = [check("sum", 1, 2, 3), check("list", 2, verdict="contradictory"), check("repeat", 1, 4)]
    evaluation = evaluate([gold(counts=COUNTS["gold"], checks=wanted)],
                          {"a": record(counts=COUNTS["record"], checks=found)})  # fmt: skip
    assert {kind: tally(score) for kind, score in evaluation.checks.items()} == {
        "list": (0, 2, 1), "repeat": (0, 0, 1), "sum": (1, 1, 1),
    }  # fmt: skip


def test_reach_is_added_up():
    reach = {"sum": {"tried": 3, "judged": 2, "unsettled": 1, "binding": 1}}
    golds = [gold(), gold() | {"id": "b"}]
    records = {name: record() | {"reach": reach} for name in ("a", "b")}
    assert evaluate(golds, records).reach == {"sum": {"tried": 6, "judged": 4, "unsettled": 2, "binding": 2}}


@pytest.mark.parametrize(
    ("words", "name"),
    [(1, "0–199 words"), (199, "0–199 words"), (200, "200–399 words"), (799, "400–799 words"), (800, "800+ words")],
)
def test_lengths(words, name):
    (article,) = evaluate([gold() | {"text": "word " * words}], {}).articles
    assert length(article) == name


def test_f1_by_source():
    golds = [gold(countries=[wanted_country()]) | {"id": name, "source": source} for name, source in
             (("a", "wire"), ("b", "wire"), ("c", ""))]  # fmt: skip
    found = evaluate(golds, {"a": record(countries=[country()])}).by(source)
    assert {name: (number, f1["countries"]) for name, (number, f1) in found.items()} == {
        "(none)": (1, 0.0), "wire": (2, pytest.approx(2 / 3)),
    }  # fmt: skip


def test_what_no_record_carries_is_not_measured():
    evaluation = evaluate([gold(people=[wanted_person("Ana Roy")])], {"a": {"id": "a", "counts": []}})
    assert set(evaluation.measures) == {"counts", "counts, with unit", "counts, with unit, modifier"}


def test_without_any_record_all_is_missed():
    evaluation = evaluate([gold(people=[wanted_person("Ana Roy")])], {})
    assert (evaluation["people"].recall, evaluation.articles[0].read) == (0.0, False)


GOLD = gold(
    people=[wanted_person("Ana Roy", "Roy"), wanted_person("Ben Lee")],
    roles=[wanted_role(), wanted_role("governor")],
    countries=[wanted_country(), wanted_country("US")],
    counts=COUNTS["gold"],
    checks=[wanted_check("sum", 0, 1, 2), wanted_check("repeat", 0, 3), wanted_check("list", 1)],
)
RECORD = record(
    people=[person("Roy", "Roy"), person("Ana Roy", "Roy", number=2), person("Cy Ray", number=3)],
    roles=[role(person="P2"), role(person="P2", of="Lima"), role("mayor", status="former", person="P1")],
    countries=[country(), country("CA")],
    counts=[*COUNTS["record"], count(5, "20", 20), count(6, "eight", 8, "woman")],
    checks=[check("sum", 1, 2, 3), check("sum", 4, 2, 3), check("list", 2), check("repeat", 1, 5)],
)


OTHER = GOLD | {"id": "b", "countries": []}
STRAIGHT = evaluate([GOLD, OTHER], {"a": RECORD, "b": RECORD})


@given(st.randoms())
def test_the_order_of_the_record_and_of_the_articles_makes_no_difference(chance: random.Random):
    shuffled = {kind: chance.sample(each, len(each)) if isinstance(each, list) else each for kind, each in
                RECORD.items()}  # fmt: skip
    mixed = evaluate([OTHER, GOLD], {"b": shuffled, "a": shuffled})
    assert mixed.scores == STRAIGHT.scores
    assert mixed.verdicts == STRAIGHT.verdicts


def test_the_digest_is_of_the_gold_alone():
    digests = [evaluate([each], {}).articles[0].digest for each in (GOLD, dict(reversed(GOLD.items())), gold())]
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == len(hashlib.sha256(b"").hexdigest()) // 4
