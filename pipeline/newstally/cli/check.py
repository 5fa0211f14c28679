"""`newstally check`: the linter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.colours import palette
from newstally.cli.options import (
    DEFAULT_MAX_CHARS,
    DateField,
    HeadlineField,
    IdField,
    Inputs,
    MaxChars,
    Model,
    TextField,
)
from newstally.cli.terminal import columns, harmless, put, show, show_json, tell
from newstally.errors import ConfigError, InputError
from newstally.linter import Fault, as_dict, as_github, as_text, faults
from newstally.plural import plural
from newstally.suppress import Suppression, covering, in_text, without_comments

if TYPE_CHECKING:
    from newstally.records import ErrorRecord, Record
    from newstally.settings import Settings
    from newstally.types import Article, Failure

Found = tuple[Fault, str, Suppression | None]


class Format(StrEnum):
    """How the contradictions are written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


@dataclass
class _Tally:
    """What a run of `check` has seen."""

    stories: int = 0
    judged: int = 0
    unsettled: int = 0
    faulty: int = 0
    suppressed: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, record: Record, found: Iterable[Found]) -> None:
        codes = [fault.check["code"] for fault, _, suppression in found if not suppression]
        self.stories += 1
        self.judged += sum(reach.judged for reach in record.reach.values())
        self.unsettled += sum(reach.unsettled for reach in record.reach.values())
        self.faulty += bool(codes)
        self.suppressed += len(list(found)) - len(codes)
        self.codes.update(codes)

    def tell(self, message: str) -> None:
        """Tell on standard error what went wrong, and keep it."""
        self.errors.append(message)
        tell(message)

    def __str__(self) -> str:
        stories = plural(self.stories, "story")
        reach = f"{plural(self.judged, 'comparison')} judged, {self.unsettled} unsettled"
        reach += f", {self.suppressed} suppressed" if self.suppressed else ""
        if not self.codes:
            return f"No contradictions in {stories} ({reach})."
        return f"Found {plural(self.codes.total(), 'contradiction')} in {self.faulty} of {stories} ({reach})."


def check(
    inputs: Inputs,
    output_format: Annotated[Format, typer.Option("--format", help="How contradictions are written.")] = Format.text,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Show these codes alone, as in T,X101.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Do not show these codes, as in R,T104.")
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Show only how often each code was found.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even on a contradiction.")] = False,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
    text_field: TextField = "",
    headline_field: HeadlineField = "",
    id_field: IdField = "",
    date_field: DateField = "",
) -> None:
    """Check the figures of stories against each other; exit 1 on a contradiction, 2 on an error."""
    from newstally import nlp, pipeline, read, registry

    rules = registry.titles()
    settings = _settings(select, ignore, rules)
    fields = read.Fields(text_field, headline_field, id_field, date_field)
    articles, texts = tee(read.articles(inputs, max_chars, fields=fields))
    records = pipeline.extract(nlp.load(model), map(_as_read, articles))
    tally = _Tally()
    found = _faults(zip(texts, records, strict=True), settings, tally)
    if statistics:
        _show_statistics(found, rules, tally, output_format)
    else:
        _show(found, rules, tally, output_format)
    if output_format is Format.text:
        show(tally)
    raise typer.Exit(2 if tally.errors else int(bool(tally.codes) and not exit_zero))


def _settings(select: list[str] | None, ignore: list[str] | None, rules: Iterable[str]) -> Settings:
    """The project's settings; what the command line says takes the place of what they say."""
    from newstally.settings import find

    found = find(Path.cwd())
    given = {"select": select, "ignore": ignore}
    codes = {key: tuple(",".join(value).replace(" ", "").split(",")) for key, value in given.items() if value}
    found = replace(found, **codes)
    for code in (*found.select, *found.ignore, *(each.code for each in found.suppress)):
        if not code or not any(rule.startswith(code) for rule in rules):
            raise ConfigError(f"no check has a code that begins with {code!r}; there are {', '.join(rules)}")
    return found


def _as_read(article: Article | Failure) -> Article | Failure:
    text = getattr(article, "text", "")
    return replace(article, text=without_comments(text)) if "<!--" in text else article


def _faults(
    pairs: Iterable[tuple[Article | Failure, Record | ErrorRecord]], settings: Settings, tally: _Tally
) -> Iterator[Found]:
    """The contradictions with the text they stand in, and what lets them stand; what failed is told."""
    from newstally.records import ErrorRecord

    for article, record in pairs:
        if isinstance(record, ErrorRecord):
            tally.tell(record.error.message)
            continue
        suppressions = settings.suppress
        try:
            suppressions += in_text(article.text, record.id)
        except InputError as error:
            tally.tell(str(error))
        found = [
            (fault, article.text, covering(suppressions, record.id, fault.check))
            for fault in faults(record.as_dict(), article.text)
            if settings.selects(fault.check["code"])
        ]
        tally.add(record, found)
        yield from found


def _show(found: Iterable[Found], rules: dict[str, str], tally: _Tally, output_format: Format) -> None:
    if output_format is Format.sarif:
        from newstally import sarif

        results = list(found)
        show_json(sarif.log(results, rules, tally.errors))
        return
    shown = ((fault, text) for fault, text, suppression in found if not suppression)
    if output_format is Format.json:
        show_json([as_dict(fault) for fault, _ in shown])
        return
    paint, width = palette(), columns()
    for fault, text in shown:
        if output_format is Format.github:
            show(as_github(fault))
        else:  # in colours of our own, so what is the story's is made harmless first
            said = replace(fault, **{name: harmless(getattr(fault, name)) for name in ("story", "check", "advice")})
            put(f"{as_text(said, harmless(text), paint, width)}\n\n", color=True)


def _show_statistics(found: Iterable[Found], rules: dict[str, str], tally: _Tally, output_format: Format) -> None:
    if output_format not in (Format.text, Format.json):
        raise ConfigError(f"--statistics knows no --format {output_format}; take text or json")
    for _ in found:  # the tally counts them as they pass
        pass
    rows = sorted(tally.codes.items(), key=lambda pair: (-pair[1], pair[0]))
    if output_format is Format.json:
        counted = [{"code": code, "count": count, "title": rules[code]} for code, count in rows]
        show_json(counted)
        return
    for code, count in rows:
        show(f"{count:>5}  {code}  {rules[code]}")
