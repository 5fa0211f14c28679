"""Files that stand under their name only once they are whole, and what is said where one cannot be written."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newstally.errors import InputError


@contextmanager
def told(path: Path, advice: str = "check the folder, and the room on its disk") -> Iterator[None]:
    """What the system refuses while ``path`` is written is an InputError, with the next step."""
    try:
        yield
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error  # a library may have words of its own
        raise InputError(f"{path}: cannot be written ({why}); {advice}") from error


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and move it there in the end; raises InputError where it cannot be.

    The path is no other run's: of two that write the same file, each writes its own, and the last one to end stands.
    A device or a pipe (``/dev/null``) is written as it is.
    """
    with told(path):
        if path.exists() and not (path.is_file() or path.is_dir()):
            yield path
            return
        target = path.resolve()  # so that a link stays one
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
        try:
            yield part
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def open_text(path: Path, newline: str = "\n") -> Iterator[IO[str]]:
    """Open ``path`` for writing in UTF-8, as `whole` does."""
    with whole(path) as part, part.open("w", encoding="utf-8", newline=newline) as file:
        yield file
