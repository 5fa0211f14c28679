"""Two spellings of one name: what is a slip of the pen, and what are two names. Pure; works on one word at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LEAST = 5
"""Letters of the shortest name in which one other letter is a slip; of shorter ones too many lie side by side."""
LEAST_SWAPPED = 6  # … in which two letters that are not neighbours may have changed places
LEAST_TWICE = 8  # … in which there may be two slips
# Letters that no decomposition makes plain, and how print does; and what print makes of the umlauts.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# Letters that sound alike at the start of a name, in either order.
ALIKE = frozenset(pair[::way] for pair in ("ck", "gj", "sz", "iy", "vw", "kq") for way in (1, -1))
LEAST_ALIKE = 4  # letters of the shortest given name that may sound like another: "Eric", not "Jon"
# Letters of given names and one form for all that sound alike, in this order.
SOUNDS = (
    (re.compile(r"ph|v"), "f"), (re.compile(r"th"), "t"), (re.compile(r"^(?:geo|je)"), "je"),
    (re.compile(r"ch(?=[rlao])|ck|c(?![ehiy])|q"), "k"), (re.compile(r"c(?=[eiy])|z"), "s"), (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1"), r"\1"), (re.compile(r"(?<=.)h$"), ""),
)  # fmt: skip


def plain(text: str) -> str:
    """The text without accents and case: ``Łukasz`` and ``LUKASZ`` are one."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().translate(PLAIN)


def is_slip(one: str, other: str) -> bool:
    """Whether two different plain words are one name but for a slip: letters added, dropped, changed or swapped.

    Not a slip: a plural, the ending of another name ("Williams", "Williamson"), an umlaut in two letters.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    most = 2 if len(short) >= LEAST_TWICE else 1
    if len(short) < LEAST or len(long) - len(short) > most or short == long:
        return False
    if is_swap(short, long):
        return not _is_other_form(short, long)
    starts_alike = short[0] == long[0] or short[0] + long[0] in ALIKE
    return starts_alike and not _is_other_form(short, long) and _distance(short, long) <= most


def is_swap(one: str, other: str) -> bool:
    """Whether two letters of a name long enough to tell have changed places: "Toiham", "Hoitam"."""
    if not len(one) == len(other) >= LEAST_SWAPPED:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 2 and differing[0] == differing[1][::-1]


def is_given_slip(one: str, other: str) -> bool:
    """The same of given names: not a short form ("Steve", "Steven"), nor the other sex's ("Paulo", "Paula").

    Names that sound alike are one, however many letters differ: "Stephen", "Steven".
    """
    if sounds_alike(one, other):
        return True
    is_short_form = one.startswith(other) or other.startswith(one)
    return not is_short_form and one[-1:] == other[-1:] and is_slip(one, other)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two different given names are spellings of one: "Erik", "Eric"; not "Daniel", "Danielle"."""
    short, long = sorted((one, other), key=len)
    is_longer_form = long.startswith(short) and long != short + "h"
    return len(short) >= LEAST_ALIKE and short != long and not is_longer_form and _sound(short) == _sound(long)


def _sound(name: str) -> str:
    for letters, sound in SOUNDS:
        name = letters.sub(sound, name)
    return name


def _is_other_form(short: str, long: str) -> bool:
    ending = long.removeprefix(short) if long.startswith(short) else ""
    return ending in ("s", "es") or len(ending) > 1 or _without_umlauts(short) == _without_umlauts(long)


def _without_umlauts(word: str) -> str:
    for two, single in UMLAUTS:
        word = word.replace(two, single)
    return word


def _distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbours."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row = row, list(_next_row(one, other, i, letter, before, row))
    return row[-1]


def _next_row(one: str, other: str, i: int, letter: str, before: list[int], row: list[int]) -> Iterator[int]:
    left = i
    yield left
    for j, its in enumerate(other, 1):
        left = min(left + 1, row[j] + 1, row[j - 1] + (letter != its))
        if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
            left = min(left, before[j - 2] + 1)
        yield left
