"""Tables as CSV after RFC 4180: UTF-8, a head line, lines that end in CR LF, an empty cell where there is nothing.

All texts stand in quotes and no figure does, so that a spreadsheet can be told to leave "16.10" as it is.
A text that a spreadsheet would run as a formula gets an apostrophe in front, as spreadsheets themselves write it, and
so does what would be one where ";", a tab or the end of a line is taken for the end of a cell; take the story's words
from Parquet, or by their offsets, where every character counts. Codes stand as they are: Namibia's is
``NA``, which pandas takes for a missing value unless told not to (``keep_default_na=False``).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from newstally.export.tables import TABLES
from newstally.files import open_text
from newstally.saved import RecordDict, Texts

FORMULA = re.compile(r"\A(?=[=+\-@＝＋－＠\t\r\n])|(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])")
"""Where a formula may begin, in ASCII and full width, after OWASP's page on CSV injection."""


@contextmanager
def open_in(folder: Path, _texts: Texts) -> Iterator[Callable[[RecordDict], None]]:
    """Write one file a table into ``folder``."""
    with ExitStack() as files:
        opened = {name: files.enter_context(open_text(folder / f"{name}.csv", "")) for name in TABLES}
        writers = {name: csv.writer(file, quoting=csv.QUOTE_NONNUMERIC) for name, file in opened.items()}
        for name, writer in writers.items():
            writer.writerow(TABLES[name].columns)

        def put(record: RecordDict) -> None:
            for name, writer in writers.items():
                writer.writerows([*map(cell, row)] for row in TABLES[name].rows(record))

        yield put


def cell(value: Any) -> Any:
    """A value as it stands in a cell; numbers need no defusing, not even negative ones."""
    if isinstance(value, bool):
        return str(value).lower()
    return FORMULA.sub("'", value) if isinstance(value, str) else value
