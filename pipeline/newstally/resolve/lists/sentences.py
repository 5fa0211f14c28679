"""Lists within running text, tied to a count by a construction.

What starts at an opening is the count's list if it agrees in number (``agreeing``), and in spite of another number if
the tie is firm (``firm``). Of an open list ("including …") it is said that it holds no more than stated.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.lists import members
from newstally.resolve.lists.agreeing import agreeing
from newstally.resolve.lists.answers import answers
from newstally.resolve.lists.firm import exact, held_against, is_told, more_than_stated
from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.openings import openings
from newstally.resolve.lists.page import Page, text_list
from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.stretches import Stretch, stretches
from newstally.types import TextList


def sentence_lists(page: Page, fit: Fit) -> Iterator[TextList]:
    """The lists in sentences: every stretch is one list at most, and every count has one of a kind at most."""
    told: set[tuple[str, bool]] = set()
    taken: set[int] = set()
    for opening in (*openings(page), *answers(page)):
        for one in stretches(page, fit, opening):
            found = _list_in(one)
            if not found:
                continue
            way, is_open, firm = found
            is_inside = one.placed.tokens.first in taken  # "five people: … two nephews, Jan and Ivo, …"
            if (one.count.id, is_open) in told or (taken & set(range(opening.first, way.end)) and not is_inside):
                continue
            told.add((one.count.id, is_open))
            taken.update(range(opening.first, way.end))
            kinds = fit.is_of_kinds(one.count)
            yield text_list(page, one.count, way.items, not is_open, firm=firm, of_kinds=kinds)


def _list_in(one: Stretch) -> tuple[Reading, bool, bool] | None:
    """The reading that holds members of the count; whether that list is open, and whether it is firm."""
    way = _unfinished(one)
    if way:
        return way, True, False
    if one.opening.open:
        found = _open_reading(one)
        return (found[0], True, found[1]) if found else None
    way = exact(one)
    if way:
        return way, False, True
    way = agreeing(one)
    if way:
        return way, False, is_told(one, way)
    way = more_than_stated(one) or held_against(one)
    return (way, False, True) if way else None


# ---- open lists ------------------------------------------------------------------------------------------------------


def _unfinished(one: Stretch) -> Reading | None:
    """The longest reading of a list that ends in "and others", if an announced one of no more items than stated."""
    if one.within.last not in one.page.stops or not one.opening.announced:
        return None
    whole = [way for way in one.ways if way.end >= one.within.last - 1]
    return next((way for way in sorted(whole, key=lambda way: -len(way.items)) if _holds(one, way)), None)


def _open_reading(one: Stretch) -> tuple[Reading, bool] | None:
    """The first reading with no more items than stated; where none has, the first if it is beyond doubt.

    What clings to another noun ("three tracks for beginners including A, B and C") is the count's if it agrees.
    """
    nearest = one.is_nearest
    is_figure = members.is_bare_number(one.tokens, one.opening.first)
    if nearest and (one.opening.firm or is_figure):
        way = next((way for way in one.ways if _holds(one, way)), None)
        if way:
            return way, is_told(one, way)
        is_sole = one.opening.firm or (one.opening.closing and len(one.opening.counts) == 1)
        figures = [way for way in one.ways if len(way.items) == 1 and (is_figure or one.known(way))]
        held = next(iter(figures), None) if is_sole else None
        held = held or held_against(one)
        return (held, True) if held else None
    for way in one.ways:
        clings = nearest and len(way.items) > 2 and one.agrees(way)
        closes = one.opening.closing and members.are_of_a_sort(one.page, one.fit, way, one.placed)
        if (one.known(way) or clings or closes) and _holds(one, way):
            return way, False
        if nearest and closes and not all(one.page.figure_of(item) for item in way.items):
            return way, True
    return None


def _holds(one: Stretch, way: Reading) -> bool:
    high = one.count.amount.high
    return high is None or members.number(one.page, way) <= high
