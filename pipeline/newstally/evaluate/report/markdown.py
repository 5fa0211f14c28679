"""Scores and gate as Markdown, for a pull request or a job's summary: the verdict first, long tables folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newstally.evaluate.gate import Gate
from newstally.evaluate.report import tables
from newstally.evaluate.report.places import Places
from newstally.evaluate.report.tables import Table
from newstally.evaluate.scores import Evaluation
from newstally.evaluate.wrongs import Wrong, wrongs

MOST = 100  # items of a list: a comment on GitHub holds 65,536 characters


def as_markdown(evaluation: Evaluation, gate: Gate | None, places: Places, *, show: bool = False) -> str:
    """The gate's verdict, its tables and what changed; the scores; with ``show`` everything that is wrong."""
    parts = list(_gate(gate, places)) if gate else []
    scores, *others = map(_table, tables.tables(evaluation))
    parts += [f"**Scores.** {tables.summary(evaluation)} Intervals by the bootstrap over articles.", scores]
    if others:
        parts.append(_folded("Verdicts, kinds of checks, lengths and sources", others))
    if show:
        every = wrongs((article.id, article.outcomes) for article in evaluation.articles)
        parts.append(_folded(f"Wrong ({len(every)})", ["\n".join(_lines(every, places))]))
    return "\n\n".join(parts)


def _gate(gate: Gate, places: Places) -> Iterator[str]:
    head, *faults = tables.verdict(gate)
    yield f"### {'❌' if faults else '✅'} {head}"
    if faults:
        yield "\n".join(f"- {_plain(fault)}" for fault in faults)
    for name, found in (("Newly wrong", gate.wrong), ("Newly right", gate.right)):
        if found:
            yield f"**{name}** ({len(found)})"
            yield "\n".join(_lines(found, places))
    yield from (_table(table) for table in (tables.floors(gate), tables.drops(gate)) if table.rows)


def _lines(found: Iterable[Wrong], places: Places) -> Iterator[str]:
    shown, rest = tables.listed(found, MOST)
    yield from (f"- `{places.of(wrong)}` {_plain(tables.line(wrong))}" for wrong in shown)
    if rest:
        yield f"- {rest}"


def _table(table: Table) -> str:
    rows = [table.head, ["---", *("---:" for _ in table.head[1:])], *table.rows]
    return "\n".join(f"| {' | '.join(_plain(cell) for cell in row)} |" for row in rows)


def _plain(words: str) -> str:
    """Words that Markdown leaves alone."""
    for mark in "\\|*_<`[":
        words = words.replace(mark, f"\\{mark}")
    return words


def _folded(name: str, parts: Iterable[str]) -> str:
    inner = "\n\n".join(parts)
    return f"<details><summary>{name}</summary>\n\n{inner}\n\n</details>"
