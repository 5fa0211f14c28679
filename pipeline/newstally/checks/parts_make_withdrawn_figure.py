"""X103: figures in the body still add up to the withdrawn figure.

*What it finds.* Parts, given to one actor each or told in one row of a sentence, whose sum is the figure that the
correction note withdrew.

*Why it matters.* The total was put right and its parts were not: the slip that made the old figure is still there.

*Example.* A note says that 19 calls, not 20, were made; the body has nine by one minister and 11 by the other.
Or it withdraws 31 dead, and "12 died in Aro, eight in Bell, seven in Cole and four in Dunn".

*Not a fault.* Parts that make the right figure; more figures of the kind than these; parts far from one another.
Where the total stands in the body too, T101 speaks and names the withdrawn figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from newstally.evidence import intervals, notes, restated, scope, shares
from newstally.evidence.wording import joined, spelled
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story

LEAST = 3
"""Figures in a row that shares a whole out."""
JOINT = re.compile(r"[,;]|\band\b")


@check("X103", kind="correction")
def parts_make_withdrawn_figure(story: Story) -> Iterator[Finding]:
    """Add up the parts of the corrected kind and hold them against the old figure of every correction."""
    for note, old, new in notes.noted(story):
        if old and new:
            is_told = any(scope.same_value(new, count) for count in scope.body(story) if count.kin == note.kin)
            shared_out = [_parts(story, note.kin), *(() if is_told else _rows(story, note.kin))]
            wrong = [parts for parts in shared_out if len(parts) > 1 and _make(parts, old) and not _make(parts, new)]
            yield from (_finding(old, new, parts) for parts in wrong[:1])


def _parts(story: Story, kin: str) -> tuple[Count, ...]:
    """The parts of the one shared total of that kind, or all its figures that belong to one actor each."""
    shared = [share.parts for share in shares.shares(story) if share.total.kin == kin]
    if shared:
        return shared[0]
    alone = [restated.spokesman(story, group) for group in restated.statements(story) if group[0].kin == kin]
    owners = [restated.actors([count]) for count in alone]
    is_shared_out = all(len(owner) == 1 for owner in owners) and len(set(owners)) == len(owners)
    return tuple(alone) if is_shared_out and shares.are_neighbours(alone) else ()


def _rows(story: Story, kin: str) -> Iterator[tuple[Count, ...]]:
    """All figures of that kind in one sentence, where commas and "and" join them: two may make a figure by chance."""
    of_kind = [count for count in scope.body(story) if count.kin == kin]
    for _, counts in groupby(of_kind, key=lambda count: count.sentence):
        row = tuple(counts)
        joints = [scope.between(story, one, other) for one, other in pairwise(row)]
        if len(row) >= LEAST and all(JOINT.search(joint) for joint in joints):
            yield row


def _make(parts: tuple[Count, ...], whole: Count) -> bool:
    made = intervals.total([part.amount for part in parts])
    return made.modifier == "exact" and whole.amount.modifier == "exact" and made.value == whole.amount.value


def _finding(old: Count, new: Count, parts: tuple[Count, ...]) -> Finding:
    made = joined([spelled(part.amount.value or 0) for part in parts])
    return Finding(
        "X103", "correction", "contradictory",
        f"{made} make {spelled(old.amount.value or 0)}, the figure that the correction withdrew",
        spans=(*(part.span for part in parts), old.span, new.span), stated=new.amount.value, found=old.amount.value,
        counts=(old.id, new.id, *(part.id for part in parts)),
        relation=Relation(new.id, tuple(part.id for part in parts)),
    )  # fmt: skip
