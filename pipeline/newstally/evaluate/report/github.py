"""What the gate says as workflow commands, which GitHub shows beside the lines of the stories."""

from __future__ import annotations

from collections.abc import Iterator

from newstally import github
from newstally.evaluate.gate import Gate
from newstally.evaluate.report import tables
from newstally.evaluate.report.places import Places

MOST = 10  # GitHub shows no more annotations of a level for one step


def as_github(gate: Gate, places: Places) -> str:
    """An error for each reason to stop, a warning for each item newly wrong; a notice where all passed."""
    return "\n".join(_lines(gate, places))


def _lines(gate: Gate, places: Places) -> Iterator[str]:
    faults = list(gate.faults())
    for fault in faults:
        yield github.command("error", fault, title="newstally gate")
    if not faults:
        yield github.command("notice", tables.verdict(gate)[0], title="newstally gate")
    shown, rest = tables.listed(gate.wrong, MOST)
    for wrong in shown:
        file, line, column = places.in_files(wrong)
        message = f"{wrong.article}: {tables.line(wrong)}"
        yield github.command("warning", message, file=file, line=line, col=column, title="newly wrong")
    if rest:
        yield github.command("warning", rest, title="newly wrong")
