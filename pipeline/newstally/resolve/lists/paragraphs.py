"""Paragraphs that go through what the one before them announces: "The other six are:", and six open with a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.page import Page, Placed, text_list
from newstally.resolve.lists.segments import Range
from newstally.types import TextList

LEAST = 2


def paragraph_lists(page: Page) -> Iterator[TextList]:
    """A list for each count in a line that ends in a colon, if as many paragraphs behind it open with a name."""
    openings = [page.blocks[block].first for block in sorted(page.blocks)]
    for place, opening in enumerate(openings[1:], 1):
        placed = _announcing(page, opening - 1)
        names = list(_names(page, openings[place:])) if placed else []
        if placed and len(names) == placed.count.amount.value and len(names) >= LEAST:
            yield text_list(page, placed.count, names, True)


def _names(page: Page, openings: Sequence[int]) -> Iterator[Range]:
    """The names at these tokens, as long as there is one of the first's sort."""
    first = page.name_at.get(openings[0])
    for i in openings:
        name = page.name_at.get(i)
        if name is None or first is None or page.sort(name) != page.sort(first):
            return
        yield name


def _announcing(page: Page, last: int) -> Placed | None:
    """The last count of the sentence that ends in a colon at token ``last``."""
    if page.tokens[last].text != ":":
        return None
    placed = page.counts_of_sentence.get(page.tokens[last].sentence, ())
    return placed[-1] if placed else None
