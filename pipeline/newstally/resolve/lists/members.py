"""Whether the items of a reading may be members of a count, and whether they speak for it by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.page import Page, Placed, head
from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.segments import Range
from newstally.types import Count, Token
from newstally.words.syntax import FINITE


def number(page: Page, way: Reading) -> float:
    """How many things the items are; "two sons" are two, whatever stands beside them."""
    figures = [page.figure_of(item) for item in way.items]
    return sum(figure.count.amount.value or 0 if figure else 1 for figure in figures)


def may_be(page: Page, fit: Fit, way: Reading, count: Count, *, is_open: bool) -> bool:
    """Whether all items may be members of the count.

    Figures alone ("nine calls and 11 visits") are parts of a sum if they make up the whole; else they are so many
    members, beside others joined by "and". A bare number ("including 21 this year") is only of the count's unit where
    its noun is left out.
    """
    figures = [page.figure_of(item) for item in way.items]
    if all(figures) and not (is_open and number(page, way) != count.amount.value):
        return False
    if any(figures) and not is_open and page.tokens[way.items[-1].first - 1].pos != "CCONJ":
        return False
    for item in way.items:
        if is_open and page.tokens[item.first].tag == "CD" and not page.figure_of(item):
            return is_bare_number(page.tokens, item.first)
    return all(_may_be_one(page, fit, item, count) for item in way.items)


def _may_be_one(page: Page, fit: Fit, item: Range, count: Count) -> bool:
    noun = _noun(page, item)
    return not fit.are_apart(count, noun) if noun else fit.allows(count, page.sort(item))


def _noun(page: Page, item: Range) -> str:
    """The common noun that an item is called by: "child" for "two of her children"; "" for a name."""
    figure = page.figure_of(item)
    if figure:
        return figure.count.unit
    word = page.tokens[head(page.tokens, item)]
    return word.lemma if word.pos == "NOUN" and page.named(item) is None else ""


def are_known(page: Page, fit: Fit, way: Reading, placed: Placed) -> bool:
    """Whether the items speak for the count by themselves: a figure of its unit, or names of its members' sort.

    They do only where no other clause stands between: not in "27 states …, while states such as Utah".
    """
    first = way.items[0].first
    figure = page.figure_at.get(first)
    if figure:
        return figure.count.kin == placed.count.kin
    between = page.tokens[placed.tokens.last : first]
    if any(token.tag in FINITE or token.pos == "SCONJ" for token in between):
        return False
    return all(fit.knows(placed.count, page.sort(item)) for item in way.items)


def are_of_a_sort(page: Page, fit: Fit, way: Reading, placed: Placed) -> bool:
    """Whether names or nouns tell that the items are such things, and no word between has such members too.

    So they may stand at the end of the count's clause: "Five of the victims died in Hale, including a mother".
    """
    between = page.tokens[placed.tokens.last : way.items[0].first]
    nouns = [token.lemma for token in between if token.pos == "NOUN" and token.i not in page.name_at]
    is_rivalled = any(fit.are_of_a_sort(placed.count, noun) for noun in nouns)
    return not is_rivalled and all(
        fit.are_of_a_sort(placed.count, _noun(page, item)) or fit.knows(placed.count, page.sort(item))
        for item in way.items
    )


def are_partners(page: Page, fit: Fit, way: Reading, count: Count) -> bool:
    """Whether the row may be the name of one organisation: "two firms: Hale, Ortiz, Stone and Webb"."""
    return "organisation" in fit.sorts(count) and any(page.sort(item) == "person" for item in way.items)


def is_bare_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether the number at ``i`` leaves its noun to be supplied: "49 tests, including 21 this year"."""
    after = tokens[i + 1 : i + 2]
    return tokens[i].tag == "CD" and not (after and after[0].pos in {"NOUN", "ADJ", "PROPN", "SYM", "NUM"})
