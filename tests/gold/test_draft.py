"""The draft of gold that a record gives: it holds, and says what the record says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from newstally.evaluate import evaluate
from newstally.gold import faults
from newstally.gold.draft import _figures, draft

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drafts() -> dict[str, tuple[dict, dict]]:
    """The draft and the kept record of every story."""
    kept = map(json.loads, (ROOT / "tests" / "records.jsonl").read_text("utf-8").splitlines())
    records = {record["sha256"]: record for record in kept}
    texts = {path.stem: path.read_bytes().decode() for path in (ROOT / "seeds").glob("*.txt")}
    by_name = {name: records[hashlib.sha256(text.encode()).hexdigest()] for name, text in texts.items()}
    return {name: (draft(texts[name], record, name), record) for name, record in by_name.items()}


def test_every_draft_holds(drafts):
    assert {name: found for name, (made, _) in drafts.items() if (found := faults(made))} == {}


def test_a_record_is_right_by_its_own_draft(drafts):
    evaluation = evaluate([made for made, _ in drafts.values()], {name: record for name, (_, record) in drafts.items()})
    assert {(score.measure, score.precision, score.recall) for score in evaluation.scores} == {
        (name, 1.0, 1.0) for name in evaluation.measures
    }


@pytest.mark.parametrize(
    ("stated", "figures", "parts"),
    [
        (60, [(60, "count"), (24, "count"), (60, "percent")], [60, 24]),
        (0.5, [(62, "count"), (31, "count"), (50, "percent")], [62, 31]),
        (1150, [(2300, "measure"), (1150, "measure"), (1150, "measure")], [2300, 1150]),
        (25, [(400, "count"), (500, "count"), (25, "percent")], [400, 500]),
        (2, [(2, "number"), (4, "number")], [2, 4]),  # "doubled from two to four": the verb states it
    ],
)
def test_one_figure_states_what_two_others_make(stated, figures, parts):
    spans = [{"start": 10 * place, "end": 10 * place + 3, "text": "one"} for place in range(3)]
    placed = [{"value": value, "type": kind, **span} for (value, kind), span in zip(figures, spans, strict=False)]
    check = {"kind": "change", "stated": stated, "spans": spans, "counts": []}
    assert _figures(check, {"counts": [], "quantities": placed})["parts"] == parts


TEXT = "In 14 towns 4 of 10 to 12 mayors went."


def record(*counts: dict, **more) -> dict:
    kinds = {kind: [] for kind in ("people", "roles", "countries", "checks", "lists", "quantities")}
    return {"headline": None, **kinds, "counts": list(counts), **more}


def count(words: str, value: float | None, after: int = 0, **more) -> dict:
    start = TEXT.index(words, after)
    kept = {"unit": "thing", "unit_text": "", "modifier": "exact", "actors": [], "high": value}
    return {"id": f"N{start}", "value": value, "start": start, "end": start + len(words), **kept, **more}


@pytest.mark.parametrize(
    ("found", "quotes"),
    [
        ([count("14 towns", 14), count("4", 4, after=8)], [("14 towns", 14), ("4 of", 4)]),
        ([count("4", 4, after=8)], [("4 of", 4)]),
        ([count("4", 4, after=8), count("14 towns", 14)], [("14 towns", 14), ("4 of", 4)]),
        ([count("14 towns", 14.5)], []),
        ([count("14 towns", None)], []),
        ([count("10 to 12 mayors", 10, modifier="range", high=12)], [("10 to 12 mayors", 10)]),
    ],
    ids=["in order", "also inside another figure", "in any order", "no whole number", "no value", "range"],
)
def test_the_quote_of_a_count_is_found_in_its_place(found, quotes):
    made = draft(TEXT, record(*found), "a")
    assert [(each["quote"], each["value"]) for each in made["counts"]] == quotes
    assert faults(made) == []


def test_a_name_that_is_written_nowhere_gives_way_to_its_longest_form():
    text = "Roy, once Anna Roy, went."
    mentions = [{"text": "Roy"}, {"text": "Anna Roy"}]
    made = draft(text, record(people=[{"id": "P1", "name": "Ana Roy", "mentions": mentions, "byline": False}]), "a")
    assert made["people"] == [{"name": "Anna Roy", "aliases": ["Roy"]}]
