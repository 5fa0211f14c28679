"""One object, gold or predicted, as a line of text with its place: what a person reads, and what two runs share.

What an item says holds no id and no message, so that the same mistake reads the same in two runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from newstally.evaluate.case import Case
from newstally.gold import places

Object = Mapping[str, Any]


class Item(NamedTuple):
    """What an object says, and the line and column (from 1) where it stands; 0 and 0 where it has no place."""

    says: str
    line: int = 0
    column: int = 0


def item(case: Case, kind: str, thing: Object, *, gold: bool) -> Item:
    """The item of an object of the gold, or of the record."""
    start = (_gold_place if gold else _record_place)(case, kind, thing)
    return Item(_says(case, kind, thing), *_line_and_column(case.gold["text"], start))


def _line_and_column(text: str, start: int | None) -> tuple[int, int]:
    if start is None or not 0 <= start <= len(text):
        return 0, 0
    breaks = [match.end() for match in re.finditer(r"\r\n|\n|\r", text[:start])]
    return len(breaks) + 1, start - (breaks[-1] if breaks else 0) + 1


# ---- what it says ----------------------------------------------------------------------------------------------------


def _says(case: Case, kind: str, thing: Object) -> str:
    match kind:
        case "people":
            return thing["name"]
        case "countries":
            return thing["code"]
        case "roles":
            person = case.people.get(thing["person"], {}).get("name", thing["person"])
            return " | ".join((person, thing["title"], thing["of"], thing["country"], thing["status"]))
        case "counts":
            quote = " ".join(thing.get("quote", thing.get("text", "")).split())
            return f"{thing['value']} {thing['unit']} ({thing['modifier']}): “{quote}”"
    return f"{thing['kind']} {thing['verdict']}: {_evidence(case, thing)}"


def _evidence(case: Case, check: Object) -> str:
    """The figures or forms that a check rests on; where it has none, its note."""
    counts = [
        case.gold["counts"][count]["quote"] if isinstance(count, int) else case.counts.get(count, {}).get("text", count)
        for count in check["counts"]
    ]
    spans = [span["text"] for span in check.get("spans", ())]
    figures = [str(check[key]) for key in ("stated", "found") if check.get(key) is not None]
    quotes = counts or check.get("forms") or spans or figures
    return ", ".join(f"“{' '.join(quote.split())}”" for quote in quotes) or check.get("note", "")


# ---- where it stands -------------------------------------------------------------------------------------------------


def _record_place(case: Case, kind: str, thing: Object) -> int | None:
    if kind == "counts":
        return thing["start"]
    if kind == "roles":
        return (thing.get("evidence") or {}).get("start")
    counts = [case.counts[count]["start"] for count in thing.get("counts", ()) if count in case.counts]
    spans = [*thing.get("mentions", ()), *thing.get("spans", ())]
    return next((start for start in (*counts, *(span.get("start") for span in spans)) if start is not None), None)


def _gold_place(case: Case, kind: str, thing: Object) -> int | None:
    match kind:
        case "people":
            return places.first(case.gold["text"], [thing["name"]])
        case "countries":
            return places.first(case.gold["text"], [mention["text"] for mention in thing["mentions"]])
        case "roles":
            forms = case.names.get(thing["person"], {thing["person"]})
            near = places.title(case.gold["text"], thing["title"], forms)
            return places.first(case.gold["text"], [thing["title"], thing["person"]]) if near is None else near
        case "counts":
            return thing["start"]
    if thing["counts"]:
        return case.stated[thing["counts"][0]]["start"]
    return places.first(case.gold["text"], thing.get("forms") or thing.get("items") or ())
