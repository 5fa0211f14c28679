"""How finely a figure is printed: to the unit, to the tenth, to the hundred thousand ("1.2 million")."""

from __future__ import annotations

import re
from functools import lru_cache

PRINTED = re.compile(r"\d[\d,\u00a0\u202f\u2009]*(?:\.(\d+))?")
SIGNIFICANT = 2
"""A number with its zeros written out is taken to be right in so many digits at least: 40,000 is 39,500 to 40,500."""
ROUND_ZEROS = 2
KEPT = 1024  # figures and how they are printed: news has much the same small ones
MANY = 100  # from here on, a number in words is a round one


@lru_cache(KEPT)
def grain(text: str, value: float | None = None) -> float:
    """The unit to which ``text`` prints its number, which is ``value``, or what the digits say.

    >>> grain("1.2 million", 1_200_000), grain("16 percent"), grain("7.7pc"), grain("412,000", 412_000)
    (100000.0, 1.0, 0.1, 1000.0)
    >>> grain("40,000", 40_000), grain("60", 60), grain("thirty percent", 30), grain("three million", 3_000_000)
    (1000.0, 1.0, 1.0, 1000000.0)
    """
    match = PRINTED.search(text)
    if match is None:
        return 10.0 ** _zeros(value) if value and value >= MANY else 1.0
    digits = float(re.sub(r"[^\d.]", "", match[0]))
    scale = round(value / digits) if value and digits else 1
    if match[1]:
        return round(10.0 ** -len(match[1]) * scale, 9)
    if scale > 1:
        return float(scale)
    zeros = _zeros(digits)
    return 10.0 ** min(zeros, max(0, len(str(int(digits))) - SIGNIFICANT)) if zeros >= ROUND_ZEROS else 1.0


@lru_cache(KEPT)
def is_written_out(text: str, value: float) -> bool:
    """Whether all digits of a whole number stand in ``text``, or it is a small one in words: no scale, no decimals."""
    match = PRINTED.search(text)
    if match is None:
        return value < MANY
    return not match[1] and float(re.sub(r"\D", "", match[0])) == value


def _zeros(number: float) -> int:
    figure = str(int(number)) if number and number == int(number) else "1"
    return len(figure) - len(figure.rstrip("0"))
