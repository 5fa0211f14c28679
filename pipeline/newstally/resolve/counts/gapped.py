"""Counts whose noun a count before them has: "15 people died in Atla, nine in Lempa and four in Oco".

Where words are left out, a parse has nothing to hang the number on. So these are read off the words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newstally.resolve.counts.page import Page
from newstally.types import Count
from newstally.words.figured import Figure

OPENERS = frozenset((",", ":", ";", "and", "but", "while", "plus", "—", "–", "("))
PREPOSITIONS = frozenset(
    ["in", "from", "at", "to", "for", "against", "on", "by", "near", "under", "outside", "inside", "with", "among"]
)
VERBS = ("VB", "VBG")  # "12 to go"
LONGEST = 15  # words between "from 120" and "to 60"


def unit(page: Page, figure: Figure, before: Sequence[Count]) -> str:
    """What a number counts that only takes up a count of its sentence; "" where it takes up none."""
    first, last = figure.mention.first, figure.mention.last
    if page.at(first - 1) == "to" and (start := _start(page, first)) is not None:
        return next((count.unit for count in before if count.span.start == start), "")
    if page.at(first - 1) not in OPENERS or page.at(last) not in PREPOSITIONS or not page.same_line(first, last + 1):
        return ""
    if page.tokens[last + 1].tag in VERBS or _of_person(page, first - 2):
        return ""
    line = _line(page, figure)
    here = list(takewhile(lambda count: (count.block, count.sentence) == line, reversed(before)))
    return next((count.unit for count in here if not _in_phrase(page, count)), here[0].unit) if here else ""


def _start(page: Page, first: int) -> int | None:
    """Where the figure begins whose "from" goes with the "to" before the number."""
    for i in range(first - 2, max(0, first - LONGEST), -1):
        if not page.same_line(first, i):
            return None
        if page.at(i) == "from":
            figure = page.figure_at.get(i + 1)
            return page.tokens[figure.mention.first].start if figure else None
    return None


def _line(page: Page, figure: Figure) -> tuple[int, int]:
    token = page.tokens[figure.first]
    return token.block, token.sentence


def _of_person(page: Page, i: int) -> bool:
    """Whether the number is set off from a person's name, whose age it may be: "Ada Marsh, 34 in May"."""
    entity = page.entity_at.get(i)
    return entity is not None and entity.label == "PERSON"


def _in_phrase(page: Page, count: Count) -> bool:
    """Whether a count stands behind a preposition: in "15 people died in two towns" the towns do, the people do not."""
    first = page.token_from.get(count.span.start, 0)
    return first > 0 and page.tokens[first - 1].tag == "IN"
