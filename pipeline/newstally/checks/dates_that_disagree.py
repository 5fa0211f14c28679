"""D101: a weekday and its date, an age and a birth, or a span of time and its dates do not agree.

*What it finds.* A weekday beside a date of a known year; an age of a person on a day that the story names, and the
birth; "for 14 years" beside "from 1998 to 2010". Those that agree are found as well.

*Why it matters.* The calendar is the one source that nobody needs to ring up; and a wrong weekday sends people to a
meeting on the wrong day.

*Example.* "on Tuesday, March 5, 2025" (a Wednesday); born in May 1937, died in November 2025 "at 90"; "Ana Kos
(1931–2019) died at 78"; "a six-day trip from June 3 to 12"; "opens on June 3 and ends on June 12, six days later".

*Not a fault.* A date without year, where the story has no date of its own near it; the old calendar; first and last
day counted or not; about so many years, or a round number of them ago; ages of another day; days of a season; a reign
in brackets, which is no lifetime.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newstally.evidence import ages, elapsed, lives, moments, places
from newstally.evidence.ages import Aged
from newstally.evidence.lives import Birth
from newstally.evidence.moments import Stretch
from newstally.evidence.wording import spelled
from newstally.registry import check
from newstally.types import Finding, Quantity, Span, Story, Verdict
from newstally.words import calendar

FIRST_YEAR = 1925
"""Before it, not every country had the new calendar; an old weekday may be right by the old one."""
MOST_OUT = 11
"""Years by which a slip puts an age beside a lifetime in brackets; where it is more, they are those of an office."""
ROUND, OF_ROUND = 5, 0.15  # years ago that are a multiple of the one may be out by so much of them
NEAR, NEARER = 180, 60  # days from the story's date in which a date without year is this year's; for certain
# Between a span of time and its dates: what lasts so long and a preposition, or a bracket; or the other way about.
FOLLOWS = re.compile(
    r"[\s,:–—-]*(?:(?!ago|before|after|later|earlier|since|into|of\b)[a-z-]+[\s,]+){0,4}?(?:from|between|for|on)\s+(?:the\s+)?"
    r"|[\s,]*(?:[a-z-]+\s+){0,2}\(\s*|[\s,]*[,:–—]\s*"
)
PRECEDES = re.compile(
    r"[\s,):–—-]*(?:(?:and|for|a|those|these|the|all|over|during|in|his|her|their|its|period|span|stretch|of|total|is)\s+)*"
)


@check("D101", kind="date")
def dates_that_disagree(story: Story) -> Iterator[Finding]:
    """Hold weekdays against their dates, ages against births, and spans of time against their ends."""
    today = moments.own_date(story)
    for one in moments.dates(story):
        finding = _weekday(story, one, today)
        if finding:
            yield finding
    yield from _ages(story)
    yield from _spans(story)


# ---- weekdays --------------------------------------------------------------------------------------------------------


def _weekday(story: Story, one: Quantity, today: date | None) -> Finding | None:
    stated = moments.weekday_of(story, one)
    day, certain = _day(one, today)
    if not stated or day is None:
        return None
    right = calendar.WEEKDAYS[day.weekday()]
    agrees = stated == right
    if not agrees and (not certain or day.year < FIRST_YEAR or calendar.last_of_range(one.span.text, one.unit)):
        return None
    message = f"{calendar.written(day)} is a {right}" + ("" if agrees else f", not a {stated}")
    return Finding("D101", "date", _verdict(agrees), message, spans=(one.span,))


def _day(one: Quantity, today: date | None) -> tuple[date | None, bool]:
    """The one day that a date means, and whether for certain; without a year, the one nearest to the story's date."""
    if one.unit.startswith("XXXX") and today:
        years = (today.year - 1, today.year, today.year + 1)
        near = [found.first for year in years if (found := calendar.days(calendar.in_year(one.unit, year)))]
        day = min(near, key=lambda found: abs((found - today).days), default=None)
        away = abs((day - today).days) if day else NEAR
        return (day, away <= NEARER) if away < NEAR else (None, False)
    found = calendar.days(one.unit)
    return (found.first, True) if found and calendar.is_one_day(one.unit) else (None, False)


# ---- ages ------------------------------------------------------------------------------------------------------------


def _ages(story: Story) -> Iterator[Finding]:
    births = list(lives.births(story))
    seen: set[tuple[str, int, int]] = set()
    for aged in ages.ages(story, births):
        born = [birth for birth in births if birth.person is aged.person]
        key = (aged.person.id, aged.years, aged.slack)
        if len(born) == 1 and key not in seen:
            seen.add(key)
            yield from _age(born[0], aged)


def _age(birth: Birth, aged: Aged) -> Iterator[Finding]:
    least, most = calendar.age(birth.on.last, aged.on.first), calendar.age(birth.on.first, aged.on.last)
    agrees = least <= aged.years <= most
    is_office = not birth.said and abs(aged.years - most) > MOST_OUT
    if agrees or not (is_office or least - aged.slack <= aged.years <= most + aged.slack):
        found = aged.years if agrees else most
        said = f"born {birth.span.text}, {aged.person.name} was {spelled(found)} {_on(aged)}"
        said = " ".join(said.split()) + ("" if agrees else f", not {spelled(aged.years)}")
        dated = (aged.when,) if aged.when else ()
        yield Finding(
            "D101", "date", _verdict(agrees), said,
            spans=(aged.span, birth.span, *dated), stated=aged.years, found=found,
        )  # fmt: skip


def _on(aged: Aged) -> str:
    return f"on {calendar.written(aged.on.first)}" if aged.on.first == aged.on.last else f"in {aged.on.first.year}"


# ---- spans of time ---------------------------------------------------------------------------------------------------


def _spans(story: Story) -> Iterator[Finding]:
    lengths = [
        one
        for one in story.quantities
        if one.type == "duration" and one.unit in calendar.UNITS and one.amount.modifier == "exact" and one.amount.value
    ]
    stretches = list(moments.stretches(story))
    for one in lengths:
        beside = [stretch for stretch in stretches if _is_of(story, one, stretch)]
        if len(beside) == 1:
            yield from _span(one, beside[0])
    for one, stretch in elapsed.since(story, lengths):
        yield from _span(one, stretch)
    for one, stretch in elapsed.ago(story, lengths):
        yield from _span(one, stretch, is_back=True)


def _is_of(story: Story, length: Quantity, stretch: Stretch) -> bool:
    """Whether a span of time stands beside two dates in one sentence, with no other figure between."""
    if not places.sentence(story, length.span).covers(stretch.span):
        return False
    if length.span.end <= stretch.span.start:
        return FOLLOWS.fullmatch(story.article.text[length.span.end : stretch.span.start]) is not None
    gap = story.article.text[stretch.span.end : length.span.start]
    return PRECEDES.fullmatch(gap) is not None


def _span(length: Quantity, stretch: Stretch, *, is_back: bool = False) -> Iterator[Finding]:
    stated, unit = length.amount.value or 0, length.unit
    least, most = stretch.lengths(unit)
    middle = (least + most) / 2
    agrees = middle - 1 < stated <= most + 1 / 2
    slack = stated * OF_ROUND if is_back and stated % ROUND == 0 else 0
    if agrees or not stretch.fewest(unit) - slack <= stated <= stretch.most(unit) + slack:
        found = stated if agrees else round(middle)
        units = unit if found == 1 else f"{unit}s"
        dates = " ".join((stretch.said or stretch.span.text).split())
        said = f"{dates} is {spelled(found)} {units}" + ("" if agrees else f", not {spelled(stated)}")
        spans = _ordered(length.span, stretch.span)
        yield Finding("D101", "date", _verdict(agrees), said, spans=spans, stated=stated, found=found)


def _ordered(*spans: Span) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))


def _verdict(agrees: bool) -> Verdict:
    return "consistent" if agrees else "contradictory"
