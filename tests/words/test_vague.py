"""Plurals of number words span a power of ten; with a number, or without "of", they are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.words import vague


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("dozens of people", [(0, 1, 12, 120)]),
        ("tens of millions of dollars", [(0, 3, 10_000_000, 100_000_000)]),
        ("some hundreds of thousands of them", [(1, 4, 100_000, 1_000_000)]),
        ("thousands of cars and hundreds of buses", [(0, 1, 1000, 10_000), (4, 5, 100, 1000)]),
        ("in their thousands", []),
        ("two hundred of them", []),
        ("millions", []),
        ("millions of", []),
    ],
)
def test_vague_plurals(phrase, found):
    assert [(n.first, n.last, n.value, n.high) for n in vague.find(phrase.split())] == found


@given(st.lists(st.sampled_from(["tens", "of", "dozens", "millions", "x"]), max_size=12))
def test_no_order_of_words_is_too_strange(words):
    ends = [0]
    for n in vague.find(words):
        assert ends[-1] <= n.first < n.last <= len(words)
        ends.append(n.last)
