"""`newstally check`: the linter."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import tee
from typing import TYPE_CHECKING, Annotated

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import DEFAULT_MAX_CHARS, Inputs, MaxChars, Model, plural

if TYPE_CHECKING:
    from newstally.linter import Fault
    from newstally.records import ErrorRecord, Record
    from newstally.types import Article, Failure


class Format(StrEnum):
    """How the contradictions are written."""

    text = "text"
    json = "json"
    github = "github"


@dataclass
class _Tally:
    """What a run of `check` has seen."""

    stories: int = 0
    failed: int = 0
    judged: int = 0
    unsettled: int = 0
    faults: int = 0
    faulty: int = 0

    def add(self, record: Record, found: int) -> None:
        self.stories += 1
        self.judged += sum(reach.judged for reach in record.reach.values())
        self.unsettled += sum(reach.unsettled for reach in record.reach.values())
        self.faults += found
        self.faulty += found > 0

    def __str__(self) -> str:
        reach = f"{plural(self.judged, 'comparison')} judged, {self.unsettled} unsettled"
        if not self.faults:
            return f"No contradictions in {plural(self.stories, 'story')} ({reach})."
        where = f"{self.faulty} of {plural(self.stories, 'story')}"
        return f"Found {plural(self.faults, 'contradiction')} in {where} ({reach})."


def check(
    inputs: Inputs,
    output_format: Annotated[Format, typer.Option("--format", help="How contradictions are written.")] = Format.text,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even on a contradiction.")] = False,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Check the figures of stories against each other; exit 1 on a contradiction, 2 on an error."""
    from newstally import nlp, pipeline, read

    articles, texts = tee(read.articles(inputs, max_chars))
    records = pipeline.extract(nlp.load(model), articles)
    tally = _Tally()
    _write(_faults(zip(texts, records, strict=True), tally), output_format)
    if output_format is Format.text:
        typer.echo(tally)
    raise typer.Exit(2 if tally.failed else int(tally.faults > 0 and not exit_zero))


def _faults(
    pairs: Iterable[tuple[Article | Failure, Record | ErrorRecord]], tally: _Tally
) -> Iterator[tuple[Fault, str]]:
    """The contradictions with the text they stand in; what failed is told on standard error."""
    from newstally.linter import faults
    from newstally.records import ErrorRecord

    for article, record in pairs:
        if isinstance(record, ErrorRecord):
            tally.failed += 1
            typer.echo(f"newstally: {record.error.message}", err=True)
            continue
        found = faults(record.as_dict(), article.text)
        tally.add(record, len(found))
        yield from ((fault, article.text) for fault in found)


def _write(found: Iterable[tuple[Fault, str]], output_format: Format) -> None:
    from newstally.linter import as_dict, as_github, as_text

    if output_format is Format.json:
        typer.echo(json.dumps([as_dict(fault) for fault, _ in found], ensure_ascii=False, indent=2))
        return
    for fault, text in found:
        typer.echo(as_github(fault) if output_format is Format.github else f"{as_text(fault, text)}\n")
