"""One word written in digits: "34,000", "$3.2m", "-1.3", "~45g", "1½"; the number in it, and what is written to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
REMEMBERED = 4096  # words: the readers of figures ask several times of each
LONGEST = 24  # digits; a longer run is a serial number, and no newspaper's count
COUNTRIES = frozenset(("us", "au", "nz", "hk", "ca", "c", "a", "s"))
"""Letters that say whose dollars: before the sign, or behind it ("$US160")."""
NOT_UNITS = frozenset(("s", "st", "nd", "rd", "th"))  # "1990s", "22nd"

RUN = r"(\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{2,3})*[,\u00a0\u202f\u2009 ]\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
"""Digits with their groups and decimals."""
# A money sign may stand directly before the digits: "N$7", "Sh4", where the tokenizer does not part them.
_SIGN = r"~|≈|[a-z]{0,3}[$£€¥₹₦₩₽₱₺₵₡]|y=|k?sh|ush|rs|dh|rm|chf|usd|eur|gbp|us|au|nz|hk|ca|r"
_WORD = re.compile(
    rf"(?:(?P<lead>now|then|sub|minus)-)?(?P<minus>[-−])?(?P<sign>{_SIGN})?"
    + RUN.replace("(", "(?P<digits>", 1)
    + rf"(?P<part>[{''.join(VULGAR)}]?)(?:[-–]?(?P<tail>[a-zµμ°]+[²³23]?)\.?|(?P<dash>[-–]))?\Z"
)
_RANGE = re.compile(rf"[~≈$£€]?{RUN}[–—‑‒−-][$£€]?{RUN}([a-z]*)\Z")


class Written(NamedTuple):
    """A word's number (without its scale), the digits as written, the sign before them and the letters after."""

    value: float
    digits: str
    sign: str
    tail: str
    negative: bool


@lru_cache(REMEMBERED)
def read(word: str) -> Written | None:
    """The number that is written in ``word`` (lower case); None for other words, ordinals and decades."""
    match = _WORD.match(word) if len(word) <= LONGEST else None
    if match is None or match["tail"] in NOT_UNITS or (match["minus"] and match["dash"]):
        return None
    negative = bool(match["minus"]) or match["lead"] == "minus"
    value = number(match["digits"]) + VULGAR.get(match["part"], 0)
    return Written(-value if negative else value, match["digits"], match["sign"] or "", match["tail"] or "", negative)


@lru_cache(REMEMBERED)
def ends(word: str) -> tuple[float, float, str] | None:
    """The ends of a range written as one word, "10–15", and the letters after it."""
    match = _RANGE.match(word) if len(word) <= LONGEST else None
    return (number(match[1]), number(match[2]), match[3]) if match else None


def number(text: str) -> float:
    """The value of digits with whatever parts their groups."""
    return float(re.sub(r"[^\d.]", "", text))


def without(word: str) -> str:
    """The word without digits that a hyphen ties to it: of "6-foot-4", which is two words, "foot"."""
    before, dash, after = word.rpartition("-")
    return before if dash and before and after.isdigit() else word
