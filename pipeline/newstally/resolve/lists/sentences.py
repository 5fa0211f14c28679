"""Lists within running text, tied to a count by a construction.

What starts at an opening is the count's list if it agrees in number; names of the right sort agree soonest, other
words only where a list is announced. It is the count's list in spite of another number only where the construction is
sure and the names are beyond doubt. Of an open list ("including …") it is said that it holds no more than stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.items import is_name
from newstally.resolve.lists.openings import Opening, openings
from newstally.resolve.lists.page import Page, Placed, text_list
from newstally.resolve.lists.readings import Reading, readings
from newstally.resolve.lists.segments import Range, region
from newstally.types import Amount, Count, TextList, Token
from newstally.words.syntax import FINITE

LONG = 4  # names in a row that are no chance


def sentence_lists(page: Page, fit: Fit) -> Iterator[TextList]:
    """The lists in sentences: every stretch is one list at most, and every count has one of a kind at most."""
    told: set[tuple[str, bool]] = set()
    taken: set[int] = set()
    for opening in openings(page):
        for placed, way, is_open in _read(page, fit, opening):
            is_inside = placed.tokens.first in taken  # "five people: … two nephews, Jan and Ivo, …"
            if (placed.count.id, is_open) in told or (taken & set(range(opening.first, way.end)) and not is_inside):
                continue
            told.add((placed.count.id, is_open))
            taken.update(range(opening.first, way.end))
            yield text_list(page, placed.count, way.items, not is_open)


def _read(page: Page, fit: Fit, opening: Opening) -> Iterator[tuple[Placed, Reading, bool]]:
    """What may be read as members of one of the opening's counts, and whether that list is open."""
    within = region(page.tokens, opening.first, page.stops)
    ways = readings(page.tokens, within, page.inside_names, page.joins)
    for placed in opening.counts if ways else ():
        fitting = _fitting(page, fit, opening, placed, [*ways, page.people_in(within)])
        way = _unfinished(page, opening, placed, within, fitting)
        if way:
            yield placed, way, True
        else:
            way = _tied(page, fit, opening, placed, fitting)
            if way:
                yield placed, way, opening.open


def _fitting(page: Page, fit: Fit, opening: Opening, placed: Placed, ways: list[Reading]) -> list[Reading]:
    """The readings whose items may be members; the people named in the stretch only where people are announced."""
    if opening.open or not opening.announced or "person" not in fit.sorts(placed.count):
        ways = ways[:-1]
    return [way for way in ways if way.items and _fits(page, fit, way, placed.count, opening.open)]


def _unfinished(page: Page, opening: Opening, placed: Placed, within: Range, ways: list[Reading]) -> Reading | None:
    """The longest reading of a list that ends in "and others", if an announced one of no more items than stated."""
    if within.last not in page.stops or not opening.announced:
        return None
    whole = [way for way in ways if way.end >= within.last - 1]
    return _open_reading(placed.count.amount, sorted(whole, key=lambda way: -len(way.items)))


def _tied(page: Page, fit: Fit, opening: Opening, placed: Placed, ways: list[Reading]) -> Reading | None:
    """The reading that holds members of the count."""
    known = [way for way in ways if _is_known(page, fit, way, placed)]
    sure = opening.sure and placed is opening.counts[0]
    if not opening.open:
        beyond_doubt = sure and not (ways and _is_row_of_partners(page, fit, ways[0], placed.count))
        return _closed_reading(page.tokens, opening, placed.count.amount, ways, known, sure=beyond_doubt)
    sure = sure or _is_bare_number(page.tokens, opening.first)
    return _open_reading(placed.count.amount, ways if sure else known)


# ---- the reading that holds ------------------------------------------------------------------------------------------


def _closed_reading(
    tokens: Sequence[Token],
    opening: Opening,
    amount: Amount,
    ways: list[Reading],
    known: list[Reading],
    *,
    sure: bool,
) -> Reading | None:
    """The first reading with as many items as stated; where none has, the first if all is beyond doubt."""
    for way in ways:
        if len(way.items) == amount.value and _is_apt(tokens, opening, way, way in known):
            return way if opening.announced or not _is_subject(tokens, way) else None
    if ways and _is_more_than_stated(tokens, opening, amount, ways[0]):
        return ways[0]
    if not (sure and ways and ways[0].plain):
        return None
    return ways[0] if opening.announced or (ways[0] in known and not _is_subject(tokens, ways[0])) else None


def _is_more_than_stated(tokens: Sequence[Token], opening: Opening, amount: Amount, way: Reading) -> bool:
    """Whether more names send something than there are things: "ten letters from …" with eleven senders.

    Fewer prove nothing: one may send several.
    """
    is_from = tokens[opening.first - 1].lower == "from"
    is_row = way.plain and len(way.items) >= LONG and all(is_name(tokens, item) for item in way.items)
    return is_from and is_row and amount.high is not None and len(way.items) > amount.high > 1


def _is_apt(tokens: Sequence[Token], opening: Opening, way: Reading, known: bool) -> bool:
    """Whether items of the number stated are likely its list: names, or announced and no chance pair.

    ``known`` names, of the sort of the members, may be two behind a mere comma.
    """
    number = len(way.items)
    if known and (opening.announced or tokens[opening.first - 1].text == ","):
        return number > 1
    if all(is_name(tokens, item) for item in way.items):
        return number >= opening.least
    return opening.announced and number > 1 and (number > 2 or not _is_clausal(tokens, way))


def _is_clausal(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether an item holds a verb, so that its "and" may join clauses; items that begin alike are no such chance."""
    if len({tokens[item.first].lower for item in way.items}) == 1:
        return False
    return any(token.tag in FINITE for item in way.items for token in tokens[item.first : item.last])


def _is_subject(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether a verb follows two names at once: "After two losses, Roe and Lim said" begins a clause with them."""
    return len(way.items) == 2 and way.end < len(tokens) and tokens[way.end].tag in FINITE


def _open_reading(amount: Amount, ways: list[Reading]) -> Reading | None:
    """The first reading with no more items than stated; where none has, the first if it is beyond doubt."""
    for way in ways:
        if amount.high is None or len(way.items) <= amount.high:
            return way
    return ways[0] if ways and ways[0].plain else None


# ---- items and unit --------------------------------------------------------------------------------------------------


def _is_known(page: Page, fit: Fit, way: Reading, placed: Placed) -> bool:
    """Whether the items speak for the count by themselves: a figure of its unit, or names of its members' sort.

    Names do only where no other clause stands between: not in "27 states …, while states such as Utah".
    """
    first = way.items[0].first
    figure = page.figure_at.get(first)
    if figure:
        return figure.count.kin == placed.count.kin
    between = page.tokens[placed.tokens.last : first]
    if any(token.tag in FINITE or token.pos == "SCONJ" for token in between):
        return False
    return all(fit.knows(placed.count, page.sort(item)) for item in way.items)


def _is_row_of_partners(page: Page, fit: Fit, way: Reading, count: Count) -> bool:
    """Whether the row may be the name of one organisation: "two firms: Hale, Ortiz, Stone and Webb"."""
    return "organisation" in fit.sorts(count) and any(page.sort(item) == "person" for item in way.items)


def _is_bare_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether the number at ``i`` leaves its noun to be supplied: "49 tests, including 21 this year"."""
    after = tokens[i + 1 : i + 2]
    return tokens[i].tag == "CD" and not (after and after[0].pos in {"NOUN", "ADJ", "PROPN", "SYM", "NUM"})


def _fits(page: Page, fit: Fit, way: Reading, count: Count, may_be_part: bool) -> bool:
    """Whether all items may be members of the count; figures ("nine calls and 11 visits") are parts of a sum."""
    for item in way.items:
        is_figure = item.first in page.figure_at
        if is_figure and not (may_be_part and len(way.items) == 1):
            return False
        if may_be_part and not is_figure and page.tokens[item.first].tag == "CD":
            return _is_bare_number(page.tokens, item.first)
    return all(fit.allows(count, page.sort(item)) for item in way.items)
