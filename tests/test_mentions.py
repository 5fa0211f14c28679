"""Doc → Mentions: words only, exact offsets, everything cut to its words."""

from __future__ import annotations

import pytest

from helpers import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine  calls\u00a0were made", ["Nine", "calls", "were", "made"]),
        ("\ufeffTrudeau called", ["Trudeau", "called"]),
        ("One\n\n\tTwo", ["One", "Two"]),
        ("", []),
    ],
)
def test_white_space_and_marks_are_no_words(text, words):
    blocks = [(text.strip(" \n\ufeff"), "paragraph")] if text else []
    mentions = read(text, blocks=blocks)
    assert [token.text for token in mentions.tokens] == words
    assert all(text[token.start : token.end] == token.text for token in mentions.tokens)


def test_bullets_are_no_words_and_items_keep_their_block():
    text = "• Ann Lee\n• Bo Day"
    mentions = read(text, blocks=[(text, "list"), ("Ann Lee", "item"), ("Bo Day", "item")])
    assert [(token.text, token.block) for token in mentions.tokens] == [("Ann", 1), ("Lee", 1), ("Bo", 2), ("Day", 2)]


def test_a_span_is_cut_to_its_words_and_dropped_without_any():
    text = "1. Ann  Lee"
    blocks = [(text, "list"), ("Ann  Lee", "item")]
    mentions = read(text, blocks=blocks, people=[("Ann  Lee", "PERSON")], figures=[("1", "COUNT")])
    assert [(m.text, m.first, m.last) for m in mentions["people"]] == [("Ann  Lee", 0, 2)]
    assert mentions["figures"] == ()


def test_a_byte_order_mark_stays_outside_names_and_blocks():
    text = "\ufeffTrudeau called"
    mentions = read(text, ents=[("Trudeau", "PERSON")], blocks=[("Trudeau called", "paragraph")])
    assert [(m.text, m.span.start) for m in mentions["entities"]] == [("Trudeau", 1)]
    assert [(block.start, block.end) for block in mentions.layout.blocks] == [(1, len(text))]


def test_a_word_under_a_mark_hangs_on_what_that_hangs_on_and_never_in_a_circle():
    """The bullet is the root, or stands between two words: left out, it may not close a circle of heads."""
    blocks = [("- Ann left", "list"), ("Ann left", "item")]
    under_root = read("- Ann left", "HYPH root 0|NNP nsubj 3|VBD dep 1", blocks=blocks)
    assert [token.head for token in under_root.tokens] == [1, 1]
    between = read("- Ann left", "HYPH punct 3|NNP dep 1|VBD root 0", blocks=blocks)
    assert [token.head for token in between.tokens] == [1, 1]
