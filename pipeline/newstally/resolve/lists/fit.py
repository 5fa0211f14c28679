"""Whether items may be members of what a count counts: people of people, countries of countries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newstally.types import Count, Table

APART = {"person": "country", "country": "person"}
PLACES = {"country", "place"}
ANY = "any"
ALIKE = dict.fromkeys(PLACES, PLACES)
IN_LAW = "-in-law"


class Fit:
    """Knows the sort of name that a counted noun's members bear, from the tables ``lists`` and ``roles``."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        rows: dict[str, set[str]] = {}
        for category in tables.get("roles", {}).get("heads", {}).values():
            for noun in category:
                rows.setdefault(noun, set()).add("person")
        for sort, nouns in tables.get("lists", {}).get("members", {}).items():
            for noun in nouns:
                rows.setdefault(noun, set()).add(sort)
        self._sorts = rows
        self._kinds = frozenset(tables.get("lists", {}).get("kinds", ()))

    def sorts(self, count: Count) -> set[str]:
        """The sorts of names its members may bear; empty where nothing is known, `ANY` for an "ally"."""
        return self.borne(count.unit) or self.borne(count.kin)

    def borne(self, noun: str) -> set[str]:
        """The sorts of names that things so called may bear."""
        sorts = self._sorts.get(noun.removesuffix(IN_LAW), set())
        return {ANY} if ANY in sorts else sorts

    def allows(self, count: Count, sort: str) -> bool:
        """Whether a name of ``sort`` ("" for any other words) may be a member of the count.

        People and countries are told apart for certain; the other sorts are the model's and may be mistaken.
        """
        sorts = self.sorts(count)
        return sort in sorts or APART.get(sort) not in sorts

    def knows(self, count: Count, sort: str) -> bool:
        """Whether members of the count are known to bear names of ``sort``."""
        return _are_alike(sort, self.sorts(count))

    def may_be_called(self, nouns: Iterable[str], sort: str) -> bool:
        """Whether one of the ``nouns`` is known to have members with names of ``sort``."""
        return any(_are_alike(sort, self.borne(noun)) for noun in nouns)

    def are_apart(self, count: Count, noun: str) -> bool:
        """Whether things called ``noun`` are known to be no members: ministers are no countries."""
        sorts, others = self.sorts(count), self.borne(noun)
        if not sorts or not others:
            return False
        return (sorts <= PLACES and others == {"person"}) or (sorts == {"person"} and others <= PLACES)

    def are_of_a_sort(self, count: Count, noun: str) -> bool:
        """Whether things called ``noun`` bear names as the members do: children among people."""
        sorts = self.sorts(count)
        return any(_are_alike(sort, sorts) for sort in self.borne(noun) - {ANY})

    def is_of_kinds(self, count: Count) -> bool:
        """Whether it counts kinds or matters ("three sectors", "two reasons"), which are told in any words."""
        return count.unit in self._kinds


def _are_alike(sort: str, sorts: set[str]) -> bool:
    return bool(sort) and bool(ALIKE.get(sort, {sort}) & sorts)
