"""JSON Lines: a line is one article, a JSON object of which `Fields` says what is what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from newstally.errors import InputError
from newstally.read.fields import Fields
from newstally.read.formats.lines import lines
from newstally.read.found import Found
from newstally.read.opening import File, too_long
from newstally.read.text import BOM, decoded

SPREAD = {b"[": "jq -c .[]", b"{": "jq -c ."}
"""How JSON over several lines begins, and what writes it as lines."""
MAX_DEPTH = 100
"""How deep values may lie in values: what carries them to the record goes down one by one."""
DEEP = f"values in values, more than {MAX_DEPTH} deep; write the article's fields flat"
ONE = "each line is one JSON object"


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the first line is an object with a text; of one that goes on beyond ``ahead`` its beginning decides."""
    first, end, _ = ahead.partition(b"\n")
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return not end and first.lstrip().startswith(b'{"')
    return isinstance(row, dict) and not fields.found(row, "").fault


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The article of each line, or its fault. Raises InputError where the file is JSON without lines."""
    for where, row in objects(file):
        yield Found(where, fault=str(row)) if isinstance(row, InputError) else fields.found(row, where)


def objects(file: File) -> Iterator[tuple[str, dict[str, Any] | InputError]]:
    """The object of each line with its place, or the fault of the line; empty lines are passed over.

    Raises InputError where the file is JSON without lines.
    """
    for number, line in enumerate(lines(file.stream), 1):
        if number == 1 and (command := _spread(line or b"")):
            raise InputError(f"{file.place}: JSON, but not an object a line; write it so, as `{command}` does")
        if line is None or line.strip():
            where = file.at(number)
            try:
                yield where, _object(line, where)
            except InputError as error:
                yield where, error


def _spread(first: bytes) -> str:
    """What writes the file as lines, where its first one is that of JSON over several, or of an array of objects."""
    return SPREAD.get(first.strip()) or (SPREAD[b"["] if re.match(rb"\s*\[\s*\{", first) else "")


def _object(line: bytes | None, where: str) -> dict[str, Any]:
    if line is None:
        raise InputError(f"{where}: {too_long()}")
    text = decoded(line, where).removeprefix(BOM)
    try:
        row = json.loads(text)
    except RecursionError as error:
        raise InputError(f"{where}: {DEEP}") from error
    except ValueError as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(f"{where}: not JSON ({message}); {ONE}") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: no JSON object; {ONE}")
    if _is_deeper(row):
        raise InputError(f"{where}: {DEEP}")
    return row


def _is_deeper(row: dict[str, Any]) -> bool:
    """Whether values lie in values more than MAX_DEPTH deep."""
    layer: list[Any] = [row]
    for _ in range(MAX_DEPTH):
        inner = [value for each in layer for value in (each.values() if isinstance(each, dict) else each)]
        layer = [value for value in inner if isinstance(value, dict | list)]
        if not layer:
            return False
    return True
