"""A count without its noun: the unit that the reader supplies, and the words that make its quote."""

from __future__ import annotations

from typing import NamedTuple

from newstally.resolve.counts.spoken import Spoken


class Elided(NamedTuple):
    """The supplied unit and the tokens ``[first, last)`` of the quote."""

    first: int
    last: int
    unit: str


def quoted(text: Spoken, unit: str, *, first: int | None = None, last: int | None = None) -> Elided | None:
    """The count of ``unit`` that quotes the figure, and more where ``first`` or ``last`` say so; None without unit."""
    if not unit:
        return None
    return Elided(text.first if first is None else first, text.last if last is None else last, unit)
