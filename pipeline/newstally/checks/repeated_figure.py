"""T104: the same quantity is stated again with another value.

*What it finds.* A figure of the headline or a caption that the lede gives otherwise; a figure of the text that is all
but another, one off or with two digits exchanged, where words and place say that both are one; a figure that takes up
one that was never given ("seven hotels … at the nine hotels"). All statements of one quantity that agree are found as
well, together, and what a headline or the lede rounds.

*Why it matters.* Headline and caption are written last, by another hand, and not touched when the text is corrected.

*Example.* Headline "Two ministers held 21 talks", lede "The two ministers held 19 talks".

*Not a fault.* Another year, place or agent; a subset ("two of the eight"); "another four"; a rate, a forecast or a
demand; a rounded headline; a headline figure that stands further down; two figures of one kind in the lede; figures
whose difference the story states; rows of alike sentences about different places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstally.evidence import intervals, restated, scope
from newstally.evidence.parts import is_what_is_left
from newstally.evidence.slips import keystrokes
from newstally.evidence.wording import joined, quoted
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Span, Story

DISPLAY = ("headline", "deck", "caption")
SLIP = 0.1
"""How far a headline's figure may be off where its actor alone ties it to the lede, as a share."""
LARGE_SLIP = 0.2
"""The same where the other figures of the headline are all in the lede."""
SHARED = 2
"""How many further words two sentences must share for figures that are all but equal to be one."""
LEAST_KNOWN, KNOWN_SLIP = 5, 2
"""From which figure "the nine hotels" may take up others of that noun, and how far off they may be."""
THESE = re.compile(r"\b(?:the|these|those|all)\s$", re.IGNORECASE)
ENDS_NOUN = re.compile(
    r"[,.;:]|['’]s?\s|\s+(?:and|is|are|was|were|has|have|had|will|would|can|could|may|must|did)\b"
)
OPENING = re.compile(r"(?:In|Near|At|Around|On) ((?:the )?[A-Z][^,]{2,30}),")
TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|last|previous|earlier|later|ago|now|so far|initial\w*|original\w*)\b", re.IGNORECASE
)


@check("T104", kind="repeat")
def repeated_figure(story: Story) -> Iterator[Finding]:
    """Group the statements of each quantity; hold headline and captions against the lede, then figures that slipped."""
    groups = restated.statements(story)
    opening = _opening_counts(story)
    for group in groups:
        if len(group) > 1:
            yield _agreeing(group, is_binding=all(_is_held(story, one, group, opening) for one in group))
    for first, later in restated.rounded(story):
        yield _agreeing((first, later), is_binding=False)
    clashes = list(_disagreeing(story, opening))
    yield from clashes
    told = {name for one in clashes for name in one.counts}
    for outlier, group in [*_slipped(story, groups), *_taken_up(story, groups)]:
        ids = {outlier.id, *(one.id for one in group)}
        if told.isdisjoint(ids):
            told |= ids
            yield _slip(outlier, group)


def _is_held(story: Story, one: Count, group: Sequence[Count], opening: Sequence[Count]) -> bool:
    """Whether another statement of the group would tell that ``one`` has slipped."""
    others = [other for other in group if other is not one]
    told = [other for other in opening if other in others] if scope.place(story, one) in DISPLAY else ()
    shown = [other for other in others if scope.place(story, other) in DISPLAY] if one in opening else ()
    pairs = [*((one, other) for other in told), *((other, one) for other in shown)]
    is_rare = len(others) == 1 and (one.amount.value or 0) >= scope.MANY
    is_shown = any(told in _rivals(story, shown, opening) for shown, told in pairs)
    return one.amount.modifier == "exact" and (is_shown or (is_rare and _is_said(story, one, others)))


def _agreeing(group: Sequence[Count], *, is_binding: bool) -> Finding:
    vague = any(intervals.compare(group[0].amount, other.amount) == "unsettled" for other in group[1:])
    value = group[0].amount.value
    return Finding(
        "T104", "repeat", "unsettled" if vague else "consistent",
        f"one figure, stated {len(group)} times: {joined(list(dict.fromkeys(quoted(count) for count in group)))}",
        spans=tuple(count.span for count in group), stated=value, found=value,
        counts=tuple(count.id for count in group), reason="a round figure may be more or less" if vague else "",
        binding=is_binding,
    )  # fmt: skip


def _disagreeing(story: Story, opening: Sequence[Count]) -> Iterator[Finding]:
    counts = scope.body(story)
    for shown in counts:
        rivals = _rivals(story, shown, opening)
        if rivals:
            elsewhere = [one for one in counts if one is not shown and one.kin == shown.kin and one not in rivals]
            is_elsewhere = not _is_missing(shown, elsewhere) and not _is_turned_round(shown, rivals[0])
            if not is_elsewhere and _is_missing(rivals[0], _beside(shown, elsewhere)):
                yield from _clash(story, shown, rivals[0])


def _rivals(story: Story, shown: Count, opening: Sequence[Count]) -> list[Count]:
    """The statements of the one figure that the opening gives for ``shown``, a headline's or a caption's.

    Of several figures it is the one that no other figure beside ``shown`` has ("17 killed, 62 hurt", and "19 people
    killed and 62 injured"), and that slipped: "Storm kills 30", and "killed 29 people and injured 417", for nobody
    takes the 417 for the dead.
    """
    if scope.place(story, shown) not in DISPLAY:
        return []
    rivals = [one for one in opening if one.block != shown.block and _is_same_thing(story, shown, one)]
    if len({one.amount for one in rivals}) > 1:
        taken = {one.amount.value for one in _beside(shown, scope.body(story)) if one is not shown}
        free = [one for one in rivals if one.amount.value not in taken]
        slip = LARGE_SLIP if len(free) < len(rivals) else SLIP
        rivals = [one for one in free if not _is_far(shown, one)]
        rivals = rivals if all(_is_slip(shown, one, slip) for one in rivals) else []
    return rivals if len({one.amount for one in rivals}) == 1 else []


def _opening_counts(story: Story) -> list[Count]:
    """The counts of the deck and of the first paragraph that has any, which headline and captions are held against."""
    told = scope.body(story)
    lede = [block for block in scope.ledes(story) if any(one.block == block for one in told)][:1]
    return [one for one in told if scope.place(story, one) == "deck" or one.block in lede]


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


def _is_slip(shown: Count, told: Count, share: float = SLIP) -> bool:
    """Whether one figure is nearly the other, or has its digits in another order: 13 and 14, 34 and 43."""
    one, two = shown.amount.value or 0, told.amount.value or 0
    return abs(one - two) <= max(1, share * two) or _is_turned_round(shown, told)


def _is_turned_round(shown: Count, told: Count) -> bool:
    """Whether one figure has the digits of the other in another order."""
    one, two = (str(int(count.amount.value or 0)) for count in (shown, told))
    return one != two and sorted(one) == sorted(two)


def _is_far(shown: Count, told: Count) -> bool:
    """Whether nobody would take one figure for the other: one is more than twice the other."""
    one, two = sorted((shown.amount.value or 0, told.amount.value or 0))
    return two > 2 * one and not _is_turned_round(shown, told)


def _is_missing(count: Count, others: Sequence[Count]) -> bool:
    """Whether no other figure may be the same; "more than six" allows too much to say that it is."""
    plain = [other for other in others if None not in (other.amount.low, other.amount.high)]
    return not any(intervals.compare(count.amount, other.amount) == "consistent" for other in plain)


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


# ---- a figure that slipped -------------------------------------------------------------------------------------------


def _slipped(story: Story, groups: Sequence[Sequence[Count]]) -> Iterator[tuple[Count, Sequence[Count]]]:
    """Figures of the text, each stated once, that are all but one other figure, which is said to be the same thing."""
    kinds: dict[str, dict[float, list[Sequence[Count]]]] = {}
    for group in groups:
        value = group[0].amount.value
        if value and all(one.amount.modifier == "exact" for one in group):
            kinds.setdefault(group[0].kin, {}).setdefault(value, []).append(group)
    for by_value in kinds.values():
        for value, here in by_value.items():
            near = keystrokes(value, by_value) if value >= scope.MANY else []
            rivals = by_value[near[0]] if len(near) == 1 and keystrokes(near[0], by_value) == [value] else []
            is_once = len(here) == len(here[0]) == 1
            said = next((group for group in rivals if is_once and _is_said(story, here[0][0], group)), None)
            if said:
                yield here[0][0], said


def _is_said(story: Story, outlier: Count, group: Sequence[Count]) -> bool:
    """Whether a statement of ``group`` says what the outlier says, both in the text, and nothing tells them apart."""
    if _is_difference_stated(story, outlier, group[0]):
        return False
    told = [one for one in group if scope.place(story, one) not in DISPLAY]
    pairs = [sorted((outlier, one), key=lambda count: count.span.start) for one in told]
    is_told = scope.place(story, outlier) not in DISPLAY
    return is_told and any(restated.is_said_again(story, *pair) and _are_alike(story, *pair) for pair in pairs)


def _taken_up(story: Story, groups: Sequence[Sequence[Count]]) -> Iterator[tuple[Count, Sequence[Count]]]:
    """Figures that take up one that was never given: "seven hotels … At the nine hotels, managers …".

    One quantity alone of that noun stands before, and the figure is as good as its own.
    """
    of_noun: dict[str, list[Sequence[Count]]] = {}
    for group in groups:
        one = group[0]
        before = of_noun.setdefault(one.unit, [])
        if len(before) == 1 == len(group) and _takes_up(story, before[0], one):
            yield one, before[0]
        elif len(group) == 1 and (turned := _turned_round(story, groups, one)):
            yield one, turned
        if not one.cues & {"subset", "other"}:
            before.append(group)


def _turned_round(story: Story, groups: Sequence[Sequence[Count]], one: Count) -> Sequence[Count]:
    """The one quantity of people before whose digits "the 3,200 strikers" exchanges: "2,300 workers"."""
    value = one.amount.value or 0
    is_plain = one.amount.modifier == "exact" and one.living and not one.cues and bool(one.unit_text)
    if value < scope.STRIKING or not is_plain or not THESE.search(scope.ahead(story, one)):
        return ()
    before = [group for group in groups if group[0].span.end <= one.span.start and group[0].living]
    turned = [group for group in before if _is_turned_round(group[0], one) and not group[0].cues]
    return turned[0] if len(turned) == 1 else ()


def _takes_up(story: Story, group: Sequence[Count], one: Count) -> bool:
    """Whether "the nine hotels" says nothing of its own by which other hotels than the seven could be known."""
    first = group[0]
    value = one.amount.value or 0
    is_bare = " " not in one.unit_text and not one.cues and not first.cues and not one.actors
    is_exact = one.amount.modifier == first.amount.modifier == "exact" and not scope.is_compound(first)
    is_known = value >= LEAST_KNOWN and THESE.search(scope.ahead(story, one)) and scope.place(story, one) not in DISPLAY
    is_other = one.sentence > first.sentence and not scope.is_definite(story, first)
    if not (is_bare and is_exact and is_known and is_other and one.unit_text and first.unit_text):
        return False
    is_near = abs(value - (first.amount.value or 0)) <= KNOWN_SLIP or _is_turned_round(first, one)
    alike = [other for other in scope.body(story) if other is not one and other.amount.value == value]
    is_alone = not any(other.kin == one.kin or (other.living and one.living) for other in alike)
    is_alone = is_alone and not _is_difference_stated(story, one, first)
    return is_near and is_alone and ENDS_NOUN.match(story.article.text, one.span.end) is not None


def _is_difference_stated(story: Story, one: Count, other: Count) -> bool:
    """Whether the story has the difference of two figures too, so that both may be meant."""
    difference = abs((one.amount.value or 0) - (other.amount.value or 0))
    return difference > 1 and any(count.amount.value == difference for count in scope.body(story))


def _are_alike(story: Story, one: Count, other: Count) -> bool:
    """Whether two sentences speak of one thing at one time: the noun is written, further words are shared."""
    if is_what_is_left(story, one) or is_what_is_left(story, other) or "subset" in one.cues | other.cues:
        return False
    around = [scope.sentence(story, count) for count in (one, other)]
    first, second = (scope.stems(span.text) for span in around)
    shared = first & second - scope.nouns(one) - scope.nouns(other)
    is_tally = "vote" in (one.kin, other.kin) or scope.is_compound(one) or scope.is_compound(other)
    is_tied = scope.is_definite(story, other)
    is_written = is_tied or (one.unit == other.unit and bool(one.unit_text and other.unit_text))
    is_one_time = TIME.findall(around[0].text) == TIME.findall(around[1].text)
    is_one_place = _opening(around[0]) == _opening(around[1]) or is_tied
    return is_written and not is_tally and is_one_time and is_one_place and len(shared) >= (1 if is_tied else SHARED)


def _opening(around: Span) -> str:
    """The place that a sentence names first, as rows of alike sentences do: "Near Oco, five strikes …"."""
    found = OPENING.match(around.text)
    return found[1] if found else ""


def _slip(outlier: Count, group: Sequence[Count]) -> Finding:
    told = sorted((outlier, *group), key=lambda count: count.span.start)
    return Finding(
        "T104", "repeat", "contradictory", f"{quoted(outlier)} in one place, {quoted(group[0])} in another",
        spans=tuple(one.span for one in told), stated=outlier.amount.value, found=group[0].amount.value,
        counts=tuple(one.id for one in told), relation=Relation(outlier.id, (group[0].id,)),
    )  # fmt: skip
