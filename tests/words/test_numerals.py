"""A phrase is read as the number it states, and as no number where it states none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.types import Amount
from newstally.words import amounts, numerals

NUMBERS = {
    "0": 0, "19": 19, "140": 140, "2019": 2019, "12,500": 12500, "1,234,567": 1234567, "1,00,000": 100000,
    "34 000": 34000, "12 345 678": 12345678, "34\u00a0000": 34000, "34\u2009000": 34000, "2.5": 2.5,
    "1.4million": 1.4e6, "3.2m voters": 3.2e6, "$3.2m": 3.2e6, "2bn": 2e9, "10k": 10000, "14-thousand": 14000,
    "1.3 billion": 1.3e9, "1.6-billion": 1.6e9, "21 crore": 210_000_000, "5 lakh": 500_000, "one": 1, "nineteen": 19,
    "twenty": 20, "twenty-five": 25, "twenty five": 25, "ninety-nine": 99, "two hundred": 200,
    "two hundred and twelve": 212, "a hundred and twelve": 112, "one thousand two hundred": 1200,
    "ten thousand": 10_000, "thirty-one hundred": 3100,
    "three million two hundred thousand and five": 3_200_005, "a hundred million": 100_000_000, "two trillion": 2e12,
    "nine hundred and ninety-nine thousand": 999_000, "a million": 1_000_000, "half a million": 500_000,
    "a quarter of a million": 250_000, "one and a half million": 1_500_000, "three-and-a-half": 3.5,
    "two and a half": 2.5, "four and a quarter": 4.25, "1½": 1.5, "1 1/2": 1.5, "a dozen": 12, "two dozen": 24,
    "half a dozen": 6, "half-dozen": 6, "a pair": 2, "trio": 3, "a quartet of": 4, "two-thirds": 2 / 3,
    "two thirds of": 2 / 3, "one-third": 1 / 3, "2/3": 2 / 3, "¾": 0.75, "three quarters of": 0.75, "half of": 0.5,
    "a third of": 1 / 3, "١٢": 12, "１２": 12, "N$7": 7, "Sh4": 4,
    "minus 5": -5, "now-18": 18, "sub-300": 300, "8 b people": 8e9, "35 m of its devices": 35e6,
    "$2b": 2e9, "$1.5m.": 1.5e6, "45.52 crore": 455_200_000, "r500m": 500e6, "₡1600": 1600, "cut in half": 0.5,
}  # fmt: skip

RANGES = {
    "10-15": (10, 15), "10–15": (10, 15), "10—15": (10, 15), "10 to 15": (10, 15), "10 or 15": (10, 15),
    "between 10 and 15": (10, 15), "between ten and fifteen": (10, 15), "two or three": (2, 3),
    "1,000-1,500": (1000, 1500), "50,000 to 60,000": (50_000, 60_000), "1.5 to 2 million": (1.5e6, 2e6),
    "1.5–2m": (1.5e6, 2e6), "2-3 million": (2e6, 3e6), "between 1 and 2 million": (1e6, 2e6),
    "10 to 15 million": (10e6, 15e6), "25 - 40min": (25, 40), "10-15kg": (10, 15), "5 to 15 lakh": (5e5, 15e5),
}  # fmt: skip

NO_NUMBERS = [
    "", "a", "million", "millions of voters", "dozens", "hundreds of", "several", "the third", "second",
    "9/11", "24/7", "1.234.567", "12,34", "1e9999", "9" * 10_000, "G20", "BA.2.12.1", "COVID", "the second quarter",
    "alone", "tens", "everyone", "none", "a couple", "a duo", "both", "twofold",
    "this half", "the second half", "half-staff", "r2", "us160", "baker",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "value"), NUMBERS.items())
def test_a_phrase_states_its_number(phrase, value):
    found = amounts.amount(phrase)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.high == found.value


@pytest.mark.parametrize(("phrase", "ends"), RANGES.items())
def test_a_range_has_two_ends(phrase, ends):
    assert amounts.amount(phrase) == Amount(ends[0], *ends, "range")


@pytest.mark.parametrize("phrase", NO_NUMBERS)
def test_a_near_miss_states_none(phrase):
    assert amounts.amount(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("3-2", [3, 2]),  # a score falls, a range rises
        ("rose from 10 to 15", [10, 15]),  # two figures, not one range
        ("rose from the present 10 to 15", [10, 15]),
        ("the present 10 to 15", [10]),  # a range
        ("225, or three quarters, left", [225, 0.75]),
        ("225 in three quarters, left", [225, 3]),
        ("the number from 1.7m to 2.1m.", [1.7e6, 2.1e6]),
        ("the wall from 1.7 m to 2.1 m", [1.7, 2.1]),
        ("fell by 900 to 11,400", [900, 11400]),  # by the one, to the other
        ("fell by 10 to 15", [10]),  # a range again
        ("three and four", [3, 4]),
        ("2013 to 59,000", [2013, 59_000]),
        ("555 -1234", [555]),
        ("four minus two", [4, -2]),
        ("16 billion b", [16e9]),
        ("35 m of cable", [35]),
        ("two in 2016", [2, 2016]),
        ("one million and two hundred", [1_000_000 + 200]),
        ("five of 21", [5, 21]),
    ],
)
def test_numbers_stand_apart(phrase, values):
    assert [n.value for n in numerals.find(numerals.split(phrase))] == values


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [
        ("exact", 20, 20),
        ("about", 18, 22),
        ("more_than", 21, None),
        ("at_least", 20, None),
        ("at_most", None, 20),
        ("less_than", None, 19),
    ],
)
def test_a_modifier_opens_the_interval(modifier, low, high):
    assert amounts.amount("20 ships", modifier) == Amount(20, low, high, modifier)


def test_an_open_bound_of_something_measured_keeps_the_printed_figure():
    assert amounts.amount("3.5", "more_than", whole=False) == Amount(3.5, 3.5, None, "more_than")


def test_a_whole_number_is_an_int():
    assert isinstance(amounts.amount("1.1 million").value, int)


@pytest.mark.parametrize(("word", "value"), [("22nd", 22), ("third", 3), ("1st", 1), ("22", None), ("thirds", None)])
def test_ordinals(word, value):
    assert numerals.ordinal(word) == value


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text):
    words = numerals.split(text)
    ends = [0]
    for n in numerals.find(words):
        assert ends[-1] <= n.first < n.last <= len(words)
        ends.append(n.last)


@given(st.integers(0, 10**15))
def test_digits_with_commas_keep_their_value(number):
    assert amounts.amount(f"{number:,}").value == number


WORDS = "between and to or - half a an quarter dozen one two twenty hundred million third thirds 0 3 5.5 034 2m m $ of"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12))
def test_no_order_of_number_words_is_too_strange(words):
    for n in numerals.find(words):
        assert n.high is None or n.value < n.high


def test_a_long_run_of_number_words_takes_no_long_time():
    assert sum(1 for _ in numerals.find(["between"] * 20_000 + ["one", "and"] * 20_000)) > 0


def test_scales_without_end_stay_finite():
    assert all(n.value < 10**30 for n in numerals.find(["one"] + ["million"] * 1000 + ["2", "hundred"] * 1000))
