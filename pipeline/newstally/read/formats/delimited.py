"""CSV and TSV: a row is one article, and the first row names the fields.

A row that goes over several lines has its place where it begins.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from newstally.errors import InputError
from newstally.read import opening
from newstally.read.fields import Fields
from newstally.read.formats.lines import lines
from newstally.read.found import Found
from newstally.read.opening import File
from newstally.read.text import BOM

DELIMITERS = ",;\t"
NAME = re.compile(r"\w[\w.-]*")
BYTE = re.compile("[\udc80-\udcff]")  # of no character in UTF-8


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the first line reads as names of two or more fields, one of them of a text."""
    first = ahead.partition(b"\n")[0].decode("utf-8", "replace").removeprefix(BOM).strip()
    names = [name.strip('"') for name in first.split(_delimiter(first))]
    return len(names) > 1 and all(NAME.fullmatch(name) for name in names) and not fields.missing(names)


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The article of each row, or its fault. Raises InputError where the first row does not name the fields."""
    physical = _Lines(file)
    csv.field_size_limit(opening.MAX_PIECE)
    # Strict, so that a stray quotation mark is told, where else two rows would be taken for one.
    rows = csv.reader(physical, delimiter=_delimiter(physical.first), strict=True)
    names = _names(rows, file, fields)
    while True:
        begins = physical.number + 1
        where = file.at(begins)
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            upto = f" and what follows up to line {physical.number}" if physical.number > begins else ""
            yield Found(where, fault=f"{where}: not CSV ({error}){upto}; mend its quotation marks and delimiters")
        else:
            if row:
                yield _found(row, names, where, fields)


def _names(rows: Iterator[list[str]], file: File, fields: Fields) -> list[str]:
    """The names of the fields."""
    try:
        names = next(rows)
    except (StopIteration, csv.Error) as error:
        raise InputError(f"{file.place}: no row with the names of the columns ({error}); put it first") from error
    if fault := fields.missing(names):
        raise InputError(f"{file.place}: {fault}")
    return names


def _found(row: list[str], names: list[str], where: str, fields: Fields) -> Found:
    if len(row) != len(names):
        fault = f"{where}: a row of {len(row)} fields, where the first row names {len(names)}; mend the row"
        return Found(where, fault=fault)
    if any(BYTE.search(value) for value in row):
        return Found(where, fault=f"{where}: not UTF-8; save the file as UTF-8")
    if any("\0" in value for value in row):
        return Found(where, fault=f"{where}: binary, not text (a NUL byte); save the table as CSV in UTF-8")
    return fields.found(dict(zip(names, row, strict=True)), where)


def _delimiter(first: str) -> str:
    """The delimiter that stands most often in the first line."""
    return max(DELIMITERS, key=first.count)


class _Lines:
    """The lines of a file for a reader of CSV, counted; one that is too long ends its row and not the file."""

    def __init__(self, file: File) -> None:
        self._lines = lines(file.stream)
        self.first = self._decoded(next(self._lines, b"")).removeprefix(BOM)
        self._waiting = [self.first] if self.first else []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else self._decoded(next(self._lines))
        self.number += 1
        if not line:
            raise csv.Error(opening.too_long())
        return line

    @staticmethod
    def _decoded(line: bytes | None) -> str:
        """The line; "" for one that is too long. A byte that is none of UTF-8 is kept, so that its row can be told."""
        return (line or b"").decode("utf-8", "surrogateescape")
