"""A file to compare: a run, where its lines are records, or the text of one story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newstally.compare.runs import Run
from newstally.errors import InputError
from newstally.read import objects

NEITHER = "compare two texts, or two files of records from `newstally extract`"


def read_pair(old: Path, new: Path) -> tuple[Run, Run] | None:
    """Both runs by id where both files hold records (JSON lines with a ``schema``); None where neither does.

    Raises InputError for a mixture, a file that cannot be read, and an id that stands twice.
    """
    runs = _run(old), _run(new)
    if runs[0] is None and runs[1] is None:
        return None
    if runs[0] is None or runs[1] is None:
        text, run = (old, new) if runs[0] is None else (new, old)
        raise InputError(f"{run} holds records and {text} does not; {NEITHER}")
    return runs[0], runs[1]


def _run(path: Path) -> Run | None:
    """The records by id; None where the first line is no JSON object, so that the file is a text."""
    records: dict[str, dict[str, Any]] = {}
    for where, row in objects(path):
        if isinstance(row, InputError) and not records:
            return None
        if isinstance(row, InputError) or "schema" not in row or "id" not in row:
            raise InputError(f"{where}: no record, with 'schema' and 'id', but JSONL; {NEITHER}")
        if row["id"] in records:
            raise InputError(f"{where}: the id {row['id']!r} stands twice; give it another")
        records[row["id"]] = row
    return records or None
