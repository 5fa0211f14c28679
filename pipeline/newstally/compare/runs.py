"""Two runs over many articles, by id: what appeared and went, kind by kind, and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newstally.compare.align import flat
from newstally.errors import InputError

Object = Mapping[str, Any]
Run = Mapping[str, Object]
Shown = Counter[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one kind of object lost and won in one article; what stands twice in a record may stand twice here."""

    kind: str
    gone: tuple[str, ...]
    appeared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One article of both runs that differs; ``text_differs`` by its sha256."""

    id: str
    text_differs: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How many objects of a kind each run holds, in all its records, and how many went and appeared in common ones."""

    old: int
    new: int
    gone: int
    appeared: int


@dataclass(frozen=True, slots=True)
class RunReport:
    """All that differs: ids in one run only, the articles that differ, and totals by kind."""

    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    same: int
    articles: tuple[Pair, ...]
    totals: Mapping[str, Total]

    @property
    def differs(self) -> bool:
        """Whether there is any difference."""
        return bool(self.only_old or self.only_new or self.articles)


def compare_runs(old: Run, new: Run) -> RunReport:
    """Compare records (as dicts) by id; where an object stands in the text makes no difference.

    Raises InputError where a record lacks a field.
    """
    ours, theirs = ({name: _objects(record) for name, record in run.items()} for run in (old, new))
    common = [name for name in old if name in new]
    pairs = [
        Pair(name, old[name].get("sha256") != new[name].get("sha256"), _differences(ours[name], theirs[name]))
        for name in common
    ]
    differing = tuple(each for each in pairs if each.text_differs or each.differences)
    return RunReport(
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name not in old),
        len(common) - len(differing),
        differing,
        {kind: _total(kind, ours, theirs, differing) for kind in KINDS},
    )


def _objects(record: Object) -> dict[str, Shown]:
    try:
        names = {person["id"]: person["name"] for person in record.get("people", ())}
        return {kind: Counter(show(item, names) for item in _of(record, kind)) for kind, show in KINDS.items()}
    except (KeyError, TypeError) as error:
        raise InputError(f"record {record['id']!r}: not a whole record ({error!r}); extract it again") from error


def _of(record: Object, kind: str) -> list[Object]:
    return [record["error"]] if kind == "errors" and "error" in record else record.get(kind, [])


def _differences(old: Mapping[str, Shown], new: Mapping[str, Shown]) -> tuple[Difference, ...]:
    every = (Difference(kind, _listed(old[kind] - new[kind]), _listed(new[kind] - old[kind])) for kind in KINDS)
    return tuple(each for each in every if each.gone or each.appeared)


def _listed(shown: Shown) -> tuple[str, ...]:
    return tuple(shown.elements())


def _total(kind: str, old: Mapping[str, Any], new: Mapping[str, Any], differing: tuple[Pair, ...]) -> Total:
    changes = [each for article in differing for each in article.differences if each.kind == kind]
    sizes = (sum(record[kind].total() for record in run.values()) for run in (old, new))
    return Total(*sizes, sum(len(each.gone) for each in changes), sum(len(each.appeared) for each in changes))


# ---- what one object says, in a line: two objects that read the same are the same ------------------------------------


def _person(person: Object, names: Mapping[str, str]) -> str:
    return person["name"]


def _role(role: Object, names: Mapping[str, str]) -> str:
    parts = (names.get(role["person"], role["person"]), role["title"], role["of"], role["country"], role["status"])
    return " | ".join(parts)


def _country(country: Object, names: Mapping[str, str]) -> str:
    return country["code"]


def _figure(figure: Object, names: Mapping[str, str]) -> str:
    bounds = "" if figure["low"] == figure["high"] else f", {figure['low']} to {figure['high']}"
    unit = figure["unit"] or figure.get("type", "")
    return f"{figure['value']} {unit} ({figure['modifier']}{bounds}): {flat(figure['text'])}"


def _list(each: Object, names: Mapping[str, str]) -> str:
    return f"{len(each['items'])}: " + "; ".join(flat(item["text"]) for item in each["items"])


def _correction(note: Object, names: Mapping[str, str]) -> str:
    return f"{note['old']} → {note['new']} {note['unit']}".rstrip()


def _check(check: Object, names: Mapping[str, str]) -> str:
    return f"{check['code']} {check['verdict']}: {check['message']}"


def _error(error: Object, names: Mapping[str, str]) -> str:
    return f"{error['type']}: {error['message']}"


KINDS: Mapping[str, Callable[[Object, Mapping[str, str]], str]] = {
    "people": _person, "roles": _role, "countries": _country, "counts": _figure, "quantities": _figure,
    "lists": _list, "corrections": _correction, "checks": _check, "errors": _error,
}  # fmt: skip
