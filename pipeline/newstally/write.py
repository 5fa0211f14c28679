"""Records → JSONL: UTF-8 as it is, compact, one record a line, in the order in which they come."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import jsonlines

from newstally.errors import InputError
from newstally.records import ErrorRecord, Record

Write = Callable[[Record | ErrorRecord], object]


def writer(stream: IO[str]) -> Write:
    """A function that writes one record to ``stream`` as a line."""
    lines = jsonlines.Writer(stream, dumps=_dumps)
    return lambda record: lines.write(record.as_dict())


@contextmanager
def open_writer(path: Path) -> Iterator[Write]:
    """Write records to the file ``path``. Raises InputError where it cannot be written."""
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
    with file:
        yield writer(file)


def _dumps(record: dict) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
