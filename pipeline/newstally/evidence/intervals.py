"""Figures as intervals: whether two can be one quantity, and what several make together.

A printed figure allows more than one value: "about 20" is 18 to 22, "at least 20" is 20 and upwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from newstally.types import Amount, Verdict
from newstally.words.amounts import ABOUT

ROUND_ZEROS = 2
"""A figure with so many trailing zeros is round: it may stand for what was counted only roughly."""


def exactly(number: float) -> Amount:
    """The amount that allows ``number`` alone."""
    return Amount(number, number, number)


def bounds(amount: Amount) -> tuple[float, float]:
    """The lowest and highest value that ``amount`` allows, infinite where unbounded; "about" is off by one at least."""
    low = -math.inf if amount.low is None else amount.low
    high = math.inf if amount.high is None else amount.high
    if amount.modifier == "about" and amount.value is not None:
        slack = max(1.0, ABOUT * amount.value)
        low, high = min(low, amount.value - slack), max(high, amount.value + slack)
    return low, high


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of ``amounts``: exact when all of them are."""
    parts = tuple(amounts)
    lows, highs = zip(*(bounds(part) for part in parts), strict=True)
    value = None if any(part.value is None for part in parts) else sum(part.value or 0 for part in parts)
    low, high = sum(lows), sum(highs)
    modifier = "exact" if low == high else "range"
    return Amount(value, None if math.isinf(low) else low, None if math.isinf(high) else high, modifier)


def zeros(number: float) -> int:
    """How many zeros end ``number`` (none for 0 and for a fraction).

    >>> zeros(34000), zeros(140), zeros(19)
    (3, 1, 0)
    """
    digits = str(int(number)) if number and number == int(number) else "1"
    return len(digits) - len(digits.rstrip("0"))


def is_round(amount: Amount) -> bool:
    """Whether the printed figure ends in so many zeros that it may be rounded."""
    return amount.value is not None and zeros(amount.value) >= ROUND_ZEROS


def compare(stated: Amount, found: Amount) -> Verdict:
    """Whether two amounts can be the same quantity.

    A figure without a value, "more than N" against a plain round N, and a plain round N against a figure that rounds
    to it are unsettled; otherwise intervals that meet are consistent and intervals that do not are contradictory.
    """
    if stated.value is None or found.value is None:
        return "unsettled"
    if _open_and_plain(stated, found) or _open_and_plain(found, stated):
        return "unsettled"
    low, high = bounds(stated)
    found_low, found_high = bounds(found)
    if low <= found_high and found_low <= high:
        return "consistent"
    return "unsettled" if _rounds_to(stated, found) or _rounds_to(found, stated) else "contradictory"


def adds_up(stated: Amount, parts: Sequence[Amount]) -> Verdict:
    """Whether ``parts`` can make ``stated``; unsettled where rounding explains what they miss it by.

    Parts are as fine as the finest of them: 25,000 and 40,000 are both to the thousand.
    """
    made = total(parts)
    verdict = compare(stated, made)
    if verdict != "unsettled" or stated.modifier != "exact" or made.modifier != "exact":
        return verdict
    off = abs((stated.value or 0) - (made.value or 0))
    return "unsettled" if off <= rounding(stated, parts) else "contradictory"


def rounding(stated: Amount, parts: Sequence[Amount]) -> float:
    """The most by which a sum of whole numbers may miss its total because figures were rounded; 0 where none was.

    A part is off by half of its last printed place at most, a total by less than that place.
    """
    finest = min(zeros(part.value or 0) for part in parts)
    of_parts = len(parts) * 10**finest / 2 if finest >= ROUND_ZEROS else 0
    return max(of_parts, 10 ** zeros(stated.value or 0) - 1 if is_round(stated) else 0)


def _open_and_plain(opened: Amount, plain: Amount) -> bool:
    is_open = opened.modifier in ("more_than", "less_than")
    return is_open and plain.modifier == "exact" and opened.value == plain.value and is_round(opened)


def _rounds_to(rough: Amount, fine: Amount) -> bool:
    """Whether ``rough`` is what ``fine`` gives when rounded, up or down, to as many zeros."""
    if not is_round(rough) or rough.value is None or fine.value is None:
        return False
    return abs(rough.value - fine.value) < 10 ** zeros(rough.value)
