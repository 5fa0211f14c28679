"""Gold against its text: every form and quote stands there, counts in the order in which they are listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newstally.gold import places
from newstally.gold.fault import Fault

Object = Mapping[str, Any]
# A quote that begins with a figure in digits, whose value is then plain; "two of 33" and "3.2 million" do not.
FIGURE = re.compile(r"(?:(?:an?|the|some|about|over|more than|at least|up to) )*(\d[\d,\s]*)(.?)", re.IGNORECASE)
SCALES = re.compile(r"hundred|thousand|million|billion|trillion|dozen|lakh|crore|\d(?:k|m|bn)\b", re.IGNORECASE)
NOT_THERE = "quote the text exactly"


def faults(gold: Object) -> Iterator[Fault]:
    """Forms and quotes that are not in the text, entries that stand twice, counts out of order."""
    if "#" in gold["id"]:
        for kind in ("people", "roles", "countries"):
            if gold[kind]:
                yield Fault(kind, "a passage (an id with '#') carries counts and checks only", "empty it")
    yield from _people(gold)
    yield from _roles(gold)
    yield from _countries(gold)
    yield from _counts(gold)
    yield from _quoted_in_checks(gold)


def _people(gold: Object) -> Iterator[Fault]:
    yield from _twice("people", (person["name"] for person in gold["people"]))
    for i, person in enumerate(gold["people"]):
        yield from _missing(gold, f"people[{i}].name", [person["name"]])
        yield from _missing(gold, f"people[{i}].aliases", person.get("aliases", ()))


def _roles(gold: Object) -> Iterator[Fault]:
    names = {person["name"] for person in gold["people"]}
    folded = gold["text"].casefold()
    yield from _twice("roles", ((role["person"], role["title"], role["of"]) for role in gold["roles"]))
    for i, role in enumerate(gold["roles"]):
        if role["person"] not in names:
            yield Fault(f"roles[{i}].person", f"{role['person']!r} is no name of the people", "write the full name")
        for key in ("title", "of"):
            # Capitals may differ: "PRESIDENT" in a headline is the title "President".
            if role[key].casefold() not in folded:
                yield Fault(f"roles[{i}].{key}", f"{role[key]!r} is not in the text", NOT_THERE)


def _countries(gold: Object) -> Iterator[Fault]:
    yield from _twice("countries", (country["code"] for country in gold["countries"]))
    for i, country in enumerate(gold["countries"]):
        forms = [mention["text"] for mention in country["mentions"]]
        yield from _missing(gold, f"countries[{i}].mentions", forms)
        yield from _missing(gold, f"countries[{i}].except", country.get("except", ()))


def _counts(gold: Object) -> Iterator[Fault]:
    text, position = gold["text"], 0
    for i, count in enumerate(gold["counts"]):
        start = text.find(count["quote"], position)
        if start < 0:
            yield _not_in_order(text, i, count["quote"])
            continue
        position = start + 1
        if places.torn(text, start, start + len(count["quote"])):
            where = " ".join(text[max(0, start - 10) : start + len(count["quote"]) + 10].split())
            problem = f"{count['quote']!r} is found inside a word (…{where}…)"
            yield Fault(f"counts[{i}].quote", problem, "lengthen the quote until it is found in its place")
        yield from _value(i, count)


def _not_in_order(text: str, i: int, quote: str) -> Fault:
    if quote in text:
        problem = f"{quote!r} does not stand after the quotes before it"
        return Fault(f"counts[{i}].quote", problem, "put the counts in the order of the text")
    return Fault(f"counts[{i}].quote", f"{quote!r} is not in the text", NOT_THERE)


def _value(i: int, count: Object) -> Iterator[Fault]:
    high = count.get("high")
    if (count["modifier"] == "range") != (high is not None):
        yield Fault(f"counts[{i}].high", "a range has it, and nothing else has", "add it, or correct the modifier")
    elif high is not None and high <= count["value"]:
        yield Fault(f"counts[{i}].high", f"{high} is not above the value {count['value']}", "correct one of them")
    printed = _printed(count["quote"])
    if printed is not None and printed not in (count["value"], high):
        yield Fault(f"counts[{i}].value", f"{count['value']} is not in {count['quote']!r}", "correct the value")


def _printed(quote: str) -> int | None:
    """The whole number in digits that a quote begins with; None where it begins otherwise or goes on with a scale."""
    found = FIGURE.match(quote)
    if not found or found[2] == "." or SCALES.search(quote):
        return None
    return int(re.sub(r"\D", "", found[1]))


def _quoted_in_checks(gold: Object) -> Iterator[Fault]:
    for i, check in enumerate(gold["checks"]):
        for key in ("items", "forms"):
            yield from _missing(gold, f"checks[{i}].{key}", check.get(key) or ())


def _missing(gold: Object, key: str, quotes: Iterable[str]) -> Iterator[Fault]:
    for quote in quotes:
        if quote not in gold["text"]:
            yield Fault(key, f"{quote!r} is not in the text", NOT_THERE)


def _twice(key: str, entries: Iterable[Any]) -> Iterator[Fault]:
    for entry, number in Counter(entries).items():
        if number > 1:
            yield Fault(key, f"{entry!r} stands {number} times", "keep one")
