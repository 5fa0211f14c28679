"""Sums of money in neighbouring sentences of which the largest is the sum of the others: "€5 billion, €3 billion …".

So much agreement is no chance, unless the figures are an old one, a new one and their difference.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newstally.types import Quantity, Story
from newstally.words.printed import grain

LEAST, MOST = 3, 6
"""How many figures, the total among them."""
EXACT = 1e-9
SLIP = 0.1
"""How far from a total its parts are at most, as a share of it; what is further off is a sum of something else."""
REMAINING = re.compile(r"\b(?:the|its|their) (?:remaining|other|last)\s+$", re.IGNORECASE)
MILLION = 1_000_000
"""From here a number without a noun may be money whose currency was named before: "€650 million: 400 million …"."""
IS_CHANGE = re.compile(
    r"\b(?:from|by|(?<!made )up|down|rise|rose|risen|fell|fall|grew|gain(?:ed)?|lost|increased?|decreased?|more|less|"
    r"than|against|compared (?:with|to)|change|difference|average|between)(?:\s+of|\s+to)?\s*$",
    re.IGNORECASE,
)


def sums(story: Story) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Every total in money with the parts that make it exactly, long rows first; no figure is a part twice."""
    taken: set[str] = set()
    starts = [one.start for one in story.sentences]
    for row in _rows(story):
        for window in _windows([(bisect_right(starts, one.span.start), one) for one in row]):
            total = max(window, key=lambda one: one.amount.value or 0)
            parts = tuple(one for one in window if one is not total)
            made = math.fsum(part.amount.value or 0 for part in parts)
            is_free = not taken & {part.id for part in parts}
            if is_free and total.type == "money" and math.isclose(made, total.amount.value or 0, rel_tol=EXACT):
                taken |= {part.id for part in parts}
                yield total, parts


def closed(story: Story) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Every total in money with parts of which the last is "the remaining £0.9m", whether they make it or nearly do.

    The parts are all the sums of a sentence; the total is its first, or the last of the sentence before.
    """
    starts = [one.start for one in story.sentences]
    for row in _rows(story, changes=True):
        places = [bisect_right(starts, one.span.start) for one in row]
        for last, one in enumerate(row):
            if REMAINING.search(story.article.text[max(0, one.span.start - 20) : one.span.start]):
                first = places.index(places[last])
                totals = [first - 1] if first and places[first - 1] == places[last] - 1 else []
                read = [(row[at], tuple(row[at + 1 : last + 1])) for at in (*totals, first)]
                yield from [(total, parts) for total, parts in read if _may_hold(total, parts)][:1]


def _may_hold(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    value = total.amount.value or 0
    is_near = abs(math.fsum(part.amount.value or 0 for part in parts) - value) <= SLIP * value
    return len(parts) > 1 and is_near and all((part.amount.value or 0) < value for part in parts)


def is_off(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether rounding does not make up for what the parts of a total lack."""
    difference = abs(math.fsum(part.amount.value or 0 for part in parts) - (total.amount.value or 0))
    grains = [grain(one.span.text, one.amount.value or 0) for one in (total, *parts)]
    return difference > sum(grains) / 2 * (1 + EXACT)


def _rows(story: Story, *, changes: bool = False) -> Iterator[list[Quantity]]:
    """The exact sums of money by currency, with numbers that leave it out; none of them compared or a change."""
    compared = {term.span for one in story.comparisons if one.said for term in (one.base, one.other, one.rate) if term}
    plain = [one for one in story.quantities if one.span not in compared and _may_add_up(one)]
    plain = [one for one in plain if changes or not _is_change(story, one)]
    for unit in dict.fromkeys(one.unit for one in plain if one.type == "money"):
        yield [one for one in plain if one.type == "number" or one.unit == unit]


def _may_add_up(one: Quantity) -> bool:
    is_large_number = one.type == "number" and not one.unit and (one.amount.value or 0) >= MILLION
    is_exact = one.amount.modifier == "exact" and (one.amount.value or 0) > 0
    return is_exact and (one.type == "money" or is_large_number)


def _is_change(story: Story, money: Quantity) -> bool:
    ahead = story.article.text[max(0, money.span.start - 30) : money.span.start]
    return IS_CHANGE.search(ahead) is not None


def _windows(row: list[tuple[int, Quantity]]) -> Iterator[list[Quantity]]:
    """Figures next to each other, each in the sentence of the one before or in the next."""
    for size in range(MOST, LEAST - 1, -1):
        for start in range(len(row) - size + 1):
            window = row[start : start + size]
            if all(two[0] - one[0] <= 1 for one, two in pairwise(window)):
                yield [one for _, one in window]
