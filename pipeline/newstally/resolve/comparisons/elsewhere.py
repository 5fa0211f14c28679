"""Figures that words set against each other, and what they come to, which is said in another place.

"From 580 to 640", and "60 more workers" in the sentence before; "612 of the 738 members", and "83 per cent" in the
headline. No words tie the third figure to the two, so a check may only say that it agrees, and that exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.comparisons.line import Line
from newstally.resolve.comparisons.near import few_values
from newstally.resolve.comparisons.roles import SHARES
from newstally.resolve.comparisons.turns import Turns, are_alike, evened
from newstally.types import Comparison, Term

LEAST = 3  # a difference; smaller ones stand everywhere
STRIKING = 10  # one that is no chance further away, where its noun is the same
ROUND = 10  # a part and a whole of fewer give a percentage by chance
HEAD = 3  # lines that a story begins with: what they say is worked out further down


def elsewhere(page: Sequence[Line], place: int, table: Turns) -> Iterator[Comparison]:
    """The changes and shares of a line that state no rate, each with a figure of another place which may be it."""
    line = page[place]
    beside = [*page[max(0, place - 1) : place], *page[place + 1 : place + 2]]
    for slots in table.matches(line, "move"):
        old, new = slots["OLD"].term, slots["NEW"].term
        if old and new and are_alike(old, new) and old.unit not in (*SHARES, "point"):
            yield from _with_difference(old, new, few_values([line, *beside]), few_values(page))
    for slots in table.matches(line, "part"):
        part, whole = slots["PART"].term, slots["WHOLE"].term
        if part and whole and are_alike(part, whole) and _is_large(part) and whole.count:
            yield from _with_percentage(part, whole, [*page[:HEAD], *beside])


def _with_difference(old: Term, new: Term, near: Sequence[Term], far: Sequence[Term]) -> Iterator[Comparison]:
    size = abs((new.amount.value or 0) - (old.amount.value or 0))
    known = {old.span, new.span}
    units = {old.unit, new.unit} - {""}
    fitting = [term for term in near if term.amount.value == size >= LEAST and are_alike(term, old)]
    fitting += (term for term in far if term.amount.value == size >= STRIKING and term.unit in units)
    rate = next((term for term in fitting if term.span not in known), None)
    if rate:
        base, other = evened(old, new)
        yield Comparison("change", base, other, rate, said=False)


def _with_percentage(part: Term, whole: Term, lines: Sequence[Line]) -> Iterator[Comparison]:
    for line in lines:
        for piece in line.of_role("pbc"):
            if piece.term and piece.term.unit == "percent" and piece.term.amount.modifier == "exact":
                base, other = evened(whole, part)
                yield Comparison("share", base, other, piece.term, said=False)


def _is_large(part: Term) -> bool:
    return part.amount.modifier == "exact" and (part.amount.value or 0) >= ROUND
