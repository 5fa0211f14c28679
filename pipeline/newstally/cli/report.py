"""`newstally report`: records → a page to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstally.cli.options import DEFAULT_MAX_CHARS, MaxChars, Records, TextInputs
from newstally.cli.terminal import tell
from newstally.errors import InputError
from newstally.plural import plural

if TYPE_CHECKING:
    from newstally.saved import RecordDict, Texts


def report(
    records: Records,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")],
    texts: TextInputs = None,
    title: Annotated[str, typer.Option("--title", help="The title of the page.")] = "newstally report",
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Write one HTML file that shows stories with what was found in them; exit 2 where a text or record is missing."""
    from newstally import registry
    from newstally.files import open_text
    from newstally.report import write
    from newstally.saved import Texts

    failures: list[str] = []
    with open_text(output) as file:
        written = write(file, _stories(records, Texts(texts or (), max_chars), failures), registry.titles(), title)
    tell(f"wrote {plural(written, 'story')} to {output}")
    if failures:
        raise typer.Exit(2)


def _stories(records: list[str], texts: Texts, failures: list[str]) -> Iterator[tuple[RecordDict, str | None]]:
    """Every record with its text, None where it is not found; what fails is told and kept in ``failures``."""
    from newstally.saved import records as read_records
    from newstally.types import Failure

    for record in read_records(records):
        text = None
        try:
            if isinstance(record, Failure):
                raise InputError(record.message)
            text = texts.of(record)
        except InputError as error:
            failures.append(str(error))
            tell(error)
        if not isinstance(record, Failure):
            yield record, text
