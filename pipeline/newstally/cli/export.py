"""`newstally export`: records → tables and other formats."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstally.cli.options import DEFAULT_MAX_CHARS, MaxChars, Records, TextInputs
from newstally.cli.terminal import tell
from newstally.errors import InputError
from newstally.plural import plural

if TYPE_CHECKING:
    from newstally.export import Put
    from newstally.saved import RecordDict


class Format(StrEnum):
    """What is written."""

    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    ftm = "ftm"
    docbin = "docbin"


def export(
    records: Records,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into; made where there is none.")],
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="What to write; give it again for another. [default: csv]")
    ] = None,
    texts: TextInputs = None,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Write records as tables (CSV, Parquet), JSON-LD, FollowTheMoney entities or spaCy docs; exit 2 on an error."""
    from newstally.export import open_format
    from newstally.saved import Texts
    from newstally.saved import records as read_records
    from newstally.types import Failure

    chosen = list(dict.fromkeys(formats or [Format.csv]))
    found = Texts(texts or (), max_chars)
    written = failed = 0
    with ExitStack() as files:
        puts = [files.enter_context(open_format(name, output, found)) for name in chosen]
        for record in read_records(records):
            if isinstance(record, Failure):
                failed += 1
                tell(record.message)
            else:
                written += 1
                failed += _put(record, puts)
    tell(f"wrote {plural(written, 'story')} to {output} as {', '.join(chosen)}")
    if failed:
        raise typer.Exit(2)


def _put(record: RecordDict, puts: Iterable[Put]) -> int:
    """Write a record in every format, and tell and count what could not be."""
    failed = 0
    for put in puts:
        try:
            put(record)
        except InputError as error:
            failed += 1
            tell(error)
    return failed
