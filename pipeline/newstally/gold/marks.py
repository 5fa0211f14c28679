"""Gold → marks (`unmark` leads back): spans with values and links between them, as annotation tools know them.

Nothing is lost between the two. Values are what the words themselves do not say, such as the unit of a count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newstally.errors import InputError
from newstally.gold import places

Object = Mapping[str, Any]

ARTICLE, PERSON, ALIAS, ROLE = "Article", "Person", "Alias", "Role"
COUNTRY, EXCEPT, COUNT, CHECK = "Country", "Except", "Count", "Check"
LABELS = (ARTICLE, PERSON, ALIAS, ROLE, COUNTRY, EXCEPT, COUNT, CHECK)
LINKS = {"alias_of": (ALIAS, PERSON), "role_of": (ROLE, PERSON), "rests_on": (CHECK, COUNT)}
"""Links by name, with the labels at both ends."""
ABOUT = ("id", "source", "headline", "date")
"""What the mark of the article itself bears."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span in code points with a label and the values that go with it; ids are unique within the text."""

    id: str
    label: str
    start: int
    end: int
    values: Object = field(default_factory=dict)


class Link(NamedTuple):
    """From one mark, by its id, to another."""

    kind: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks, and the links in the order that counts: a check's total first."""

    text: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]


def marked(gold: Object) -> Marked:
    """The marks of gold that holds (see `lint`)."""
    maker = _Maker(gold)
    maker.make()
    return Marked(gold["text"], tuple(maker.marks), tuple(maker.links))


class _Maker:
    def __init__(self, gold: Object) -> None:
        self.gold = gold
        self.text = gold["text"]
        self.forms = {each["name"]: [each["name"], *each.get("aliases", ())] for each in gold["people"]}
        self.spans = places.counts(gold)
        self.marks: list[Mark] = []
        self.links: list[Link] = []

    def make(self) -> None:
        headline = re.search(r"\S.*?(?=\s*[\r\n]|$)", self.text)
        start, words = (headline.start(), headline[0]) if headline else (0, self.text)
        self._mark(ARTICLE, start, words, {key: self.gold[key] for key in ABOUT if self.gold.get(key)})
        people = {person["name"]: self._person(person) for person in self.gold["people"]}
        for role in self.gold["roles"]:
            self._role(role, people[role["person"]])
        for country in self.gold["countries"]:
            self._country(country)
        counts = [self._count(count, span) for count, span in zip(self.gold["counts"], self.spans, strict=True)]
        for check in self.gold["checks"]:
            self._check(check, counts)

    def _mark(self, label: str, start: int, words: str, values: Object) -> str:
        mark = Mark(f"T{len(self.marks) + 1}", label, start, start + len(words), values)
        self.marks.append(mark)
        return mark.id

    def _person(self, person: Object) -> str:
        values = {"byline": True} if person.get("byline") else {}
        made = self._mark(PERSON, self.text.index(person["name"]), person["name"], values)
        for form in person.get("aliases", ()):
            self.links.append(Link("alias_of", self._mark(ALIAS, self.text.index(form), form, {}), made))
        return made

    def _role(self, role: Object, person: str) -> None:
        start = places.title(self.text, role["title"], self.forms[role["person"]])
        if start is None:
            raise InputError(f"gold {self.gold['id']!r}: {role['title']!r} is not in the text; quote the text exactly")
        values = {key: role[key] for key in ("of", "country", "status", "to") if role.get(key)}
        if self.text[start : start + len(role["title"])] != role["title"]:
            values["title"] = role["title"]  # written with other capitals
        self.links.append(Link("role_of", self._mark(ROLE, start, role["title"], values), person))

    def _country(self, country: Object) -> None:
        code = country["code"]
        for mention in country["mentions"]:
            form = mention["text"]
            self._mark(COUNTRY, self.text.index(form), form, {"code": code, "kind": mention["kind"]})
        for quote in country.get("except", ()):
            self._mark(EXCEPT, self.text.index(quote), quote, {"code": code})

    def _count(self, count: Object, span: tuple[int, int]) -> str:
        values = {key: value for key, value in count.items() if key != "quote"}
        return self._mark(COUNT, span[0], count["quote"], values)

    def _check(self, check: Object, counts: list[str]) -> None:
        values = {key: value for key, value in check.items() if key != "counts"}
        made = self._mark(CHECK, *self._place(check), values)
        self.links += [Link("rests_on", made, counts[index]) for index in check["counts"]]

    def _place(self, check: Object) -> tuple[int, str]:
        """Where a check's mark stands: at its first count, else at its first words, else at the headline."""
        if check["counts"]:
            index = check["counts"][0]
            return self.spans[index][0], self.gold["counts"][index]["quote"]
        words = next(iter([*(check.get("forms") or ()), *(check.get("items") or ())]), None)
        if words:
            return self.text.index(words), words
        return self.marks[0].start, self.text[: self.marks[0].end]
