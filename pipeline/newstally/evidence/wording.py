"""Figures in plain words for messages: "nine and 11 make 20", "about 300", "10 to 15"."""

from __future__ import annotations

import math
from collections.abc import Sequence

from newstally.types import Amount, Count, Quantity, Term

MILLION = 1_000_000
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BEFORE = {
    "exact": "", "about": "about ", "more_than": "more than ", "at_least": "at least ",
    "at_most": "at most ", "less_than": "fewer than ", "range": "",
}  # fmt: skip


def digits(number: float) -> str:
    """A number in digits, thousands set off by commas: ``1,008``, ``2.5``."""
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def spelled(number: float) -> str:
    """A number as newspapers print it: words below ten, digits from there."""
    return SMALL[int(number)] if number == int(number) and 0 <= number < len(SMALL) else digits(number)


def amount(figure: Amount) -> str:
    """An amount with its modifier: ``about 20``, ``10 to 15``."""
    if figure.value is None:
        return "an open number"
    if figure.modifier == "range" and figure.high is not None and figure.low is not None:
        return f"{spelled(figure.low)} to {spelled(figure.high)}"
    return BEFORE[figure.modifier] + spelled(figure.value)


def quoted(count: Count) -> str:
    """The count as the text has it, white space made plain, as it would stand within a sentence."""
    words = " ".join(count.span.text.split())
    return words[:1].lower() + words[1:]


def joined(words: Sequence[str], last: str = " and ") -> str:
    """Words as a series: ``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}{last}{words[-1]}"


def are(number: float | None) -> str:
    """The verb for a subject of so many."""
    return "is" if number == 1 else "are"


def figure(term: Term | Quantity) -> str:
    """A figure as the text has it, white space made plain, as it would stand within a sentence."""
    words = " ".join(term.span.text.split())
    return words if any(sign.isdigit() for sign in words) else words[:1].lower() + words[1:]


def rate(stated: Term, value: float) -> str:
    """``value`` in the unit of a stated rate, as finely as that is printed: "15 percent", "2.02 times", "3"."""
    if stated.unit == "factor":
        return f"{round(value, 2):g} times"
    if abs(value) >= MILLION:
        return f"{round(abs(value) / MILLION, 3):,g} million"
    unit = {"percent": " percent", "fraction": " percent", "point": " points"}.get(stated.unit, "")
    places = 1 if stated.unit == "fraction" or not stated.grain else max(0, -math.floor(math.log10(stated.grain)))
    return f"{digits(round(abs(value), places))}{unit}"


def times(number: int) -> str:
    """How often: ``once``, ``twice``, ``three times``."""
    return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")
