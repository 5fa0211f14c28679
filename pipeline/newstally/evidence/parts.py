"""What makes figures the parts of a whole: neighbours that a word ties together, and a whole that is their sum.

A run of figures is told apart when its first is "nine of the 12" or its last "the other three", when it is a vote for
and against, when one figure falls "eight short of" another, or when three figures and more share out the people there
were. The whole may stand before the run, within it or after it. Such a run confirms a figure; that it does not come
out proves nothing, for nothing says that these are all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from newstally.evidence import scope
from newstally.evidence.intervals import is_round
from newstally.types import Count, Story

THE_REST = re.compile(r"\bthe (?:other|remaining|rest)\b", re.IGNORECASE)
AGAINST = re.compile(r"\s*(?:votes?\s+)?(?:to|against|in favou?r(?: and|,))\s*", re.IGNORECASE)
SHORT_OF = re.compile(r"\s*(?:\w+\s+)?(?:short of|fewer than|shy of)\s+(?:the\s+)?", re.IGNORECASE)
VOTERS = frozenset(
    ("member", "judge", "justice", "juror", "lawmaker", "legislator", "senator", "deputy", "mp", "councillor",
     "councilor", "commissioner", "delegate", "minister", "director", "seat")
)  # fmt: skip
SEXES = frozenset(("man", "woman", "boy", "girl", "child", "baby", "infant", "teenager", "adult"))
VOTING = VOTERS | {"abstention", "person"}
FOR_AND_AGAINST = re.compile(r"\b(?:favou?r|backed|for)\b.*\b(?:against|opposed)\b", re.DOTALL)
BRINGS = re.compile(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|total)\b.*\bto\s*$", re.DOTALL
)
ABOARD = re.compile(r"\s+(?:on board|aboard|inside|were in|who were in)\b")
LONGEST = 5  # parts in a run
REACH = 3  # sentences between a run and its whole, where no word says "the other"


Tie = Literal["closed", "slip", "loose"]
"""How firmly words say that these are all parts: a difference is a fault, is one where a slip explains it, or none."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with parts that may make it, and how firmly words tie them to it."""

    total: Count
    parts: tuple[Count, ...]
    tie: Tie = "loose"


def told_apart(story: Story) -> Iterator[Sum]:
    """The runs of figures that share out a whole, each with the nearest figure that is their sum."""
    counts = [one for one in scope.body(story) if one.amount.modifier == "exact" and one.amount.value]
    by_value: dict[float, list[Count]] = {}
    for count in counts:
        by_value.setdefault(count.amount.value or 0, []).append(count)
    for run in _runs(counts):
        totals = by_value.get(sum(part.amount.value or 0 for part in run))
        whole = next((one for one in _nearest(totals, run[0]) if _is_whole(story, one, run)), None) if totals else None
        if whole:
            yield Sum(whole, run)
    yield from _with_what_is_left(story, counts, by_value)
    yield from _brought_up(story, counts, by_value)


def is_what_is_left(story: Story, count: Count) -> bool:
    """Whether the figure is what is left of a whole: "the other six", "the remaining 25"."""
    ahead = story.article.text[max(0, count.span.start - 14) : count.span.start] + count.span.text
    return bool(THE_REST.search(ahead))


def _runs(counts: Sequence[Count]) -> Iterator[tuple[Count, ...]]:
    """Neighbouring figures, long runs first; the largest may stand among them as their whole."""
    plain = [one for before, one in zip([None, *counts], counts, strict=False) if not _is_nested(before, one)]
    for start in range(len(plain)):
        window = plain[start : start + LONGEST + 1]
        steps = (number for number, pair in enumerate(pairwise(window), 1) if pair[1].sentence - pair[0].sentence > 1)
        near = window[: next(steps, len(window))]
        values = [one.amount.value or 0 for one in window]
        largest = values.index(max(values))
        yield from (tuple(near[:size]) for size in range(min(len(near), LONGEST), 1, -1))
        if 0 < largest < len(near):  # runs that reach beyond it, without it
            others = [*near[:largest], *near[largest + 1 :]]
            yield from (tuple(others[:size]) for size in range(min(len(others), LONGEST), largest, -1))


def _is_nested(before: Count | None, count: Count) -> bool:
    """Whether the figure is a part of the one before or the whole in it: "14 of the 19 …, two of them badly"."""
    if not before or before.sentence != count.sentence:
        return False
    return "subset" in (before.cues if before.span.covers(count.span) else count.cues)


def _nearest(totals: Iterable[Count], part: Count) -> list[Count]:
    return sorted(totals, key=lambda total: abs(total.span.start - part.span.start))


def _is_whole(story: Story, total: Count, run: tuple[Count, ...]) -> bool:
    """Whether words tie the run to the whole; none of its figures is of another year, or a change."""
    cues = {cue for part in run for cue in part.cues ^ total.cues}
    if total in run or cues & {"earlier", "change"}:
        return False
    if _is_partitive(total, run) or _leaves_the_rest(story, total, run) or _falls_short(story, total, run):
        return True
    is_near = any(abs(part.sentence - total.sentence) <= REACH for part in run)
    is_said = _is_vote(story, total, run) or _are_those_there(story, total, run) or _is_everybody(total, run)
    return is_near and is_said and not cues & scope.APART


def _is_partitive(total: Count, run: tuple[Count, ...]) -> bool:
    """One figure names its whole, the others need no noun: "24 of 38 stocks …, 11 … and three …"."""
    return any(part.span.covers(total.span) for part in run) and all(goes_with(part, total) for part in run)


def _leaves_the_rest(story: Story, total: Count, run: tuple[Count, ...]) -> bool:
    """The last is what is left of a whole named before: "Nine of them were arrested, and the other three …"."""
    is_before = total.span.end <= run[0].span.start or run[0].span.covers(total.span)
    is_rest = is_what_is_left(story, run[-1]) and not any(is_what_is_left(story, part) for part in run[:-1])
    is_of_total = all(goes_with(part, total) for part in run) or _is_next(story, total, run[0])
    return is_before and is_rest and run[-1].kin == total.kin and is_of_total


def _is_next(story: Story, total: Count, part: Count) -> bool:
    """Whether a part of any noun stands right behind a large total: "34 trams … nine vehicles had cracks"."""
    between = (one for one in story.counts if total.span.end <= one.span.start < part.span.start)
    return (total.amount.value or 0) >= scope.MANY and not any(between)


def _falls_short(story: Story, total: Count, run: tuple[Count, ...]) -> bool:
    """One figure is so far from another: "48 lawmakers, eight short of the 56 that he needs"."""
    is_kin = all(part.kin == total.kin for part in run)
    is_next = run[-1].span.end <= total.span.start and run[0].sentence == total.sentence
    return is_kin and is_next and len(run) == 2 and bool(SHORT_OF.fullmatch(scope.between(story, run[1], total)))


def _is_vote(story: Story, total: Count, run: tuple[Count, ...]) -> bool:
    """Those for and against, and who did neither: "82-15, with three abstentions. Fifty of its 150 members …"."""
    if total.unit not in VOTERS or not all(part.kin == "vote" or part.unit in VOTING for part in run):
        return False
    votes = run[0].kin == run[1].kin == "vote"
    is_score = votes and (run[0].span.covers(run[1].span) or AGAINST.fullmatch(scope.between(story, run[0], run[1])))
    return bool(is_score or FOR_AND_AGAINST.search(scope.sentence(story, run[0]).text))


def _are_those_there(story: Story, total: Count, run: tuple[Count, ...]) -> bool:
    """The fates of those aboard: "11 miners died and 19 were hurt. Of the 34 people in the cage, four …"."""
    if not scope.is_people(total) or (total.amount.value or 0) < scope.MANY:
        return False
    sentences = {part.sentence for part in run}
    if len(run) < 3:
        # "310 passengers and 90 crew. All 400 people were rescued"; "14 dead and 23 others hurt. The 37 people aboard"
        is_next = sentences == {total.sentence - 1} and scope.is_definite(story, total)
        is_row = is_next and scope.between(story, *run).strip() in ("and", "with")
        is_all = "other" in run[-1].cues and ABOARD.match(story.article.text, total.span.end) is not None
        return is_row or (is_all and abs(total.sentence - run[0].sentence) <= REACH)
    return sentences != {total.sentence} and all(scope.is_people(part) or not part.unit_text for part in run[1:])


def _is_everybody(total: Count, run: tuple[Count, ...]) -> bool:
    """Sexes and ages, whatever the whole is called: "a gang of six … one woman and five men"."""
    units = {part.unit for part in run}
    return units <= SEXES and len(units) == len(run) and total.unit not in SEXES


def goes_with(part: Count, total: Count) -> bool:
    """Whether a part is of the total's kind, or leaves its noun to be supplied."""
    return part.kin == total.kin or not part.unit_text


def _with_what_is_left(story: Story, counts: Sequence[Count], by_value: dict[float, list[Count]]) -> Iterator[Sum]:
    """A whole, a part of it, and the rest as a figure that is no chance: "50 candidates … seven … Of the 43"."""
    for total, part in pairwise(counts):
        is_part = total.sentence == part.sentence and part.unit == total.unit and not part.unit_text
        if is_part and not (total.cues | part.cues) & scope.APART:
            rests = by_value.get((total.amount.value or 0) - (part.amount.value or 0), ())
            for rest in _nearest(rests, part):
                if rest is not part and _is_no_chance(story, total, rest):
                    yield Sum(total, tuple(sorted((part, rest), key=lambda one: one.span.start)))
                    break


def _brought_up(story: Story, counts: Sequence[Count], by_value: dict[float, list[Count]]) -> Iterator[Sum]:
    """Figures so far: "three people … Four more people …, which brings the total to seven"."""
    for more, total in pairwise(counts):
        if "other" in more.cues and BRINGS.search(scope.between(story, more, total)) and more.kin == total.kin:
            rests = by_value.get((total.amount.value or 0) - (more.amount.value or 0), ())
            before = [one for one in rests if one.kin == total.kin and one.span.end <= more.span.start]
            yield from (Sum(total, (one, more)) for one in before[-1:])


def _is_no_chance(story: Story, total: Count, rest: Count) -> bool:
    """Whether the rest is a large figure of the same things, or one taken up as known right after its whole."""
    is_large = (rest.amount.value or 0) >= scope.STRIKING and not is_round(rest.amount) and rest.kin == total.kin
    is_known = scope.is_definite(story, rest) and not rest.unit_text and rest.sentence == total.sentence + 1
    return not rest.cues & scope.APART and (is_large or (is_known and scope.is_distinctive(rest)))
