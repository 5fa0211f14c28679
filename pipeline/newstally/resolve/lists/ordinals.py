"""Members told one by one: "three questions. The first was … The second … The third", "two labs, one …, the other …".

They are the count's if they are as many as it says, in order, and no further one follows; another number proves
nothing, for a text may go into some and leave out the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.lists.page import Page, Placed, text_list
from newstally.resolve.lists.segments import Range
from newstally.types import TextList

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
NUMBERS = {**{word: number for number, word in enumerate(ORDINALS)}, "one": 0, "other": 1}
STARTS = {",", ";", ":", "and", "while", "but", "—", "–", "("}
REACH = 6  # sentences from a count to its last member


def ordinal_lists(page: Page) -> Iterator[TextList]:
    """A list for each count whose members follow in its block as the first, the second and so on."""
    told = _told(page)
    for placed in page.counts if told else ():
        value = placed.count.amount.value or 0
        if 2 <= value <= len(ORDINALS) and placed.count.unit_text and not placed.is_modifier(page.tokens):
            members = _members(page, placed, told)
            if members and len(members) == value:
                yield text_list(page, placed.count, members, True)


def _told(page: Page) -> list[tuple[int, int]]:
    """Where members are told, and which: "the first" is 0, "one" too, "the other" 1."""
    found = []
    for token in page.tokens:
        if token.lower not in NUMBERS:
            continue
        start = token.i - (token.lower != "one")
        is_told = start == token.i or (start >= 0 and page.tokens[start].lower == "the")
        if is_told and _begins(page, start) and not _has_noun(page, token.i):
            found.append((start, NUMBERS[token.lower]))
    return found


def _begins(page: Page, i: int) -> bool:
    """Whether a sentence or a part of one begins at token ``i``."""
    return not i or page.tokens[i - 1].sentence != page.tokens[i].sentence or page.tokens[i - 1].lower in STARTS


def _has_noun(page: Page, i: int) -> bool:
    """Whether a noun of its own follows: "the first week", "one man"."""
    after = page.tokens[i + 1 : i + 2]
    return bool(after) and after[0].pos in {"NOUN", "PROPN", "ADJ", "NUM"}


def _members(page: Page, placed: Placed, told: list[tuple[int, int]]) -> list[Range]:
    """The members behind the count in order; none where the first of another count comes first, or too many follow."""
    sentence, block = placed.count.sentence, placed.count.block
    here = [
        (i, number)
        for i, number in told
        if i >= placed.tokens.last and page.tokens[i].block == block and page.tokens[i].sentence - sentence <= REACH
    ]
    between = range(placed.tokens.last, here[0][0]) if here else ()
    is_next = not any(i in page.figure_at and page.figure_at[i].count.unit_text for i in between)
    if not here or not is_next or [number for _, number in here] != list(range(len(here))):
        return []
    ends = [*(i for i, _ in here[1:]), len(page.tokens)]
    return [_clause(page, i, end) for (i, _), end in zip(here, ends, strict=True)]


def _clause(page: Page, first: int, end: int) -> Range:
    """From token ``first`` to the end of its sentence or ``end``, without the marks and joining words there."""
    last = min(end, page.sentences[page.tokens[first].sentence].last)
    while last - 1 > first and (page.tokens[last - 1].pos == "PUNCT" or page.tokens[last - 1].lower in STARTS):
        last -= 1
    return Range(first, last)
