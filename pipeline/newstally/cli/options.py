"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from newstally import MAX_CHARS

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files (.txt, .md, .html, .jsonl, .csv, .tsv, .parquet, .warc; each also .gz or .zst), folders, globs, "
        "@FILE with a path a line, or - for standard input."
    ),
]
Records = Annotated[
    list[str], typer.Argument(help="Records of `newstally extract` (.jsonl, also .gz), or - for standard input.")
]
TextInputs = Annotated[
    list[str] | None,
    typer.Option("--texts", help="Where the texts are: a file, folder or glob. [default: each record's source]"),
]
Model = Annotated[str, typer.Option("--model", "-m", help="A model's folder, or its package name.")]
MaxChars = Annotated[int, typer.Option("--max-chars", min=1, help="Refuse texts longer than this.")]
TextField = Annotated[str, typer.Option("--text-field", help="The field of a row that holds the text.")]
HeadlineField = Annotated[
    str, typer.Option("--headline-field", help="The field with the headline, which is put before the text.")
]
IdField = Annotated[str, typer.Option("--id-field", help="The field that names an article.")]
DateField = Annotated[str, typer.Option("--date-field", help="The field with the day of publication.")]
Meta = Annotated[
    list[str] | None,
    typer.Option("--meta", help="Carry a field of the input into the record, under 'meta'; again for more, or 'all'."),
]
WithText = Annotated[bool, typer.Option("--with-text", help="Carry the text that the offsets count into.")]

DEFAULT_MAX_CHARS = MAX_CHARS


class Format(StrEnum):
    """How a command writes what it found."""

    text = "text"
    json = "json"
