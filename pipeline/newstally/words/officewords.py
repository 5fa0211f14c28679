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
    empty: frozenset[str]
    others: frozenset[str]
    same: dict[str, str]  # "defense" → "defence"
    shared: frozenset[str]

    def office(self, title: str) -> str:
        """The office that ``title`` names; "" where it is none that one alone holds, or is not known."""
        words = title.lower().replace(".", "").replace("-", " ").replace(",", " ").split()
        return self.offices.get(" ".join(words)) or self._portfolio(words)

    def _portfolio(self, words: list[str]) -> str:
        heads = [word for word in words if word in self.heads]
        field = sorted({self.same.get(word, word) for word in words} - self.empty - self.heads)
        is_one = len(heads) == 1 and field and self.others.isdisjoint(words)
        return " ".join([*field, heads[0]]) if is_one else ""


@read_once
def office_words(table: Table) -> OfficeWords:
    """The vocabulary in table ``offices``; empty where the table is."""
    portfolios = table.get("portfolios", {})
    return OfficeWords(
        offices={title: office for office, titles in table.get("titles", {}).items() for title in titles},
        heads=frozenset(portfolios.get("heads", ())),
        empty=frozenset(portfolios.get("empty", ())),
        others=frozenset(portfolios.get("others", ())),
        same=dict(portfolios.get("same", {})),
        shared=frozenset(table.get("shared", {}).get("offices", ())),
    )
