"""What a finding says in short: what each figure is to it ("19 stated", "8 listed", "20 withdrawn"), and its advice.

Works on records as dicts; linter and report show the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

SIGNS = {"about": "≈ ", "more_than": "> ", "at_least": "≥ ", "at_most": "≤ ", "less_than": "< "}
WORDED = ("date", "time", "ordinal", "label")
"""Types of quantities that say more in the story's words than in digits."""
TOTALLED = ("sum", "list", "list_sum")
"""Kinds of checks whose first count is the one that the others, or the lists, should make."""

Place = tuple[int, int]
Dict = Mapping[str, Any]


def labels(check: Dict, record: Dict) -> dict[Place, str]:
    """The label of each figure and list item of ``check`` by its place; other words of it have none."""
    named = {**dict(_items(check, record)), **dict(_figures(check, record))}
    places = {_place(span) for span in check["spans"]}
    return {place: label for place, label in named.items() if place in places}


def _items(check: Dict, record: Dict) -> Iterator[tuple[Place, str]]:
    """Items by their number, the last of a list by how many there are."""
    for each in record["lists"]:
        if each["id"] in check["lists"]:
            yield from ((_place(item), str(number)) for number, item in enumerate(each["items"][:-1], 1))
            yield from ((_place(item), f"{len(each['items'])} listed") for item in each["items"][-1:])


def _figures(check: Dict, record: Dict) -> Iterator[tuple[Place, str]]:
    for figure in (*record["quantities"], *record["counts"]):
        if figure["value"] is not None and figure.get("type") not in WORDED:
            percent = "%" if figure.get("type") == "percent" else ""
            yield _place(figure), f"{amount(figure)}{percent} {_part(figure, check, record)}".rstrip()


def _part(figure: Dict, check: Dict, record: Dict) -> str:
    """What the figure is in the arithmetic of ``check``, "" where it is one of several alike."""
    for note in record["corrections"]:
        if note["start"] <= figure["start"] and figure["end"] <= note["end"]:
            return {note["new"]: "corrected", note["old"]: "withdrawn"}.get(figure["value"], "")
    if check["kind"] == "correction":
        return "stands" if figure["value"] == check["found"] else ""
    if check["kind"] in TOTALLED:
        return "stated" if figure["id"] in check["counts"][:1] else ""
    return "stated" if check["kind"] == "repeat" or figure["value"] == check["stated"] else ""


def _place(span: Dict) -> Place:
    return span["start"], span["end"]


def advice(check: Dict, record: Dict) -> str:
    """What the finding suggests, "" where it suggests nothing: "“nine calls” should read 8: eight are listed"."""
    found = check["suggestion"]
    wrong = next((count for count in record["counts"] if found and count["id"] == found["count"]), None)
    return f"“{wrong['text']}” should read {number(found['value'])}: {found['why']}" if wrong else ""


def amount(figure: Dict) -> str:
    """A figure in short: "≥ 12", "10–15", "1,250"; its unit where the text gives no value."""
    if figure["modifier"] == "range" and None not in (figure["low"], figure["high"]):
        return f"{number(figure['low'])}–{number(figure['high'])}"
    if figure["value"] is None:
        return figure["unit"]
    return SIGNS.get(figure["modifier"], "") + number(figure["value"])


def number(value: float) -> str:
    """A number with its thousands set apart."""
    return f"{value:,}"
