"""What several commands share: options, and how a number of things is put."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from newstally.read import MAX_CHARS

Inputs = Annotated[
    list[str], typer.Argument(help="Files (.txt, .md, .jsonl, each also .gz), folders, globs, or - for standard input.")
]
Model = Annotated[str, typer.Option("--model", "-m", help="A model's folder, or its package name.")]
MaxChars = Annotated[int, typer.Option("--max-chars", min=1, help="Refuse texts longer than this.")]

DEFAULT_MAX_CHARS = MAX_CHARS


class Format(StrEnum):
    """How a command writes what it found."""

    text = "text"
    json = "json"


def plural(number: int, noun: str) -> str:
    """A number with its noun, as in "1 story" and "2 stories"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"
