"""Figures set against each other → comparisons: changes from an old figure to a new one, and parts of a whole.

``terms`` are the figures of all kinds; ``roles`` what each may be by the words beside it; ``line`` a sentence with
both; ``turns`` the phrases of the table that say which figure is which; ``near`` figures that only stand together,
``elsewhere`` what two of them come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newstally.resolve.comparisons.elsewhere import elsewhere
from newstally.resolve.comparisons.line import Line, lines
from newstally.resolve.comparisons.near import apposed, near
from newstally.resolve.comparisons.terms import terms
from newstally.resolve.comparisons.turns import Turns, said
from newstally.types import Comparison, Count, Mentions, Quantity, Table
from newstally.words.tables import read_once

reading = read_once(Turns)
BEFORE = 3  # lines with figures from a whole to the fraction of it that goes without


def comparisons(
    mentions: Mentions, counts: Sequence[Count], quantities: Sequence[Quantity], tables: Mapping[str, Table]
) -> tuple[Comparison, ...]:
    """What the text says of one figure against another, in the order of the text; those said before those near."""
    table = reading(tables["comparisons"])
    page = lines(mentions, terms(mentions, counts, quantities, table.words), table.words)
    found = [one for line in page if line.pieces for one in said(line, table)]
    known = {one.rate.span for one in found if one.rate and one.other}
    found += (one for one in _near(page, table) if one.rate and one.rate.span not in known)
    return tuple(sorted(found, key=_place))


def _near(page: Sequence[Line], table: Turns) -> Iterator[Comparison]:
    """What stands together in a sentence, or in it and its neighbours of the same or the next block."""
    for i, line in enumerate(page):
        if not line.pieces:
            continue
        around = [*page[max(0, i - 1) : i], *page[i + 1 : i + 2]]
        yield from near(line, [one for one in around if abs(one.block - line.block) <= 1], table)
        yield from apposed(line, page[max(0, i - BEFORE) : i], table)
        yield from elsewhere(page, i, table)


def _place(one: Comparison) -> tuple[bool, int, int]:
    starts = [term.span.start for term in (one.base, one.other, one.rate) if term]
    return not one.said, min(starts), max(starts)
