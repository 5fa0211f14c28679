"""Rows of names: two or more of one sort that commas and a last "and" join, over what is said of each.

Such a row is found by its names alone; which count it is of is for those to say who look for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.lists.page import Page, head
from newstally.resolve.lists.segments import Range
from newstally.types import Token

WITHIN = {"CCONJ", "PUNCT", "DET", "PRON", "NOUN", "ADJ", "PROPN", "NUM"}
LONGEST_GAP = 6
LONGEST_ASIDE = 16  # words between two names that the parse joins


def rows_of_names(page: Page) -> Iterator[list[Range]]:
    """All longest runs of two or more names of one sort that commas and a last "and" join."""
    open_rows: dict[str, list[Range]] = {}
    for name in page.names:
        sort = page.sort(name)
        row = open_rows.setdefault(sort, [])
        if row and not (_joined(page.tokens, row[-1], name) or _is_conjunct(page.tokens, row, name)):
            yield from _closed(page, row)
            row = open_rows[sort] = []
        row.append(name)
    for row in open_rows.values():
        yield from _closed(page, row)


def _joined(tokens: tuple[Token, ...], one: Range, other: Range) -> bool:
    between = tokens[one.last : other.first]
    return (
        0 < len(between) <= LONGEST_GAP
        and tokens[one.first].sentence == tokens[other.first].sentence
        and all(token.pos in WITHIN for token in between)
        and (between[0].text == "," or between[0].pos == "CCONJ")
    )


def _is_conjunct(tokens: tuple[Token, ...], row: list[Range], other: Range) -> bool:
    """Whether the parse joins ``other`` to a name of the row, over what is said of that: "Roe, a nurse, and Lim"."""
    between = tokens[row[-1].last : other.first]
    if other.first - row[-1].last > LONGEST_ASIDE or not _is_aside(between):
        return False
    top = tokens[head(tokens, other)]
    is_joined = top.dep == "conj" and any(top.head in range(*one) for one in row)
    return is_joined and top.sentence == tokens[row[-1].first].sentence


def _is_aside(between: tuple[Token, ...]) -> bool:
    """Whether the words between two names are set off by commas, an "and" last."""
    return len(between) > 2 and between[0].text == "," and any(word.pos == "CCONJ" for word in between[-4:])


def _closed(page: Page, row: list[Range]) -> Iterator[list[Range]]:
    """The row up to its last conjunction; nothing where there is none, or one is named twice."""
    if len(row) < 2 or len({page.ref(name) or name for name in row}) < len(row):
        return
    for number in range(len(row) - 1, 0, -1):
        if any(token.pos == "CCONJ" for token in page.tokens[row[number - 1].last : row[number].first]):
            yield row[: number + 1]
            return
