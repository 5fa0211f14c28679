"""Each quantity has its type, its amount and a normalised unit; counts are no quantities."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import NLP, parsed
from helpers import read as by_hand
from marked import TABLES
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.quantities import quantities
from newstally.types import Amount, Article, Quantity, Uncounted

CONFIGS = Path(__file__).parents[2] / "configs"

# A text, and its quantities: words, type, value, unit.
TEXTS = [
    ("It cost $50 billion.", [("$50 billion", "money", 50_000_000_000, "dollar")]),
    ("US$ 3.5 million was paid", [("US$ 3.5 million", "money", 3_500_000, "USD")]),
    ("a fine of 2,000 yuan or £5m", [("2,000 yuan", "money", 2000, "CNY"), ("£5m", "money", 5_000_000, "GBP")]),
    ("He paid N$7 million.", [("N$7 million", "money", 7_000_000, "NAD")]),
    (
        "up five percentage points to 12.5%",
        [("five percentage points", "percent", 5, "point"), ("12.5%", "percent", 12.5, "percent")],
    ),
    ("two-thirds of them", [("two-thirds", "percent", pytest.approx(66.6667), "fraction")]),
    ("half of them", [("half", "percent", 50, "fraction")]),
    (
        "222 kilograms on 12,000 acres",
        [("222 kilograms", "measure", 222, "kilogram"), ("12,000 acres", "measure", 12_000, "acre")],
    ),
    ("a six-foot wall", [("six-foot", "measure", 6, "foot")]),
    ("30 degrees Celsius", [("30 degrees Celsius", "measure", 30, "degree Celsius")]),
    ("a 15-year term", [("15-year", "duration", 15, "year")]),
    ("two and a half hours", [("two and a half hours", "duration", 2.5, "hour")]),
    ("a 58-year-old man", [("58-year-old", "age", 58, "year")]),
    ("a six-month-old boy", [("six-month-old", "age", 6, "month")]),
    ("a boy aged 14", [("aged 14", "age", 14, "year")]),
    ("on Monday, March 23, 2009", [("Monday, March 23, 2009", "date", None, "2009-03-23")]),
    ("on 4 July", [("4 July", "date", None, "XXXX-07-04")]),
    ("in May 2010", [("May 2010", "date", None, "2010-05")]),
    ("in the 1990s", [("1990s", "date", None, "199X")]),
    ("the 2013-14 season", [("2013-14", "date", None, "2013/2014")]),
    ("at 1:30 a.m. sharp", [("1:30 a.m.", "time", None, "1:30 am")]),
    ("the 22nd seat", [("22nd", "ordinal", 22, "")]),
    ("15 a month", [("15 a month", "rate", 15, "per month")]),
    ("one in five", [("one in five", "rate", 1, "in five")]),
    ("they won 3-1", [("3-1", "score", 3, "")]),
    ("12 ships and ten men", []),
    ("dozens of ships", [("dozens", "number", None, "")]),
    ("several ships", []),
    ("several percent", []),
    ("$15 a month", [("$15 a month", "money", 15, "dollar per month")]),
    ("£3m-a-year", [("£3m-a-year", "money", 3_000_000, "GBP per year")]),
    ("£3m-a-side", [("£3m", "money", 3_000_000, "GBP")]),
    ("£5,000-£10,000", [("£5,000-£10,000", "money", 5000, "GBP")]),
    ("led at the half", []),
    ("$15 a fool", [("$15", "money", 15, "dollar")]),
    ("US$5 per tonne", [("US$5 per tonne", "money", 5, "USD per tonne")]),
    ("22 miles per hour", [("22 miles per hour", "measure", 22, "mile per hour")]),
    ("22 parts per million", [("22 parts per million", "measure", 22, "part per million")]),
    ("10 kV/cm", [("10 kV/cm", "measure", 10, "kilovolt per centimetre")]),
    ("C $6, $US7 and A $8", [("C $6", "money", 6, "CAD"), ("$US7", "money", 7, "USD"), ("$8", "money", 8, "dollar")]),
    ("20 EUR or 20 eur", [("20 EUR", "money", 20, "EUR")]),
    ("RM3 and 3 rm", [("RM3", "money", 3, "MYR")]),
    ("450 Nm and 450 nm", [("450 Nm", "measure", 450, "newton metre"), ("450 nm", "measure", 450, "nanometre")]),
    ("a 6-foot-4 guard", [("6-foot-4", "measure", 6, "foot")]),
    ("a 6-foot guard", [("6-foot", "measure", 6, "foot")]),
    ("he went 3-for-4", [("3-for-4", "score", 3, "")]),
    ("a quarter point", [("a quarter point", "measure", 0.25, "point")]),
    ("the first quarter point", []),
    ("a half-percentage point", [("a half-percentage point", "percent", 0.5, "point")]),
    ("half an hour", [("half an hour", "duration", 0.5, "hour")]),
    ("half a percentage point", [("half a percentage point", "percent", 0.5, "point")]),
    ("2 and 3.5 kilos", [("2", "measure", 2, "kilogram"), ("3.5 kilos", "measure", 3.5, "kilogram")]),
    ("from 21 mph to 23.5", [("21 mph", "measure", 21, "mile per hour"), ("23.5", "measure", 23.5, "mile per hour")]),
    ("by 21 mph to 23.5", [("21 mph", "measure", 21, "mile per hour"), ("23.5", "number", 23.5, "")]),
    ("from $10 to $15 billion", [("$10", "money", 10e9, "dollar"), ("$15 billion", "money", 15e9, "dollar")]),
    ("from $500 to $1.5 million", [("$500", "money", 500, "dollar"), ("$1.5 million", "money", 1.5e6, "dollar")]),
    ("Tk 45.52 crore", [("Tk 45.52 crore", "money", 455_200_000, "BDT")]),
    ("a 5G phone", [("5G", "label", 5, "generation")]),
    ("5 g of salt", [("5 g", "measure", 5, "gram")]),
    ("minus 5 degrees", [("minus 5 degrees", "measure", -5, "degree")]),
    ("under Article 5", [("5", "label", 5, "")]),
    ("the top 10", [("10", "ordinal", 10, "")]),
    ("March of the dead in May", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def read():
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(CONFIGS / "tables"))
    component = FiguresExtractor(NLP.vocab)

    def run(text: str) -> tuple[Quantity, ...]:
        doc = component(parsed(text, blocks=[(text, "paragraph")]))
        return quantities(mentions.read(doc, Article("t", text)), TABLES)

    yield run
    NLP.vocab.lookups = lookups


@pytest.mark.parametrize(("text", "wanted"), TEXTS, ids=[text for text, _ in TEXTS])
def test_quantities_of_a_text(read, text, wanted):
    found = read(text)
    assert [(q.span.text, q.type, q.amount.value, q.unit) for q in found] == wanted
    assert [q.id for q in found] == [f"Q{i}" for i in range(1, len(found) + 1)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("more than 3.5 percent", Amount(3.5, 3.5, None, "more_than")),
        ("up to $20", Amount(20, None, 20, "at_most")),
        ("20 to 30 percent", Amount(20, 20, 30, "range")),
        ("about 100 miles", Amount(100, 90, 110, "about")),
        ("in 2009", Amount(None, None, None)),
        ("$10 to $15 billion", Amount(10e9, 10e9, 15e9, "range")),
        ("5% to 10%", Amount(5, 5, 10, "range")),
        ("10 to 15 million euros", Amount(10e6, 10e6, 15e6, "range")),
        ("tens of millions of dollars", Amount(None, 10e6, 100e6, "about")),
    ],
)
def test_an_amount_is_an_interval(read, text, amount):
    assert read(text)[0].amount == amount


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ({0: Uncounted(0, 4, Amount(1, 1, 1), "ship", "ships")}, [("one of the ships", "number", "ship", "ships")]),
        ({}, []),
    ],
)
def test_a_number_that_counts_nothing_is_a_quantity(rest, wanted):
    seen = by_hand("one of the ships", figures=[("one", "COUNT", "exact")])
    assert [(q.span.text, q.type, q.unit, q.unit_text) for q in quantities(seen, TABLES, rest)] == wanted


def test_a_fraction_says_what_it_is_of():
    seen = by_hand("half the crew", figures=[("half", "PERCENT", "exact")])
    rest = {0: Uncounted(0, 1, Amount(0.5, 0.5, 0.5), "crew", "crew")}
    (half,) = quantities(seen, TABLES, rest)
    assert (half.type, half.amount.value, half.unit, half.unit_text) == ("percent", 50, "fraction", "crew")
