"""Files that stand under their name only once they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newstally.errors import InputError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and move it there in the end; raises InputError where it cannot be."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error


@contextmanager
def open_text(path: Path, newline: str = "\n") -> Iterator[IO[str]]:
    """Open ``path`` for writing in UTF-8, as `whole` does."""
    with whole(path) as part, part.open("w", encoding="utf-8", newline=newline) as file:
        yield file
