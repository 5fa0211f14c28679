"""X102: the corrected figure is not in the body.

*What it finds.* Whether the right figure of a correction note stands in the body, and what stands there instead.

*Why it matters.* A note that announces a figure which the story does not have leaves the reader with two stories.

*Example.* A note says that 19 calls is right; headline and text say 21.

*Not a fault.* A body that does not give the figure at all, or gives only parts of it; a figure withdrawn and not
replaced; the withdrawn figure itself, for which X101 speaks, also where both stand; a figure of the body that has no
noun of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.evidence import intervals, notes, restated, shares
from newstally.evidence.wording import amount, quoted
from newstally.registry import check
from newstally.types import Correction, Count, Finding, Relation, Story

OF_WHOLE = frozenset({"subset", "other"})
MUCH = 2
"""Words of its matter that a note shares with the figure it means, where the body has others of the kind."""


@check("X102", kind="correction")
def corrected_figure_missing(story: Story) -> Iterator[Finding]:
    """Look for the new figure of every correction in the body, or for the figure in its stead."""
    groups = restated.statements(story)
    for note, old, new in notes.noted(story):
        if new is None:
            continue
        of_kind = notes.of_kind(note, groups)
        there = notes.right_figure(story, note, new, of_kind)
        if there and notes.standing(story, note, old, new, of_kind):
            continue
        meant = _meant(note, story, old, new, of_kind)
        count = there or _instead(story, old, new, meant)
        if count:
            yield _finding(old, new, count, bool(there), is_binding=not there or there in meant)


def _meant(
    note: Correction, story: Story, old: Count | None, new: Count, groups: Sequence[Sequence[Count]]
) -> Sequence[Count]:
    """The statements of the one figure of the body that must be the corrected one, whatever it says; () without."""
    parts = {part.id for share in shares.shares(story) for part in share.parts}
    whole = [group for group in groups if not any(count.id in parts or count.cues & OF_WHOLE for count in group)]
    meant = [group for group in whole if _is_meant(note, story, old, new, group, whole)]
    return meant[0] if len(meant) == 1 else ()


def _instead(story: Story, old: Count | None, new: Count, meant: Sequence[Count]) -> Count | None:
    """The figure that must be the corrected one, if it is neither the new nor the old."""
    count = restated.spokesman(story, meant) if meant else None
    if count is None or not count.unit_text:  # what it counts is a reading of ours
        return None
    stands = old is not None and intervals.compare(old.amount, count.amount) != "contradictory"
    return None if stands or intervals.compare(new.amount, count.amount) != "contradictory" else count


def _is_meant(
    note: Correction,
    story: Story,
    old: Count | None,
    new: Count,
    group: Sequence[Count],
    whole: Sequence[Sequence[Count]],
) -> bool:
    """Whether the note means the figure: the only one of its kind and of its matter, or of much of it among others."""
    if len(whole) > 1:
        others = [count for other in whole for count in other]
        return notes.is_only_one(note, story, new, group, others, least=MUCH)
    is_all = notes.names_only(note, old, new, group[0])
    return is_all or any(notes.same_matter(note, story, new, count) for count in group)


def _finding(old: Count | None, new: Count, count: Count, is_there: bool, *, is_binding: bool) -> Finding:
    for_old = f" for {amount(old.amount)}" if old else ""
    says = "and the text has" if is_there else "but the text has"
    return Finding(
        "X102", "correction", "consistent" if is_there else "contradictory",
        f"the correction gives {amount(new.amount)}{for_old}, {says} {quoted(count)}",
        spans=(count.span, *((old.span,) if old else ()), new.span), stated=new.amount.value, found=count.amount.value,
        counts=(*((old.id,) if old else ()), new.id, count.id), relation=Relation(new.id, (count.id,)),
        binding=is_binding,
    )  # fmt: skip
