"""Time that has passed: from one dated event to the next ("six days later"), and back from the story's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstally.evidence import moments, places
from newstally.evidence.moments import Stretch
from newstally.types import Quantity, Span, Story
from newstally.words import calendar
from newstally.words.calendar import Days

BESIDE = re.compile(r"[\s,–—-]*(?:(?:just|only|exactly)\s+)?")
LATER = re.compile(r"\s+later\s*(?:[.;:)”]|$)")  # where more follows, it may be of that: "ten years later it burned"
AFTER = re.compile(r"[\s,]+after\s+(?:(?:just|only)\s+)?")
CLOSED = re.compile(r"\s*(?:[.,;:)]|$)")  # what else would follow says of what the years are
BEGAN = re.compile(r"\b(?:found|open|beg[aiu]n|start|built|establish|launch|set up|creat)")
ENDED = re.compile(
    r"[\s,]*(?:and|but)\s+(?:(?:it|finally|was|were|to)\s+)*(?:shut|clos|end|fold|finish|stopp|dissolv)\w*[^,;]*"
)
# Behind the span: what it is told from, up to the date of that.
FROM = re.compile(r"\s+(after|before)\s+(?:[A-Za-z'’-]+\s+){1,6}(?:on|in)\s+")
AGO = re.compile(r"\s+ago,?\s+(?:in|on)\s+")
BEFORE_AGO = re.compile(r",\s+(?:(?:just|only)\s+)?")


def since(story: Story, lengths: Sequence[Quantity]) -> Iterator[tuple[Quantity, Stretch]]:
    """The spans of time told from one date to another of their sentence, with the time between the two.

    Such as "opens on March 3 and ends on March 9, six days later", "founded in 1934 and shut in 2017 after 83 years",
    "on March 9, six days after a vote on March 3".
    """
    dates = moments.dates(story)
    for length in lengths:
        around = places.sentence(story, length.span)
        dated = [one for one in dates if around.covers(one.span)]
        before = [one for one in dated if one.span.end <= length.span.start]
        if len(before) == 2 and (_is_later(story, before[1], length) or _is_after(story, before, length)):
            yield from _between(story, length, *before)
        elif len(dated) == 2 and len(before) == 1:
            told = _told_from(story, length, *dated)
            yield from _between(story, length, *(reversed(dated) if told == "after" else dated if told else ()))


def _between(story: Story, length: Quantity, *dates: Quantity) -> Iterator[tuple[Quantity, Stretch]]:
    if dates:
        start, end = min(date.span.start for date in dates), max(date.span.end for date in dates)
        whole = Span(start, end, story.article.text[start:end])
        said = " to ".join(date.span.text for date in dates)
        for one in moments.stretch(whole, dates[0].unit, dates[-1].unit):
            yield length, replace(one, said=said)


def _told_from(story: Story, length: Quantity, date: Quantity, other: Quantity) -> str:
    """Whether the one date is said to lie so long after or before the other that follows; "" where it is not."""
    text = story.article.text
    told = FROM.fullmatch(text, length.span.end, other.span.start)
    return told[1] if told and BESIDE.fullmatch(text, date.span.end, length.span.start) else ""


def _is_later(story: Story, date: Quantity, length: Quantity) -> bool:
    text = story.article.text
    return bool(BESIDE.fullmatch(text, date.span.end, length.span.start) and LATER.match(text, length.span.end))


def _is_after(story: Story, dates: Sequence[Quantity], length: Quantity) -> bool:
    """Whether something began on the one date, and the same thing ended on the other after that time."""
    text, (one, other) = story.article.text, (date.span for date in dates)
    began = BEGAN.search(text, places.sentence(story, one).start, one.start)
    is_same = began and ENDED.fullmatch(text, one.end, other.start)
    return bool(is_same and AFTER.fullmatch(text, other.end, length.span.start) and CLOSED.match(text, length.span.end))


def ago(story: Story, lengths: Sequence[Quantity]) -> Iterator[tuple[Quantity, Stretch]]:
    """The spans of time back from the story's own day to a date: "27 years ago, in 1998"."""
    today, dates, text = moments.own_date(story), moments.dates(story), story.article.text
    for length in lengths if today else ():
        for one in dates:
            is_first = length.span.end <= one.span.start and AGO.fullmatch(text, length.span.end, one.span.start)
            is_last = one.span.end <= length.span.start and BEFORE_AGO.fullmatch(text, one.span.end, length.span.start)
            on = calendar.days(one.unit)
            is_ago = is_first or (is_last and text.startswith(" ago", length.span.end))
            if today and on and on.last < today and is_ago:
                said = f"{one.span.text} to {calendar.written(today)}"
                yield length, Stretch(one.span, on, Days(today, today), said)
