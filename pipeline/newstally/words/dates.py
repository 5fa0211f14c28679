"""Words → calendar dates: finds them in a sequence of words and writes them in ISO 8601, X for a digit not said.

Pure. Each word is put down as one letter for what it could be, and dates are regular expressions over those letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newstally.words.numerals import DASHES, ORDINALS

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
))  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1000, 2100

_RANGE = r"(?:[-n][DO])?"
_DATE = re.compile(
    rf"(?:W,?)?(?:M\.?t?[DO]{_RANGE}(?:,?Y)?|t?[DO]{_RANGE}o?M(?:\.?,?Y)?|M\.?,?Y|Y-D-D|N)|Y-[DYS](?![-M])|E"
)
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\Z")
_SIGNS = {",": ",", ".": ".", "of": "o", "the": "t", "and": "n", "to": "n", "through": "n", "&": "n"}
_CLASSES = (
    ("Y", re.compile(r"1\d{3}|20\d\d|2100")),
    ("D", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("S", re.compile(r"\d\d")),
    ("N", re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")),
    ("E", re.compile(r"(?:mid-?|early-?|late-?)?(?:1\d|20)\d0s")),
)


class Date(NamedTuple):
    """A date in ``words[first:last]``; ``iso`` is "2019-01-21", "XXXX-03-23", "2019-01", "199X" or "2013/2014"."""

    first: int
    last: int
    iso: str


def find(words: Sequence[str]) -> Iterator[Date]:
    """The dates with a figure in ``words`` (as written, without white space), left to right.

    A year alone is not found here: whether "2012" is a year depends on the words around it.
    """
    letters = "".join(map(_letter, words))
    for match in _DATE.finditer(letters):
        yield Date(match.start(), match.end(), _iso(words[match.start() : match.end()], match[0]))


def is_year(word: str) -> bool:
    """Whether the word could be a year: four digits, no comma, from 1000 to 2100."""
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


@lru_cache(maxsize=8192)
def _letter(word: str) -> str:
    lower = word.lower().rstrip(".") or word
    if word[:1].isupper() and lower in MONTHS:
        return "M"
    if word[:1].isupper() and lower in WEEKDAYS:
        return "W"
    if lower in DASHES:
        return "-"
    match = _ORDINAL_DAY.match(lower)
    if match or lower in ORDINALS:
        return "O" if (int(match[1]) if match else ORDINALS[lower]) <= 31 else "x"
    if lower.isalpha() or not lower.isascii():
        return _SIGNS.get(lower, "x")
    return _SIGNS.get(lower) or next((letter for letter, form in _CLASSES if form.fullmatch(lower)), "x")


def _iso(words: Sequence[str], letters: str) -> str:
    by = {letter: words[i].lower().rstrip(".") for i, letter in reversed(list(enumerate(letters)))}
    if "N" in by:
        return _numeric(by["N"])
    if "E" in by:
        return re.sub(r"\D", "", by["E"])[:3] + "X"
    if "M" not in by and letters.startswith("Y-"):
        return _years(words, letters)
    year, month = by.get("Y", "XXXX"), MONTHS[by["M"]]
    day = by.get("D") or by.get("O")
    if day is None:
        return f"{year}-{month:02}"
    number = ORDINALS.get(day) or int(re.sub(r"\D", "", day))
    return f"{year}-{month:02}-{number:02}"


def _years(words: Sequence[str], letters: str) -> str:
    """Reads "2019-01-21", or the span "2013-14" as "2013/2014"."""
    if letters == "Y-D-D":
        return f"{words[0]}-{int(words[2]):02}-{int(words[4]):02}"
    return f"{words[0]}/{words[0][: 4 - len(words[2])]}{words[2]}"


def _numeric(word: str) -> str:
    """Reads "2019-01-21" as it is. "10/12/2016" may be October or December, so only the year is sure."""
    if "-" in word:
        return word
    year = word.rpartition("/")[2]
    return year if len(year) == 4 else "XXXX"
