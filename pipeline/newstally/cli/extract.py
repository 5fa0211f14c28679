"""`newstally extract`: inputs → records as JSONL."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
)
from newstally.cli.stopping import until_stopped
from newstally.cli.terminal import escaped, put_bytes, tell
from newstally.errors import InputError
from newstally.plural import plural

if TYPE_CHECKING:
    from newstally.runner import Result
    from newstally.runner.output import Output
    from newstally.types import Article, Failure


class Engine(StrEnum):
    """What does the work."""

    local = "local"
    ray = "ray"


Destination = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write here; error records go to NAME.errors.jsonl beside it.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default one a core.", show_default=False)
]
WhoseCores = Annotated[
    Engine, typer.Option("--engine", help="This machine's cores, or those of a Ray cluster (newstally[ray]).")
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", min=0.01, help="Seconds for one article (300).", show_default=False),
]


def extract(
    inputs: Inputs,
    output: Destination = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the output of a run that was cut off.")] = False,
    jobs: Jobs = None,
    unordered: Annotated[bool, typer.Option("--unordered", help="Write each record as soon as it is done.")] = False,
    timeout: Timeout = None,
    engine: WhoseCores = Engine.local,
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
    from newstally import read
    from newstally.cli.progress import Progress
    from newstally.runner.output import Output, errors_of

    if resume and not output:
        raise typer.BadParameter("it needs the file to go on with: name it with --output", param_hint="--resume")
    here = [output, errors_of(output)] if output else []
    _refuse_own_input(inputs, here)
    fields = read.Fields(text_field, headline_field, id_field, date_field, tuple(meta or ()), with_text)
    articles = partial(read.articles, inputs, max_chars, skip=here, fields=fields)
    with ExitStack() as stack:
        to = stack.enter_context(Output(output, resume=resume) if output else _Stdout())
        stopped = stack.enter_context(until_stopped())
        counted = articles if read.is_repeatable(inputs) else None
        progress = stack.enter_context(Progress(counted, to.before, records=not output))
        options = {"jobs": jobs, "timeout": timeout, "ordered": not unordered, "stop": lambda: bool(stopped)}
        for result in _runner(engine)(to.remaining(articles()), model, **options):
            to.write(result)
            progress.add(result)
    _conclude(to, output, stopped)


def _refuse_own_input(inputs: Iterable[str], written: Collection[Path]) -> None:
    """Raises InputError where a file that is to be read would be written over; records of newstally are passed over."""
    from newstally.runner.done import START

    own = {path.resolve() for path in written}
    for path in map(Path, inputs):
        if path.resolve() in own and path.is_file():
            with path.open("rb") as file:
                is_ours = file.read(len(START)) == START
            if not is_ours:
                raise InputError(f"{path}: is to be read and to be written; name another file with --output")


def _runner(engine: Engine) -> Callable[..., Iterator[Result]]:
    """What runs articles: `runner.run`, or the same on Ray. Raises InputError where Ray is not installed."""
    from newstally import runner
    from newstally.read.extras import need

    if engine is Engine.local:
        return runner.run
    need("ray.data", "ray", "--engine ray")
    from newstally.runner import on_ray

    return on_ray.run


def _conclude(to: Output | _Stdout, output: Path | None, stopped: list[int]) -> None:
    """Say what the files hold; exit with 128 and its number after a signal, with 2 where there are errors."""
    from newstally.runner.output import errors_of

    if output:
        errors = f", {plural(to.failed, 'error')} to {errors_of(output)}" if to.failed else ""
        there = f"; {to.before} were there" if to.before else ""
        tell(f"wrote {plural(to.written, 'record')} to {output}{errors}{there}")
    if stopped:
        tell("stopped; --resume goes on" if output else "stopped")
        raise typer.Exit(128 + stopped[0])
    if to.failed:
        raise typer.Exit(2)


class _Stdout:
    """Records to standard output, in UTF-8 whatever the locale; an error has no place there but is counted."""

    def __init__(self) -> None:
        self.written = self.failed = self.before = 0

    def __enter__(self) -> _Stdout:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held back."""

    def remaining(self, articles: Iterable[Article | Failure]) -> Iterable[Article | Failure]:
        """All of them."""
        return articles

    def write(self, result: Result) -> None:
        """Print one record. Raises InputError where there is no room, BrokenPipeError where nobody reads any more."""
        if result.error:
            self.failed += 1
            return
        is_shown = sys.stdout and sys.stdout.isatty()
        put_bytes(escaped(result.line.decode()).encode() if is_shown else result.line)
        self.written += 1
