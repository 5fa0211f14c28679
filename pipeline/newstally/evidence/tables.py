"""Lists whose rows hold a figure each of one thing: "Orvik – 402", "Saltby – 288", and "Total – 690" under them.

The row of the total is what the others make; without one, a figure of the text may be that. Nothing is said of a list
in which a row has no figure, or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstally.evidence import scope
from newstally.evidence.parts import Sum
from newstally.types import Count, Story

TOTAL = re.compile(r"\W*(?:grand\s+|sub)?total\b|\W*(?:overall|altogether|in all|all)\s*[-–—:\d]", re.IGNORECASE)
LEAST = 3  # rows, that of the total among them


def sums(story: Story) -> Iterator[Sum]:
    """Every column with its total: closed by a row that is called so, else a figure of the text that it makes."""
    for column in _columns(story):
        totals = [one for one in column if _is_total(story, one)]
        parts = tuple(one for one in column if one not in totals)
        if len(totals) == 1 and column.index(totals[0]) in (0, len(column) - 1) and len(parts) > 1:
            yield Sum(totals[0], parts, "closed")
        elif not totals:
            made = sum(one.amount.value or 0 for one in parts)
            stated = [one for one in scope.body(story) if one.amount.value == made and one.kin == parts[0].kin]
            yield from (Sum(total, parts) for total in stated[:1] if made >= scope.MANY)


def _columns(story: Story) -> Iterator[list[Count]]:
    """The figures of each list, one a row, exact and of one kind."""
    by_block: dict[int, list[Count]] = {}
    for count in story.counts:
        by_block.setdefault(count.block, []).append(count)
    for rows in _lists(story):
        column = [by_block[number][0] for number in rows if len(by_block.get(number, ())) == 1]
        is_plain = all(one.amount.modifier == "exact" for one in column) and len({one.kin for one in column}) == 1
        if LEAST <= len(column) == len(rows) and is_plain:
            yield column


def _lists(story: Story) -> Iterator[Sequence[int]]:
    """The numbers of the items of every list."""
    blocks = story.layout.blocks
    for number, block in enumerate(blocks):
        if block.kind == "list":
            last = number + 1
            while last < len(blocks) and blocks[last].kind == "item" and blocks[last].end <= block.end:
                last += 1
            yield range(number + 1, last)


def _is_total(story: Story, count: Count) -> bool:
    return TOTAL.match(story.article.text, story.layout.blocks[count.block].start) is not None
