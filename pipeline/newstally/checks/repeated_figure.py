"""T104: the same quantity is stated again with another value.

*What it finds.* A figure of the headline or a caption that the lede gives otherwise. All statements of one quantity
that agree are found as well, together.

*Why it matters.* Headline and caption are written last, by another hand, and not touched when the text is corrected.

*Example.* Headline "Two ministers held 21 talks", lede "The two ministers held 19 talks".

*Not a fault.* Another year, place or agent; a subset ("two of the eight"); "another four"; a rate, a forecast or a
demand; a rounded headline; a headline figure that stands further down; two figures of one kind in the lede.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstally.evidence import intervals, scope
from newstally.evidence.wording import joined, quoted
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story

DISPLAY = ("headline", "deck", "caption")
SLIP = 0.1
"""How far a headline's figure may be off where its actor alone ties it to the lede, as a share."""


@check("T104", kind="repeat")
def repeated_figure(story: Story) -> Iterator[Finding]:
    """Group the statements of each quantity, then hold headline and captions against the lede."""
    for group in scope.statements(story):
        if len(group) > 1:
            yield _agreeing(group)
    yield from _disagreeing(story)


def _agreeing(group: Sequence[Count]) -> Finding:
    vague = any(intervals.compare(group[0].amount, other.amount) == "unsettled" for other in group[1:])
    value = group[0].amount.value
    return Finding(
        "T104", "repeat", "unsettled" if vague else "consistent",
        f"one figure, stated {len(group)} times: {joined(list(dict.fromkeys(quoted(count) for count in group)))}",
        spans=tuple(count.span for count in group), stated=value, found=value,
        counts=tuple(count.id for count in group), reason="a round figure may be more or less" if vague else "",
    )  # fmt: skip


def _disagreeing(story: Story) -> Iterator[Finding]:
    counts = scope.body(story)
    opening = [one for one in counts if scope.place(story, one) == "deck" or one.block in scope.ledes(story)[:1]]
    for shown in counts:
        if scope.place(story, shown) in DISPLAY:
            others = [one for one in opening if one.block != shown.block]
            rivals = [one for one in others if _is_same_thing(story, shown, one)]
            elsewhere = [one for one in counts if one is not shown and one.kin == shown.kin and one not in rivals]
            is_one_figure = len({one.amount for one in rivals}) == 1
            if is_one_figure and _is_missing(shown, elsewhere) and _is_missing(rivals[0], _beside(shown, elsewhere)):
                yield from _clash(story, shown, rivals[0])


def _is_same_thing(story: Story, shown: Count, told: Count) -> bool:
    """Strong evidence that both are one quantity: kin units, the same cues and actors, or else the same event."""
    if (
        shown.kin != told.kin
        or scope.apart(shown, told)
        or shown.cues != told.cues
        or not scope.modifiers_agree(shown, told)
    ):
        return False
    if shown.actors and scope.owners(shown) == scope.owners(told):
        return True
    if _is_said_of(story, shown, told):
        return True
    event = scope.situation(story, shown) & scope.situation(story, told)
    return bool(event - scope.nouns(shown) - scope.nouns(told))


def _is_said_of(story: Story, shown: Count, told: Count) -> bool:
    """Whether the sentence of ``told``, which has no actor, opens with that of ``shown`` and shares a further word."""
    around, above = scope.sentence(story, told).text, scope.sentence(story, shown).text
    is_same_noun = shown.unit_text.lower() == told.unit_text.lower()
    if told.actors or len(shown.actors) != 1 or not (is_same_noun and _is_slip(shown, told)):
        return False
    actor = shown.actors[0]
    shared = scope.stems(around) & scope.stems(above) - scope.stems(actor) - scope.nouns(shown)
    return bool(shared) and re.match(rf"{re.escape(actor)}\s+[a-z]", around) is not None


def _is_slip(shown: Count, told: Count) -> bool:
    """Whether one figure is nearly the other, or has its digits in another order: 13 and 14, 34 and 43."""
    one, two = shown.amount.value or 0, told.amount.value or 0
    return abs(one - two) <= max(1, SLIP * two) or sorted(str(int(one))) == sorted(str(int(two)))


def _is_missing(count: Count, others: Sequence[Count]) -> bool:
    return not any(intervals.compare(count.amount, other.amount) == "consistent" for other in others)


def _beside(shown: Count, counts: Sequence[Count]) -> list[Count]:
    """The other counts of the block in which ``shown`` stands."""
    return [count for count in counts if count.block == shown.block]


def _clash(story: Story, shown: Count, told: Count) -> Iterator[Finding]:
    if intervals.compare(shown.amount, told.amount) == "contradictory":
        where = scope.place(story, shown)
        yield Finding(
            "T104", "repeat", "contradictory", f"{quoted(shown)} in the {where}, {quoted(told)} in the text",
            spans=(shown.span, told.span), stated=shown.amount.value, found=told.amount.value,
            counts=(shown.id, told.id), relation=Relation(shown.id, (told.id,)),
        )  # fmt: skip
