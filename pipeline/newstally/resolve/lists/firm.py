"""Firm ties: where a list is the count's list whatever its number, and so evidence against the figure.

The construction must be beyond doubt ("the three towns are", a colon or dash right behind the count, names between
commas), or a colon must close the clause of a count that alone can be meant. And the number must be told: every way to
read the row gives another one than stated (``bounds``). A row that is far from the figure is likelier to be of
something else, except behind a colon.
"""

from __future__ import annotations

from newstally.resolve.lists import members
from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.stretches import Stretch
from newstally.types import SET_ASIDE
from newstally.words.syntax import FINITE

LONG = 4  # names in a row that are no chance


def more_than_stated(one: Stretch) -> Reading | None:
    """The senders of fewer things than there are of them: "ten letters from …" with eleven senders.

    Fewer prove nothing: one may send several.
    """
    high = one.count.amount.high
    if not one.follows("from") or high is None or high < 2:
        return None
    for way in one.ways:
        found = one.bounds(way)
        if found and found.least >= LONG and found.least > high:
            return way
    return None


def exact(one: Stretch) -> Reading | None:
    """The reading of a firm list that is announced and can be taken apart in one way only, whatever its number."""
    for way in one.ways if one.opening.announced else ():
        found = one.bounds(way) if _is_firm(one, way) and (_is_near(one, way) or one.follows(":")) else None
        if found and found.is_exact:
            return way
    return None


def held_against(one: Stretch) -> Reading | None:
    """The first reading whose number can be told, if the tie is firm and that number is not the one stated."""
    amount = one.count.amount
    for way in one.ways:
        found = one.bounds(way) if _is_firm(one, way) else None
        if found:
            below = amount.low is None or amount.low <= found.most
            above = amount.high is None or found.least <= amount.high
            fits = above and (below or one.opening.open)
            return way if not fits and (_is_near(one, way) or one.follows(":") or one.opening.open) else None
    return None


def is_told(one: Stretch, way: Reading) -> bool:
    """Whether the tie is firm and the number can be told for certain, so that another figure would be a fault."""
    found = one.bounds(way) if _is_firm(one, way) else None
    return found is not None and found.is_exact


def _is_near(one: Stretch, way: Reading) -> bool:
    """Whether the number is so near the one stated that it is likelier a slip than a row of something else."""
    stated = one.count.amount.value or 0
    return abs(len(way.items) - stated) <= max(1, stated / 3)


def _is_firm(one: Stretch, way: Reading) -> bool:
    """Whether there is no doubt that these are the count's members, all of them unless the list is open."""
    if len(way.items) < 2 or one.count.cues & SET_ASIDE or members.are_partners(one.page, one.fit, way, one.count):
        return False
    if not one.opening.firm or not one.is_nearest:
        return (one.follows(":") and _is_sole_matter(one, way)) or (_is_clause_subject(one, way) and one.named(way))
    if one.opening.announced and not one.opening.open:
        return True
    follows = one.tokens[way.end].text if way.end < len(one.tokens) else "."
    return one.named(way) and (one.known(way) or follows in {",", ".", ";", ")"})


def _is_clause_subject(one: Stretch, way: Reading) -> bool:
    """Whether commas set the names apart between a subject and its verb: "Two inns, the Tern and the Gull, are"."""
    behind = [token.tag in FINITE for token in one.tokens[way.end : way.end + 2]]
    first = one.placed.tokens.first
    starts = first < 2 or one.tokens[first - 2].sentence != one.tokens[first].sentence
    return starts and one.follows(",") and behind == [False, True]


def _is_sole_matter(one: Stretch, way: Reading) -> bool:
    """Whether the count is what a colon at the end of its clause announces: "Three towns have voted: …".

    Names of its members' sort are, if no other noun of the clause has such members; other names or matters, if it is
    the only count and the only noun in the plural.
    """
    between = one.tokens[one.placed.tokens.last : one.opening.first - 1]
    plurals = [token.lemma for token in between if token.tag == "NNS"]
    others = [placed.count.unit for placed in one.opening.counts if placed is not one.placed]
    sorts = {one.page.sort(item) for item in way.items}
    if all(one.fit.knows(one.count, sort) for sort in sorts):
        return not any(one.fit.may_be_called([*plurals, *others], sort) for sort in sorts)
    return not plurals and not others and (one.named(way) or one.fit.is_of_kinds(one.count))
