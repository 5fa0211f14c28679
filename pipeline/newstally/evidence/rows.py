"""Rows of figures beside a total: "12 coffins, nine of wood and three of stone", "421 flats: 96 studios and 325 …".

Figures that commas and a last "and" join, right behind a total, at the head of the sentence behind it or right before
it, are its parts where they make it. Where they all but make it, a slip is likelier than chance, if the row is whole:
its last two are joined by "and", no word says that there are more, and figures of other things do not stand among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newstally.evidence import scope
from newstally.evidence.parts import Sum, goes_with
from newstally.evidence.slips import is_keystroke
from newstally.types import Count, Story

JOINT = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b|—|–")
LAST_JOINT = re.compile(r"\b(?:and|while|but)\b|;")
OPENS_SOME = re.compile(
    r"\b(?:includ\w+|such as|among|like|at least|mostly|mainly|up from|than|compared)\b", re.IGNORECASE
)
MORE = re.compile(
    r"\b(?:another|several|some|many|more|others|both|each|every|rest|remaining|includ\w+|such as|no|none|a|an|one)\b",
    re.IGNORECASE,
)
# What befalls some of those there, and leaves others of whom nothing need be said.
FATES = re.compile(r"\b(?:killed|died|dead|injured|wounded|hurt|missing|survived|rescued|arrested)\b", re.IGNORECASE)
WORDS_BETWEEN = 10
WORDS_AHEAD = 4
LEAST_NEAR = 20
"""From this total on a row that all but makes it is no chance."""


def sums(story: Story) -> Iterator[Sum]:
    """Every row that makes the total beside it; closed, one that all but makes it, which is a fault."""
    before: list[Count] = []
    for number, group in groupby(scope.body(story), key=lambda count: count.sentence):
        here = list(group)
        if before and before[-1].sentence != number - 1:
            before = []
        for place, total in enumerate(here):
            yield from _of_total(story, total, _row(story, here[place + 1 :], total), is_next=False)
            yield from _of_total(story, total, _row_before(story, here[:place], total), is_next=False)
        row = _row(story, here, None)
        if len(row) == len(here):
            for total in reversed(before):
                yield from _of_total(story, total, row, is_next=True)
        before = here


def _row(story: Story, counts: Sequence[Count], total: Count | None) -> tuple[Count, ...]:
    """The first of ``counts`` with those joined to it, nested figures apart."""
    row: list[Count] = []
    for one in counts:
        if total and total.span.end > one.span.start:
            continue
        if row and one.span.start < row[-1].span.end:
            return ()
        if row and not _are_joined(story, row[-1], one):
            break
        row.append(one)
    return tuple(row)


def _row_before(story: Story, counts: Sequence[Count], total: Count) -> tuple[Count, ...]:
    """The counts right before the total that are joined to one another."""
    row: list[Count] = []
    for one in reversed(counts):
        if one.span.end > (row[0] if row else total).span.start or (row and not _are_joined(story, one, row[0])):
            break
        row.insert(0, one)
    return tuple(row)


def _are_joined(story: Story, one: Count, other: Count) -> bool:
    joint = scope.between(story, one, other)
    return len(joint.split()) <= WORDS_BETWEEN and JOINT.search(joint) is not None


def _of_total(story: Story, total: Count, row: tuple[Count, ...], *, is_next: bool) -> Iterator[Sum]:
    if len(row) < 2 or not _may_be_parts(total, row):
        return
    made = sum(part.amount.value or 0 for part in row)
    if made == total.amount.value:
        if _is_no_chance(total, row) and (is_next or _is_of_it(story, total, row)):
            yield Sum(total, row, False)
    elif not is_next and _is_near(total, row) and _is_whole(story, total, row):
        yield Sum(total, row, True)


def _may_be_parts(total: Count, row: Sequence[Count]) -> bool:
    """Whether all are plain figures, each smaller than the total, of its kind or of kinds of their own."""
    figures = (total, *row)
    if any(one.amount.modifier != "exact" or not one.amount.value for one in figures):
        return False
    if any((part.cues ^ total.cues) & scope.APART for part in row):
        return False
    is_less = all((part.amount.value or 0) < (total.amount.value or 0) for part in row)
    return is_less and not any(scope.is_compound(one) for one in figures)


def _is_no_chance(total: Count, row: Sequence[Count]) -> bool:
    """Whether a row that makes its total is its parts: of its kind, or of three, or the total is no small figure."""
    if all(goes_with(part, total) for part in row):
        return True
    return (total.amount.value or 0) >= scope.MANY or len(row) > 2


def _is_near(total: Count, row: Sequence[Count]) -> bool:
    """Whether a slip in one of the figures explains that the row does not make its total."""
    made = sum(part.amount.value or 0 for part in row)
    stated = total.amount.value or 0
    if stated < LEAST_NEAR:
        return False
    wanted = ((part.amount.value or 0, (part.amount.value or 0) + stated - made) for part in row)
    return any(is_keystroke(one, other) for one, other in ((stated, made), *wanted))


def _is_of_it(story: Story, total: Count, row: Sequence[Count]) -> bool:
    """Whether the total has a noun, and the row is of its kind or right beside it."""
    if total.span.start > row[0].span.start:
        return True
    is_beside = len(scope.between(story, total, row[0]).split()) <= WORDS_AHEAD
    return bool(total.unit_text) and (is_beside or all(goes_with(part, total) for part in row))


def _is_whole(story: Story, total: Count, row: Sequence[Count]) -> bool:
    """Whether the row stands behind its total, is of it, and nothing says that it is not all of it."""
    if total.span.start > row[0].span.start or not _is_of_it(story, total, row):
        return False
    opening = scope.between(story, total, row[0])
    behind = story.article.text[row[-1].span.end : scope.sentence(story, total).end]
    joints = [scope.between(story, one, other) for one, other in pairwise(row)]
    return (
        (all(goes_with(part, total) for part in row) or _are_kinds(total, row))
        and all(part.actors in ((), total.actors) for part in row)  # what each of several has is told by their names
        and LAST_JOINT.search(joints[-1]) is not None
        and not OPENS_SOME.search(opening)
        and not any(MORE.search(joint) for joint in joints)
        and not any(sign.isdigit() for sign in behind)
        and not FATES.search(f"{opening} {' '.join(joints)} {row[-1].span.text} {behind}")
    )


def _are_kinds(total: Count, row: Sequence[Count]) -> bool:
    """Whether the parts have nouns of their own, all unlike, and none is the total's: "96 studios, 238 flats"."""
    units = [part.unit for part in row]
    return all(part.unit_text for part in row) and len(set(units)) == len(units) and total.unit not in units
