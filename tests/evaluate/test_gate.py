"""The gate: what it must stop, and what it must let pass."""

from __future__ import annotations

from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import country, gold, person, record, wanted_country, wanted_person
from newstally.errors import ConfigError, InputError
from newstally.evaluate import evaluate
from newstally.evaluate.baseline import as_dict, dumps, read_baseline
from newstally.evaluate.floors import Floor, read_floors
from newstally.evaluate.gate import Gate, gate, sign_test

ARTICLES = "abcdefgh"
CODES = ("PE", "US", "CA")


def run(**found: str):
    """Eight articles whose gold names three countries each; ``b="PE US"`` is what the record of ``b`` holds instead."""
    wanted = gold(countries=[wanted_country(code) for code in CODES])
    golds = [wanted | {"id": name} for name in ARTICLES]
    records = {
        name: record(countries=[country(code) for code in found.get(name, "PE US CA").split()]) for name in ARTICLES
    }
    return evaluate(golds, records)


def baseline(tmp_path: Path, evaluation):
    path = tmp_path / "scores.json"
    path.write_text(dumps(as_dict(evaluation)), "utf-8")
    return read_baseline(path)


ALL_RIGHT = run()


# ---- floors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("least", "passed"), [(1.0, False), (23 / 24, True), (0.96, False), (0.95, True)],
    ids=["all", "just reached", "just missed", "well below"],
)  # fmt: skip
def test_a_floor(least, passed):
    result = gate(run(a="PE US"), [Floor("countries", "recall", least)])
    assert result.passed is passed
    assert len(list(result.faults())) == (not passed)


def test_a_floor_under_nothing_measured_stops():
    result = gate(ALL_RIGHT, [Floor("people", "precision", 0.0), Floor("roles", "f1", 0.5)])
    assert list(result.faults()) == [
        "people: precision has no value: there is nothing to measure; its floor is 0",
        "roles: f1 has no value: there is nothing to measure; its floor is 0.5",
    ]


def test_floors_are_data(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('[people]\nf1 = 0.9\nrecall = 1\n["counts, with unit"]\nprecision = 0.5\n', "utf-8")
    assert read_floors(path) == (
        ("people", "f1", 0.9), ("people", "recall", 1), ("counts, with unit", "precision", 0.5),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r"no floors; write for example \[people\] and under it f1 = 0\.95"),
        ("[poeple]\nf1 = 0.9", r"\[poeple\] is no measure; there are 'people', "),
        ("[people]\nf2 = 0.9", r"\[people\] 'f2' is no metric; there are precision, recall, f1"),
        ("[people]\nf1 = 98", r"\[people\] f1 is 98; write a number from 0 to 1"),
        ("[people]\nf1 = true", r"\[people\] f1 is True; write a number from 0 to 1"),
        ("people = 0.9", r"\[people\] 0\.9 is no metric"),
        ("[people", r"not TOML \(.*\); mend it"),
        (None, r"cannot be read \(No such file or directory\); check the path"),
    ],
    ids=["empty", "measure", "metric", "percent", "truth value", "no table", "broken", "missing"],
)
def test_floors_that_do_not_hold_are_named(tmp_path, content, message):
    path = tmp_path / "floors.toml"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(ConfigError, match=message):
        read_floors(path)


# ---- the baseline ----------------------------------------------------------------------------------------------------


def told(result: Gate, side: str) -> list[tuple[str, str]]:
    return [(wrong.article, wrong.item.says) for wrong in getattr(result, side)]


@pytest.mark.parametrize(
    ("before", "now", "wrong", "right"),
    [
        ({}, {}, [], []),
        ({}, {"a": "PE US"}, [("a", "CA")], []),
        ({"a": "PE US"}, {}, [], [("a", "CA")]),
        ({}, {"a": "PE US CA GB"}, [("a", "GB")], []),
        ({"a": "PE US CA GB"}, {}, [], [("a", "GB")]),
        ({"a": "PE US"}, {"b": "PE US"}, [("b", "CA")], [("a", "CA")]),
        ({"a": "PE US"}, {"a": "PE CA"}, [("a", "US")], [("a", "CA")]),
        ({"a": "PE"}, {"a": "PE"}, [], []),
    ],
    ids=["nothing", "newly missed", "found again", "newly spurious", "spurious no more", "another article's",
         "another of the same article", "wrong as before"],
)  # fmt: skip
def test_what_is_newly_wrong_and_newly_right(tmp_path, before, now, wrong, right):
    result = gate(run(**now), baseline=baseline(tmp_path, run(**before)))
    assert (told(result, "wrong"), told(result, "right")) == (wrong, right)


@pytest.mark.parametrize(
    ("now", "allowed", "alpha", "passed"),
    [
        (dict.fromkeys("abcde", "PE US"), 0.0, 0.05, False),
        (dict.fromkeys("abcd", "PE US"), 0.0, 0.05, True),
        (dict.fromkeys("abcde", "PE US"), 0.12, 0.05, True),
        (dict.fromkeys("abcde", "PE US"), 0.11, 0.05, False),
        ({"a": "PE US"}, 0.0, 1.0, False),
        ({}, 0.0, 1.0, True),
        ({"a": "PE US CA GB"}, 0.0, 1.0, False),
    ],
    ids=["five fell", "four may be chance", "a fall that is allowed", "a little more than is allowed",
         "at alpha 1 one stops", "at alpha 1 the same passes", "one made up"],
)  # fmt: skip
def test_a_fall(tmp_path, now, allowed, alpha, passed):
    result = gate(run(**now), baseline=baseline(tmp_path, ALL_RIGHT), allowed=lambda measure: allowed, alpha=alpha)
    assert result.passed is passed


def test_as_many_for_the_better_as_for_the_worse_is_no_fall(tmp_path):
    before, now = run(a="PE US", b="PE US"), run(c="PE US", d="PE US")
    result = gate(now, baseline=baseline(tmp_path, before), alpha=1.0)
    assert (result.passed, len(result.wrong), len(result.right)) == (True, 2, 2)


def test_a_reading_that_changed_counts_once(tmp_path):
    """Missed and found as something else is one mistake, not two, or chance would be underrated."""
    result = gate(run(a="PE US GB"), baseline=baseline(tmp_path, ALL_RIGHT))
    (drop,) = [each for each in result.drops if each.measure == "countries"]
    assert (drop.wrong, drop.right, len(result.wrong)) == (1, 0, 2)


def test_what_is_measured_no_more_stops(tmp_path):
    kept = baseline(tmp_path, ALL_RIGHT)
    golds = [gold(countries=[wanted_country(code) for code in CODES]) | {"id": name} for name in ARTICLES]
    result = gate(evaluate(golds, {name: {"id": name, "people": []} for name in ARTICLES}), baseline=kept)
    assert "countries: F1 fell from 1.0000 to nothing any more, by more than 0 (0 newly wrong, 0 newly right, " \
        "p = 1.000)" in list(result.faults())  # fmt: skip


def test_only_articles_of_the_same_gold_are_compared(tmp_path):
    kept = baseline(tmp_path, ALL_RIGHT)
    changed = [gold(countries=[wanted_country("PE")]) | {"id": name} for name in "ai"]
    same = gold(countries=[wanted_country(code) for code in CODES]) | {"id": "b"}
    result = gate(evaluate([*changed, same], {}), baseline=kept)
    assert (result.compared, result.others) == (1, ("a", "c", "d", "e", "f", "g", "h", "i"))
    assert told(result, "wrong") == [("b", code) for code in sorted(CODES)]


def test_a_baseline_with_nothing_in_common_stops(tmp_path):
    kept = baseline(tmp_path, ALL_RIGHT)
    result = gate(evaluate([gold()], {}), baseline=kept)
    assert list(result.faults()) == ["no article of the baseline has the same gold now; write the baseline anew"]


def test_one_object_wrong_under_several_measures_is_named_once(tmp_path):
    wanted = [gold(people=[wanted_person("Ana Roy", "Roy"), wanted_person("Ben Lee")])]
    before = evaluate(wanted, {"a": record(people=[person("Ana Roy", "Roy"), person("Ben Lee", number=2)])})
    now = evaluate(wanted, {"a": record(people=[person("Roy", "Roy")])})
    result = gate(now, baseline=baseline(tmp_path, before))
    assert {(each.side, each.item.says, each.measures) for each in result.wrong} == {
        ("missed", "Ana Roy", ("people",)),
        ("spurious", "Roy", ("people",)),
        ("missed", "Ben Lee", ("people", "people, any form")),
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("{", "not JSON"),
        ("[]", "no scores of the form newstally-scores/1; write it anew with `newstally evaluate --format json`"),
        ('{"schema": "newstally/1"}', "no scores of the form"),
        ('{"schema": "newstally-scores/1"}', r"damaged \(KeyError\('articles'\)\)"),
        ('{"schema": "newstally-scores/1", "articles": {"a": {"gold": "0", "tallies": {"people": []}}}}', "damaged"),
    ],
    ids=["missing", "broken", "a list", "a record", "no articles", "half an article"],
)
def test_a_baseline_that_does_not_hold_is_named(tmp_path, content, message):
    path = tmp_path / "scores.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=message):
        read_baseline(path)


def test_each_article_and_measure_of_a_baseline_is_one_line():
    lines = dumps(as_dict(run(a="PE US"))).splitlines()
    (line,) = [line for line in lines if line.startswith('  "a": ')]
    assert '"countries": [2, 3, 2]' in line
    assert '"missed": {"countries": [["CA", 1, 85]]}' in line
    assert sum(line.startswith('  "countries": {"precision": 1.0, "recall": ') for line in lines) == 1


# ---- chance ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right", "chance"),
    [(0, 0, 1.0), (1, 0, 1 / 2), (4, 0, 1 / 16), (5, 0, 1 / 32), (8, 1, 10 / 512), (3, 3, 42 / 64), (0, 5, 1.0)],
)
def test_the_sign_test(wrong, right, chance):
    assert sign_test(wrong, right) == chance


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_sign_test_is_the_tail_of_the_binomial(wrong, right):
    total = wrong + right
    assert sign_test(wrong, right) == sum(comb(total, k) for k in range(wrong, total + 1)) / 2**total
