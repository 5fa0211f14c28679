"""Parquet: a row is one article; only the columns that are wanted are read, some rows at a time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from newstally.errors import InputError
from newstally.read.extras import need
from newstally.read.fields import Fields
from newstally.read.found import Found
from newstally.read.opening import File, brief

MAGIC = b"PAR1"
ROWS = 64  # that lie in memory together
BUFFER = 1 << 20  # bytes of a column


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the bytes begin as a Parquet file does."""
    return ahead.startswith(MAGIC)


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The article of each row, or its fault. Raises InputError where it is no Parquet, or no column is of texts."""
    damages = (need("pyarrow", "parquet", file.place).ArrowException, OSError, ValueError)
    parquet = need("pyarrow.parquet", "parquet", file.place)
    with _seekable(file) as stream:
        try:
            # Without reading ahead, which would hold a group of rows whole, and that may be the whole file.
            table = parquet.ParquetFile(stream, buffer_size=BUFFER, pre_buffer=False)
        except damages as error:
            raise InputError(f"{file.place}: damaged Parquet ({brief(error)}); fetch the file again") from error
        if fault := fields.missing(table.schema_arrow.names):
            raise InputError(f"{file.place}: {fault}")
        first = 1
        for group in range(table.num_row_groups):
            yield from _group(file, fields, table, group, first, damages)
            first += table.metadata.row_group(group).num_rows


def _group(
    file: File, fields: Fields, table: Any, group: int, first: int, damages: tuple[type[Exception], ...]
) -> Iterator[Found]:
    """The articles of one group of rows, from row ``first`` on; where it is damaged, the next ones are still read."""
    number, last = first, first + table.metadata.row_group(group).num_rows - 1
    columns = fields.needed(table.schema_arrow.names)
    try:
        for batch in table.iter_batches(ROWS, row_groups=[group], columns=columns):
            for row in _rows(batch):
                where = file.at(number)
                yield fields.found(row, where) if row else Found(where, fault=f"{where}: not UTF-8; write it so")
                number += 1
    except damages as error:
        where = file.at(number)
        yield Found(where, fault=f"{where}: damaged Parquet up to row {last} ({brief(error)}); fetch the file again")


def _rows(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a batch; an empty one where a string is not UTF-8."""
    for number in range(batch.num_rows):
        try:
            yield from batch.slice(number, 1).to_pylist()
        except UnicodeDecodeError:
            yield {}


@contextmanager
def _seekable(file: File) -> Iterator[IO[bytes]]:
    """The file, or a copy of it on disk: its table of contents stands at its end."""
    if file.stream.seekable():
        yield file.stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file.stream, copy)
        copy.seek(0)
        yield copy
