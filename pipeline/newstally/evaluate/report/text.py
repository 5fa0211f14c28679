"""Scores and gate as aligned text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newstally.evaluate.gate import Gate
from newstally.evaluate.report import tables
from newstally.evaluate.report.places import Places
from newstally.evaluate.report.tables import Table
from newstally.evaluate.scores import Evaluation
from newstally.evaluate.wrongs import Wrong, wrongs


def as_text(evaluation: Evaluation, gate: Gate | None, places: Places, *, show: bool = False) -> str:
    """The tables of the scores; with ``show`` everything that is wrong; then what the gate says."""
    parts = [tables.summary(evaluation), *map(_aligned, tables.tables(evaluation))]
    if show:
        every = wrongs((article.id, article.outcomes) for article in evaluation.articles)
        parts.append("\n".join(["Wrong", *_lines(every, places)]))
    if gate:
        parts += _gate(gate, places)
    return "\n\n".join(parts)


def _gate(gate: Gate, places: Places) -> Iterator[str]:
    for table in (tables.floors(gate), tables.drops(gate)):
        if table.rows:
            yield _aligned(table)
    for name, found in (("Newly wrong", gate.wrong), ("Newly right", gate.right)):
        if found:
            yield "\n".join([f"{name} ({len(found)})", *_lines(found, places)])
    yield "\n  ".join(tables.verdict(gate))


def _lines(found: Iterable[Wrong], places: Places) -> Iterator[str]:
    for wrong in found:
        yield f"  {places.of(wrong)}: {tables.line(wrong)}"


def _aligned(table: Table) -> str:
    """Words to the left, figures to the right."""
    grid = [table.head, *table.rows]
    widths = [max(len(row[column]) for row in grid) for column in range(len(table.head))]
    lines = []
    for row in grid:
        figures = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        lines.append("  ".join([f"{row[0]:{widths[0]}}", *figures]).rstrip())
    return "\n".join(lines)
