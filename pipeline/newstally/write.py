"""Record → a line of JSONL: UTF-8 as it is, compact, the keys in the documented order."""

from __future__ import annotations

import json
from functools import partial
from io import StringIO

import jsonlines

from newstally.records import ErrorRecord, Record


def line(record: Record | ErrorRecord) -> bytes:
    """The record as one line, line feed included; what UTF-8 has no bytes for (an id with half a pair) is escaped."""
    try:
        return _line(record, ascii_only=False).encode()
    except UnicodeEncodeError:
        return _line(record, ascii_only=True).encode()


def _line(record: Record | ErrorRecord, *, ascii_only: bool) -> str:
    dumps = partial(json.dumps, default=vars, ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False)
    stream = StringIO()
    jsonlines.Writer(stream, dumps=dumps).write(record.fields())
    return stream.getvalue()
