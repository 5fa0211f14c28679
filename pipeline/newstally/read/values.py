"""The values of an input's fields, as an article can use them: a word, a day, and what JSON can hold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from typing import Any

from newstally.words import calendar, dates

WORD = re.compile(r"\w+|[^\w\s]")
EPOCH = re.compile(r"\d{9,}")


def word(value: Any) -> str:
    """A string with something in it, or a whole number, as it can be written; "" for anything else."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return plain(value) if isinstance(value, str) and value.strip() else ""


def day(value: Any) -> str:
    """A day as "YYYY-MM-DD"; "" for what names none for certain.

    It may be a date, or words: ISO 8601, the form of mail and feeds, or with the month's name ("March 4, 2025"). A time
    is left out, and so is a date such as 04/03/2025, which may be of two months, or a number of seconds.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    if not isinstance(value, str) or not value.strip() or EPOCH.fullmatch(value.strip()):
        return ""
    text = value.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError):
            return read(text).isoformat()[:10]
    found = [one.iso for one in dates.find(WORD.findall(text)) if calendar.is_one_day(one.iso)]
    return found[0] if len(found) == 1 else ""


def plain(value: Any) -> Any:
    """A value as JSON can hold it: what it has no kind for is written as words, and no number that is none."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {plain(str(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int):
        return value
    return value.isoformat() if isinstance(value, date | time) else plain(str(value))
