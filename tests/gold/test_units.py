"""Offsets in units of other tools, told apart by the words that stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.errors import InputError
from newstally.gold.units import UNITS, Quoted, code_points

TEXT = "🚒 Zoë met\r\nnine “aides”."
UTF_16, UTF_8 = "utf-16-le", "utf-8"


def counted(text: str, start: int, end: int, encoding: str, size: int) -> Quoted:
    """The quote of a tool that counts units of ``size`` bytes in this encoding."""
    return Quoted(*(len(text[:place].encode(encoding)) // size for place in (start, end)), text[start:end])


def spans_of(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


SPANS = spans_of(TEXT, "Zoë", "nine", "aides")


@pytest.mark.parametrize(
    "quotes",
    [
        [Quoted(start, end, TEXT[start:end]) for start, end in SPANS],
        [counted(TEXT, *span, UTF_16, 2) for span in SPANS],
        [counted(TEXT, *span, UTF_8, 1) for span in SPANS],
        [Quoted(*(place - TEXT[:place].count("\r") for place in span), TEXT[slice(*span)]) for span in SPANS],
    ],
    ids=["code points", "UTF-16", "bytes", "CR left out"],
)
def test_every_unit_is_understood(quotes):
    assert code_points(TEXT, quotes, "x") == SPANS


def test_one_quote_that_fits_by_chance_does_not_decide():
    """Both figures are found where code points say "11"; only in UTF-16 units are all quotes found."""
    text = "🚒1111 and nine"
    quotes = [counted(text, 1, 3, UTF_16, 2), counted(text, 10, 14, UTF_16, 2)]
    assert text[quotes[0].start : quotes[0].end] == "11"
    assert code_points(text, quotes, "x") == [(1, 3), (10, 14)]


@pytest.mark.parametrize("words", ["met nine", "met\r\nnine", "met\nnine", "met\\nnine"])
def test_white_space_may_be_written_otherwise(words):
    (span,) = spans_of(TEXT, "met\r\nnine")
    assert code_points(TEXT, [Quoted(*span, words)], "x") == [span]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (Quoted(3, 6, "Zoe"), "x: 'Zoe' does not stand at 3–6"),
        (Quoted(20, 90, "aides"), "x: 'aides' does not stand at 20–90"),
        (Quoted(2, 6, "Zoë"), "x: 'Zoë' does not stand at 2–6"),
        (Quoted(15, 12, "nine"), "x: 'nine' does not stand at 15–12"),
    ],
    ids=["other words", "behind the text", "a space too many", "turned round"],
)
def test_what_fits_in_no_unit_is_named(quote, told):
    with pytest.raises(InputError, match=told):
        code_points(TEXT, [quote], "x")


@given(st.text(alphabet="a🚒ë\r\n ", min_size=1), st.data())
def test_whatever_the_text_each_unit_leads_back_to_the_same_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for quote in (counted(text, start, end, UTF_16, 2), counted(text, start, end, UTF_8, 1)):
        ((found, behind),) = code_points(text, [quote], "x")
        assert "".join(text[found:behind].split()) == "".join(text[start:end].split())


def test_units_are_few_and_named():
    assert list(UNITS) == ["code points", "UTF-16 units", "bytes of UTF-8", "code points without CR"]
