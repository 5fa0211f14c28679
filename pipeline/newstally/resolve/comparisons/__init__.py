"""Figures set against each other → comparisons: changes from an old figure to a new one, and parts of a whole.

``terms`` are the figures of all kinds; ``line`` is a sentence in which they and the rates are marked by their role;
``turns`` are the phrases of the table that say which figure is which; ``near`` are figures that only stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newstally.resolve.comparisons import near, turns
from newstally.resolve.comparisons.line import Line, lines
from newstally.resolve.comparisons.terms import terms
from newstally.resolve.comparisons.turns import Turns
from newstally.types import Comparison, Count, Mentions, Quantity, Table
from newstally.words.tables import read_once

reading = read_once(Turns)


def comparisons(
    mentions: Mentions, counts: Sequence[Count], quantities: Sequence[Quantity], tables: Mapping[str, Table]
) -> tuple[Comparison, ...]:
    """What the text says of one figure against another, in the order of the text; those said before those near."""
    table = reading(tables["comparisons"])
    figures = terms(mentions, counts, quantities, tables)
    page = lines(mentions, figures, table.words)
    said = [one for line in page for one in turns.said(line, table)]
    return tuple(sorted([*said, *_near(page, said, table)], key=_place))


def _near(page: Sequence[Line], said: Sequence[Comparison], table: Turns) -> Iterator[Comparison]:
    known = {one.rate.span for one in said if one.rate and one.other}
    for before, line, after in zip([None, *page[:-1]], page, [*page[1:], None], strict=True):
        around = [one for one in (before, after) if one and one.block_distance(line) <= 1]
        for one in near.near(line, around, table):
            if one.rate and one.rate.span not in known:
                yield one


def _place(one: Comparison) -> tuple[bool, int, int]:
    spans = [term.span.start for term in (one.base, one.other, one.rate) if term]
    return not one.said, min(spans), max(spans)
