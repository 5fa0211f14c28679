"""Scores finished records against gold through files alone, so that any version, or another tool, can be judged.

Gold is the format of the annotation guidelines; its counts stand in the order of the text, so that quotes are found
left to right. Objects are matched one to one, as many as can be. What is the same under each measure stands in
`MEASURES`. A gold object whose id holds a ``#`` is a passage: it carries counts and checks only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newstally.errors import InputError
from newstally.read import objects

Object = Mapping[str, Any]
GOLD_KEYS = {"text", "people", "roles", "countries", "counts", "checks"}


@dataclass(frozen=True, slots=True)
class Score:
    """Hits of one measure, and what was missed (gold alone) and spurious (record alone), as "article: object"."""

    measure: str
    hit: int
    gold: int
    predicted: int
    missed: tuple[str, ...] = ()
    spurious: tuple[str, ...] = ()

    @property
    def precision(self) -> float | None:
        """The share of the predicted that is right; None where nothing was predicted."""
        return self.hit / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where there is no gold."""
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is neither gold nor prediction."""
        return 2 * self.hit / (self.gold + self.predicted) if self.gold + self.predicted else None


# ---- what is judged --------------------------------------------------------------------------------------------------


def read_files(paths: Iterable[Path]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Gold objects in order, and records by id, from JSONL files; a line with a ``schema`` is a record.

    Raises InputError where a file cannot be read, holds something else, or an id stands twice.
    """
    gold: dict[str, dict[str, Any]] = {}
    records: dict[str, dict[str, Any]] = {}
    for path in paths:
        for where, row in objects(path):
            if isinstance(row, InputError):
                raise row
            into = records if "schema" in row else gold
            if "id" not in row or (into is gold and not row.keys() >= GOLD_KEYS):
                raise InputError(
                    f"{where}: neither gold nor a record; gold has id, {', '.join(sorted(GOLD_KEYS))}"
                )
            if row["id"] in into:
                raise InputError(f"{where}: the id {row['id']!r} stands twice; give it another")
            into[row["id"]] = row
    if not gold:
        raise InputError(f"{', '.join(map(str, paths))}: no gold in it; name at least one gold file")
    return list(gold.values()), records


class Case:
    """One gold object beside the record of its text, with what the measures need to know of both."""

    def __init__(self, gold: Object, record: Object | None) -> None:
        self.gold = gold
        self.record: Object = record or {}
        if self.record.get("sha256") not in (None, hashlib.sha256(gold["text"].encode()).hexdigest()):
            raise InputError(
                f"record {gold['id']!r} was made from another text than its gold; extract from the gold file"
            )

    def predicted(self, kind: str) -> Sequence[Object]:
        """Return the record's objects of ``kind``; none where the article has no record."""
        return self.record.get(kind, ()) if self.carries(kind) else ()

    def wanted(self, kind: str) -> Sequence[Object]:
        """Return the gold's objects of ``kind``; none but counts and checks for a passage."""
        if kind == "counts":
            return self.stated
        return self.gold[kind] if self.carries(kind) else ()

    def carries(self, kind: str) -> bool:
        """Whether the gold says anything of ``kind``; a passage tells of counts and checks only."""
        return kind in ("counts", "checks") or "#" not in self.gold["id"]

    @cached_property
    def people(self) -> dict[str, Object]:
        """The record's people by id."""
        return {person["id"]: person for person in self.predicted("people")}

    @cached_property
    def counts(self) -> dict[str, Object]:
        """The record's counts by id."""
        return {count["id"]: count for count in self.predicted("counts")}

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """All surface forms of the gold's people by their canonical name."""
        return {person["name"]: {person["name"], *person.get("aliases", ())} for person in self.gold["people"]}

    @cached_property
    def stated(self) -> list[Object]:
        """The gold's counts, each with ``start`` and ``end`` of its quote in the text."""
        counts, position = [], 0
        for count in self.gold["counts"]:
            start = self.gold["text"].find(count["quote"], position)
            if start < 0:
                raise InputError(f"gold {self.gold['id']!r}: no {count['quote']!r} from {position} on; mend the quote")
            counts.append({**count, "start": start, "end": start + len(count["quote"])})
            position = start + 1
        return counts

    @cached_property
    def count_ids(self) -> dict[int, str]:
        """The id of the record's count for each of the gold's counts (by index) that has one."""
        predicted = self.predicted("counts")
        pairs = pair(self.stated, predicted, lambda ours, theirs: same_place(self, ours, theirs))
        return {i: predicted[j]["id"] for i, j in pairs.items()}


# ---- what is the same ------------------------------------------------------------------------------------------------


def same_name(case: Case, gold: Object, person: Object) -> bool:
    """Whether the canonical name is the same, whatever white space stands in it."""
    return gold["name"].split() == person["name"].split()


def share_form(case: Case, gold: Object, person: Object) -> bool:
    """Whether some surface form is the same."""
    return not case.names[gold["name"]].isdisjoint(_forms(person))


def same_role(case: Case, gold: Object, role: Object) -> bool:
    """Whether the person shares a form, and title (but for case and punctuation) and polity are the same."""
    person = case.people.get(role["person"])
    return (
        person is not None
        and not case.names.get(gold["person"], {gold["person"]}).isdisjoint(_forms(person))
        and _words(gold["title"]) == _words(role["title"])
        and _same_polity(gold, role)
    )


def same_role_and_status(case: Case, gold: Object, role: Object) -> bool:
    """Whether it is the same role with the same status (current, former, acting, elect)."""
    return gold["status"] == role["status"] and same_role(case, gold, role)


def same_code(case: Case, gold: Object, country: Object) -> bool:
    """Whether the code is the same."""
    return gold["code"] == country["code"]


def same_place(case: Case, gold: Object, count: Object) -> bool:
    """Whether the spans overlap and the value is the same."""
    return gold["value"] == count["value"] and gold["start"] < count["end"] and count["start"] < gold["end"]


def same_unit(case: Case, gold: Object, count: Object) -> bool:
    """Whether place, value and the head noun of the unit are the same."""
    return gold["unit"].lower() == count["unit"].lower() and same_place(case, gold, count)


def same_modifier(case: Case, gold: Object, count: Object) -> bool:
    """Whether place, value, unit and modifier are the same."""
    return gold["modifier"] == count["modifier"] and same_unit(case, gold, count)


def same_check(case: Case, gold: Object, check: Object) -> bool:
    """Whether kind, verdict and the set of counts are the same; without counts a shared figure or form decides."""
    if (gold["kind"], gold["verdict"]) != (check["kind"], check["verdict"]):
        return False
    if not gold["counts"]:
        return _share_evidence(gold, check)
    return {case.count_ids.get(index) for index in gold["counts"]} == set(check["counts"])


def same_claim(case: Case, gold: Object, check: Object) -> bool:
    """Whether kind and verdict are the same, and the check holds the value of the gold's first count (the total)."""
    if (gold["kind"], gold["verdict"]) != (check["kind"], check["verdict"]):
        return False
    return _shares_value(case, gold["counts"][:1], check) if gold["counts"] else _share_evidence(gold, check)


def same_fault(case: Case, gold: Object, check: Object) -> bool:
    """Whether the kind is the same, and some value of the gold's counts is among the check's."""
    if gold["kind"] != check["kind"]:
        return False
    return _shares_value(case, gold["counts"], check) if gold["counts"] else _share_evidence(gold, check)


def _forms(person: Object) -> set[str]:
    return {person["name"], *(mention["text"] for mention in person["mentions"])}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace(".", ""))


def _same_polity(gold: Object, role: Object) -> bool:
    if gold["country"] and gold["country"] == role["country"]:
        return True
    ours, theirs = set(_words(gold["of"])), set(_words(role["of"]))
    return ours == theirs or bool(ours and theirs and (ours <= theirs or theirs <= ours))


def _shares_value(case: Case, indexes: Iterable[int], check: Object) -> bool:
    values = {case.counts[count]["value"] for count in check["counts"] if count in case.counts}
    return any(case.gold["counts"][index]["value"] in values for index in indexes)


def _share_evidence(gold: Object, check: Object) -> bool:
    """For a check without counts: its forms stand in the spans, or one of its figures is stated or found."""
    if "forms" in gold:
        return not set(gold["forms"]).isdisjoint(span["text"] for span in check["spans"])
    if "stated" in gold:
        figures = [figure for figure in (check["stated"], check["found"]) if figure is not None]
        wanted = [gold["stated"], *gold.get("parts", ())]
        return any(abs(abs(figure) - number) <= abs(number) / 100 for figure in figures for number in wanted)
    return True


# ---- what is measured ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the report: which objects are compared, and when two of them are the same."""

    name: str
    kind: str
    same: Callable[[Case, Object, Object], bool]
    only: Callable[[Object], bool] = lambda _: True


def _is_contradiction(check: Object) -> bool:
    return check["verdict"] == "contradictory"


MEASURES = (
    Measure("people", "people", same_name),
    Measure("people, any form", "people", share_form),
    Measure("roles", "roles", same_role),
    Measure("roles, with status", "roles", same_role_and_status),
    Measure("countries", "countries", same_code),
    Measure("counts", "counts", same_place),
    Measure("counts, with unit", "counts", same_unit),
    Measure("counts, with unit, modifier", "counts", same_modifier),
    Measure("checks", "checks", same_check),
    Measure("checks, kind and total", "checks", same_claim),
    Measure("contradictions", "checks", same_fault, _is_contradiction),
)


def evaluate(golds: Iterable[Object], records: Mapping[str, Object]) -> tuple[Score, ...]:
    """Score ``records`` (by id) against ``golds`` under every measure; a gold object without a record is all missed."""
    cases = [Case(gold, records.get(gold["id"])) for gold in golds]
    return tuple(_score(measure, cases) for measure in MEASURES)


def _score(measure: Measure, cases: Iterable[Case]) -> Score:
    hit = gold_total = predicted_total = 0
    missed: list[str] = []
    spurious: list[str] = []
    for case in cases:
        gold = [item for item in case.wanted(measure.kind) if measure.only(item)]
        predicted = [item for item in case.predicted(measure.kind) if measure.only(item)]
        pairs = pair(gold, predicted, lambda g, p, case=case: measure.same(case, g, p))
        # A by-line's people are optional: found or not, they count for nothing.
        optional = {i for i, item in enumerate(gold) if item.get("byline")}
        taken = set(pairs.values()) | {j for j, item in enumerate(predicted) if item.get("byline")}
        hit += len(set(pairs) - optional)
        gold_total += len(gold) - len(optional)
        predicted_total += len(predicted) - len(taken) + len(set(pairs) - optional)
        name = case.gold["id"]
        missed += [f"{name}: {_show(case, g)}" for i, g in enumerate(gold) if i not in pairs and i not in optional]
        spurious += [f"{name}: {_show(case, p)}" for i, p in enumerate(predicted) if i not in taken]
    return Score(measure.name, hit, gold_total, predicted_total, tuple(missed), tuple(spurious))


def pair(gold: Sequence[Any], predicted: Sequence[Any], same: Callable[[Any, Any], bool]) -> dict[int, int]:
    """Match equal objects one to one, as many as can be: index in ``gold`` → index in ``predicted``."""
    edges = [[j for j, theirs in enumerate(predicted) if same(ours, theirs)] for ours in gold]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in sorted(owner.items())}


def _show(case: Case, item: Object) -> str:
    """One object in a line, gold or predicted."""
    if "verdict" in item:
        return _show_check(case, item)
    if "unit_text" in item:
        return f"{item['value']} {item['unit']} ({item['modifier']}): {item.get('quote', item.get('text'))!r}"
    if "title" in item:
        person = case.people.get(item["person"], {}).get("name", item["person"])
        return " | ".join((person, item["title"], item["of"], item["country"], item["status"]))
    return item.get("code") or item["name"]


def _show_check(case: Case, check: Object) -> str:
    quotes = [
        case.gold["counts"][count]["quote"] if isinstance(count, int) else case.counts.get(count, {}).get("text", count)
        for count in check["counts"]
    ]
    return f"{check['kind']} {check['verdict']} {quotes}: {check.get('note', check.get('message'))}"
