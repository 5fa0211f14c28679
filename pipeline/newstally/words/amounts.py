"""Number and modifier → the interval of values that they allow: "about 20", "at least 12", "10 to 15"."""

from __future__ import annotations

from newstally.types import Amount, Modifier
from newstally.words.numerals import as_whole, find, split

ABOUT = 0.1
"""How far, as a share, a figure given with "about" may lie from the truth: "about 20" allows 18 to 22."""


def bounded(value: float, high: float | None = None, modifier: Modifier = "exact", *, whole: bool = True) -> Amount:
    """The interval that a figure and its modifier allow. ``whole``: things counted, so "more than 20" begins at 21."""
    step = 1 if whole else 0
    if high is not None:
        return Amount(value, value, high, "range")
    if modifier == "about":
        return Amount(value, as_whole(value - abs(value) * ABOUT), as_whole(value + abs(value) * ABOUT), modifier)
    intervals: dict[Modifier, tuple[float | None, float | None]] = {
        "more_than": (value + step, None),
        "at_least": (value, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
    }
    low, top = intervals.get(modifier, (value, value))
    return Amount(value, low, top, modifier)


def amount(text: str, modifier: Modifier = "exact", *, whole: bool = True) -> Amount | None:
    """The amount of the first number in ``text``, None where there is none.

    >>> amount("half a million voters")
    Amount(value=500000, low=500000, high=500000, modifier='exact')
    """
    found = next(find(split(text)), None)
    return None if found is None else bounded(found.value, found.high, modifier, whole=whole)
