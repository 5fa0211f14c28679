"""A word in digits is read with what is written to it; other words are not."""

from __future__ import annotations

import pytest

from newstally.words import digits

WORDS = [
    ("34,000", (34_000, "", "", False)),
    ("-1.3", (-1.3, "", "", True)),
    ("minus-130", (-130, "", "", True)),
    ("$3.2m", (3.2, "$", "m", False)),
    ("~45g", (45, "~", "g", False)),
    ("1½", (1.5, "", "", False)),
    ("32m2", (32, "", "m2", False)),
    ("86f.", (86, "", "f", False)),
    ("us160", (160, "us", "", False)),
    ("y=100", (100, "y=", "", False)),
    ("r500m", (500, "r", "m", False)),
    (".534", (0.534, "", "", False)),
]
NO_WORDS = ["", "-", "1990s", "22nd", "-30-", "covid-19", "g20", "9" * 30, "1.2.3", "five"]


@pytest.mark.parametrize(("word", "wanted"), WORDS, ids=[word for word, _ in WORDS])
def test_a_word_is_read(word, wanted):
    written = digits.read(word)
    assert written is not None
    assert (written.value, written.sign, written.tail, written.negative) == wanted


@pytest.mark.parametrize("word", NO_WORDS)
def test_another_word_is_not(word):
    assert digits.read(word) is None


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("10–15", (10, 15, "")),
        ("1.5-2m", (1.5, 2, "m")),
        ("~10-15kg", (10, 15, "kg")),
        ("10", None),
        ("10-", None),
        ("a-b", None),
    ],
)
def test_a_range_in_one_word_has_two_ends(word, ends):
    assert digits.ends(word) == ends
