"""Record → a line of JSONL: UTF-8 as it is, compact, the keys in the documented order."""

from __future__ import annotations

import json

from newstally.records import ErrorRecord, Record


def line(record: Record | ErrorRecord) -> bytes:
    """The record as one line, line feed included; what UTF-8 has no bytes for (an id with half a pair) is escaped."""
    try:
        return _dumps(record, ascii_only=False).encode()
    except UnicodeEncodeError:
        return _dumps(record, ascii_only=True).encode()


def _dumps(record: Record | ErrorRecord, *, ascii_only: bool) -> str:
    return json.dumps(record.as_dict(), ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False) + "\n"
