"""What is marked in a story: spans of several kinds → a tree of nodes over the words of a block.

A node is a text, or ``[kind, ref, start, end, verdict, nodes]``: ``ref`` is the id in the record (a country's code),
``verdict`` the gravest of what was found of these words: "wrong" for the figure that a finding says should read
otherwise, "" where nothing was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newstally.saved import RecordDict

KINDS = ("item", "role", "person", "country", "quantity", "count", "words")
"""From the outermost to the innermost of spans that cover the same words; "words" are a finding's, and nothing else."""
GRAVEST = ("wrong", "contradictory", "unsettled", "consistent", "")
DEEPEST = 20  # in seeds/ the deepest is 5

Node = str | list[Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words ``[start, end)`` that stand for something in the record."""

    start: int
    end: int
    kind: str
    ref: str
    verdict: str = ""


def marks(record: RecordDict) -> list[Mark]:
    """All marks of a record, the outer before the inner; the words of findings that are nothing else among them."""
    verdicts = _verdicts(record)
    found = [
        Mark(span["start"], span["end"], kind, ref, verdicts.get((span["start"], span["end"]), ""))
        for span, kind, ref in _things(record)
    ]
    known = {(mark.start, mark.end) for mark in found}
    found += [Mark(*place, "words", "", verdict) for place, verdict in verdicts.items() if place not in known]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, KINDS.index(mark.kind)))


def _things(record: RecordDict) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Everything that the record found, as (span, kind, ref)."""
    for each in record["lists"]:
        yield from ((item, "item", each["id"]) for item in each["items"])
    yield from ((role["evidence"], "role", role["id"]) for role in record["roles"])
    for person in record["people"]:
        yield from ((mention, "person", person["id"]) for mention in person["mentions"])
    for country in record["countries"]:
        yield from ((mention, "country", country["code"]) for mention in country["mentions"])
    yield from ((count, "count", count["id"]) for count in record["counts"])
    yield from ((figure, "quantity", figure["id"]) for figure in record["quantities"])


def _verdicts(record: RecordDict) -> dict[tuple[int, int], str]:
    """The gravest verdict by the place of the words."""
    advised = {check["suggestion"]["count"] for check in record["checks"] if check["suggestion"]}
    found = {(count["start"], count["end"]): "wrong" for count in record["counts"] if count["id"] in advised}
    for check in record["checks"]:
        for span in check["spans"]:
            place = span["start"], span["end"]
            found[place] = min(found.get(place, ""), check["verdict"], key=GRAVEST.index)
    return found


def tree(text: str, start: int, end: int, among: Sequence[Mark], deep: int = 0) -> list[Node]:
    """The words ``[start, end)`` as nodes. ``among`` are in order; one that crosses another's end is cut there.

    Marks within `DEEPEST` others are left out, so that no record can make the page nest without end.
    """
    nodes: list[Node] = []
    place, waiting = start, list(among)
    while waiting:
        mark = waiting.pop(0)
        low, high = max(mark.start, place), min(mark.end, end)
        if low >= high:
            continue
        if place < low:
            nodes.append(text[place:low])
        inner = [each for each in waiting if each.start < high] if deep < DEEPEST else []
        waiting = [each for each in waiting if each.end > high]
        nodes.append([mark.kind, mark.ref, mark.start, mark.end, mark.verdict, tree(text, low, high, inner, deep + 1)])
        place = high
    if place < end:
        nodes.append(text[place:end])
    return nodes
