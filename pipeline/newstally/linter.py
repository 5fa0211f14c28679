"""Record + its text → what a copy editor reads: place, code and message, the lines with the figures marked, and help.

Pure text to text. Lines end at a line feed, a carriage return or both; columns count code points from 1. Marks
stand under the characters as a terminal shows them: East Asian wide characters take two cells, combining marks none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 96  # cells of a quoted line; paragraphs are longer, so they are cut around the figures
CONTEXT = 24  # characters kept before a figure where its line is cut
CUT = "…"
MOST_LINES = 6  # quoted lines of one fault; of a longer list the middle is left out
LEFT_OUT = ("", "⋮")

Check = Mapping[str, Any]
Record = Mapping[str, Any]
Span = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction and its place, ``span``: the figure to change where one is suggested, else its first."""

    source: str
    line: int
    column: int
    check: Check
    advice: str
    span: Span


def faults(record: Record, text: str) -> list[Fault]:
    """The record's contradictions in the order of their places."""
    lines = Lines(text)
    counts = {count["id"]: count for count in record["counts"]}
    found = [
        _fault(record["source"], check, counts, lines)
        for check in record["checks"]
        if check["verdict"] == "contradictory"
    ]
    return sorted(found, key=lambda fault: (fault.line, fault.column, fault.check["code"]))


def _fault(source: str, check: Check, counts: Mapping[str, Any], lines: Lines) -> Fault:
    suggestion = check["suggestion"]
    wrong = counts[suggestion["count"]] if suggestion else None
    nowhere = {"text": "", "start": 0, "end": 0}
    place = wrong or min(check["spans"], key=lambda span: span["start"], default=nowhere)
    advice = f"“{wrong['text']}” should read {suggestion['value']}: {suggestion['why']}" if wrong else ""
    return Fault(source, *lines.place(place["start"]), check, advice, place)


def as_text(fault: Fault, text: str) -> str:
    """One fault as lines of text: its place, code and message, the marked source, and the suggestion as help."""
    check = fault.check
    quoted = _shortened(
        list(_quote(Lines(text), sorted(check["spans"], key=lambda span: (span["start"], span["end"]))))
    )
    gutter = max((len(number) for number, _ in quoted), default=0)
    shown = [f"{fault.source}:{fault.line}:{fault.column}: {check['code']} {check['message']}"]
    shown += [f"{number:>{gutter}} | {line}".rstrip() for number, line in quoted]
    if check["reason"]:
        shown.append(f"{' ' * gutter} = note: {check['reason']}")
    if fault.advice:
        shown.append(f"{' ' * gutter} = help: {fault.advice}")
    return "\n".join(shown)


def as_github(fault: Fault) -> str:
    """One fault as a workflow command, which GitHub shows beside the line."""
    check = fault.check
    message = check["message"] + (f"; help: {fault.advice}" if fault.advice else "")
    place = f"file={_escape(fault.source)},line={fault.line},col={fault.column},title={check['code']}"
    return f"::error {place}::{message.replace('%', '%25').replace(chr(13), '%0D').replace(chr(10), '%0A')}"


def as_dict(fault: Fault) -> dict[str, Any]:
    """One fault as a JSON-safe dict: its place and the check as it stands in the record."""
    return {"file": fault.source, "line": fault.line, "column": fault.column, **fault.check}


def _escape(value: str) -> str:
    for char in "%\r\n:,":
        value = value.replace(char, f"%{ord(char):02X}")
    return value


# ---- the marked source -----------------------------------------------------------------------------------------------


class Lines:
    """The lines of a text by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(re.finditer(r"\r\n|\n|\r", text))
        self.starts = [0, *(match.end() for match in breaks)]
        self.ends = [*(match.start() for match in breaks), len(text)]

    def at(self, offset: int) -> int:
        """The number, from 0, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of ``offset``, from 1."""
        number = self.at(offset)
        return number + 1, offset - self.starts[number] + 1


def _quote(lines: Lines, spans: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The lines that hold ``spans``, each cut to a window and followed by its marks, as (line number or "", text)."""
    pieces = [piece for span in spans for piece in _pieces(lines, span["start"], span["end"])]
    while pieces:
        number, first, _ = pieces[0]
        start, end = _window(lines, number, first)
        inside = [(low, high) for line, low, high in pieces if line == number and low < end]
        yield str(number + 1), _shown(lines, number, start, end)
        yield "", _marks(lines, number, start, end, inside)
        pieces = [piece for piece in pieces if not (piece[0] == number and piece[1] < end)]


def _shortened(quoted: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """All lines with their marks where they are few, else the first ones and the last."""
    if len(quoted) <= 2 * MOST_LINES:
        return quoted
    return [*quoted[: 2 * MOST_LINES - 4], LEFT_OUT, *quoted[-2:]]


def _pieces(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """A span as (line, start, end) of each line that it touches."""
    for number in range(lines.at(start), lines.at(max(start, end - 1)) + 1):
        low, high = max(start, lines.starts[number]), min(end, lines.ends[number])
        if low < high:
            yield number, low, high


def _window(lines: Lines, number: int, first: int) -> tuple[int, int]:
    """The stretch of a line that is shown: all of it where it fits, else whole words around ``first``."""
    text, start, end = lines.text, lines.starts[number], lines.ends[number]
    if _cells(text[start:end]) <= WIDTH:
        return start, end
    if first - CONTEXT > start:
        start = text.find(" ", first - CONTEXT, first) + 1 or first - CONTEXT
    if _cells(text[start:end]) > WIDTH:
        while _cells(text[start:end]) > WIDTH:
            end -= max(1, (_cells(text[start:end]) - WIDTH) // 2)
        end = max(end if (space := text.rfind(" ", first, end)) < 0 else space, first + 1)
    return start, end


def _shown(lines: Lines, number: int, start: int, end: int) -> str:
    before = CUT if start > lines.starts[number] else ""
    after = CUT if end < lines.ends[number] else ""
    return f"{before}{''.join(_visible(char) for char in lines.text[start:end])}{after}"


def _marks(lines: Lines, number: int, start: int, end: int, inside: Sequence[tuple[int, int]]) -> str:
    before = " " if start > lines.starts[number] else ""
    marked = "".join(
        ("^" if any(low <= offset < high for low, high in inside) else " ") * _cells(lines.text[offset])
        for offset in range(start, end)
    )
    return f"{before}{marked}"


def _visible(char: str) -> str:
    """A character as it is shown: a tab or control character as one space."""
    return " " if unicodedata.category(char) == "Cc" else char


def _cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
