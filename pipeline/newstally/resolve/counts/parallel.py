"""Bare numbers that are put as a number before them was, and so are of the same things.

"Guilty on eight of 11 counts … on four of seven", "612 members voted yes and 126 no", "Seven of the deaths were in the
north, three in the south", "18 buses, 12 of its own".
"""

from __future__ import annotations

from newstally.resolve.counts.quoted import Elided, quoted
from newstally.resolve.counts.spoken import NEAR_SENTENCES, QUANTITIES, Spoken
from newstally.types import Count

ANSWERS = frozenset(("yes", "no", "aye", "nay", "yea"))
CLOSERS = frozenset(("", ".", ",", ";", ")", "and"))
OWNERS = frozenset(("its", "their", "his", "her", "our", "my"))
OPENERS = frozenset((",", ":", ";", "and", "but", "while", "—", "–", "("))


def answered(text: Spoken) -> Elided | None:
    """Reads "612 members voted yes and 126 no", "12 of its own": of those that the sentence has counted."""
    page, last = text.page, text.last
    if page.at(text.first - 1) not in OPENERS or not page.same_line(text.first, last):
        return None
    answers = page.at(last) in ANSWERS and page.at(last + 1) in CLOSERS
    owns = page.at(last) == "of" and page.at(last + 1) in OWNERS and page.at(last + 2) == "own"
    return quoted(text, text.beside() if answers or owns else "")


def of_whole(text: Spoken) -> Elided | None:
    """Reads the 14 of "eight of 14", which are what the eight are."""
    last = text.before[-1] if text.before else None
    is_whole = last is not None and text.page.at(text.first - 1) == "of" and _is_partitive(last)
    start = text.page.token_from.get(last.span.start) if last is not None and is_whole else None
    figure = text.page.figure_at.get(start) if start is not None else None
    return quoted(text, last.unit) if last and figure and figure.mention.last == text.first - 1 else None


def part(text: Spoken) -> str:
    """Reads "hit eight of 11 shots … four of seven": the unit of the last part of a whole, told in the same form."""
    near = (count for count in reversed(text.before) if text.sentence - count.sentence <= NEAR_SENTENCES)
    return next((count.unit for count in near if _is_partitive(count) and count.unit_text), "")


def of_parts(text: Spoken) -> str:
    """Reads "Seven of the deaths were in the north, three in the south": the unit of the part before it."""
    last = text.before[-1] if text.before else None
    is_part = last is not None and last.sentence == text.sentence and _is_partitive(last) and last.unit_text
    return last.unit if last and is_part else ""


def _is_partitive(count: Count) -> bool:
    return "subset" in count.cues and " of " in count.span.text


def sought(text: Spoken) -> Elided | None:
    """Reads "will hire 40 deckhands. The union had asked for 65.": as many of the same were wanted."""
    page, link = text.page, text.page.at(text.first - 1)
    verb = page.tokens[text.first - 2] if text.first > 1 else None
    seeks = verb is not None and link == "for" and verb.lemma in page.units["totals"]["seeks"]
    if not seeks or page.at(text.last) not in CLOSERS or text.is_of(*QUANTITIES):
        return None
    return quoted(text, text.like())
