"""The real story that newstally was made for, where it is at hand; it belongs to its publisher and is not kept here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newstally import Article, extract
from newstally.evaluate import Score, evaluate, read_files

SHARED = Path(__file__).parents[2] / "shared" / "seeds"
STORY = SHARED / "trudeau-freeland-19-calls.txt"
pytestmark = pytest.mark.skipif(
    not STORY.exists(), reason="the real story is not part of the project (../shared/seeds)"
)


@pytest.fixture(scope="module")
def record(shipped) -> dict:
    (gold,) = read_files([STORY.with_suffix(".gold.jsonl")]).golds
    (record,) = extract(shipped, [Article(gold["id"], STORY.read_text("utf-8"))])
    return record.as_dict()


@pytest.fixture(scope="module")
def scores(record) -> dict[str, Score]:
    golds = read_files([STORY.with_suffix(".gold.jsonl")]).golds
    return {score.measure: score for score in evaluate(golds, {record["id"]: record}).scores}


@pytest.mark.parametrize(
    ("measure", "hit", "predicted"),
    [
        ("people", 29, 29),
        ("countries", 21, 21),
        ("counts, with unit, modifier", 10, 10),
        ("checks", 9, 9),
        ("contradictions", 2, 2),
    ],
)
def test_all_of_it_and_nothing_else(scores, measure, hit, predicted):
    assert (scores[measure].missed, scores[measure].spurious) == ((), ())
    assert (scores[measure].hit, scores[measure].predicted) == (hit, predicted)


def test_at_least_27_of_29_roles(scores):
    assert scores["roles, with status"].hit >= 27


def test_the_photographer_is_a_byline(record):
    assert [person["name"] for person in record["people"] if person.get("byline")] == ["Adrian Wyld"]


def test_actors_of_the_counts(record):
    names = {person["id"]: person["name"] for person in record["people"]}
    both = ["Justin Trudeau", "Chrystia Freeland"]
    actors = [[names.get(actor, actor) for actor in count["actors"]] for count in record["counts"]]
    assert actors == [both, both, both, both[:1], both[1:], [], [], [], ["government"], ["government"]]


def test_nine_should_be_eight_and_twenty_was_withdrawn(record):
    counts = {count["id"]: count["text"] for count in record["counts"]}
    suggestions = [check["suggestion"] for check in record["checks"] if check["suggestion"]]
    assert {(counts[suggestion["count"]], suggestion["value"]) for suggestion in suggestions} == {("nine calls", 8)}
    assert any("20 is the figure that the correction withdrew" in check["message"] for check in record["checks"])


def test_the_linter_points_at_line_and_column_and_exits_with_1():
    done = subprocess.run(
        [sys.executable, "-m", "newstally.cli", "check", STORY], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert f"{STORY}:11:51: T101 nine and 11 make 20, not 19" in done.stdout
    assert "^^^^^^^^^^" in done.stdout
