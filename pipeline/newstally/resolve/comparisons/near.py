"""Figures that only stand near each other: rates beside values that they may compare, as far as the units allow.

No words tie them together, so a check may only say that they agree, and that only where they do so exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from newstally.resolve.comparisons.line import Line
from newstally.resolve.comparisons.roles import SHARES, Piece
from newstally.resolve.comparisons.turns import Turns, are_alike, evened, measures
from newstally.types import Comparison, Term

MOST_VALUES = 8
"""In a line with more values than this, a table or a list of results, figures agree by chance."""
CLOSE = 0.12
"""How far a number may be from the fraction that it is, where no words name its whole: 33 of 90 are "over a third"."""


def near(line: Line, around: Sequence[Line], table: Turns) -> Iterator[Comparison]:
    """Every change and share that the rates of ``line`` may speak of, the old figure, or the whole, in it or near."""
    rates = list(line.of_role("cbdpo"))
    if not any(one.term and one.term.unit in (*SHARES, "point") for one in rates):
        return
    here = _values(line)
    if len(here) > MOST_VALUES:
        return
    beside = few_values(around)
    for rate in rates:
        if rate.role in "cbd":
            yield from _changes(rate, here, beside)
        if rate.role in "bp":
            yield from _shares(rate, here, beside if rate.role == "b" else [])
    for slots in table.matches(line, "portion"):
        yield from _portions(slots["WHOLE"].term, slots["SHARE"].term, [*here, *beside])


def few_values(lines: Sequence[Line]) -> list[Term]:
    """The values of those lines that are no table."""
    return [term for values in map(_values, lines) if len(values) <= MOST_VALUES for term in values]


def _values(line: Line) -> list[Term]:
    found = [one.term for one in line.of_role("vdpbc")]
    return [one for one in found if one and one.amount.modifier == "exact" and one.unit not in ("fraction", "point")]


def _changes(rate: Piece, here: Sequence[Term], beside: Sequence[Term]) -> Iterator[Comparison]:
    """A rate with a direction and two values alike, one of them in its sentence; points between two percentages."""
    term = rate.term
    is_point = term is not None and term.unit == "point"
    if term is None or term.amount.modifier != "exact" or not (is_point if rate.role == "d" else rate.sign):
        return
    for (at, old), (place, new) in permutations(enumerate([*here, *beside]), 2):
        is_here = min(at, place) < len(here) and term not in (old, new)
        in_order = rate.sign != 0 or (old.amount.value or 0) < (new.amount.value or 0)
        if not (is_here and in_order):
            continue
        is_measured = measures(term, old) and (is_point or old.unit not in SHARES)
        if is_measured and are_alike(old, new):
            base, other = evened(old, new)
            yield Comparison("change", base, other, term, rate.sign, said=False)


def _shares(rate: Piece, here: Sequence[Term], beside: Sequence[Term]) -> Iterator[Comparison]:
    """A percentage beside a part and its whole, things of one kind; the whole in the sentence or, at times, beside."""
    for part, whole in product(here, [*here, *beside]):
        is_less = (part.amount.value or 0) < (whole.amount.value or 0)
        if is_less and whole.count and part.count and are_alike(whole, part):
            base, other = evened(whole, part)
            yield Comparison("share", base, other, rate.term, said=False)


def _portions(whole: Term | None, share: Term | None, parts: Sequence[Term]) -> Iterator[Comparison]:
    """A percentage of a whole, and a part in its sentence or beside it: "11,498 voted. Turnout was 71 percent of …"."""
    for part in parts:
        if whole and part is not whole and part.unit not in SHARES and bool(part.count) == bool(whole.count):
            base, other = evened(whole, part)
            yield Comparison("share", base, other, share, said=False)


def apposed(line: Line, before: Sequence[Line], table: Turns) -> Iterator[Comparison]:
    """A fraction with the number that it is, of the whole that fits best: "412 samples … A third of them, 137"."""
    for slots in table.matches(line, "apposed"):
        part, share = slots["PART"].term, slots["SHARE"].term
        wholes = few_values([*before, line])
        counted = [one for one in wholes if part and part.count and one.count and one is not part]
        alike = [one for one in counted if are_alike(one, part)]
        best = min(alike, key=lambda whole: _distance(part, whole, share), default=None)
        if best and _distance(part, best, share) <= CLOSE:
            yield Comparison("share", *evened(best, part), share, said=False)


def _distance(part: Term, whole: Term, share: Term) -> float:
    """How far the part is from the stated share of the whole, as a share of it."""
    stated = (share.amount.value or 1) / 100 * (whole.amount.value or 1)
    return abs((part.amount.value or 0) / stated - 1)
