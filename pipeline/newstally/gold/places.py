"""Where gold stands in its text, for gold quotes words and gives no offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newstally.errors import InputError

Object = Mapping[str, Any]


def counts(gold: Object) -> list[tuple[int, int]]:
    """Start and end of each count's quote, found left to right. Raises InputError where one is not there."""
    spans, position = [], 0
    for count in gold["counts"]:
        start = gold["text"].find(count["quote"], position)
        if start < 0:
            raise InputError(f"gold {gold['id']!r}: no {count['quote']!r} from {position} on; mend the quote")
        spans.append((start, start + len(count["quote"])))
        position = start + 1
    return spans


def quote(text: str, start: int, end: int, position: int) -> str:
    """The stretch, lengthened to the right as far as it must be to be found there from ``position`` on, a whole word.

    Where that cannot be done, as behind the quotes before it, it stays as it is, and the lint will tell.
    """
    for longer in range(end, len(text) + 1 if position <= start else end):
        if text.find(text[start:longer], position) == start and not torn(text, start, longer):
            return text[start:longer]
    return text[start:end]


def torn(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit is torn from its word at either end: "4" in "14", "two" in "twofold"."""
    torn_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return torn_before or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def first(text: str, forms: Sequence[str]) -> int | None:
    """The place of whichever form comes first; None where none stands there."""
    return min((start for form in forms if (start := text.find(form)) >= 0), default=None)


def title(text: str, words: str, forms: Iterable[str]) -> int | None:
    """The place of a title, capitals aside, nearest to a form of its person; None where it does not stand there."""
    titles = [match.start() for match in re.finditer(re.escape(words), text, re.IGNORECASE)]
    people = [match.start() for form in forms for match in re.finditer(re.escape(form), text)]
    if not people:
        return titles[0] if titles else None
    return min(titles, key=lambda each: (min(abs(each - person) for person in people), each), default=None)
