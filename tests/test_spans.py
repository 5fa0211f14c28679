"""Promise 1: every span of every record is the text at its offsets, whatever is done to the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstally import Article, extract
from newstally.records import Record

STORIES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))}
PIECES = st.sampled_from(
    ["\u00a0", "  ", "\r\n", "\n\n", "\t", "\ufeff", "’", "“", "🇨🇦", "e\u0301", "19", "nine ", "• ", "\u200b", "(", "…"]
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), max_size=12)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a record that has text, start and end."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def assert_true_offsets(record: Record, text: str) -> None:
    found = list(spans(record.as_dict()))
    assert [span for span in found if text[span["start"] : span["end"]] != span["text"]] == []
    assert record.chars == len(text)


@pytest.mark.parametrize("story", STORIES)
def test_spans_of_stories(story: str, read_seed) -> None:
    assert_true_offsets(read_seed(story), STORIES[story])


def edited(story: str, edits: list[tuple[float, int, str]]) -> str:
    text = STORIES[story]
    for place, cut, piece in edits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + cut :]
    return text


EDITED = st.builds(edited, st.sampled_from(sorted(STORIES)), EDITS)


@settings(max_examples=settings().max_examples // 2)
@given(text=EDITED)
def test_spans_of_edited_stories(text: str, light) -> None:
    """Whatever is read there: with the encoder's stand-in, since the encoder takes most of the time."""
    assert_true_offsets(*extract(light, [Article("story", text)]), text)


@settings(max_examples=settings().max_examples // 10)
@given(text=EDITED)
def test_spans_of_edited_stories_as_they_are_shipped(text: str, shipped) -> None:
    assert_true_offsets(*extract(shipped, [Article("story", text)]), text)
