"""Ties that only confirm: what stands behind an opening is the count's list because it agrees with the figure.

Names agree soonest, of the right sort above all; other words only where a list is announced. What agrees by chance must
be told apart here: two names behind a comma may begin the next clause, an "and" may join clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.stretches import Stretch
from newstally.types import Token
from newstally.words.syntax import FINITE

LEAST = 3  # names behind a preposition that are no chance, whatever their sorts


def agreeing(one: Stretch) -> Reading | None:
    """The first reading with as many items as stated, if they are likely its list."""
    way = next((way for way in one.ways if one.agrees(way) and _is_apt(one, way)), None)
    is_sure = one.opening.announced or (way and one.opening.firm and one.known(way))
    return way if way and (is_sure or not _is_subject(one.tokens, way)) else None


def _is_apt(one: Stretch, way: Reading) -> bool:
    """Whether items of the number stated are likely its list: names, or announced and no chance pair.

    Names known to be of the members' sort may be two behind a mere comma.
    """
    number = len(way.items)
    if number < 2:
        return False
    if one.known(way) and (one.opening.announced or one.follows(",")):
        return True
    if one.named(way):
        is_enough = number >= one.opening.least or _is_set_off(one, way)
        return is_enough and (one.opening.announced or not _are_where(one, way))
    is_told = number > 2 or one.fit.is_of_kinds(one.count) or not _is_clausal(one.tokens, way)
    return (one.opening.announced and is_told) or _are_described_alike(one, way)


def _is_set_off(one: Stretch, way: Reading) -> bool:
    """Whether marks on both sides set two names off behind a verb: "It beat two rivals, Roe and Lim, and went on"."""
    tokens, first = one.tokens, one.placed.tokens.first
    start = one.page.sentences[tokens[first].sentence].first
    is_closed = way.end >= len(tokens) or tokens[way.end].text in {",", ";", ".", ")"}
    is_behind = one.follows(",") and way.items[0].first - one.opening.first <= 1  # "the" is no part of a name
    return is_closed and is_behind and any(token.tag in FINITE for token in tokens[start:first])


def _are_where(one: Stretch, way: Reading) -> bool:
    """Whether names behind a preposition may only say where: people in three towns, or two names of unlike sorts."""
    sorts = {one.page.sort(item) for item in way.items}
    are_people = one.fit.sorts(one.count) == {"person"} and sorts <= {"place", "country"}
    is_unlike = len(way.items) < LEAST and len(sorts) > 1 and not one.follows(",")
    return are_people or is_unlike


def _is_clausal(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether an item holds a verb, so that its "and" may join clauses; items that begin alike are no such chance."""
    if len({tokens[item.first].lower for item in way.items}) == 1:
        return False
    return any(token.tag in FINITE for item in way.items for token in tokens[item.first : item.last])


def _are_described_alike(one: Stretch, way: Reading) -> bool:
    """Whether an apposition of two begins both with one article, bare of commas: "two bids, a high and a low one,"."""
    starts = {one.tokens[item.first].lower for item in way.items}
    rest = one.tokens[one.opening.first : way.end]
    is_alike = len(starts) == 1 and starts <= {"a", "an", "the"} and not any(token.text == "," for token in rest)
    return is_alike and one.opening.firm and one.follows(",")


def _is_subject(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether a verb follows two names at once: "After two losses, Roe and Lim said" begins a clause with them."""
    return len(way.items) == 2 and way.end < len(tokens) and tokens[way.end].tag in FINITE
