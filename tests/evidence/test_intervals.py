"""Figures as intervals: the pairs that are spelled out in the annotation guidelines, and their near-misses."""

from __future__ import annotations

import math

import pytest

from newstally.evidence.intervals import adds_up, bounds, compare, exactly, is_round, total, zeros
from newstally.types import Amount
from newstally.words.amounts import bounded

WORDS = {"": "exact", "about": "about", ">": "more_than", ">=": "at_least", "<=": "at_most", "<": "less_than"}


def figure(text: str) -> Amount:
    """``"20"``, ``"about 20"``, ``"> 20"``, ``"10 to 15"``."""
    if " to " in text:
        low, high = text.split(" to ")
        return bounded(float(low), float(high), "range")
    modifier, _, value = text.rpartition(" ")
    return bounded(float(value), None, WORDS[modifier])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "found", "verdict"),
    [
        ("20", "20", "consistent"),
        ("20", "19", "contradictory"),
        ("about 20", "19", "consistent"),
        ("about 20", "22", "consistent"),
        ("about 20", "23", "contradictory"),
        ("about 5", "4", "consistent"),
        ("about 5", "3", "contradictory"),
        (">= 20", "20", "consistent"),
        (">= 20", "19", "contradictory"),
        ("> 20", "21", "consistent"),
        ("> 20", "20", "contradictory"),
        ("> 34000", "34000", "unsettled"),
        ("> 34000", "> 34000", "consistent"),
        ("> 110", "110", "contradictory"),
        ("< 500", "500", "unsettled"),
        ("< 20", "20", "contradictory"),
        ("<= 6", "4", "consistent"),
        ("<= 6", "7", "contradictory"),
        ("10 to 15", "12", "consistent"),
        ("10 to 15", "16", "contradictory"),
        ("10 to 15", "about 16", "consistent"),
        ("1200", "1234", "unsettled"),
        ("1200", "1340", "contradictory"),
        ("120", "123", "contradictory"),
    ],
)
def test_compare(stated: str, found: str, verdict: str) -> None:
    assert compare(figure(stated), figure(found)) == verdict


def test_a_figure_without_a_value_cannot_be_judged() -> None:
    assert compare(Amount(None, None, None, "about"), exactly(3)) == "unsettled"


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["9", "11"], exactly(20)),
        (["9", ">= 11"], Amount(20, 20, None, "range")),
        (["1 to 2", "3"], Amount(4, 4, 5, "range")),
    ],
)
def test_total(parts: list[str], whole: Amount) -> None:
    assert total(figure(part) for part in parts) == whole


def test_bounds_are_infinite_where_the_text_sets_none() -> None:
    assert bounds(figure(">= 3")) == (3, math.inf)
    assert bounds(figure("<= 3")) == (-math.inf, 3)


@pytest.mark.parametrize(("number", "count"), [(0, 0), (7, 0), (19, 0), (140, 1), (500, 2), (34000, 3), (2.5, 0)])
def test_zeros(number: float, count: int) -> None:
    assert zeros(number) == count
    assert is_round(exactly(number)) == (count >= 2)


@pytest.mark.parametrize(
    ("stated", "parts", "verdict"),
    [
        ("40", ["25", "15"], "consistent"),
        ("41", ["25", "15"], "contradictory"),
        ("1200", ["700", "512"], "unsettled"),
        ("1301", ["700", "500"], "contradictory"),
        ("1201", ["700", "500"], "unsettled"),
        ("44000", ["25000", "15000"], "contradictory"),
        ("41000", ["25000", "15000"], "unsettled"),
        ("40200", ["25000", "15000"], "unsettled"),
        ("about 44", ["25", "15"], "consistent"),
        ("> 45", ["25", "15"], "contradictory"),
    ],
)
def test_sums_of_round_figures_may_be_out_by_their_rounding(stated: str, parts: list[str], verdict: str) -> None:
    assert adds_up(figure(stated), [figure(part) for part in parts]) == verdict
