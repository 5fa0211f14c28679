"""`newstally compare`: two versions of a story, or two runs."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import DEFAULT_MAX_CHARS, Format, MaxChars, Model
from newstally.cli.terminal import show, show_json
from newstally.errors import InputError

if TYPE_CHECKING:
    from newstally.compare import Version
    from newstally.types import Article, Failure


def compare(
    old: Annotated[Path, typer.Argument(help="A story, or records of a run (JSONL); told apart by 'schema'.")],
    new: Annotated[Path, typer.Argument(help="Its later version, or records of another run.")],
    output_format: Annotated[Format, typer.Option("--format", help="How differences are written.")] = Format.text,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even on a difference.")] = False,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Tell what differs between two versions of a story, or two runs; exit 1 on a difference, 2 on an error."""
    from newstally.compare import compare_runs, compare_versions
    from newstally.compare import show as words
    from newstally.compare.files import read_pair

    if runs := read_pair(old, new):
        report = compare_runs(*runs)
        shown, found, differs = words.runs_as_text(report), asdict(report), report.differs
    else:
        changes = compare_versions(*_versions(old, new, model, max_chars))
        shown, differs = words.changes_as_text(changes), bool(changes)
        found = {"changes": [{"state": change.state, **asdict(change)} for change in changes]}
    show_json(found) if output_format is Format.json else show(shown)
    raise typer.Exit(int(differs and not exit_zero))


def _versions(old: Path, new: Path, model: str, max_chars: int) -> list[Version]:
    """Both texts with their records; raises InputError for a text that could not be read or worked through."""
    from newstally import nlp, pipeline
    from newstally.compare import Version
    from newstally.records import ErrorRecord

    articles = [_article(path, max_chars) for path in (old, new)]
    versions = []
    for article, record in zip(articles, pipeline.extract(nlp.load(model), articles), strict=True):
        if isinstance(record, ErrorRecord):
            raise InputError(record.error.message)
        versions.append(Version(record.as_dict(), article.text))
    return versions


def _article(path: Path, max_chars: int) -> Article | Failure:
    """The one story of a file. Raises InputError where it holds none, or several."""
    from newstally import read
    from newstally.compare.files import NEITHER

    articles = list(islice(read.articles([str(path)], max_chars), 2))
    if len(articles) != 1:
        raise InputError(f"{path}: holds {'several articles' if articles else 'no article'}; {NEITHER}")
    return articles[0]
