"""What the commands say: nothing that a story, a name or an address holds commands the terminal or turns a line around.

Control characters are shown as their pictures (␛), in JSON as escapes; the signs that turn the direction of writing
give way to one that nobody sees, for what they open need not be closed before the next line. Offsets stay as they are.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any

import typer

from newstally.errors import InputError
from newstally.excerpt import COLUMNS

WIDEST = 120  # columns; longer lines are hard to read
C0 = {code: chr(0x2400 + code) for code in range(32)}
C1 = dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{ZERO WIDTH SPACE}")
LINE = C0 | C1 | TURNS | {0x7F: "␡"}
TEXT = {code: sign for code, sign in LINE.items() if chr(code) not in "\n\r\t"}
UNESCAPED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What JSON lets stand and a terminal obeys."""


def tell(message: object) -> None:
    """Say a sentence on standard error; where that is gone or full, the work goes on, and the exit code tells."""
    try:
        typer.echo(f"newstally: {message}".translate(LINE), err=True)
    except OSError:
        silence(sys.stderr)


def show(text: object) -> None:
    """Print lines on standard output."""
    put(f"{harmless(str(text))}\n")


def put(written: str, *, color: bool | None = None) -> None:
    """Print what is harmless already, as it is."""
    with _told():
        typer.echo(written, nl=False, color=color)


def put_bytes(written: bytes) -> None:
    """Print bytes, all of them: where a signal comes while the reader lets them wait, Python writes a part."""
    with _told():
        rest = memoryview(written)
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()


@contextmanager
def _told() -> Iterator[None]:
    """Raises InputError where standard output takes nothing, BrokenPipeError where nobody reads it any more."""
    if sys.stdout is None:
        raise InputError("standard output: is closed; open it, or name a file with --output")
    try:
        yield
    except OSError as error:
        silence(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise InputError(f"standard output: cannot be written ({error.strerror}); make room") from error


def keep_numbers() -> None:
    """Let no file have the number of a standard stream that is closed: what goes there would go into the file."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def silence(stream: IO[str]) -> None:
    """Have a stream take all and keep nothing: else Python tries again in the end, and exits with 120."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def harmless(value: Any) -> Any:
    """A text, or all texts in a value, with signs in the place of those that command a terminal."""
    if isinstance(value, str):
        return value.translate(TEXT)
    if isinstance(value, Mapping):
        return {key: harmless(inner) for key, inner in value.items()}
    return [harmless(inner) for inner in value] if isinstance(value, list | tuple) else value


def show_json(value: Any) -> None:
    """Print a value as JSON on standard output."""
    put(f"{escaped(json.dumps(value, ensure_ascii=False, indent=2))}\n")


def escaped(written: str) -> str:
    """JSON that reads as the same value, and that a terminal shows as it is."""
    return UNESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def columns() -> int:
    """How many cells a line may take: those of the terminal that it goes to; elsewhere always the same."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else COLUMNS
