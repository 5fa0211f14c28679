"""T102: a stated count is not the number of items listed.

*What it finds.* A figure and the things it counts, enumerated in the sentence or in a list under a heading, when their
number is not the figure.

*Why it matters.* Readers count. A list that is one name short is a slip in the figure or a name that was lost.

*Example.* "Brandt made nine calls" over a list of eight names; "six varieties: " and seven of them.

*Not a fault.* Fewer items after "including" or "such as"; "about 20" over 19 names; kinds of things, each of which may
be several ("13 groups, including gangs and cartels"); a row whose items cannot be told apart for certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.evidence import intervals, listing, scope
from newstally.evidence.listing import Listed
from newstally.evidence.wording import are, quoted, spelled
from newstally.registry import check
from newstally.types import Amount, Count, Finding, Relation, Story, TextList, Verdict

MOST_MISSING = 1 / 3
"""An enumeration in running text that differs from the figure by a greater share than this is another one."""


@check("T102", kind="list")
def listed_and_stated(story: Story) -> Iterator[Finding]:
    """Compare every list with the count that states its length."""
    for pair in listing.listed(story):
        finding = _judge(story, pair)
        if finding:
            yield finding


def _judge(story: Story, pair: Listed) -> Finding | None:
    count, one = pair.count, pair.list
    counted = [listing.own_count(story, one, item) for item in one.items]
    found = intervals.total([part.amount if part else intervals.exactly(1) for part in counted])
    verdict, reason = _compare(count.amount, found, one, is_vague=_is_vague(pair, counted))
    is_told = pair.firm and one.firm and count.amount.value != 1 and not scope.is_compound(count)
    if verdict == "contradictory" and not is_told:
        return None  # names beside a single thing may be what it lies between, "a three-block plan" may name others
    if verdict == "contradictory" and _may_go_on(pair, found):
        verdict, reason = "unsettled", "the enumeration may go on elsewhere"
    number = found.value or 0
    stated = f"{quoted(count)} {are(count.amount.value)} stated, {spelled(number)} {are(number)} "
    parts = tuple(part.id for part in counted if part)
    return Finding(
        "T102", "list", verdict, stated + ("listed" if one.exhaustive else "named among them"),
        spans=(count.span, *listing.evidence(one)), stated=count.amount.value, found=number,
        counts=(count.id,), lists=(one.id,), reason=reason,
        relation=Relation(count.id, (one.id,), one.exhaustive) if not parts else None,
    )  # fmt: skip


def _is_vague(pair: Listed, counted: Sequence[Count | None]) -> bool:
    """Whether an item may stand for several things, how many unsaid."""
    if pair.list.of_kinds:
        return False
    items = zip(counted, pair.list.items, strict=True)
    return any(not part and listing.may_be_several(item) for part, item in items)


def _compare(stated: Amount, found: Amount, one: TextList, *, is_vague: bool) -> tuple[Verdict, str]:
    """The verdict, and why it is unsettled; ``is_vague`` says that an item may stand for several things."""
    verdict = intervals.compare(stated, found)
    if is_vague and not (one.exhaustive and verdict == "consistent"):
        return "unsettled", "each item may stand for several things"
    if not one.exhaustive:
        return "consistent" if intervals.bounds(found)[0] <= intervals.bounds(stated)[1] else "contradictory", ""
    return verdict, "the figure is too vague for the list" if verdict == "unsettled" else ""


def _may_go_on(pair: Listed, found: Amount) -> bool:
    """Whether a list in running text lacks so many that it may not be the whole, or holds so many more."""
    stated = pair.count.amount.value or 0
    is_far = abs(stated - (found.value or 0)) > max(1, stated * MOST_MISSING)
    return is_far and pair.list.heading is None and pair.list.exhaustive
