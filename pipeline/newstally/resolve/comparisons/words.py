"""The table's words, by what they say beside a figure."""

from __future__ import annotations

from collections.abc import Mapping

from newstally.types import Table


class Words:
    """Words of change with their direction, factors and fractions as words, and what takes a rate out of it all."""

    def __init__(self, table: Table) -> None:
        change, each = table["change"], table["each"]
        self.sign: Mapping[str, int] = {**dict.fromkeys(change["up"], 1), **dict.fromkeys(change["down"], -1)}
        self.beside: Mapping[str, int] = {**dict.fromkeys(change["more"], 1), **dict.fromkeys(change["less"], -1)}
        self.between = frozenset(change["between"])
        self.then = frozenset(change["then"])
        self.multiplied: Mapping[str, float] = table["factors"]["verbs"]
        self.factors: Mapping[str, float] = {**table["factors"]["words"], **self.multiplied}
        self.fractions: Mapping[str, float] = table["fractions"]
        self.rates = frozenset((*self.factors, *self.fractions))
        self.each = tuple(tuple(phrase.split()) for phrase in each["after"])
        self.each_before, self.unless = frozenset(each["before"]), frozenset(each["unless"])
