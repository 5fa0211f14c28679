"""Whether items may be members of what a count counts: people of people, countries of countries."""

from __future__ import annotations

from collections.abc import Mapping

from newstally.types import Count, Table

APART = {"person": "country", "country": "person"}
ALIKE = {"country": {"country", "place"}, "place": {"country", "place"}}


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

    def sorts(self, count: Count) -> set[str]:
        """The sorts of names its members may bear; empty where nothing is known, ``any`` for an "ally"."""
        sorts = self._sorts.get(count.unit) or self._sorts.get(count.kin) or set()
        return {"any"} if "any" in sorts else sorts

    def allows(self, count: Count, sort: str) -> bool:
        """Whether a name of ``sort`` ("" for any other words) may be a member of the count.

        People and countries are told apart for certain; the other sorts are the model's and may be mistaken.
        """
        sorts = self.sorts(count)
        return sort in sorts or APART.get(sort) not in sorts

    def knows(self, count: Count, sort: str) -> bool:
        """Whether members of the count are known to bear names of ``sort``."""
        return bool(sort) and bool(ALIKE.get(sort, {sort}) & self.sorts(count))
