"""Each quantity has its type, its amount and a normalised unit; counts are no quantities."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import NLP, parsed
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.quantities import quantities
from newstally.types import Amount, Article, Quantity

CONFIGS = Path(__file__).parents[2] / "configs"
TABLES = rules.read_tables(CONFIGS / "tables")

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
    ("15 a month", [("15 a month", "rate", 15, "a month")]),
    ("they won 3-1", [("3-1", "number", 3, "")]),
    ("12 ships and ten men", []),
    ("dozens of ships", []),
    ("several percent", []),
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
    ],
)
def test_an_amount_is_an_interval(read, text, amount):
    assert read(text)[0].amount == amount
