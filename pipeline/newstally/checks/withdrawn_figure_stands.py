"""X101: a figure that the correction note withdrew still stands in the body.

*What it finds.* The old figure of a correction, on the same kind of thing and in the same matter, above the note.

*Why it matters.* The note says that the story was put right. Where it was not, readers meet both figures.

*Example.* A note withdraws "20 calls"; the third paragraph still has "the 20 calls".

*Not a fault.* The same number of other things, or of the same kind of things in another matter; "about 20".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.evidence import notes, restated
from newstally.evidence.wording import quoted
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story


@check("X101", kind="correction")
def withdrawn_figure_stands(story: Story) -> Iterator[Finding]:
    """Look for the old figure of every correction in the body."""
    groups = restated.statements(story)
    for note, old, new in notes.noted(story):
        of_kind = notes.of_kind(note, groups)
        right = notes.right_figure(story, note, new, of_kind) if new else None
        for group in notes.standing(story, note, old, new, of_kind):
            assert old
            yield _finding(old, new, restated.spokesman(story, group), group, right)


def _finding(old: Count, new: Count | None, count: Count, group: Sequence[Count], right: Count | None) -> Finding:
    """``right``: where the body has the corrected figure as well."""
    places = "" if len(group) == 1 else f", in {len(group)} places"
    noted = (old, new) if new else (old,)
    told = (count, right) if right else (count,)
    others = tuple(one.span for one in group if one is not count)
    return Finding(
        "X101", "correction", "contradictory", f"the withdrawn figure still stands: {quoted(count)}{places}",
        spans=(count.span, *others, *(one.span for one in (*noted, *told[1:]))),
        stated=new.amount.value if new else None, found=old.amount.value,
        counts=tuple(one.id for one in (*noted, *told)), relation=Relation(new.id, (count.id,)) if new else None,
    )  # fmt: skip
