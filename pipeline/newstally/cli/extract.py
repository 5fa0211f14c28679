"""`newstally extract`: inputs → records as JSONL."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import (
    DEFAULT_MAX_CHARS,
    DateField,
    HeadlineField,
    IdField,
    Inputs,
    MaxChars,
    Meta,
    Model,
    TextField,
    WithText,
    plural,
)

if TYPE_CHECKING:
    from newstally.records import ErrorRecord, Record


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here; error records go to NAME.errors.jsonl beside it.")
    ] = None,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
    text_field: TextField = "",
    headline_field: HeadlineField = "",
    id_field: IdField = "",
    date_field: DateField = "",
    meta: Meta = None,
    with_text: WithText = False,
) -> None:
    """Write one record a line (JSONL): who is in each story, in what role, for which country, and how many."""
    from newstally import nlp, pipeline, read

    written_here = [output, _errors(output)] if output else []
    fields = read.Fields(text_field, headline_field, id_field, date_field, tuple(meta or ()), with_text)
    articles = read.articles(inputs, max_chars, skip=written_here, fields=fields)
    records = pipeline.extract(nlp.load(model), _progress(articles))
    written, failed = _write(records, output)
    if output:
        typer.echo(f"newstally: wrote {plural(written, 'record')} to {output}", err=True)
    if failed:
        raise typer.Exit(2)


def _write(records: Iterable[Record | ErrorRecord], output: Path | None) -> tuple[int, int]:
    """Write the records to ``output`` (None: standard output) and return how many, and how many were errors.

    Each error is told on standard error; beside a file they are also written to ``NAME.errors.jsonl``, which is made
    only where there are any.
    """
    from newstally import write
    from newstally.records import ErrorRecord

    written = failed = 0
    with ExitStack() as files:
        put = files.enter_context(write.open_writer(output)) if output else write.writer(_stdout())
        put_error = None
        for record in records:
            if not isinstance(record, ErrorRecord):
                put(record)
                written += 1
                continue
            failed += 1
            typer.echo(f"newstally: {record.error.message}", err=True)
            if output:
                put_error = put_error or files.enter_context(write.open_writer(_errors(output)))
                put_error(record)
    return written, failed


def _errors(output: Path) -> Path:
    return output.with_suffix(".errors.jsonl")


def _stdout() -> TextIO:
    """Standard output in UTF-8, whatever the locale."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def _progress(articles: Iterable) -> Iterator:
    """The same articles; on a terminal, their number is shown on standard error as they pass."""
    if not sys.stderr.isatty():
        yield from articles
        return
    with typer.progressbar(articles, label="stories", show_pos=True, file=sys.stderr) as bar:
        yield from bar
