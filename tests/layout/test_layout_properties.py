"""What holds for the blocks of any text whatever."""

from __future__ import annotations

import re
import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.layout import Cues, layout
from newstally.layout.lines import BLANK, MARKER

CUES = Cues(tomllib.loads(Path(__file__).parents[2].joinpath("configs/tables/layout.toml").read_text("utf-8")))
PIECES = [
    "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\ufeff", "\u2028", "\u200b", "• ", "- ", "– ", "* ", "1. ", "2. ",
    "(a) ", "“", "”", "'", '"', "(AP)", "(Jonas Lie/AP)", "By ", "By Ida Berg", "Correction: ",
    "An earlier version of this story erred",
    "OSLO — ", "Posted: Jan 21, 2019", "The guests:", "Ida Berg", "Prime Minister",
    "the boats came in and the board met.", ".", "?",
    "the harbour board met for three hours on Tuesday evening and agreed", "word ", "Word ", "𝒜", "é",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@given(TEXTS)
def test_blocks_stand_in_order_and_overlap_only_as_list_and_items(text):
    blocks = layout(text, CUES).blocks
    leaves = [block for block in blocks if block.kind != "list"]
    assert all(before.end <= after.start for before, after in pairwise(leaves))
    assert all(before.start <= after.start for before, after in pairwise(blocks))
    for number, block in enumerate(blocks):
        if block.kind == "list":
            items = [other for other in leaves if block.start <= other.start < block.end]
            assert items == list(blocks[number + 1 : number + 1 + len(items)])
            assert {item.kind for item in items} == {"item"}
            assert items[-1].end == block.end


@given(TEXTS)
def test_blocks_are_never_empty_and_have_no_white_space_at_their_edges(text):
    for block in layout(text, CUES).blocks:
        words = text[block.start : block.end]
        assert words and words.strip(BLANK) == words


@given(TEXTS)
def test_every_character_lies_in_a_block_but_white_space_and_markers(text):
    position = 0
    for block in layout(text, CUES).blocks:
        between = text[position : max(block.start, position)].strip(BLANK)
        assert not between or (block.kind == "correction" and MARKER.match(between + " x")), between
        position = max(position, block.end)
    assert not text[position:].strip(BLANK)


@given(TEXTS.map(lambda text: text.replace("\r", "")))
def test_line_ends_of_another_system_give_the_same_blocks(text):
    other = text.replace("\n", "\r\n")

    def rows(text):
        return [
            (block.kind, text[block.start : block.end].replace("\r\n", "\n")) for block in layout(text, CUES).blocks
        ]

    assert rows(other) == rows(text)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "a" * 1_000_000, " " * 1_000_000 + "x", "(" * 1_000_000, '"' * 1_000_000, "A — " * 250_000,
     "Correction " * 90_000, "This story was " * 60_000, "word\n" * 50_000, "Ida Berg\n\n" * 50_000, "• a\n" * 50_000,
     "a\tb\n" * 50_000, "By Ida Berg\n" * 50_000, "Correction\n" * 50_000],
    ids=lambda text: re.sub(r"\s", "_", text[:12]),
)  # fmt: skip
def test_long_texts_take_no_longer_than_their_length(text, long):
    """A quarter of them is enough, but for `--hypothesis-profile=long`: the square would be minutes, too."""
    part, seconds = (1, 3) if long else (4, 0.75)
    start = time.process_time()
    layout(text[: len(text) // part], CUES)
    assert time.process_time() - start < seconds
