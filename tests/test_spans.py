"""Promise 1: every span of every record is the text at its offsets, whatever is done to the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstally import Article, extract

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


def assert_true_offsets(nlp, text: str) -> None:
    (record,) = extract(nlp, [Article("story", text)])
    found = list(spans(record.model_dump()))
    assert [span for span in found if text[span["start"] : span["end"]] != span["text"]] == []
    assert record.chars == len(text)


@pytest.mark.parametrize("story", STORIES)
def test_spans_of_stories(story: str, shipped) -> None:
    assert_true_offsets(shipped, STORIES[story])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.sampled_from(sorted(STORIES)), edits=EDITS)
def test_spans_of_edited_stories(story: str, edits: list[tuple[float, int, str]], shipped) -> None:
    text = STORIES[story]
    for place, cut, piece in edits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + cut :]
    assert_true_offsets(shipped, text)
