"""Tables as Parquet, typed; needs pyarrow (the extra ``newstally[parquet]``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from newstally.export.tables import TABLES, Row
from newstally.files import whole
from newstally.saved import RecordDict, Texts

KINDS = {"text": pyarrow.string(), "int": pyarrow.int64(), "number": pyarrow.float64(), "bool": pyarrow.bool_()}
BATCH = 20_000  # rows of a row group: some megabytes, large enough to compress well


@contextmanager
def open_in(folder: Path, _texts: Texts) -> Iterator[Callable[[RecordDict], None]]:
    """Write one file a table into ``folder``."""
    with ExitStack() as files:
        writers = {name: files.enter_context(_writer(folder, name)) for name in TABLES}

        def put(record: RecordDict) -> None:
            for name, write in writers.items():
                write(TABLES[name].rows(record))

        yield put


@contextmanager
def _writer(folder: Path, name: str) -> Iterator[Callable[[Iterator[Row]], None]]:
    """A function that takes rows of the table ``name``, and writes them in batches."""
    schema = pyarrow.schema([(column, KINDS[kind]) for column, kind in TABLES[name].columns.items()])
    waiting: list[Row] = []

    def flush() -> None:
        columns = zip(*waiting, strict=True) if waiting else [()] * len(schema)
        arrays = [_array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
        writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        waiting.clear()

    def put(rows: Iterator[Row]) -> None:
        waiting.extend(rows)
        if len(waiting) >= BATCH:
            flush()

    with whole(folder / f"{name}.parquet") as part, parquet.ParquetWriter(part, schema) as writer:
        yield put
        flush()


def _array(cells: tuple[Any, ...], kind: pyarrow.DataType) -> pyarrow.Array:
    """A column; a whole figure beyond 2**53 is rounded to a float, where pyarrow alone would refuse it."""
    if kind == KINDS["number"]:
        cells = tuple(None if value is None else float(value) for value in cells)
    return pyarrow.array(cells, kind)
