"""T107: a part, its whole and the stated fraction or percentage do not agree, or no whole number gives the percentage.

*What it finds.* A share that is stated with its figures: "57 of 100 members, 57 percent", "1,106 of them, or 7.7
percent", "five percent of 70 billion is 3.5 billion", "nearly two thirds (64 percent)", and a percentage of the lede
that is worked out below; and a percentage of a few people or things that no number of them makes: "37 percent of the
eight members".

*Why it matters.* One of the three was changed, or the percentage is of another whole than the one named.

*Example.* "1,032 of 2,400 firms, or 34 percent": they are 43 percent.

*Not a fault.* Rounding: every figure is an interval. A percentage that is of something else ("57 of 100 members, 20
percent of them women"), that says how much more, or that stands by itself; a percentage of what can be had in part ("30
percent of two companies"). Figures that no words tie together are reported only where they agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.evidence import rates
from newstally.evidence.wording import figure, rate
from newstally.registry import check
from newstally.types import Comparison, Finding, Story


@check("T107", kind="share")
def part_and_rate(story: Story) -> Iterator[Finding]:
    """Work out every share that the text states, and hold it against the stated one."""
    yield from rates.findings(story, "T107", "share", _message)
    for one in story.comparisons:
        if one.kind == "share" and one.other is None and one.rate and _is_of_few(one):
            yield Finding(
                "T107", "share", "contradictory", f"no number of the {figure(one.base)} is {figure(one.rate)} of them",
                spans=rates.spans(one), stated=one.rate.amount.value, counts=rates.counts(one),
            )  # fmt: skip


def _is_of_few(one: Comparison) -> bool:
    """Whether the whole is an exact number, and no number of its things makes the percentage."""
    whole = one.base.amount
    assert one.rate
    return whole.modifier == "exact" and bool(whole.value) and not rates.gives(whole.value or 0, one.rate)


def _message(one: Comparison, found: float) -> str:
    """The part, the whole and what they make: "1,032 of 2,400 make 43 percent"; a percentage by itself."""
    assert one.other and one.rate
    if one.base.unit == "percent":
        return f"the percentage is {rate(one.rate, found)}"
    return f"{figure(one.other)} of {figure(one.base)} make {rate(one.rate, found)}"
