"""A total and the parts of those who share it: "the two held 19 talks", "she nine", "he 11".

The total's actors are exactly those of its parts together, the units kin; every actor has one quantity of that kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstally.evidence.restated import actors, spokesman, statements
from newstally.evidence.scope import APART, HEAD, place
from newstally.types import Count, Span, Story
from newstally.words.tables import read_once


@dataclass(frozen=True, slots=True)
class Share:
    """A total of several actors and the parts of each: "the two held 19 talks", "she nine", "he 11"."""

    total: Count
    parts: tuple[Count, ...]


@read_once
def shares(story: Story) -> tuple[Share, ...]:
    """Totals whose actors are exactly the union of their parts' actors, the units kin.

    Every actor must have exactly one quantity of that kind: where one has two, nobody knows which is the part. Parts
    stand in the same or in neighbouring paragraphs. One total for a set of parts: the first below the
    headline that stands before them, if there is one.
    """
    by_kind: dict[tuple[str, frozenset[str]], list[tuple[Count, ...]]] = {}
    for group in statements(story):
        if actors(group):
            by_kind.setdefault((group[0].kin, group[0].cues & APART), []).append(group)
    found: dict[tuple[Count, ...], list[Count]] = {}
    for groups in by_kind.values():
        for group in groups:
            parts = _parts(story, actors(group), groups)
            if parts:
                found.setdefault(parts, []).append(spokesman(story, group))
    return tuple(Share(best_total(story, totals, parts[0].span), parts) for parts, totals in found.items())


def _parts(story: Story, whole: frozenset[str], groups: list[tuple[Count, ...]]) -> tuple[Count, ...]:
    """The one way to share ``whole`` out among the other groups, () where there is none or more than one."""
    if len(whole) < 2:
        return ()
    inside = [group for group in groups if actors(group) < whole and place(story, spokesman(story, group)) not in HEAD]
    covered = [name for group in inside for name in actors(group)]
    if len(covered) != len(whole) or set(covered) != whole:
        return ()
    parts = tuple(sorted((spokesman(story, group) for group in inside), key=lambda count: count.span.start))
    return parts if are_neighbours(parts) else ()


def are_neighbours(counts: Sequence[Count]) -> bool:
    """Whether each count stands in the block of the one before it, or in the next sentence or block."""
    return all(
        later.sentence - first.sentence <= 1 or later.block - first.block <= 1 for first, later in pairwise(counts)
    )


def best_total(story: Story, totals: Sequence[Count], parts: Span) -> Count:
    """Of several totals of the same parts the one to compare: before the parts, below the headline, the first."""
    return max(totals, key=lambda total: (total.span.start < parts.start, place(story, total) != "headline"))
