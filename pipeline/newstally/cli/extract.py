"""`newstally extract`: inputs → records as JSONL."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING, Annotated

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import DEFAULT_MAX_CHARS, Inputs, MaxChars, Model, plural

if TYPE_CHECKING:
    from newstally.runner import Result
    from newstally.runner.output import Output
    from newstally.types import Article, Failure

Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default one a core.", show_default=False)
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", min=0.01, help="Give an article up after so many seconds (300).", show_default=False),
]


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here; error records go to NAME.errors.jsonl beside it.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the output of a run that was cut off.")] = False,
    jobs: Jobs = None,
    unordered: Annotated[bool, typer.Option("--unordered", help="Write each record as soon as it is done.")] = False,
    timeout: Timeout = None,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Write one record a line (JSONL): who is in each story, in what role, for which country, and how many."""
    from newstally import read, runner
    from newstally.cli.progress import Progress
    from newstally.runner.output import Output, errors_of

    if resume and not output:
        raise typer.BadParameter("it needs the file to go on with: name it with --output", param_hint="--resume")
    written_here = [output, errors_of(output)] if output else []

    def articles() -> Iterator[Article | Failure]:
        return read.articles(inputs, max_chars, skip=written_here)

    with ExitStack() as stack:
        to = stack.enter_context(Output(output, resume=resume) if output else _Stdout())
        stopped = stack.enter_context(_until_ctrl_c())
        progress = stack.enter_context(Progress(None if read.STDIN in inputs else articles, to.before))
        for result in runner.run(
            to.remaining(articles()), model, jobs=jobs, timeout=timeout, ordered=not unordered, stop=stopped
        ):
            to.write(result)
            progress.add(result)
    _conclude(to, output, stopped())


def _conclude(to: Output | _Stdout, output: Path | None, stopped: bool) -> None:
    """Say what the files hold; exit with 130 after Ctrl-C, with 2 where there are errors."""
    from newstally.runner.output import errors_of

    if output:
        errors = f", {plural(to.failed, 'error')} to {errors_of(output)}" if to.failed else ""
        there = f"; {to.before} were there" if to.before else ""
        typer.echo(f"newstally: wrote {plural(to.written, 'record')} to {output}{errors}{there}", err=True)
    if stopped:
        typer.echo("newstally: stopped; --resume goes on" if output else "newstally: stopped", err=True)
        raise typer.Exit(130)
    if to.failed:
        raise typer.Exit(2)


class _Stdout:
    """Records to standard output, in UTF-8 whatever the locale; an error has no place there but is counted."""

    def __init__(self) -> None:
        self.written = self.failed = self.before = 0

    def __enter__(self) -> _Stdout:
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout.buffer.flush()

    def remaining(self, articles: Iterable[Article | Failure]) -> Iterable[Article | Failure]:
        """All of them."""
        return articles

    def write(self, result: Result) -> None:
        """Print one record."""
        if result.error:
            self.failed += 1
        else:
            sys.stdout.buffer.write(result.line)
            self.written += 1


@contextmanager
def _until_ctrl_c() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed: the first time the run ends in good order, the second time at once."""
    pressed = Event()
    if current_thread() is not main_thread():  # signals reach the main thread alone
        yield pressed.is_set
        return

    def press(*_: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
