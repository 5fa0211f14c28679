"""T101: a stated total is not the sum of its stated parts.

*What it finds.* A total and the parts that together make it: the parts of several actors, "of the 20 aboard, 12 died
and eight survived", "42 of the 50 … the remaining eight", "32 medals: 12 gold, 11 silver and nine bronze".

*Why it matters.* It is the slip that readers catch first, and it shows that a figure was changed in one place alone.

*Example.* "They held 19 talks", "she held nine", "he 11".

*Not a fault.* Parts that are not all ("of the 20 aboard, 12 died"); subsets that overlap ("20 people, including 12
women and 15 Canadians"); a part put without a figure ("two men and a woman"); totals so far, rates, other years. A sum
that does not come out is a fault only where the sentence says that these are the parts and that there are no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from newstally import intervals, scope
from newstally.registry import check
from newstally.types import Count, Finding, Relation, Story
from newstally.wording import amount, joined

OPENS_PARTS = re.compile(r"[:(—–]|--|\s-\s")
MORE_PARTS = re.compile(
    r"\b(?:an?|one|another|several|some|many|more|others?|both|each|rest|including|include|such as)\b"
)
JOINS_PARTS = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b")
OF_THE = re.compile(r"\s*of (?:the |those |these )?", re.IGNORECASE)
WHAT_IS_LEFT = re.compile(r"(?:\bother|\bremaining|\brest|\bremainder)\b", re.IGNORECASE)
WORDS_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with parts that may make it; ``closed`` says that they are all of its parts."""

    total: Count
    parts: tuple[Count, ...]
    closed: bool


@check("T101", kind="sum")
def parts_and_total(story: Story, *, complements: Sequence[Sequence[str]] = ()) -> Iterator[Finding]:
    """Add up the parts of every total.

    ``complements`` are pairs of words that leave nothing out: who has not died has survived.
    """
    sums = [Sum(share.total, share.parts, True) for share in scope.shares(story)]
    sums += _in_text(story, complements)
    seen: set[frozenset[str]] = set()
    for one in sums:
        parts = frozenset(part.id for part in one.parts)
        finding = _judge(one)
        if finding and not any(parts & known for known in seen):
            seen.add(parts)
            yield finding


def _judge(one: Sum) -> Finding | None:
    stated, found = one.total.amount, intervals.total([part.amount for part in one.parts])
    verdict = intervals.compare(stated, found)
    if not one.closed and (verdict != "consistent" or stated.value != found.value):
        return None
    made = f"{joined([amount(part.amount) for part in one.parts])} make {amount(found)}"
    ids = tuple(part.id for part in one.parts)
    return Finding(
        "T101", "sum", verdict, f"{made}, not {amount(stated)}" if verdict == "contradictory" else made,
        spans=(one.total.span, *(part.span for part in one.parts)), stated=stated.value, found=found.value,
        counts=(one.total.id, *ids), reason="the figures are too vague to add up" if verdict == "unsettled" else "",
        relation=Relation(one.total.id, ids),
    )  # fmt: skip


# ---- sums within a sentence and its neighbour ------------------------------------------------------------------------


def _in_text(story: Story, complements: Sequence[Sequence[str]]) -> Iterator[Sum]:
    by_sentence = groupby(scope.body(story), key=lambda count: count.sentence)
    before: list[Count] = []
    for number, group in by_sentence:
        here = list(group)
        if not before or before[0].sentence != number - 1 or before[0].block != here[0].block:
            before = []
        yield from _what_is_left(story, before, here)
        yield from _total_first(story, here, complements)
        yield from _total_last(story, before, here)
        yield from _total_in_the_sentence_before(before, here)
        before = here


def _what_is_left(story: Story, before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """What is left closes the sum: "eight of the 14 peaks … the other six"."""
    window = [*before, *here]
    for last in (count for count in here if _is_what_is_left(story, count)):
        for first, total in _partitives(window):
            if first.span.start < last.span.start and last is not total:
                among = [
                    one for one in window if first.span.end <= one.span.start < last.span.start and _fits(one, total)
                ]
                is_plain = not among and last.kin == total.kin
                yield Sum(total, (first, *among, last), is_plain and not _is_outside(total))


def _is_what_is_left(story: Story, count: Count) -> bool:
    ahead = story.article.text[max(0, count.span.start - 14) : count.span.start]
    is_left = WHAT_IS_LEFT.search(ahead) or WHAT_IS_LEFT.search(count.span.text)
    return bool(is_left) and re.search(r"\bthe\b", ahead + count.span.text, re.IGNORECASE) is not None


def _is_outside(count: Count) -> bool:
    return count.amount.modifier != "exact"


def _partitives(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Part and whole of "eight of the 14 peaks": the whole stands within the part's words."""
    for part, whole in pairwise(counts):
        if part.span.start < whole.span.start and part.span.covers(whole.span):
            yield part, whole


def _total_first(story: Story, here: Sequence[Count], complements: Sequence[Sequence[str]]) -> Iterator[Sum]:
    """The total, then its parts, in one sentence: "699 infections, 199 of them …, 500 …"."""
    for position, total in enumerate(here):
        parts = tuple(one for one in here[position + 1 :] if one.span.start >= total.span.end and _fits(one, total))
        yield from _adding_up(total, parts)
        if len(parts) > 1 and (_is_spelled_out(story, total, parts) or _is_either_or(story, total, parts, complements)):
            yield Sum(total, parts, True)


def _total_last(story: Story, before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """The cue of a total, after the parts: "five men and three women, eight people in all"."""
    for position, total in enumerate(here):
        if "total" in total.cues:
            parts = tuple(one for one in here[:position] if _fits(one, total))
            is_close = bool(parts) and len(scope.between(story, parts[-1], total).split()) <= 2
            if len(parts) > 1:
                yield Sum(total, parts, is_close and not MORE_PARTS.search(_stretch(story, parts[0], total)))
            else:
                yield from _adding_up(total, tuple(one for one in before if _fits(one, total)))


def _total_in_the_sentence_before(before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """The parts in the next sentence: "Five people were killed. Two died at once and three in hospital"."""
    for total in before[-1:]:
        yield from _adding_up(total, tuple(one for one in here if _fits(one, total)))


def _adding_up(total: Count, parts: Sequence[Count]) -> Iterator[Sum]:
    """The first parts that make the total exactly; no claim that they must."""
    made = 0.0
    for number, part in enumerate(parts, 1):
        made += part.amount.value or 0
        if number > 1 and made == total.amount.value:
            yield Sum(total, tuple(parts[:number]), False)


def _fits(part: Count, total: Count) -> bool:
    """Whether a figure may be a part: things of one kind, or a figure whose noun is left out."""
    is_less = (part.amount.value or 0) < (total.amount.value or 0)
    return is_less and (part.kin == total.kin or not part.unit_text) and not part.cues & {"total", "cumulative"}


def _is_spelled_out(story: Story, total: Count, parts: Sequence[Count]) -> bool:
    """Whether a colon, dash or bracket opens a row of nothing but figures: "32 medals: 12 gold, 11 silver …"."""
    opening = scope.between(story, total, parts[0])
    joints = [scope.between(story, one, other) for one, other in pairwise(parts)]
    tail = story.article.text[parts[-1].span.end : scope.sentence(story, parts[-1]).end]
    text = " ".join([opening, *joints, tail])
    return bool(
        OPENS_PARTS.search(opening)
        and len(opening.split()) <= WORDS_BETWEEN
        and all(JOINS_PARTS.search(joint) and len(joint.split()) <= WORDS_BETWEEN for joint in joints)
        and not MORE_PARTS.search(text)
    )


def _is_either_or(story: Story, total: Count, parts: Sequence[Count], complements: Sequence[Sequence[str]]) -> bool:
    """Whether "of the 20 aboard" opens the sentence and what is said of its two parts leaves nobody out."""
    around = scope.sentence(story, total)
    if len(parts) != 2 or not OF_THE.fullmatch(story.article.text[around.start : total.span.start]):
        return False
    first = set(re.findall(r"[a-z]+", _stretch(story, parts[0], parts[1]).lower()))
    second = set(re.findall(r"[a-z]+", story.article.text[parts[1].span.start : around.end].lower()))
    return any((one in first and other in second) or (other in first and one in second) for one, other in complements)


def _stretch(story: Story, first: Count, last: Count) -> str:
    """The text from the start of ``first`` to the start of ``last``."""
    return story.article.text[first.span.start : last.span.start]
