"""A file to compare: a run, where its lines are records, or the text of one story."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from newstally.compare.runs import Run
from newstally.errors import InputError

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
    lines = [(number, line) for number, line in enumerate(_read(path).split(b"\n"), 1) if line.strip()]
    first = _object(lines[0][1]) if lines else None
    if first is None:
        return None
    records: dict[str, dict[str, Any]] = {}
    for number, line in lines:
        row = _object(line)
        if row is None or "schema" not in row or "id" not in row:
            raise InputError(f"{path}:{number}: no record, with 'schema' and 'id', but JSONL; {NEITHER}")
        if row["id"] in records:
            raise InputError(f"{path}:{number}: the id {row['id']!r} stands twice; give it another")
        records[row["id"]] = row
    return records


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix.lower() == ".gz" else data
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{path}: damaged gzip ({error}); pack the file again") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None
