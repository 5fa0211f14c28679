"""The calendar: which days an ISO 8601 date with gaps may mean, and how long it is from one to another. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from newstally.words.dates import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = {"day": 1.0, "night": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
"""Days of a unit of time."""
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
LAST_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s*(?:to|through|until|and|&|-|–|—)\s*(\d{1,2})(?:st|nd|rd|th)?\b")
DAY = timedelta(days=1)


class Days(NamedTuple):
    """The first and the last day that a date may mean: all of May for "May 2010"."""

    first: date
    last: date


def days(iso: str) -> Days | None:
    """The days that ``iso`` may mean; None where the year is not said, or there is no such day."""
    match = ISO.fullmatch(iso)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return Days(date(year, month, day), date(year, month, day))
        first = date(year, month or 1, 1)
        return Days(first, (date(year, month, 28) + 4 * DAY).replace(day=1) - DAY if month else date(year, 12, 31))
    except ValueError:
        return None


def year(number: int) -> Days:
    """All days of a year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def is_one_day(iso: str) -> bool:
    """Whether the date is of one day of a known year."""
    found = days(iso)
    return found is not None and found.first == found.last


def in_year(iso: str, year: int) -> str:
    """A date without year as one of ``year``; any other as it is."""
    return f"{year:04}{iso[4:]}" if iso.startswith("XXXX") else iso


def last_of_range(text: str, iso: str) -> str:
    """The last day of "June 3 to 8, 2027", whose first is ``iso``; "" where the text names one day."""
    match = LAST_DAY.search(text) if text != iso else None
    return f"{iso[:8]}{int(match[1]):02}" if match and len(iso) == len("YYYY-MM-DD") else ""


def weekday(word: str) -> str:
    """The weekday that ``word`` begins or is: "Tues." → "Tuesday"; "" for any other word."""
    plain = word.rstrip(".").lower()
    return next((day for day in WEEKDAYS if len(plain) > 2 and day.lower().startswith(plain)), "")


def age(born: date, on: date) -> int:
    """Years completed on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def each(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    return (first + i * DAY for i in range((last - first).days + 1))


def written(day: date) -> str:
    """A day as newspapers print it: "March 4, 2025"."""
    return f"{MONTH_NAMES[day.month]} {day.day}, {day.year}"


MONTH_NAMES = {number: name.capitalize() for name, number in reversed(MONTHS.items())}
