"""The offsets of other tools → code points. The quoted words tell in which unit a tool has counted.

Browsers count UTF-16 units, so that all behind an emoji is off by one; others count bytes of UTF-8, or have made one
character of every CR LF before they counted. A unit is believed where every quote of the text is found by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newstally.errors import InputError


class Quoted(NamedTuple):
    """A stretch of text as a tool gives it: its offsets, whatever their unit, and the words that stand there."""

    start: int
    end: int
    words: str


UNITS: dict[str, Callable[[str], int]] = {
    "code points": lambda char: 1,
    "UTF-16 units": lambda char: 1 + (char > "\uffff"),
    "bytes of UTF-8": lambda char: len(char.encode()),
    "code points without CR": lambda char: int(char != "\r"),
}


def code_points(text: str, quotes: Sequence[Quoted], place: str) -> list[tuple[int, int]]:
    """Start and end of each quote in code points. Raises InputError where no unit makes all quotes fit."""
    unfit: list[Quoted] = []
    for width in UNITS.values():
        spans = _converted(text, quotes, width)
        lost = [each for span, each in zip(spans, quotes, strict=True) if not span or not _fits(text, span, each.words)]
        if not lost:
            return [span for span in spans if span]
        unfit += lost
    shortest = min(unfit, key=lambda each: len(each.words))  # the shortest says best where it is
    raise InputError(
        f"{place}: {shortest.words!r} does not stand at {shortest.start}–{shortest.end}, in {', '.join(UNITS)}; "
        "give the text that was annotated"
    )


def _converted(text: str, quotes: Sequence[Quoted], width: Callable[[str], int]) -> list[tuple[int, int] | None]:
    """The spans in code points; None where an offset falls inside a character, or behind the text."""
    places: dict[int, int] = {}
    for place, offset in enumerate(accumulate(map(width, text), initial=0)):
        places.setdefault(offset, place)
    spans = ((places.get(each.start), places.get(each.end)) for each in quotes)
    return [None if start is None or end is None else (start, end) for start, end in spans]


def _fits(text: str, span: tuple[int, int], words: str) -> bool:
    """Whether the words stand there; tools write any run of white space, and a line's end, in their own way."""
    return _plain(text[slice(*span)]) == _plain(words.replace("\\n", "\n"))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)
