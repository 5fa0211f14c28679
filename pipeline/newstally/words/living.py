"""Nouns of people and animals, gathered from the tables: of units, offices, members of lists, and nationals."""

from __future__ import annotations

from collections.abc import Mapping

from newstally.types import Table
from newstally.words.tables import read_once


class Living:
    """Knows the nouns (lemmas) of people and animals, by word and by ending: "rower", "nurse", "Canadian"."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        rows = tables["units"]["living"]
        self._endings = tuple(rows["endings"])
        offices = {noun for nouns in tables.get("roles", {}).get("heads", {}).values() for noun in nouns}
        members = tables.get("lists", {}).get("members", {}).get("person", ())
        titles = offices - set(rows["things"])
        self._nouns = frozenset((*rows["people"], *rows["animals"], *titles, *members, *_nationals(tables)))

    def has(self, noun: str) -> bool:
        """Whether the noun is of people or animals."""
        return noun in self._nouns or noun.endswith(self._endings)


living = read_once(Living)


def _nationals(tables: Mapping[str, Table]) -> frozenset[str]:
    """Demonyms that are nouns, in the singular: those of which the table has a plural too."""
    rows = (row.get("demonyms", ()) for row in tables.get("countries", {}).get("countries", {}).values())
    names = [name for row in rows for name in row]
    return frozenset(name.lower() for name in names if f"{name}s" in names)
