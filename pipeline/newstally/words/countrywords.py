"""Names of countries in plain words: which forms there are, and the country of an organ by its name.

Works on the table ``countries`` alone, so that the extractor, the resolvers of countries and roles share one reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newstally.types import CountryKind, Table
from newstally.words.tables import read_once

KIND_OF_KEY: dict[str, CountryKind] = {
    "names": "name", "abbreviations": "abbreviation", "demonyms": "demonym", "parts": "part", "organs": "bloc",
    "offices": "metonym", "capitals": "metonym",
}  # fmt: skip
POSSESSIVE = re.compile(r"['’][sS]?$")
WORD_BREAK = re.compile(r"[\s\-–—/]+")
PREPOSITIONS = "of|for|in|to|on|at|from|with|under"


class Form(NamedTuple):
    """One way to write a country; a form that several codes share stands once for each."""

    text: str
    code: str
    kind: CountryKind


def forms(table: Table) -> Iterator[Form]:
    """All surface forms of the table ``countries``; lookalikes, which are no country, have the code ""."""
    for code, entry in table["countries"].items():
        for key, kind in KIND_OF_KEY.items():
            # A territory's capital stands for no government of its own.
            if key != "capitals" or entry["type"] != "territory":
                for text in entry.get(key, ()):
                    yield Form(text, code, "bloc" if entry["type"] == "bloc" and kind != "metonym" else kind)
    for text in table["lookalikes"]:
        yield Form(text, "", "name")


def country_code(words: str, table: Table) -> str:
    """The code of the country that ``words`` name, as itself or in the name of one of its organs; "" for any other.

    Capitals and buildings do not count, nor does a company, club or university whatever its name.

    >>> country_code("Namibia's finance ministry", table), country_code("Bank of China", table)
    ('NA', '')
    """
    return _names(table).code(words)


def is_country(words: str, table: Table) -> bool:
    """Whether ``words`` name a state itself, not one of its parts or organs, nor a bloc."""
    return _names(table).is_country(words)


class _Names:
    """The table as a dictionary of words, and its organs as one expression."""

    def __init__(self, table: Table) -> None:
        self.codes: dict[tuple[str, ...], str] = {}
        self.parts = {tuple(_words(form.text)) for form in forms(table) if form.kind == "part"}
        for form in forms(table):
            if form.kind != "metonym":
                code = next(iter(table["shared"].get(form.text, [form.code])))
                self.codes.setdefault(tuple(_words(form.text)), code)
        self.longest = max(map(len, self.codes))
        self.first = {words[0] for words in self.codes}
        self.blocs = {code for code, entry in table["countries"].items() if entry["type"] == "bloc"}
        organs = table["organs"]
        self.named = {" ".join(_words(name)) for name in organs["names"]}
        self.private = _heads(organs["private"])
        self.organ = _heads(organs["words"])
        self.bloc_organ = _heads([*organs["words"], *organs["bloc"]])

    def code(self, words: str) -> str:
        """As `country_code`."""
        code, rest = self._split(_words(words))
        if not code or not rest or " ".join(_words(words)) in self.named:
            return code
        name = " ".join(rest).lower()
        organ = self.bloc_organ if code in self.blocs else self.organ
        return code if organ.search(name) and not self.private.search(name) else ""

    def is_country(self, words: str) -> bool:
        """As `is_country`."""
        code, rest = self._split(_words(words))
        return bool(code) and not rest and code not in self.blocs and tuple(_words(words)) not in self.parts

    def _split(self, words: list[str]) -> tuple[str, list[str]]:
        """The first country among ``words``, and the words that name no country."""
        found, rest, i = "", [], 0
        while i < len(words):
            sizes = range(self.longest, 0, -1) if words[i] in self.first else ()
            size = next((n for n in sizes if tuple(words[i : i + n]) in self.codes), 0)
            code = self.codes.get(tuple(words[i : i + size]), "")
            found = found or code
            if not code:
                rest += words[i : i + max(size, 1)]
            i += max(size, 1)
        # What is left of "the U.S." names nothing else.
        return found, [] if rest in (["the"], ["The"]) else rest


def _words(text: str) -> list[str]:
    """Words without possessive endings; hyphens, dashes and slashes part them."""
    return [word for word in (POSSESSIVE.sub("", part) for part in WORD_BREAK.split(text)) if word]


def _heads(phrases: list[str]) -> re.Pattern[str]:
    """Matches a lower-case name whose head, the last words before its first preposition, is one of ``phrases``."""
    some = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"^(?:(?!(?:{PREPOSITIONS})\b)\S+ )*?(?:{some})(?: (?:{PREPOSITIONS}|and)\b.*)?$")


@read_once
def _names(table: Table) -> _Names:
    return _Names(table)
