"""The benchmark compares as its docstring says: ranges, fractions, alternatives, units by the gold's names."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "benchmarks" / "newsquant.py"
SPEC = importlib.util.spec_from_file_location("newsquant", PATH)
newsquant = sys.modules["newsquant"] = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(newsquant)


def quantity(text, sentence, kind, value, unit, **more):
    start = sentence.index(text)
    row = {"type": kind, "value": value, "low": value, "high": value, "modifier": "exact", "unit": unit}
    return row | {"unit_text": "", "text": text, "start": start, "end": start + len(text)} | more


def found(sentence, *rows):
    record = {"counts": [row for row in rows if row["type"] == "count"]}
    record["quantities"] = [row for row in rows if row["type"] != "count"]
    return [(one.low, one.high, one.unit, one.kind) for one in newsquant.predicted(record, sentence)]


@pytest.mark.parametrize(
    ("value", "ends"),
    [("15.0", (15, 15)), ("1.0-1.5", (1, 1.5)), ("-130", (-130, -130)), ("1e5", (1e5, 1e5)), ("5-6", (5, 6))],
)
def test_the_gold_is_read(value, ends):
    read = newsquant.marked({"value": value, "normalized_unit": "Dollar", "unit": "$"})
    assert (read.low, read.high, read.unit, read.kind) == (*ends, "dollar", "money")


def test_ends_of_from_to_are_one_range():
    text = "It rose from 21 mpg in 2010 to 23 mpg"
    one = quantity("21 mpg", text, "measure", 21, "mile per gallon")
    other = quantity("23 mpg", text, "measure", 23, "mile per gallon")
    assert found(text, one, other) == [(21, 23, "mile per gallon", "measure")]


def test_other_neighbours_are_two_figures():
    text = "It rose by 21 mpg in 2010 to 23 mpg"
    one = quantity("21 mpg", text, "measure", 21, "mile per gallon")
    other = quantity("23 mpg", text, "measure", 23, "mile per gallon")
    assert len(found(text, one, other)) == 2


@pytest.mark.parametrize(
    ("text", "values"), [("eight or nine euros", [(8, 8), (9, 9)]), ("eight to nine euros", [(8, 9)])]
)
def test_alternatives_are_two_values(text, values):
    row = quantity(text, text, "money", 8, "EUR", high=9, modifier="range")
    assert [ends[:2] for ends in found(text, row)] == values


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (("percent", 50, "fraction", {"unit_text": "crew"}), [(0.5, 0.5, "% crew", "percent")]),
        (("money", 5, "USD per tonne", {}), [(5, 5, "dollar per metric ton", "money")]),
        (("age", 5, "year", {}), [(5, 5, "year of age", "measure")]),
        (("duration", 5, "year", {}), [(5, 5, "year", "measure")]),
        (("number", 5, "", {}), [(5, 5, "-", "none")]),
        (("label", 5, "generation", {}), [(5, 5, "generation wireless", "count")]),
        (("label", 5, "", {}), []),
        (("ordinal", 5, "", {}), []),
        (("date", None, "2019", {}), []),
    ],
)
def test_a_quantity_in_the_terms_of_the_gold(row, wanted):
    kind, value, unit, more = row
    assert found("5", quantity("5", "5", kind, value, unit, **more)) == wanted


def test_one_prediction_meets_one_value_of_the_gold():
    five = newsquant.Found(5, 5, "ship", "count")
    sentence = newsquant.Sentence("", [five, five], [five])
    scores, wrong = newsquant.score([sentence], newsquant.same_value)
    assert scores["all"] == (1, 2, 1)
    assert len(wrong) == 2
