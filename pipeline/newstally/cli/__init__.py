"""The command line: thin functions over the core, one file per command; known by nothing.

Exit codes: 0 done and clean, 1 a contradiction found by `check`, a difference by `compare`, a fault by `rules --lint`
or `gold check`, or a fall that the gate of `evaluate` stops, 2 an error; 130 ended by Ctrl-C, 143 by SIGTERM, 129 by a
terminal that was closed, 141 by a reader that had enough (`| head`).
Commands import what they need when they run, so that `newstally --help` answers at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newstally import __version__
from newstally.cli.build import build
from newstally.cli.check import check
from newstally.cli.compare import compare
from newstally.cli.evaluate import evaluate
from newstally.cli.export import export
from newstally.cli.extract import extract
from newstally.cli.gold import gold
from newstally.cli.report import report
from newstally.cli.rules import rules
from newstally.cli.schema import schema
from newstally.cli.serve import serve
from newstally.cli.stopping import CLOSED_PIPE, leaving
from newstally.cli.terminal import keep_numbers, show, tell
from newstally.errors import NewstallyError

KEPT = 100_000
"""New objects after which Python searches for what nobody holds: a start makes so many, and keeps them all."""


class _Commands(TyperGroup):
    """Turns our own errors into one sentence on standard error and exit code 2, an end by a signal into 128 + n."""

    def invoke(self, ctx: typer.Context) -> Any:
        _start_sooner()
        keep_numbers()
        try:
            with leaving():
                return super().invoke(ctx)
        except NewstallyError as error:
            tell(error)
            raise typer.Exit(2) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except BrokenPipeError:
            raise typer.Exit(128 + CLOSED_PIPE) from None


def _start_sooner() -> None:
    """Spare a command what none needs; in a program that uses newstally as a library all is as it was.

    `import spacy` passes over its own commands, which bring an HTTP client and more, a third of its time: it takes
    nothing from them but `spacy.info`, which no command of ours calls. pydantic looks for no plugins, for which it
    would read the metadata of each installed package. And what is kept to the end is not searched for waste.
    """
    if "spacy" not in sys.modules:
        stub = ModuleType("spacy.cli.info")
        stub.info = None
        sys.modules[stub.__name__] = stub
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(KEPT)


app = typer.Typer(
    cls=_Commands, no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False, rich_markup_mode=None
)
for command in (extract, check, compare, report, serve, export, evaluate, build, rules, schema):
    app.command()(command)
app.add_typer(gold, name="gold")


atexit.register(gc.freeze)  # a process that ends frees all it has: it need not be searched for what nobody holds


def _print_version(wanted: bool) -> None:
    if wanted:
        show(f"newstally {__version__}")
        raise typer.Exit


@app.callback()
def newstally(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news text: who is in it, in what role, for which country, and how many; and check the figures."""
