"""X103: figures in the body still add up to the withdrawn figure.

*What it finds.* Parts, given to one actor each, whose sum is the figure that the correction note withdrew.

*Why it matters.* The total was put right and its parts were not: the slip that made the old figure is still there.

*Example.* A note says that 19 calls, not 20, were made; the body has nine by one minister and 11 by the other.

*Not a fault.* Parts that make the right figure; more figures of the kind than these; parts far from one another.
Where the total stands in the body too, T101 speaks and names the withdrawn figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.evidence import intervals, notes, scope
from newstally.evidence.wording import joined, spelled
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story


@check("X103", kind="correction")
def parts_make_withdrawn_figure(story: Story) -> Iterator[Finding]:
    """Add up the parts of the corrected kind and hold them against the old figure of every correction."""
    for note, old, new in notes.noted(story):
        parts = _parts(story, note.kin)
        if old and new and len(parts) > 1 and _make(parts, old) and not _make(parts, new):
            yield _finding(old, new, parts)


def _parts(story: Story, kin: str) -> tuple[Count, ...]:
    """The parts of the one shared total of that kind, or all its figures that belong to one actor each."""
    shared = [share.parts for share in scope.shares(story) if share.total.kin == kin]
    if shared:
        return shared[0]
    alone = [scope.spokesman(story, group) for group in scope.statements(story) if group[0].kin == kin]
    owners = [scope.actors([count]) for count in alone]
    is_shared_out = all(len(owner) == 1 for owner in owners) and len(set(owners)) == len(owners)
    return tuple(alone) if is_shared_out and scope.are_neighbours(alone) else ()


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
