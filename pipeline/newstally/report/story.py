"""A record and its text → what the page shows of one story, as a JSON-safe dict, and the story's row in the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice, takewhile
from typing import Any

from newstally.labels import advice, amount
from newstally.report.equations import lines
from newstally.report.marks import Mark, marks, tree
from newstally.saved import RecordDict

VERDICTS = ("contradictory", "unsettled", "consistent")


def story(record: RecordDict, text: str | None) -> dict[str, Any]:
    """All that the page shows of a story; without its text the findings alone, with the words that they rest on."""
    names = {person["id"]: person["name"] for person in record["people"]}
    checks = sorted(record["checks"], key=lambda check: VERDICTS.index(check["verdict"]))
    return {
        "id": record["id"],
        "source": record["source"],
        "blocks": _blocks(record, text) if text is not None else None,
        "people": [_person(person, record["roles"]) for person in record["people"]],
        "countries": [
            {**{key: country[key] for key in ("code", "name", "type")}, "spans": _places(country["mentions"])}
            for country in record["countries"]
        ],
        "figures": {each["id"]: _figure(each, names) for each in (*record["counts"], *record["quantities"])},
        "roles": {role["id"]: f"{names.get(role['person'], '')}: {_title(role)}" for role in record["roles"]},
        "lists": {each["id"]: len(each["items"]) for each in record["lists"]},
        "checks": [_check(check, record) for check in checks],
        "reach": {key: sum(reach[key] for reach in record["reach"].values()) for key in ("judged", "unsettled")},
    }


def row(record: RecordDict) -> dict[str, Any]:
    """What the index knows of a story: what it is searched, filtered and counted by."""
    found = Counter((check["code"], check["verdict"]) for check in record["checks"])
    codes: dict[str, list[int]] = {}
    for (code, verdict), number in sorted(found.items()):
        codes.setdefault(code, [0, 0, 0])[VERDICTS.index(verdict)] += number
    return {
        "id": record["id"],
        "headline": record["headline"]["text"] if record["headline"] else "",
        "people": [person["name"] for person in record["people"] if not person["byline"]],
        "countries": [country["code"] for country in record["countries"]],
        "counts": len(record["counts"]),
        "codes": codes,
    }


def _blocks(record: RecordDict, text: str) -> list[list[Any]]:
    """Each block as [kind, nodes]; a list block stands for its items, which follow it."""
    blocks = [block for block in record["blocks"] if block["kind"] != "list"]
    if not blocks:
        blocks = [{"kind": "paragraph", "start": 0, "end": len(text)}]
    found, first, shown = marks(record), 0, []
    for block in sorted(blocks, key=lambda block: block["start"]):
        while first < len(found) and found[first].end <= block["start"]:
            first += 1
        inside = _inside(block, islice(found, first, None))
        shown.append([block["kind"], tree(text, block["start"], block["end"], inside)])
    return shown


def _inside(block: Mapping[str, Any], found: Iterable[Mark]) -> list[Mark]:
    near = takewhile(lambda mark: mark.start < block["end"], found)
    return [mark for mark in near if mark.end > block["start"]]


def _person(person: Mapping[str, Any], roles: list[dict[str, Any]]) -> dict[str, Any]:
    held = [role for role in roles if role["person"] == person["id"]]
    return {
        "id": person["id"],
        "name": person["name"],
        "byline": person["byline"],
        "spans": _places(person["mentions"]),
        "roles": [{"title": _title(role), "country": role["country"], "status": role["status"]} for role in held],
    }


def _title(role: Mapping[str, Any]) -> str:
    return f"{role['title']}, {role['of']}" if role["of"] else role["title"]


def _places(spans: list[dict[str, Any]]) -> list[list[int]]:
    return [[span["start"], span["end"]] for span in spans]


def _figure(figure: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    value = amount(figure)
    return {
        "value": value,
        "unit": "" if value == figure["unit"] else figure["unit"],
        "type": figure.get("type", "count"),
        "actors": [names.get(actor, actor) for actor in figure.get("actors", ())],
    }


def _check(check: Mapping[str, Any], record: RecordDict) -> dict[str, Any]:
    return {
        "code": check["code"],
        "verdict": check["verdict"],
        "message": check["message"],
        "reason": check["reason"],
        "help": advice(check, record),
        "lines": lines(check, record),
        "spans": [[span["start"], span["end"], span["text"]] for span in check["spans"]],
    }
