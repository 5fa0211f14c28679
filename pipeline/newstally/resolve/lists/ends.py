"""Open lists that name both ends: "four states, from Utah to Maine". Ends that are kinds or offices are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.openings import counts_before, reaches
from newstally.resolve.lists.page import Page, text_list
from newstally.resolve.lists.segments import Range
from newstally.types import TextList


def end_lists(page: Page, fit: Fit) -> Iterator[TextList]:
    """For each "from A to B" of names of the right sort behind a count, the list of the two."""
    for cue in page.cues("LIST_FROM"):
        ends = _ends(page, cue.last)
        for placed in counts_before(page, cue.first)[:1] if ends else ():
            if reaches(page, placed, cue.first, cue.last) and all(fit.knows(placed.count, page.sort(e)) for e in ends):
                yield text_list(page, placed.count, ends, False)


def _ends(page: Page, i: int) -> list[Range]:
    """The two names of "A to B" that starts at token ``i``; none where other words or a third end stand there."""
    first = _name(page, i)
    second = _name(page, first.last + 1) if first and _is_to(page, first.last) else None
    return [first, second] if first and second and not _is_to(page, second.last) else []


def _name(page: Page, i: int) -> Range | None:
    if i < len(page.tokens) and page.tokens[i].pos == "DET":
        i += 1
    name = page.name_at.get(i)
    return name if name and name.first == i else None


def _is_to(page: Page, i: int) -> bool:
    return any(cue.first == i for cue in page.cues("LIST_TO"))
