"""X101: a figure that the correction note withdrew still stands in the body.

*What it finds.* The old figure of a correction, on the same kind of thing and in the same matter, above the note.

*Why it matters.* The note says that the story was put right. Where it was not, readers meet both figures.

*Example.* A note withdraws "20 calls"; the third paragraph still has "the 20 calls".

*Not a fault.* The same number of other things, or of the same kind of things in another matter; "about 20".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.evidence import notes, scope
from newstally.evidence.wording import quoted
from newstally.registry import check
from newstally.types import Correction, Count, Finding, Relation, Story


@check("X101", kind="correction")
def withdrawn_figure_stands(story: Story) -> Iterator[Finding]:
    """Look for the old figure of every correction in the body."""
    groups = scope.statements(story)
    for note, old, new in notes.noted(story):
        if old is None or (new is not None and old.amount.value == new.amount.value):
            continue
        of_kind = notes.of_kind(note, groups)
        for group in of_kind:
            is_all = len(of_kind) == 1 and notes.names_only(note, old, new, group[0])
            if _is_old(group[0], old) and (is_all or _is_same_matter(note, story, old, group)):
                yield _finding(old, new, scope.spokesman(story, group), group)


def _is_same_matter(note: Correction, story: Story, old: Count, group: Sequence[Count]) -> bool:
    matters = any(notes.same_matter(note, story, old, count) for count in group)
    return matters or notes.is_only_one(note, story, old, group, scope.body(story))


def _is_old(count: Count, old: Count) -> bool:
    return count.amount.modifier == old.amount.modifier == "exact" and count.amount.value == old.amount.value


def _finding(old: Count, new: Count | None, count: Count, group: Sequence[Count]) -> Finding:
    places = "" if len(group) == 1 else f", in {len(group)} places"
    noted = (old, new) if new else (old,)
    others = tuple(one.span for one in group if one is not count)
    return Finding(
        "X101", "correction", "contradictory", f"the withdrawn figure still stands: {quoted(count)}{places}",
        spans=(count.span, *others, *(one.span for one in noted)),
        stated=new.amount.value if new else None, found=old.amount.value,
        counts=(*(one.id for one in noted), count.id), relation=Relation(new.id, (count.id,)) if new else None,
    )  # fmt: skip
