"""Marks → gold, where `marks` leads back: what a person has corrected in an annotation tool."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newstally.errors import InputError
from newstally.gold import places
from newstally.gold.marks import (
    ALIAS,
    ARTICLE,
    CHECK,
    COUNT,
    COUNTRY,
    EXCEPT,
    LABELS,
    LINKS,
    PERSON,
    ROLE,
    Mark,
    Marked,
)


def unmarked(page: Marked, name: str) -> dict[str, Any]:
    """The gold of a marked text; ``name`` is its id where no mark of the article gives one, and its name in errors.

    Raises InputError where a mark or link cannot be understood. What the gold says is for `lint` to judge.
    """
    return _Reader(page, name).read()


class _Reader:
    def __init__(self, page: Marked, name: str) -> None:
        self.page, self.name, self.text = page, name, page.text
        self.by_id = {mark.id: mark for mark in page.marks}
        for mark in page.marks:
            if mark.label not in LABELS:
                raise self._error(mark, f"the label {mark.label!r} is unknown; there are {', '.join(LABELS)}")
        for link in page.links:
            self._check_link(*link)

    def read(self) -> dict[str, Any]:
        about = next((mark.values for mark in self._all(ARTICLE)), {})
        counts = sorted(self._all(COUNT), key=lambda mark: (mark.start, mark.end))
        index = {mark.id: number for number, mark in enumerate(counts)}
        return {
            "id": self.name,
            "source": "",
            "headline": "",
            **about,
            "text": self.text,
            "people": [self._person(mark) for mark in self._all(PERSON)],
            "roles": [self._role(mark) for mark in self._all(ROLE)],
            "countries": self._countries(),
            "counts": list(self._counts(counts)),
            "checks": [self._check(mark, index) for mark in self._all(CHECK)],
        }

    def _person(self, mark: Mark) -> dict[str, Any]:
        aliases = [self._words(each) for each in self._all(ALIAS) if self._target(each, "alias_of") == mark.id]
        return {"name": self._words(mark), "aliases": list(dict.fromkeys(aliases)), **mark.values}

    def _role(self, mark: Mark) -> dict[str, Any]:
        person = self._words(self.by_id[self._target(mark, "role_of")])
        defaults = {"title": self._words(mark), "of": "", "country": "", "status": "current"}
        return {"person": person, **defaults, **mark.values}

    def _countries(self) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for mark in self.page.marks:
            if mark.label in (COUNTRY, EXCEPT):
                values = {"kind": "name", **mark.values}
                country = found.setdefault(self._value(mark, "code"), {"mentions": {}, "except": {}})
                key = self._words(mark)
                if mark.label == COUNTRY:
                    country["mentions"][key, values["kind"]] = None
                else:
                    country["except"][key] = None
        return [
            {
                "code": code,
                "mentions": [{"text": form, "kind": kind} for form, kind in country["mentions"]],
                "except": list(country["except"]),
            }
            for code, country in found.items()
        ]

    def _counts(self, marks: list[Mark]) -> Iterator[dict[str, Any]]:
        position = 0
        for mark in marks:
            quote = places.quote(self.text, mark.start, mark.end, position)
            yield {"quote": quote, "unit_text": "", "modifier": "exact", "actor": [], **mark.values}
            position = max(position, mark.start + 1)

    def _check(self, mark: Mark, index: dict[str, int]) -> dict[str, Any]:
        counts = [index[link.target] for link in self.page.links if link[:2] == ("rests_on", mark.id)]
        return {"kind": self._value(mark, "kind"), "counts": counts, "note": "", **mark.values}

    def _all(self, label: str) -> Iterator[Mark]:
        return (mark for mark in self.page.marks if mark.label == label)

    def _words(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]

    def _value(self, mark: Mark, key: str) -> Any:
        if key not in mark.values:
            raise self._error(mark, f'its values lack {key!r}; write {{"{key}": …}} to them')
        return mark.values[key]

    def _target(self, mark: Mark, kind: str) -> str:
        targets = [link.target for link in self.page.links if link[:2] == (kind, mark.id)]
        if len(targets) != 1:
            problem = f"{len(targets)} links {kind} lead from it to a {LINKS[kind][1]}; draw one"
            raise self._error(mark, problem)
        return targets[0]

    def _check_link(self, kind: str, source: str, target: str) -> None:
        if kind not in LINKS:
            raise InputError(f"{self.name}: the link {kind!r} is unknown; there are {', '.join(LINKS)}")
        for end in (source, target):
            if end not in self.by_id:
                raise InputError(f"{self.name}: a link {kind} leads to {end!r}, which is no mark; draw it anew")
        ends = self.by_id[source].label, self.by_id[target].label
        if ends != LINKS[kind]:
            problem = f"a link {kind} leads from {ends[0]} to {ends[1]}; draw it from {' to '.join(LINKS[kind])}"
            raise self._error(self.by_id[source], problem)

    def _error(self, mark: Mark, problem: str) -> InputError:
        return InputError(f"{self.name}: {mark.label} {self._words(mark)!r} at {mark.start}: {problem}")
