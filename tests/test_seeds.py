"""The stories of seeds/ against their gold by the gate, and their whole records against those kept beside this file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newstally.evaluate import evaluate, read_files
from newstally.evaluate.baseline import read_baseline
from newstally.evaluate.floors import read_floors
from newstally.evaluate.gate import gate
from newstally.write import line

SEEDS = Path(__file__).parents[1] / "seeds"
STORIES = [path.stem for path in sorted(SEEDS.glob("*.txt"))]
RECORDS = Path(__file__).parent / "records.jsonl"


def test_every_story_has_gold_of_the_same_text():
    for path in SEEDS.glob("*.txt"):
        gold = json.loads(path.with_suffix(".gold.jsonl").read_text("utf-8"))
        assert (gold["id"], gold["text"]) == (path.stem, path.read_text("utf-8"))


def test_the_stories_pass_the_gate(read_seed):
    """The same gate as in .ci/run: a fall from the baseline is a regression, however small.

    Where something is newly right, or a story is new, keep it: `newstally evaluate seeds --format json >
    seeds/baseline.json`, and read the difference before you commit it.
    """
    records = {story: json.loads(line(read_seed(story))) for story in STORIES}
    evaluation = evaluate(read_files([SEEDS]).golds, records)
    floors, baseline = read_floors(SEEDS / "floors.toml"), read_baseline(SEEDS / "baseline.json")
    result = gate(evaluation, floors, baseline, alpha=1.0)
    assert (list(result.faults()), result.others) == ([], ()), result.wrong


@pytest.mark.parametrize("story", STORIES)
def test_whole_record(story, read_seed):
    """Kept by `newstally extract seeds/*.txt -o tests/records.jsonl`: read the difference before you keep a new one.

    The same bytes on every Python, and with every version of the dependencies.
    """
    (kept,) = [row for row in RECORDS.read_bytes().splitlines(keepends=True) if f'"seeds/{story}.txt"'.encode() in row]
    found = line(read_seed(story))
    old, new = json.loads(kept), json.loads(found)
    assert [part for part in new if new[part] != old[part]] == []
    assert found == kept
