"""The plugin in a user's own test suite: a test fails where the gate stops, and passes else."""

from __future__ import annotations

import json

import pytest

from answers import country, gold, record, wanted_country
from commands import TINY
from commands import newstally as run

pytest_plugins = ["pytester"]
CODES = ("PE", "US", "CA", "FR", "DE")
SUITE = '''
def test_floors_held(newstally):
    newstally.gate("gold.jsonl", "right.jsonl", floors="floors.toml")

def test_below_the_floors_FAILS(newstally):
    newstally.gate("gold.jsonl", "wrong.jsonl", floors="floors.toml")

def test_as_before(newstally):
    newstally.gate("gold.jsonl", "right.jsonl", baseline="scores.json")

def test_fell_FAILS(newstally):
    newstally.gate("gold.jsonl", "wrong.jsonl", baseline="scores.json", alpha=1)

def test_fell_perhaps_by_chance(newstally):
    newstally.gate("gold.jsonl", "wrong.jsonl", baseline="scores.json")

def test_fell_as_allowed(newstally):
    newstally.gate("gold.jsonl", "wrong.jsonl", baseline="scores.json", alpha=1, max_drop=0.7)

def test_another_measure_may_fall_FAILS(newstally):
    newstally.gate("gold.jsonl", "wrong.jsonl", baseline="scores.json", alpha=1, max_drop={"people": 1})

def test_a_gate_that_could_stop_nothing_FAILS(newstally):
    newstally.gate("gold.jsonl", "right.jsonl")

def test_a_score(newstally):
    assert newstally("gold.jsonl", "right.jsonl")["countries"].f1 == 1

def test_another_score_FAILS(newstally):
    assert newstally("gold.jsonl", "wrong.jsonl")["countries"].f1 == 1

def test_the_same_gold_is_judged_once(newstally):
    assert newstally("gold.jsonl", "right.jsonl") is newstally("gold.jsonl", "right.jsonl")

def test_without_records_the_model_reads_the_gold(newstally):
    assert newstally("gold.jsonl", model="en_tiny")["countries"].hit == 0
'''


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch):
    """A folder with gold, records that are right and that are wrong, floors and a baseline."""
    files = {
        "gold": gold(countries=[wanted_country(code) for code in CODES]),
        "right": record(countries=[country(code) for code in CODES]),
        "wrong": record(countries=[country("PE")]),
    }
    for name, row in files.items():
        (pytester.path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (pytester.path / "floors.toml").write_text("[countries]\nf1 = 0.9\n", "utf-8")
    (pytester.path / "tiny.cfg").write_text(TINY, "utf-8")
    monkeypatch.chdir(pytester.path)
    run("build", "tiny.cfg", "-o", "en_tiny")
    (pytester.path / "scores.json").write_text(
        run("evaluate", "gold.jsonl", "right.jsonl", "--format", "json").stdout, "utf-8"
    )
    return pytester


def test_a_suite_asserts_on_scores(suite):
    suite.makepyfile(SUITE)
    result = suite.runpytest_inprocess("-rA", "-p", "newstally.pytest_plugin")
    lines = [line.split() for line in result.outlines if line.startswith(("PASSED ", "FAILED ", "ERROR "))]
    outcomes = {place.partition("::")[2]: word for word, place, *_ in lines}
    assert outcomes == {name: "FAILED" if name.endswith("FAILS") else "PASSED" for name in outcomes}
    assert len(outcomes) == SUITE.count("def test_")
    result.stdout.fnmatch_lines(["Newly wrong (4)", "*countries missed: US", "Gate: STOPPED; 1 article compared*"])
