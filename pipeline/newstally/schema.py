"""The format of records as those outside know it: its JSON Schema, and whether what they bring is a record.

Only here is pydantic asked: reading it in takes longer than making a record ever does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from newstally.records import ErrorRecord, Record


@cache
def _format(kind: type) -> TypeAdapter:
    return TypeAdapter(kind)


def read_record(row: Mapping[str, Any]) -> Record:
    """The record that a parsed line of JSONL is. Raises ValidationError where it is none, or not whole."""
    return _format(Record).validate_python(row)


def json_schema(kind: type[Record | ErrorRecord] = Record) -> dict[str, Any]:
    """The JSON Schema of a record, or of an error record."""
    return _format(kind).json_schema()
