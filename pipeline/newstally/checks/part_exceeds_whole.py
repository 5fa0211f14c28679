"""T105: a part is larger than its whole.

*What it finds.* A number out of another that is smaller: "14 of 12 deaths", "of the 20 aboard, 25 died", "12 deaths, 14
of them in Hale".

*Why it matters.* Nothing is so surely wrong, and it is seldom the part alone: a total was not brought up to date.

*Example.* "Of the 20 aboard, 25 died."

*Not a fault.* Parts of another kind, which a whole may hold many of ("40 of the two parties' members", "of the five
teams, 60 players"); "about 12 of 12"; rates ("nine out of ten"), scores, rankings.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.evidence import rates
from newstally.evidence.wording import figure
from newstally.registry import check
from newstally.types import Finding, Relation, Story


@check("T105", kind="sum")
def part_exceeds_whole(story: Story) -> Iterator[Finding]:
    """Hold every part against its whole."""
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
