"""Which office a title names: table ``offices`` read, so that "PM" and "prime minister" are one. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from newstally.types import Table
from newstally.words.tables import read_once


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Titles and what makes an office of them; all words are lower case."""

    offices: dict[str, str]  # "pm" → "prime minister"
    heads: frozenset[str]
    heads_for: frozenset[str]  # heads only where "for" stands between them and the field
    empty: frozenset[str]
    others: frozenset[str]
    same: dict[str, str]  # "defense" → "defence"
    shared: frozenset[str]

    def office(self, title: str) -> str:
        """The office that ``title`` names; "" where it is none that one alone holds, or is not known."""
        words = title.lower().replace(".", "").replace("-", " ").replace(",", " ").split()
        return self.offices.get(" ".join(words)) or self._portfolio(words)

    def _portfolio(self, words: list[str]) -> str:
        known = self.heads | self.heads_for if "for" in words else self.heads
        heads = [word for word in words if word in known]
        field = sorted({self.same.get(word, word) for word in words} - self.empty - known)
        is_one = len(heads) == 1 and field and self.others.isdisjoint(words)
        return " ".join([*field, heads[0]]) if is_one else ""


@read_once
def office_words(table: Table) -> OfficeWords:
    """The vocabulary in table ``offices``; empty where the table is."""
    portfolios = table.get("portfolios", {})
    return OfficeWords(
        offices={title: office for office, titles in table.get("titles", {}).items() for title in titles},
        heads=frozenset(portfolios.get("heads", ())),
        heads_for=frozenset(portfolios.get("heads_for", ())),
        empty=frozenset(portfolios.get("empty", ())),
        others=frozenset(portfolios.get("others", ())),
        same=dict(portfolios.get("same", {})),
        shared=frozenset(table.get("shared", {}).get("offices", ())),
    )
