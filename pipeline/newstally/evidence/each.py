"""Parts that several share alike: "four each to the Biology and Chemistry Olympiads", "six on each of three lines".

How many share is said by a figure beside it ("each of three lines"), by the names joined to it, or by "each side", of
which there are two. Such parts confirm their total; that they do not make it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newstally.evidence import scope
from newstally.evidence.parts import Sum, goes_with
from newstally.types import SET_ASIDE, Count, Story

EACH = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:each|apiece)\b", re.IGNORECASE)
EACH_WITHIN = re.compile(r"\b(?:each|apiece)\b", re.IGNORECASE)
SIDES = re.compile(r"\s+(?:side|half|camp|team|end)\b", re.IGNORECASE)
NAME = r"(?<![\w'’-])[A-Z][\w'’-]{0,30}+(?:\s[A-Z][\w'’-]{0,30}+){0,4}+"
MOST = 12
"""Those who share: more are seldom told one by one."""
NAMES = re.compile(rf"(?:{NAME},\s(?:the\s)?){{0,5}}+{NAME},?\sand\s(?:the\s)?{NAME}")
MOST_PARTS = 6


def sums(story: Story) -> Iterator[Sum]:
    """Every total that its parts make when those of "each" count as often as they are shared."""
    told = [one for one in story.counts if scope.place(story, one) != "correction" and one.amount.modifier == "exact"]
    before: list[Count] = []
    for number, group in groupby(told, key=lambda count: count.sentence):
        here = list(group)
        beyond = before if before and before[-1].sentence == number - 1 else []
        shared = [one for one in here if _is_shared(story, one)]
        if len(shared) == 1:
            yield from _whole(story, [*beyond, *here], here, shared[0])
        before = here


def _is_shared(story: Story, count: Count) -> bool:
    """Whether each of several has so many: "four each", "90 from each side"."""
    return bool(EACH_WITHIN.search(count.span.text) or EACH.match(story.article.text, count.span.end))


def _whole(story: Story, totals: Sequence[Count], here: Sequence[Count], shared: Count) -> Iterator[Sum]:
    """The nearest total that the figures of the sentence make, ``shared`` as often as its words say."""
    often = _sharers(story, here, shared)
    for total in reversed(totals):
        if total.span.end > shared.span.start or total.cues & SET_ASIDE:
            continue
        parts = [one for one in here if one.span.start >= total.span.end and _may_be_part(one, shared, total)]
        rest = (total.amount.value or 0) - sum(one.amount.value or 0 for one in parts if one is not shared)
        times = rest / (shared.amount.value or 1)
        if len(parts) <= MOST_PARTS and times in often:
            rows = ([one] * int(times) if one is shared else [one] for one in parts)
            yield Sum(total, tuple(one for row in rows for one in row))
            return


def _may_be_part(one: Count, shared: Count, total: Count) -> bool:
    return one is shared or (goes_with(one, total) and not one.cues & SET_ASIDE)


def _sharers(story: Story, here: Sequence[Count], shared: Count) -> frozenset[float]:
    """How many may share: figures of the sentence, or as many as it joins names."""
    around = scope.sentence(story, shared)
    counted = {one.amount.value or 0 for one in here if one is not shared}
    named = {float(len(re.split(r",\sand\s|,\s|\sand\s", found[0]))) for found in NAMES.finditer(around.text)}
    each = EACH.match(story.article.text, shared.span.end)
    sides = {2.0} if each and SIDES.match(story.article.text, each.end()) else set()
    return frozenset(number for number in counted | named | sides if 2 <= number <= MOST)
