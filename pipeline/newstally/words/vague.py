"""Plurals of number words, which state no number: "dozens of people", "tens of millions of dollars"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.words.numerals import SCALES, Numeral

PLURALS = {"tens": 10} | {
    f"{word}s": SCALES[word] for word in ("dozen", "hundred", "thousand", "million", "billion", "trillion")
}
SPAN = 10
"""How far they reach: hundreds may be from 100 to 1000."""


def find(words: Sequence[str]) -> Iterator[Numeral]:
    """The plurals with "of" after them, "tens of thousands" as one; they may mean ``value`` to ``high``."""
    if PLURALS.keys().isdisjoint(words):
        return
    i = 0
    while i < len(words):
        last, value = i, 1
        while last < len(words) and words[last] in PLURALS and (last == i or value < PLURALS[words[last]]):
            value *= PLURALS[words[last]]
            last += 2 if words[last + 1 : last + 2] == ["of"] and words[last + 2 : last + 3] != [] else 1
            if words[last - 1] != "of":
                break
        if last > i and words[last - 1] == "of":
            yield Numeral(i, last - 1, value, value * SPAN, "vague")
        i = max(last, i + 1)
