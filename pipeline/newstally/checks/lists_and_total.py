"""T103: a stated total is not the length of the lists together.

*What it finds.* A total of several people, each of whom has a list of their own, or a total that is shared out among
figures of which each has its list, when the lists together do not hold so many items.

*Why it matters.* The lists are what the total was counted from; they are the strongest evidence a story holds.

*Example.* "The two held 19 talks" over one list of eight and one of 12; "nine ministers, five from the Union and four
from the Greens" over the names of five and of three.

*Not a fault.* Lists that belong to others than those whose total it is, or to only some of them; "about 20" over 19.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.evidence import intervals, listing, restated, scope, shares
from newstally.evidence.listing import Listed
from newstally.evidence.wording import amount, joined, spelled
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story, TextList


@check("T103", kind="list_sum")
def lists_and_total(story: Story) -> Iterator[Finding]:
    """Compare every total that is shared out among lists with their lengths."""
    pairs = listing.listed(story)
    yield from _of_actors(story, pairs)
    yield from _of_parts(story, pairs)


def _of_parts(story: Story, pairs: Sequence[Listed]) -> Iterator[Finding]:
    """A total and, in its sentence, parts each of which has its list: "nine ministers, five from …, four from …"."""
    headed = {pair.count: pair.list for pair in pairs if pair.firm and pair.list.exhaustive and not pair.list.count}
    by_sentence: dict[tuple[int, str], list[Count]] = {}
    for count in scope.body(story):
        by_sentence.setdefault((count.sentence, count.kin), []).append(count)
    for total, *parts in by_sentence.values():
        if len(parts) > 1 and total not in headed and all(part in headed for part in parts):
            yield _judge(total, [headed[part] for part in parts])


def _of_actors(story: Story, pairs: Sequence[Listed]) -> Iterator[Finding]:
    """A total of several actors and the lists of each."""
    lists = [one for one in story.lists if one.heading and one.exhaustive and one.actors and one.items]
    if len(lists) < 2:
        return
    kin = {pair.list.id: pair.count.kin for pair in pairs if pair.firm}
    totals: dict[tuple[TextList, ...], list[Count]] = {}
    for group in restated.statements(story):
        whole = restated.actors(group)
        of_kind = tuple(
            one for one in lists if group[0].kin in (one.kin, kin.get(one.id)) and scope.owners(one) < whole
        )
        if _covers([scope.owners(one) for one in of_kind], whole):
            totals.setdefault(of_kind, []).append(restated.spokesman(story, group))
    for parts, rivals in totals.items():
        yield _judge(shares.best_total(story, rivals, parts[0].span), parts)


def _covers(parts: Sequence[frozenset[str]], whole: frozenset[str]) -> bool:
    """Whether the actors of the parts are those of the whole, each in one part."""
    return len(parts) > 1 and sorted(name for part in parts for name in part) == sorted(whole)


def _judge(total: Count, lists: Sequence[TextList]) -> Finding:
    lengths = [len(one.items) for one in lists]
    found = sum(lengths)
    verdict = intervals.compare(total.amount, intervals.exactly(found))
    held = f"the lists hold {joined([spelled(length) for length in lengths])}, {spelled(found)} in all"
    message = f"{held}, not {amount(total.amount)}" if verdict == "contradictory" else held
    return Finding(
        "T103", "list_sum", verdict, message,
        spans=(total.span, *(span for one in lists for span in listing.evidence(one))),
        stated=total.amount.value, found=found, counts=(total.id,), lists=tuple(one.id for one in lists),
        reason="the total is too vague for the lists" if verdict == "unsettled" else "",
        relation=Relation(total.id, tuple(one.id for one in lists)),
    )  # fmt: skip
