"""When things were, as far as the story says it: its own date, and stretches of time from one date to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor

from newstally.evidence import places
from newstally.types import Quantity, Span, Story
from newstally.words import calendar
from newstally.words.calendar import Days
from newstally.words.tables import read_once

HEADS = frozenset({"headline", "deck", "byline", "dateline"})
LEDES = 3  # sentences from the top in which a full date with its weekday is news
UNTIL = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?")
AND = re.compile(r"\s*and\s*")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
YEARS = re.compile(
    r"\b(?:(1[5-9]\d\d|20\d\d)\s*(?:to|until|till|through|-|–|—)\s*(1[5-9]\d\d|20\d\d)"
    r"|[Bb]etween\s+(1[5-9]\d\d|20\d\d)\s+and\s+(1[5-9]\d\d|20\d\d))\b(?![,.]\d)"
)
SATURDAY = 5
SLACK = 0.01  # of a unit; years are not all of one length
ANY_YEAR = 2001  # for two days of one year that is not said


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one date to another, as the story writes it; ``said`` is how a finding does where that is more."""

    span: Span
    start: Days
    end: Days
    said: str = ""

    def lengths(self, unit: str) -> tuple[float, float]:
        """The least and the greatest length in ``unit``, first and last day counted or not."""
        size = calendar.UNITS[unit]
        least = (self.end.first - self.start.last).days
        greatest = (self.end.last - self.start.first).days + 1
        return least / size, greatest / size

    def fewest(self, unit: str) -> int:
        """The fewest units that anybody would speak of: whole ones, or of days those in which people work."""
        least, _ = self.lengths(unit)
        return min(floor(least + SLACK), self._working_days()) if unit == "day" else floor(least + SLACK)

    def most(self, unit: str) -> int:
        """The most units that anybody would speak of: every one that is begun, be it for a day."""
        years = self.end.last.year - self.start.first.year
        months = 12 * years + self.end.last.month - self.start.first.month
        begun = {"year": years, "month": months, "week": self.lengths("week")[1]}.get(unit, -1)
        return max(ceil(self.lengths(unit)[1] - SLACK), ceil(begun) + 1)

    def _working_days(self) -> int:
        """The days from the first to the last that are no weekend; the least there can be where the year is unsaid."""
        first, last = self.start.last, self.end.first
        if first.year == ANY_YEAR:
            return floor((last - first).days * 5 / 7)
        return sum(day.weekday() < SATURDAY for day in calendar.each(first, last))


def dates(story: Story) -> tuple[Quantity, ...]:
    """The dates of the story in the order of the text."""
    return tuple(one for one in story.quantities if one.type == "date")


@read_once
def own_date(story: Story) -> date | None:
    """The day of the story: the first full date at its head, or with a weekday in its first sentences."""
    lede = story.sentences[LEDES - 1].end if len(story.sentences) >= LEDES else len(story.article.text)
    for one in dates(story):
        found = calendar.days(one.unit)
        is_news = one.span.start < lede and weekday_of(story, one) != ""
        if found and calendar.is_one_day(one.unit) and (is_news or places.kind(story, one.span) in HEADS):
            return found.first
    return None


def weekday_of(story: Story, one: Quantity) -> str:
    """The weekday that stands in a date or right before it, or behind it in brackets; "" where none does."""
    before = story.article.text[max(0, one.span.start - 12) : one.span.start]
    behind = story.article.text[one.span.end : one.span.end + 13]
    words = re.findall(r"[A-Za-z]+", one.span.text)[:1]
    words += re.findall(r"([A-Z][a-z]+)\.?[,\s(]*(?:the\s)?$", before)
    words += re.findall(r"^\s*\(([A-Z][a-z]+)\)|^, a ([A-Z][a-z]+)", behind)[:1]
    names = ("".join(word) for word in words)
    return next((day for name in names if (day := calendar.weekday(name))), "")


def stretches(story: Story) -> Iterator[Stretch]:
    """Every "from 1998 to 2010", "June 3 to 8", "between May 2 and June 1" that has two known ends."""
    for match in YEARS.finditer(story.article.text):
        first, last = (number for number in match.groups() if number)
        yield from stretch(Span(match.start(), match.end(), match[0]), first, last)
    found = [one for one in dates(story) if len(one.unit) > len("YYYY")]
    for one in found:
        last = calendar.last_of_range(one.span.text, one.unit)
        if last:
            yield from stretch(one.span, one.unit, last)
    for one, other in pairwise(found):
        gap = story.article.text[one.span.end : other.span.start]
        is_between = AND.fullmatch(gap) and BETWEEN.search(story.article.text[: one.span.start])
        if UNTIL.fullmatch(gap) or is_between:
            end = other.span.end
            whole = Span(one.span.start, end, story.article.text[one.span.start : end])
            yield from stretch(whole, one.unit, other.unit)


def stretch(span: Span, start: str, end: str) -> Iterator[Stretch]:
    """The stretch where it has two ends in order; an end without a year is of the other's, or of the next to it."""
    stated = next((int(iso[:4]) for iso in (end, start) if iso[:4].isdigit()), ANY_YEAR)
    first, last = calendar.days(calendar.in_year(start, stated)), calendar.days(calendar.in_year(end, stated))
    if first and last and first.first > last.first:
        if start.startswith("XXXX"):
            first = calendar.days(calendar.in_year(start, stated - 1))
        else:
            last = calendar.days(calendar.in_year(end, stated + 1))
    if first and last and first.first < last.first:
        yield Stretch(span, first, last)
