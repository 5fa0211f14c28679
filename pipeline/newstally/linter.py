"""Record + its text → what a copy editor reads: place, code and message, the lines with the figures marked, and help.

Pure text to text; what colours it is passed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newstally import github
from newstally.excerpt import COLUMNS, Lines, Mark, Paint, excerpt, plain, visible
from newstally.labels import Place, advice, labels

Check = Mapping[str, Any]
Record = Mapping[str, Any]
Span = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction and its place, ``span``: the figure to change where one is suggested, else its first.

    ``story`` is the id of the story, which for a file of its own is the path; line and column count in its text.
    ``labels`` say what the figures of its check are, by their places.
    """

    story: str
    line: int
    column: int
    check: Check
    advice: str
    span: Span
    labels: Mapping[Place, str]


def faults(record: Record, text: str) -> list[Fault]:
    """The record's contradictions in the order of their places."""
    lines = Lines(text)
    counts = {count["id"]: count for count in record["counts"]}
    found = [_fault(record, check, counts, lines) for check in record["checks"] if check["verdict"] == "contradictory"]
    return sorted(found, key=lambda fault: (fault.line, fault.column, fault.check["code"]))


def _fault(record: Record, check: Check, counts: Mapping[str, Any], lines: Lines) -> Fault:
    suggestion = check["suggestion"]
    nowhere = {"text": "", "start": 0, "end": 0}
    first = min(check["spans"], key=lambda span: span["start"], default=nowhere)
    span = counts[suggestion["count"]] if suggestion else first
    place = lines.place(span["start"])
    return Fault(record["id"], *place, check, advice(check, record), span, labels(check, record))


def as_text(fault: Fault, text: str, paint: Paint = plain, columns: int = COLUMNS) -> str:
    """One fault as lines of text: its place, code and message, the marked source, and the suggestion as help.

    What is quoted of the text takes ``columns`` cells at most.
    """
    check, colon = fault.check, paint(":", "frame")
    place = colon.join((paint(visible(fault.story), "file"), str(fault.line), str(fault.column), ""))
    shown = [f"{place} {paint(check['code'], 'code')} {visible(check['message'])}"]
    shown += excerpt(text, [_mark(span, fault) for span in check["spans"]], paint, columns)
    shown += [f"{paint(name, 'help')}: {visible(remark)}" for name, remark in _remarks(fault)]
    return "\n".join(shown)


def _remarks(fault: Fault) -> list[tuple[str, str]]:
    """What is said below the lines: why nothing is suggested, or what is."""
    both = [("note", fault.check["reason"]), ("help", fault.advice)]
    return [(name, remark) for name, remark in both if remark]


def _mark(span: Span, fault: Fault) -> Mark:
    """A span of the check: the figure to change is primary, the others secondary; all primary where none is known."""
    primary = not fault.check["suggestion"] or (span["start"], span["end"]) == (fault.span["start"], fault.span["end"])
    label = fault.labels.get((span["start"], span["end"]), "")
    return Mark(span["start"], span["end"], label, "primary" if primary else "secondary")


def as_github(fault: Fault) -> str:
    """One fault as a workflow command, which GitHub shows below its words; columns are for words on one line alone."""
    check = fault.check
    said = [check["message"], *(f"{name}: {remark}" for name, remark in _remarks(fault))]
    lines, column = Lines(fault.span["text"]).place(len(fault.span["text"]))
    end = {"endLine": fault.line + lines - 1}
    columns = {"col": fault.column, "endColumn": fault.column + column - 1} if lines == 1 else {}
    place = {"file": fault.story, "line": fault.line, **end, **columns}
    return github.command("error", "\n".join(said), **place, title=f"newstally ({check['code']})")


def as_dict(fault: Fault) -> dict[str, Any]:
    """One fault as a JSON-safe dict: its place and the check as it stands in the record."""
    return {"file": fault.story, "line": fault.line, "column": fault.column, **fault.check}
