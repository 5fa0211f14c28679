"""Record + text → what it states, each statement with what it says (``key``) and what it is about (``group``).

What stands in a correction note only is no statement of the story: the note quotes what was withdrawn.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newstally.compare.align import Bag, Sentences, flat

Object = Mapping[str, Any]
NAMED_BY_UNIT = ("date", "time", "label")  # quantities whose unit is their value


@dataclass(frozen=True, slots=True)
class Item:
    """One statement: equal keys say the same, equal groups may be one statement changed."""

    kind: str
    key: Hashable
    group: Hashable
    shown: str
    start: int
    sentences: tuple[Bag, ...]
    value: float | None = None


@dataclass(frozen=True)
class Version:
    """A finished record (as a dict) and the text it was made from."""

    record: Object
    text: str

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the text with their figures masked."""
        figures = [*self.record["counts"], *self.record["quantities"]]
        return Sentences(self.text, map(_span, self.record["blocks"]), map(_span, figures))

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that holds ``offset``."""
        return self.text.count("\n", 0, offset) + 1

    def in_note(self, place: Object) -> bool:
        """Whether a span lies in a correction note."""
        return any(note["start"] <= place["start"] < note["end"] for note in self.record["corrections"])

    def people(self) -> dict[str, Item]:
        """The people by id; the key is the name."""
        found = {}
        for person in self.record["people"]:
            places = [mention for mention in person["mentions"] if not self.in_note(mention)]
            if places:
                name = flat(person["name"])
                bags = tuple(self.sentences.at(place["start"]) for place in places)
                found[person["id"]] = Item("person", name, "", name, places[0]["start"], bags)
        return found

    def roles(self, people: Mapping[str, Hashable]) -> Iterator[Item]:
        """The roles of ``people``, whose values stand for the same person in both versions."""
        names = {person["id"]: flat(person["name"]) for person in self.record["people"]}
        for role in self.record["roles"]:
            if role["person"] in people and not self.in_note(role["evidence"]):
                who, of = people[role["person"]], role["country"] or role["of"].casefold()
                title = role["title"].casefold()
                shown = f"{names[role['person']]}: {_title(role)}"
                key = (who, title, of, role["to"], role["status"])
                yield self._item("role", key, (who, role["category"]), shown, role["evidence"])

    def figures(self) -> Iterator[Item]:
        """The counts and quantities; one in a note is none."""
        for kind in ("counts", "quantities"):
            for figure in self.record[kind]:
                if not self.in_note(figure):
                    group, amount = _measure(figure)
                    shown = flat(figure["text"])
                    yield self._item(kind, (group, amount), group, shown, figure, figure["value"])

    def findings(self) -> Iterator[Item]:
        """The contradictions, and what could not be settled; what agrees is no finding to act on."""
        for check in self.record["checks"]:
            if check["verdict"] != "consistent":
                figures = (check["stated"], check["found"])
                says = check["message"] if figures == (None, None) else figures
                group = (check["code"], check["verdict"])
                places = sorted(check["spans"], key=_span) or [{"start": 0}]
                shown = f"{check['code']} {check['verdict']}: {check['message']}"
                yield self._item("finding", (group, says), group, shown, places[0])

    def _item(
        self, kind: str, key: Hashable, group: Hashable, shown: str, place: Object, value: float | None = None
    ) -> Item:
        name = {"counts": "count", "quantities": "quantity"}.get(kind, kind)
        return Item(name, key, group, shown, place["start"], (self.sentences.at(place["start"]),), value)


def _span(place: Object) -> tuple[int, int]:
    return place["start"], place["end"]


def _title(role: Object) -> str:
    status = "" if role["status"] in ("current", *role["title"].casefold().split()) else f"{role['status']} "
    return f"{status}{role['title']}" + (f" ({role['of']})" if role["of"] else "")


def _measure(figure: Object) -> tuple[Hashable, Hashable]:
    """What a figure measures, and its amount."""
    if figure.get("type") in NAMED_BY_UNIT:
        return figure["type"], figure["unit"] or figure["text"].casefold()
    bounds = (figure["value"], figure["low"], figure["high"])
    # A vague amount without bounds ("scores of people") is the words that name it.
    return figure["unit"], (*bounds, figure["modifier"]) if any(b is not None for b in bounds) else figure["text"]
