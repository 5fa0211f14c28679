"""How many items a row has at least and at most, over all ways to take it apart.

A row that has as many items as stated needs no proof. One that has not is held against the figure only where no way
of reading it gives that number. So what leaves a doubt is counted here: an aside that may be an item, a state behind
its town, words behind the last "and". Where an "and" may stand within an item, nothing can be said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newstally.resolve.lists.items import RELATIVE, is_item, is_name, is_number, trimmed
from newstally.resolve.lists.page import Page, head
from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.segments import Range, Segment, segments
from newstally.types import Token
from newstally.words.syntax import FINITE

ONE_BY_ONE = {"first", "second", "one", "another", "other", "others", "more"}  # what goes through some, others later

IN_TURN = {"later", "then", "now", "formerly", "previously", "subsequently"}  # who holds the place of the one before


class Bounds(NamedTuple):
    """The fewest and the most items that a row may have."""

    least: float
    most: float

    @property
    def is_exact(self) -> bool:
        """Whether there is but one way to take the row apart."""
        return self.least == self.most


def bounds(page: Page, within: Range, way: Reading, *, words: bool, sorts: frozenset[str]) -> Bounds | None:
    """The fewest and the most items that ``way`` of reading the stretch ``within`` may have; None where unsure.

    ``words``: items may be other words than names. ``sorts`` are those of the names that are looked for; names of
    people, and of places where places are looked for, hold no "and", so that it may join them in any way.
    """
    parts = segments(page.tokens, within, page.inside_names, page.joins)
    if any(part.mark == ";" for part in parts):
        return _parted_by_semicolons(page, parts, way)
    row = [part for part in parts if part.range.first < way.end]
    behind = parts[len(row) :]
    if any(page.tokens[part.range.first].lower in IN_TURN for part in row):
        return None
    doubtful = _may_go_on(page, way, row, behind)
    if doubtful is None:
        return None
    found = _in_row(page, way, row, behind, sorts)
    if not found and words:
        found = _of_words(page, row, behind, way)
    return found and Bounds(found.least, found.most + doubtful)


def _in_row(
    page: Page, way: Reading, row: Sequence[Segment], behind: Sequence[Segment], sorts: frozenset[str]
) -> Bounds | None:
    number = len(way.items)
    if number > 2 and all(page.tokens[item.last - 1].text == ")" for item in way.items):
        return Bounds(number, number)
    if _are_numbered(page.tokens, row):
        return Bounds(len(row), len(row))
    found = {page.sort(item) for item in way.items}
    if found in ({"person"}, {"country"}) or (found == {"place"} and "place" in sorts):
        return _of_one_sort(page, row, way)
    if all(is_name(page.tokens, item) for item in way.items):
        return _of_names(page, row, behind, way)
    return None


# ---- whether the row is over -----------------------------------------------------------------------------------------


def _may_go_on(page: Page, way: Reading, row: Sequence[Segment], behind: Sequence[Segment]) -> int | None:
    """How many parts behind the last item may be items too; None where a name goes on with the row.

    A verb ends it; an "and" behind an aside, without a comma, goes on with the aside.
    """
    tokens = page.tokens
    starts = {way.end, *(part.range.first for part in behind[:1])}
    if any(tokens[i].tag in FINITE for i in starts if i < len(tokens)):
        return 0
    if behind and not behind[0].joined and _names_something(page, behind[0]):
        return None
    joined = [part for number, part in enumerate(behind) if part.joined and (not number or part.mark)]
    if any(_names_something(page, part) or (not part.mark and not row[-1].joined) for part in joined):
        return None
    return sum(_may_be_item(page, part) for part in joined)


def _names_something(page: Page, part: Segment) -> bool:
    return is_name(page.tokens, trimmed(page.tokens, part.range)) or page.sort(part.range) == "person"


def _may_be_item(page: Page, part: Segment) -> bool:
    words = page.tokens[part.range.first : part.range.last]
    is_clause = any(word.tag in FINITE for word in words) and not any(word.tag in RELATIVE for word in words)
    return is_item(page.tokens, part.range) and not is_clause


# ---- names -----------------------------------------------------------------------------------------------------------


def _of_one_sort(page: Page, row: Sequence[Segment], way: Reading) -> Bounds | None:
    """People or places, however joined; what names none of them may be one too: "Roe, her driver and Lim"."""
    sort = page.sort(way.items[0])
    items = {page.named(item) for item in way.items}
    asides = 0
    for part in row:
        names = {name for i in range(*part.range) if (name := page.name_at.get(i)) and page.sort(name) == sort}
        has_figure = any(i in page.figure_at for i in range(*part.range))
        if len(names) > 1 or not names <= items or (has_figure and not names):
            return None
        asides += not names and (_may_be_one(page.tokens, part) or _names_something(page, part))
    return Bounds(len(way.items), len(way.items) + asides)


def _may_be_one(tokens: Sequence[Token], part: Segment) -> bool:
    """Whether an aside may be an item: "her driver", and not "a driver", an age or a clause."""
    first = tokens[part.range.first]
    is_said = first.tag in RELATIVE or is_number(tokens, part.range) or (first.pos == "DET" and not part.joined)
    return not is_said and is_item(tokens, part.range)


def _of_names(page: Page, row: Sequence[Segment], behind: Sequence[Segment], way: Reading) -> Bounds | None:
    """Names of any sort, with the one "and" before the last; or without one, to the end of the stretch."""
    joined = [number for number, part in enumerate(row) if part.joined]
    if joined != [len(row) - 1] and not (not joined and len(row) > 2 and not behind):
        return None
    regions = [_is_region(page, part) for part in row]
    # Behind a comma another sort of name may say where the one before it is, or whose: "Salem, Oregon", "Roe, Labour".
    people = [page.sort(part.range) == "person" for part in row]
    doubtful = [
        (regions[number] and not all(regions)) or people[number] != people[number - 1]
        for number, part in enumerate(row)
        if number and not part.joined
    ]
    return Bounds(len(way.items) - sum(doubtful), len(row))


def _is_region(page: Page, part: Segment) -> bool:
    """Whether it is a name that may say where the town before it lies."""
    states = page.tables.get("country_cues", {}).get("towns", {}).get("states", ())
    return page.sort(part.range) == "country" or page.span(part.range).text in states


def _are_numbered(tokens: Sequence[Token], row: Sequence[Segment]) -> bool:
    """Whether it is a row of numbers behind their name: "Units 12, 14 and 31"."""
    words = [[word for word in tokens[part.range.first : part.range.last] if word.pos != "PUNCT"] for part in row]
    return (
        len(row) > 1
        and [word.pos == "NUM" for word in words[0]] == [False] * (len(words[0]) - 1) + [True]
        and len(words[0]) > 1
        and all(part[-1].pos == "NUM" and part[0].text[0].isupper() | (len(part) == 1) for part in words)
    )


# ---- other words -----------------------------------------------------------------------------------------------------


def _of_words(page: Page, row: Sequence[Segment], behind: Sequence[Segment], way: Reading) -> Bounds | None:
    """Nouns or clauses that fill the stretch: no more than its parts; just so many, with the one "and" before the last.

    Two may be one with an "and" in it, unless they begin alike.
    """
    tokens, number = page.tokens, len(way.items)
    row = [part for part in row if part.joined or tokens[part.range.first].tag not in RELATIVE]
    starts = [tokens[part.range.first].lower for part in row]
    is_alike = _begin_alike(tokens, way)
    if behind or _goes_through_some(tokens, row) or (not is_alike and _hold_figures(page, row)):
        return None
    is_closed = [part.joined for part in row] == [False] * (len(row) - 1) + [True]
    are_told = is_alike or _are_clauses(tokens, row) or (number > 2 and _are_nouns(page, way))
    if is_closed and number == len(row) and are_told:
        return Bounds(number, number)
    if number > 1 and is_alike and starts.count(starts[0]) == number:
        return Bounds(number, number)
    return Bounds(1, len(row)) if is_closed else None


def _goes_through_some(tokens: Sequence[Token], row: Sequence[Segment]) -> bool:
    """Whether a part begins with "the first", "one" or "another": the next sentence may go on with them."""
    starts = (tokens[part.range.first : part.range.first + 2] for part in row)
    return any(word.lower in ONE_BY_ONE for start in starts for word in start)


def _hold_figures(page: Page, row: Sequence[Segment]) -> bool:
    return any(i in page.figure_at for part in row for i in range(*part.range))


def _begin_alike(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether all items begin with one small word: "that …", "a …", "the …"."""
    words = {tokens[item.first].lower for item in way.items}
    return len(words) == 1 and tokens[way.items[0].first].pos in {"DET", "SCONJ", "ADP", "PART", "PRON"}


def _are_clauses(tokens: Sequence[Token], row: Sequence[Segment]) -> bool:
    """Whether every part has a subject and a verb of its own."""
    words = [tokens[part.range.first : part.range.last] for part in row]
    return all(any(w.dep.startswith("nsubj") for w in part) and any(w.tag in FINITE for w in part) for part in words)


def _are_nouns(page: Page, way: Reading) -> bool:
    """Whether all items are common nouns; beside a name, one may only say whose it is: "a son, Ivo"."""
    tokens = page.tokens
    heads = [tokens[head(tokens, item)] for item in way.items]
    inside = [i for item in way.items for i in range(*item)]
    return (
        all(word.pos in {"NOUN", "PROPN"} for word in heads)
        and not any(tokens[i].tag in FINITE for i in inside)
        and not any(is_name(tokens, item) for item in way.items)
    )


# ---- semicolons ------------------------------------------------------------------------------------------------------


def _parted_by_semicolons(page: Page, parts: Sequence[Segment], way: Reading) -> Bounds | None:
    """As many as there are stretches between semicolons, if the last is joined by "and" and none holds a row.

    A stretch that begins with a figure is so many: "my son, Roe; two nephews, Lim and Katz; and my brother".
    """
    starts = [number for number, part in enumerate(parts) if not number or part.mark == ";"]
    if len(starts) != len(way.items) or not parts[starts[-1]].joined:
        return None
    number = 0.0
    for first, last in zip(starts, [*starts[1:], len(parts)], strict=True):
        figure = page.figure_of(parts[first].range)
        rest = parts[first + 1 : last]
        if not figure and any(part.joined and _names_something(page, part) for part in rest):
            return None
        number += figure.count.amount.value or 0 if figure else 1
    return Bounds(number, number)
