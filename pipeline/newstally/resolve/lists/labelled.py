"""Lines that file names under a label: "Goalkeepers: Roe, Lim, Katz." for "three goalkeepers".

The label's noun ties them to the one count of so many. Nothing but the names stands behind the colon, so the line is
whole, and a figure that it does not bear out is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.page import Page, Placed, text_list
from newstally.resolve.lists.segments import Range
from newstally.types import TextList

LONGEST_LABEL = 3  # words before the colon
PARTS = {",", ";", "and", "&"}


def labelled_lists(page: Page) -> Iterator[TextList]:
    """A list for each line whose label names what a count before it counts."""
    blocks = page.mentions.layout.blocks
    for number, line in page.blocks.items():
        if number < len(blocks) and blocks[number].kind in {"paragraph", "item"} and (names := _names(page, line)):
            noun = page.tokens[names[0].first - 2].lemma.lower()
            counts = [one for one in page.counts if _is_of(one, noun, number)]
            if len({one.count.amount for one in counts}) == 1:
                yield text_list(page, counts[0].count, names, True, firm=True)


def _is_of(placed: Placed, noun: str, block: int) -> bool:
    """Whether the count is of things so called, written out above the line."""
    count = placed.count
    is_whole = not count.cues & {"subset", "other"} and count.amount.modifier == "exact"
    return bool(noun) and count.unit == noun and bool(count.unit_text) and count.block < block and is_whole


def _names(page: Page, line: Range) -> Sequence[Range]:
    """The names behind a label in the plural, if there is nothing else; two at least."""
    opening = range(line.first, min(line.first + LONGEST_LABEL, line.last))
    colon = next((i + 1 for i in opening if i + 1 < line.last and page.tokens[i + 1].text == ":"), None)
    if colon is None or not page.tokens[colon - 1].tag.endswith("S"):
        return ()
    names: list[Range] = []
    i, is_open = colon + 1, True
    while i < line.last:
        name = page.name_at.get(i)
        if name and is_open:
            names.append(name)
            i, is_open = name.last, False
            continue
        if page.tokens[i].lower in PARTS:
            is_open = True
        elif page.tokens[i].text == "(":
            i = next((j for j in range(i, line.last) if page.tokens[j].text == ")"), line.last)
        elif page.tokens[i].text != ".":
            return ()
        i += 1
    return names if len(names) > 1 and names[0].first == colon + 1 else ()
