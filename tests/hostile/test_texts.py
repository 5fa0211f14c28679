"""Whatever stands in a text, it is worked through, and every span is the text at its offsets.

`pytest tests/hostile --hypothesis-profile=long` tries a thousand times as much.
"""

from __future__ import annotations

import math
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hostile_texts import PIECES, TEXTS, extremes
from newstally import Article, extract
from newstally.layout import Cues, layout
from newstally.linter import as_github, as_text, faults
from newstally.words import amounts, dates, digits, numerals
from test_spans import spans

CUES = Cues(tomllib.loads(Path(__file__).parents[2].joinpath("configs/tables/layout.toml").read_text("utf-8")))
DIGITS = ["0", "1", "19", "20", ".", ",", "-", "–", "/", "$", "%", "half", "a", "dozen", "of", "and", "to"]
NUMERALS = st.lists(st.one_of(st.text(max_size=12), PIECES, st.sampled_from(DIGITS)), max_size=30).map(" ".join)
SHORT = 5_000
"""Characters of an extreme text in the suite; those of the greatest length take minutes together."""


def worked_through(nlp, text: str) -> dict:
    """The record of a text; it is no error record, its spans are true, and the linter can show it."""
    (record,) = extract(nlp, [Article("story", text)])
    row = record.as_dict()
    assert "error" not in row, row["error"]["message"]
    wrong = [span for span in spans(row) if text[span["start"] : span["end"]] != span["text"]]
    assert (wrong, row["chars"]) == ([], len(text))
    for fault in faults(row, text):
        assert as_text(fault, text) and as_github(fault)
    return row


@given(TEXTS)
def test_layout(text):
    leaves = [block for block in layout(text, CUES).blocks if block.kind != "list"]
    assert all(0 <= block.start < block.end <= len(text) for block in leaves)
    assert all(before.end <= after.start for before, after in pairwise(leaves))


@given(NUMERALS)
def test_numerals(text):
    words = numerals.split(text)
    found = list(numerals.find(words))
    assert all(before.last <= after.first for before, after in pairwise(found))
    for one in found:
        assert 0 <= one.first < one.last <= len(words)
        assert math.isfinite(one.value) and (one.high is None or one.value < one.high < math.inf)
    amount = amounts.amount(text)
    assert amount is None or amount.low is None or amount.high is None or amount.low <= amount.high
    assert all(0 <= one.first < one.last <= len(words) for one in dates.find(words))
    assert all(word is None or math.isfinite(word.value) for word in map(digits.read, words))


@example(text=".0")
@given(text=TEXTS)
def test_the_rooms_behind_the_encoder(light, text):
    worked_through(light, text)


@settings(max_examples=settings().max_examples // 2)
@given(text=TEXTS)
def test_the_shipped_model(shipped, text):
    worked_through(shipped, text)


@pytest.mark.parametrize("name", extremes(10))
def test_much_of_one_thing(light, name):
    worked_through(light, extremes(SHORT)[name])
