"""The stories of seeds/ against their gold, and their whole records against the ones kept beside this file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newstally import Article, extract
from newstally.evaluate import evaluate, read_files

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = sorted(SEEDS.glob("*.gold.jsonl"))
RECORDS = Path(__file__).parent / "records.jsonl"


@pytest.fixture(scope="module")
def records(shipped) -> dict[str, str]:
    """The record of every story as the line that `newstally extract` writes, by story."""
    stories = sorted(SEEDS.glob("*.txt"))
    articles = [Article(path.stem, path.read_text("utf-8"), f"seeds/{path.name}") for path in stories]
    return {
        article.id: record.model_dump_json()
        for article, record in zip(articles, extract(shipped, articles), strict=True)
    }


def test_every_story_has_gold_of_the_same_text():
    for path in SEEDS.glob("*.txt"):
        gold = json.loads(path.with_suffix(".gold.jsonl").read_text("utf-8"))
        assert (gold["id"], gold["text"]) == (path.stem, path.read_text("utf-8"))


# Planted contradictions that no check finds yet, by story.
OUT_OF_REACH = {
    "brussels-shield": 1, "delhi-derailment": 2, "department-store-jobs": 1, "dublin-apartments": 2,
    "jakarta-flood-live": 2, "lagos-cholera": 1, "manila-graft": 1, "mill-fire-acquittal": 1, "nairobi-lender": 2,
    "sydney-student-work": 2, "warsaw-override": 1,
}  # fmt: skip


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.split(".")[0])
def test_contradictions_are_those_of_the_gold_and_no_others(path, records):
    golds, _ = read_files([path])
    story = golds[0]["id"]
    scores = {score.measure: score for score in evaluate(golds, {story: json.loads(records[story])})}
    faults = scores["contradictions"]
    planted = sum(check["verdict"] == "contradictory" for check in golds[0]["checks"])
    assert faults.spurious == ()
    assert (faults.hit, len(faults.missed)) == (planted - OUT_OF_REACH.get(story, 0), OUT_OF_REACH.get(story, 0))


# The least that the stories together must reach, F1; a fall below is a regression.
FLOORS = {
    "people": 0.97,
    "roles": 0.93,
    "countries": 0.985,
    "counts": 0.97,
    "counts, with unit": 0.93,
    "checks": 0.78,
}


def test_scores_stay_above_their_floors(records):
    golds, _ = read_files(GOLD)
    scores = evaluate(golds, {story: json.loads(line) for story, line in records.items()})
    low = {s.measure: (s.f1, s.missed, s.spurious) for s in scores if (s.f1 or 0) < FLOORS.get(s.measure, 0)}
    assert low == {}


@pytest.mark.parametrize("story", [path.stem for path in sorted(SEEDS.glob("*.txt"))])
def test_whole_record(story, records):
    """Kept by `newstally extract seeds/*.txt -o tests/records.jsonl`: read the difference before you keep a new one."""
    kept = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
    (old,) = [record for record in kept if Path(record["source"]).stem == story]
    new = json.loads(records[story])
    differing = [part for part in new if part not in ("id", "source") and new[part] != old[part]]
    assert differing == []
