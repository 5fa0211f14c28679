"""T105: a part is larger than its whole.

*What it finds.* A number out of another that is smaller: "14 of 12 deaths", "of the 20 aboard, 25 died", "12 deaths, 14
of them in Hale"; and "86 of the patients" where the story has counted no more than 68 patients, and a slip is likely.

*Why it matters.* Nothing is so surely wrong, and it is seldom the part alone: a total was not brought up to date.

*Example.* "Of the 20 aboard, 25 died."

*Not a fault.* Parts of another kind, which a whole may hold many of ("40 of the two parties' members", "of the five
teams, 60 players"); "about 12 of 12"; rates ("nine out of ten"), scores, rankings; a part of more than were counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstally.evidence import intervals, rates, scope
from newstally.evidence.slips import is_keystroke
from newstally.evidence.wording import figure, quoted
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story

OF_THOSE = re.compile(r"\S+ of (?:the|those|these|its|their) (?!\d)", re.IGNORECASE)
NEAR = 0.25
"""How much larger a part may be than what was counted, as a share of it, for that to be the whole that is meant."""


@check("T105", kind="sum")
def part_exceeds_whole(story: Story) -> Iterator[Finding]:
    """Hold every part against its whole, named beside it or counted before."""
    yield from _of_those_counted(story)
    for one in story.comparisons:
        if one.kind != "share" or not one.said or not one.other or one.base.unit in ("percent", "fraction"):
            continue
        if rates.interval(one.other).low <= rates.interval(one.base).high:
            continue
        ids = rates.counts(one)
        yield Finding(
            "T105", "sum", "contradictory", f"{figure(one.other)} is more than the whole, {figure(one.base)}",
            spans=rates.spans(one), stated=one.base.amount.value, found=one.other.amount.value, counts=ids,
            relation=Relation(ids[0], ids[1:], closed=False) if len(ids) == 2 else None,
        )  # fmt: skip


def _of_those_counted(story: Story) -> Iterator[Finding]:
    """Parts of things that the story has counted under that noun, and no more of them anywhere."""
    counts = scope.body(story)
    for part in counts:
        if "subset" in part.cues and OF_THOSE.match(part.span.text) and part.amount.modifier == "exact":
            kin = [one for one in counts if one is not part and one.kin == part.kin]
            whole = max((one for one in kin if _may_be_whole(one, part)), key=_most, default=None)
            if whole and all(_most(one) <= _most(whole) for one in kin) and _is_slip(part, whole):
                yield Finding(
                    "T105", "sum", "contradictory", f"{quoted(part)} are more than were counted: {quoted(whole)}",
                    spans=(whole.span, part.span), stated=whole.amount.value, found=part.amount.value,
                    counts=(whole.id, part.id), relation=Relation(whole.id, (part.id,), closed=False),
                )  # fmt: skip


def _may_be_whole(one: Count, part: Count) -> bool:
    """Whether it is a plain number of things of that very noun, counted before."""
    is_plain = one.amount.modifier == "exact" and not one.cues & (scope.APART | {"subset", "other"})
    return is_plain and one.unit == part.unit and bool(one.unit_text) and one.span.end <= part.span.start


def _is_slip(part: Count, whole: Count) -> bool:
    ours, theirs = _most(part), _most(whole)
    return theirs >= scope.MANY and theirs < ours and (ours <= (1 + NEAR) * theirs or is_keystroke(ours, theirs))


def _most(count: Count) -> float:
    """The most that the figure may be."""
    return intervals.bounds(count.amount)[1]
