"""The arithmetic of a finding as lines to draw: "19 = 9 + 11 ✗", "8 + 11 = 19 ✓", "20 withdrawn".

A line is ``{"parts": […], "holds": true | false | null}``; a part is a sign, or a figure ``[text, start, end]`` with
the place of its words, ``[text]`` where it has none. Only what the record bears out is drawn: where its figures do not
give what the finding says, there is no line and the message stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newstally.labels import amount, number
from newstally.saved import RecordDict

Part = str | list[Any]
Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Finding:
    """A check with the counts and lists that it rests on, by their place in it, and the record's corrections."""

    check: Mapping[str, Any]
    counts: Sequence[Mapping[str, Any]]
    lists: Sequence[Mapping[str, Any]]
    corrections: Sequence[Mapping[str, Any]]

    @property
    def holds(self) -> bool | None:
        return {"consistent": True, "contradictory": False}.get(self.check["verdict"])


def lines(check: Mapping[str, Any], record: RecordDict) -> list[Line]:
    """The lines of one finding, none where its code has no arithmetic or its figures do not bear it out."""
    counts = {count["id"]: count for count in record["counts"]}
    lists = {each["id"]: each for each in record["lists"]}
    draw = DRAWN.get(check["code"])
    if not draw or not (set(check["counts"]) <= set(counts) and set(check["lists"]) <= set(lists)):
        return []
    found = [counts[name] for name in check["counts"]]
    return list(draw(_Finding(check, found, [lists[name] for name in check["lists"]], record["corrections"])))


def _sum(finding: _Finding) -> Iterator[Line]:
    """T101: the total and its parts, what would make them agree, and a correction that explains the slip."""
    total, *parts = finding.counts or [{}]
    values = [part["value"] for part in parts]
    if len(parts) < 2 or None in values or not _agree(finding, total["value"], sum(values)):
        return
    yield _line([_figure(total), "=", *_joined("+", map(_figure, parts))], finding.holds)
    advice = finding.check["suggestion"]
    if advice:
        better = [advice["value"] if count["id"] == advice["count"] else count["value"] for count in finding.counts]
        if sum(better[1:]) == better[0]:
            yield _line([*_joined("+", ([number(value)] for value in better[1:])), "=", [number(better[0])]], True)
    yield from (
        _line([_taken_back(note)], None)
        for note in finding.corrections
        if finding.check["verdict"] == "contradictory" and note["old"] == sum(values)
    )


def _listed(finding: _Finding) -> Iterator[Line]:
    """T102: what is stated against how many are listed."""
    if not finding.counts or len(finding.lists) != 1:
        return
    count, each = finding.counts[0], finding.lists[0]
    if _agree(finding, count["value"], len(each["items"])):
        agrees_though_more = finding.holds and count["value"] != len(each["items"])  # of a list that is open
        yield _line([_figure(count), "≥" if agrees_though_more else "=", _length(each)], finding.holds)
        advice = finding.check["suggestion"]
        if advice and advice["count"] == count["id"] and advice["value"] == len(each["items"]):
            yield _line([[number(advice["value"])], "=", _length(each)], True)


def _lists_and_total(finding: _Finding) -> Iterator[Line]:
    """T103: a total against the lengths of several lists."""
    listed = sum(len(each["items"]) for each in finding.lists)
    if finding.counts and _agree(finding, finding.counts[0]["value"], listed):
        yield _line([_figure(finding.counts[0]), "=", *_joined("+", map(_length, finding.lists))], finding.holds)


def _repeated(finding: _Finding) -> Iterator[Line]:
    """T104: every statement of one figure."""
    if len(finding.counts) > 1 and all(count["value"] is not None for count in finding.counts):
        yield _line(_joined("=", map(_figure, finding.counts)), finding.holds)


def _withdrawn(finding: _Finding) -> Iterator[Line]:
    """X101, X102: what the correction withdrew and gave for it, and the figure that stands."""
    check = finding.check
    for note in finding.corrections:
        stands = next((count for count in finding.counts if not _within(count, note)), None)
        if None in (note["old"], note["new"]) or note["new"] != check["stated"] or stands is None:
            continue
        yield _line([_taken_back(note), "→", [number(note["new"])]], None)
        yield _line([_figure(stands), "stands"], finding.holds)
        return


DRAWN: dict[str, Callable[[_Finding], Iterator[Line]]] = {
    "T101": _sum, "T102": _listed, "T103": _lists_and_total, "T104": _repeated, "X101": _withdrawn, "X102": _withdrawn,
}  # fmt: skip


def _agree(finding: _Finding, stated: float | None, found: float) -> bool:
    return (finding.check["stated"], finding.check["found"]) == (stated, found)


def _within(count: Mapping[str, Any], note: Mapping[str, Any]) -> bool:
    return note["start"] <= count["start"] and count["end"] <= note["end"]


def _line(parts: Sequence[Part], holds: bool | None) -> Line:
    return {"parts": list(parts), "holds": holds}


def _joined(sign: str, parts: Any) -> list[Part]:
    return [each for part in parts for each in (sign, part)][1:]


def _figure(count: Mapping[str, Any]) -> Part:
    return [amount(count), count["start"], count["end"]]


def _length(each: Mapping[str, Any]) -> Part:
    place = [each["items"][0]["start"], each["items"][0]["end"]] if each["items"] else []
    return [f"{len(each['items'])} listed", *place]


def _taken_back(note: Mapping[str, Any]) -> Part:
    return [f"{number(note['old'])} withdrawn", note["start"], note["end"]]
