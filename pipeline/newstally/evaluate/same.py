"""When a gold object and a record's are the same: 0 where they are not, else how close they are, 1 or more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from newstally.evaluate.case import Case, overlap

Object = Mapping[str, Any]


# ---- keys: equal wherever two objects may be the same ----------------------------------------------------------------


def no_key(thing: Object) -> None:
    """Nothing must be equal."""


def name_key(person: Object) -> str:
    """A person's canonical name, whatever white space stands in it."""
    return " ".join(person["name"].split())


def title_key(role: Object) -> str:
    """A role's title but for case and punctuation."""
    return _words(role["title"])


# ---- people, roles, countries ----------------------------------------------------------------------------------------


def same_name(case: Case, gold: Object, person: Object) -> int:
    """The canonical name is the same, whatever white space stands in it; closer, the more forms are shared."""
    return name_key(gold) == name_key(person) and 1 + _shared_forms(case, gold, person)


def share_form(case: Case, gold: Object, person: Object) -> int:
    """Some surface form is the same; closer, the more are."""
    return _shared_forms(case, gold, person)


def same_role(case: Case, gold: Object, role: Object) -> int:
    """The person shares a form; title (but for case and punctuation) and polity are the same; closer with status."""
    person = case.people.get(role["person"])
    if (
        person is None
        or case.names.get(gold["person"], {gold["person"]}).isdisjoint(_forms(person))
        or _words(gold["title"]) != _words(role["title"])
        or not _same_polity(gold, role)
    ):
        return 0
    return 1 + 2 * (_words(gold["of"]) == _words(role["of"])) + (gold["status"] == role["status"])


def same_role_and_status(case: Case, gold: Object, role: Object) -> int:
    """It is the same role with the same status (current, former, acting, elect)."""
    return gold["status"] == role["status"] and same_role(case, gold, role)


def same_code(case: Case, gold: Object, country: Object) -> int:
    """The code is the same."""
    return gold["code"] == country["code"]


def _shared_forms(case: Case, gold: Object, person: Object) -> int:
    """Each form counts 2, a credit 1 less: between two of one name, the gold's person is the one of the story."""
    shared = len(case.names[gold["name"]] & _forms(person))
    return max(0, 2 * shared - bool(person.get("byline")))


def _forms(person: Object) -> set[str]:
    return {person["name"], *(mention["text"] for mention in person["mentions"])}


@lru_cache(100_000)
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace(".", "")))


def _same_polity(gold: Object, role: Object) -> bool:
    if gold["country"] and gold["country"] == role["country"]:
        return True
    ours, theirs = set(_words(gold["of"]).split()), set(_words(role["of"]).split())
    return ours == theirs or bool(ours and theirs and (ours <= theirs or theirs <= ours))


# ---- counts ----------------------------------------------------------------------------------------------------------


def same_place(case: Case, gold: Object, count: Object) -> int:
    """The spans overlap and the value is the same; closer, the more of the spans is shared."""
    return overlap(gold, count)


def same_unit(case: Case, gold: Object, count: Object) -> int:
    """Place, value and the head noun of the unit are the same."""
    return gold["unit"].lower() == count["unit"].lower() and overlap(gold, count)


def same_modifier(case: Case, gold: Object, count: Object) -> int:
    """Place, value, unit and modifier are the same."""
    return gold["modifier"] == count["modifier"] and same_unit(case, gold, count)


# ---- checks ----------------------------------------------------------------------------------------------------------


def same_question(case: Case, gold: Object, check: Object) -> int:
    """The kind and the set of counts are the same, without counts a figure or form is shared; closer with verdict."""
    if gold["kind"] != check["kind"]:
        return 0
    if gold["counts"]:
        same = {case.count_ids.get(index) for index in gold["counts"]} == set(check["counts"])
    else:
        same = _share_evidence(gold, check)
    return same and 1 + (gold["verdict"] == check["verdict"])


def same_check(case: Case, gold: Object, check: Object) -> int:
    """It is the same question with the same verdict."""
    return gold["verdict"] == check["verdict"] and same_question(case, gold, check)


def same_claim(case: Case, gold: Object, check: Object) -> int:
    """Kind and verdict are the same, and the check holds the value of the gold's first count (the total)."""
    if (gold["kind"], gold["verdict"]) != (check["kind"], check["verdict"]):
        return 0
    if not gold["counts"]:
        return _share_evidence(gold, check)
    return _shared_values(case, gold["counts"][:1], check) and 1 + _shared_values(case, gold["counts"], check)


def same_fault(case: Case, gold: Object, check: Object) -> int:
    """The kind is the same, and some value of the gold's counts is among the check's; closer, the more are."""
    if gold["kind"] != check["kind"]:
        return 0
    return _shared_values(case, gold["counts"], check) if gold["counts"] else _share_evidence(gold, check)


def _shared_values(case: Case, indexes: Iterable[int], check: Object) -> int:
    values = {case.counts[count]["value"] for count in check["counts"] if count in case.counts}
    return sum(case.gold["counts"][index]["value"] in values for index in indexes)


def _share_evidence(gold: Object, check: Object) -> int:
    """For a check without counts: how many of its forms stand in the spans, or of its figures are stated or found."""
    if "forms" in gold:
        return len(set(gold["forms"]) & {span["text"] for span in check["spans"]})
    if "stated" in gold:
        figures = [figure for figure in (check["stated"], check["found"]) if figure is not None]
        wanted = [gold["stated"], *gold.get("parts", ())]
        return sum(abs(abs(figure) - number) <= abs(number) / 100 for figure in figures for number in wanted)
    return 1
