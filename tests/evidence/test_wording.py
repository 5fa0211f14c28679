"""Figures in messages read as newspapers print them."""

from __future__ import annotations

import pytest

from newstally.evidence import wording
from newstally.types import Amount


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (1008, "1,008"), (2.5, "2.5")]
)
def test_spelled(number: float, words: str) -> None:
    assert wording.spelled(number) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(9, 9, 9), "nine"),
        (Amount(20, 18, 22, "about"), "about 20"),
        (Amount(20, 21, None, "more_than"), "more than 20"),
        (Amount(6, None, 6, "at_most"), "at most six"),
        (Amount(8, 8, 12, "range"), "eight to 12"),
        (Amount(None, None, None, "about"), "an open number"),
    ],
)
def test_amount(amount: Amount, words: str) -> None:
    assert wording.amount(amount) == words


@pytest.mark.parametrize(("words", "series"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_joined(words: list[str], series: str) -> None:
    assert wording.joined(words) == series
