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


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the first line is an object with a text; of one that goes on beyond ``ahead`` its beginning decides."""
    first, end, _ = ahead.partition(b"\n")
    if not end and first.lstrip().startswith(b'{"'):
        try:
            json.loads(first)
        except ValueError:
            return True
    try:
        row = json.loads(first)
    except ValueError:
        return False
    return isinstance(row, dict) and not fields.found(row, "").fault


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The article of each line, or its fault; empty lines are passed over.

    Raises InputError where the file is JSON without lines.
    """
    for number, line in enumerate(lines(file.stream), 1):
        where = file.at(number)
        if number == 1 and _is_spread(line or b""):
            raise InputError(f"{file.place}: JSON, but not a line for each article; write it so, as `jq -c .[]` does")
        if line is None or line.strip():
            try:
                yield fields.found(_row(line, where), where)
            except InputError as error:
                yield Found(where, fault=str(error))


def _is_spread(first: bytes) -> bool:
    """Whether the first line is that of JSON over several lines, or of an array of articles."""
    return first.strip() in (b"[", b"{") or re.match(rb"\s*\[\s*\{", first) is not None


def _row(line: bytes | None, where: str) -> dict[str, Any]:
    if line is None:
        raise InputError(f"{where}: {too_long()}")
    text = decoded(line, where).removeprefix(BOM)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(f"{where}: not JSON ({message}); one article is one JSON object on one line") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: no JSON object; one article is one JSON object on one line")
    return row
