"""Bare numbers of a correction note: "An earlier version misstated the number of homes lost; it is 46, not 60".

A note speaks of the story as a whole, not of the paragraph before it. So the noun of its bare numbers stands in the
note itself; else it is that of the body's count of the same figure, where there is but one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from newstally.resolve.counts import heads
from newstally.resolve.counts.page import Page
from newstally.types import Count
from newstally.words.figured import Figure

BEFORE = frozenset(
    ("is", "was", "were", "are", "be", "been", "not", "than", "of", "to", "from", "as", "at", "read", "say", "said")
)
CLOSERS = frozenset(("", ".", ",", ";", ")"))
LONGEST = 4  # words from "number of" to the noun


def within(page: Page, figure: Figure) -> bool:
    """Whether the figure stands in a correction note."""
    blocks = page.mentions.layout.blocks
    return bool(blocks) and blocks[page.tokens[figure.first].block].kind == "correction"


def of_note(page: Page, figure: Figure, before: Sequence[Count]) -> list[Count]:
    """The counts so far that stand in the figure's own note."""
    block = page.tokens[figure.first].block
    return list(takewhile(lambda count: count.block == block, reversed(before)))[::-1]


def unit(page: Page, figure: Figure, before: Sequence[Count]) -> str:
    """What a bare number of a note counts; "" where the number is no statement or nobody can know."""
    closes = page.at(figure.mention.last) in CLOSERS and page.same_line(figure.first, figure.mention.first - 1)
    if page.at(figure.mention.first - 1) not in BEFORE and not (closes and of_note(page, figure, before)):
        return ""
    for nouns in (_numbered(page, figure), [count.unit for count in of_note(page, figure, before)]):
        if nouns:
            return nouns[-1]
    units = set(_of_body(page, figure, before))
    return units.pop() if len(units) == 1 else ""


def _numbered(page: Page, figure: Figure) -> list[str]:
    """The nouns that the note says a number of: "the number of homes", "how many homes", "the death toll"."""
    block, i = page.tokens[figure.first].block, figure.first - 1
    found: list[str] = []
    while i >= 0 and page.tokens[i].block == block:
        noun = page.units["totals"]["toll"].get(page.at(i), "")
        if noun or (page.at(i), page.at(i + 1)) == ("how", "many") or _total_of(page, i):
            found.insert(0, noun or next(_plural(page, i + 2), ""))
        i -= 1
    return [noun for noun in found if noun]


def _total_of(page: Page, i: int) -> bool:
    return page.at(i) in page.units["totals"]["nouns"] and page.at(i + 1) == "of"


def _plural(page: Page, first: int) -> Iterator[str]:
    for i in range(first, min(first + LONGEST, len(page.tokens))):
        if page.tokens[i].tag == "NNS" and page.tokens[i + 1 : i + 2] and page.tokens[i + 1].tag not in ("NN", "NNS"):
            yield heads.lemma(page, page.tokens[i])


def _of_body(page: Page, figure: Figure, before: Sequence[Count]) -> Iterator[str]:
    """The units of the body's counts, written out, of any figure of this note."""
    block = page.tokens[figure.first].block
    values = {other.value for other in page.figures if page.tokens[other.first].block == block}
    return (count.unit for count in before if count.unit_text and count.amount.value in values)
