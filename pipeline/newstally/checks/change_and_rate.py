"""T106: the old figure, the new figure and the stated difference, percentage or factor do not agree.

*What it finds.* Two figures of one quantity and what the text says of the one against the other: "fell from 412,000 to
350,200, down 15 percent", "1,260 homes, up 20 per cent from 1,050", "by three, from 30 members to 33", "double
today's 70"; and a difference that stands elsewhere: "from 580 to 640", "60 more workers".

*Why it matters.* The percentage is worked out by hand, late and by somebody else than the two figures; it is the figure
that readers remember, and the one that is most often wrong.

*Example.* "Sales rose from 400 tonnes to 500 tonnes, up 20 percent": they rose by 25 percent.

*Not a fault.* Rounding: every figure is an interval, and a fault is only what no values in the intervals make.
Percentages of something else or of another year; growth a year; points of a percentage, which are no percent; "up 15
percent" without the old or the new figure; percentages of percentages, which may be points. Figures that no words tie
together are reported only where they agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.evidence import rates
from newstally.evidence.wording import figure, rate
from newstally.registry import check
from newstally.types import Comparison, Finding, Story


@check("T106", kind="change")
def change_and_rate(story: Story) -> Iterator[Finding]:
    """Work out every change that the text states, and hold it against the stated one."""
    return rates.findings(story, "T106", "change", _message)


def _message(one: Comparison, found: float) -> str:
    """The two figures and what they make: "from 400 to 500 is up 25 percent", "85 is 2.02 times 42"."""
    assert one.other and one.rate
    is_less = (one.other.amount.value or 0) < (one.base.amount.value or 0)
    if one.rate.unit == "factor":
        return f"{figure(one.other)} is {rate(one.rate, found)} {figure(one.base)}"
    direction = "down" if is_less else "up"
    return f"from {figure(one.base)} to {figure(one.other)} is {direction} {rate(one.rate, found)}"
