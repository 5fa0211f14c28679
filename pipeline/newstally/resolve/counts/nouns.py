"""The nouns that the figures of a page have of their own, before any bare figure is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newstally.resolve.counts import heads
from newstally.resolve.counts.page import Page
from newstally.words.figured import ROW, TALLY


@dataclass(frozen=True)
class Nouns:
    """The nouns that the figures of a page have of their own."""

    page: Page

    @cached_property
    def units(self) -> Mapping[int, heads.Unit | None]:
        """What each figure counts by its own words, by its first token; None where it is bare."""
        nounless = (TALLY, ROW)
        return {f.first: None if f.mention.rule in nounless else heads.unit(self.page, f) for f in self.page.figures}

    @cached_property
    def taken(self) -> frozenset[int]:
        """The tokens of those nouns."""
        return frozenset(unit.head for unit in self.units.values() if unit is not None and unit.head is not None)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Their lemmas."""
        return frozenset(unit.lemma for unit in self.units.values() if unit is not None)

    @cached_property
    def by_value(self) -> Mapping[float, frozenset[str]]:
        """The nouns of the figures of one value."""
        found: dict[float, set[str]] = {}
        for figure in self.page.figures:
            unit = self.units[figure.first]
            if unit is not None and unit.head is not None:
                found.setdefault(figure.value, set()).add(unit.lemma)
        return {value: frozenset(nouns) for value, nouns in found.items()}

    @cached_property
    def position(self) -> Mapping[int, int]:
        """The number of each figure by its first token."""
        return {figure.first: i for i, figure in enumerate(self.page.figures)}
