"""OUT.jsonl and OUT.errors.jsonl: whole lines only, written so that a run that was cut off can be taken up.

The files themselves tell what is done. Each line is handed to the system at once, a record before any error record
of a later article, so that a killed process leaves whole lines and one that is cut at most; from time to time the
system is made to write them to the disk, so that a machine that loses its power loses little. What a cut leaves
behind a file's last whole record is removed when the run is taken up.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Any

from newstally.errors import InputError
from newstally.runner.done import Done
from newstally.runner.items import Result
from newstally.types import Article, Failure

SYNC = 10.0  # seconds of work that a loss of power may cost
START = b'{"schema":'


def errors_of(path: Path) -> Path:
    """Where the error records of the output ``path`` go."""
    return path.with_suffix(".errors.jsonl")


class Output:
    """The two files of a run; that of the errors is made only where there are any.

    written, failed: how many lines they hold; ``before`` of them were there when the run was taken up.
    """

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        """Begin anew, or (``resume``) go on behind what is there. Raises InputError where that cannot be."""
        self.path = path
        self.written = self.failed = 0
        self._done = Done() if resume else None
        self._maker: tuple[str, str] | None = None
        try:
            if resume:
                self.written, self.failed = self._take_up(path), self._take_up(errors_of(path))
            else:
                errors_of(path).unlink(missing_ok=True)
            self._records = path.open("ab" if resume else "wb", buffering=0)
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
        self._errors: FileIO | None = None
        self.before = self.written + self.failed
        self._synced = time.monotonic()

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # told already, where it matters
            self._sync()
        for file in (*self._files(), *([self._done] if self._done else [])):
            file.close()

    def remaining(self, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """The articles that these files do not hold yet."""
        return (article for article in articles if not (self._done and self._done.take(article)))

    def write(self, result: Result) -> None:
        """Add one result. Raises InputError where the disk is full, or the run before had another model."""
        try:
            if result.error:
                self._errors = self._errors or errors_of(self.path).open("ab", buffering=0)
                _write(self._errors, result.line)
                self.failed += 1
            else:
                self._compare(result.line)
                _write(self._records, result.line)
                self.written += 1
            if time.monotonic() - self._synced > SYNC:
                self._sync()
        except OSError as error:
            reason = f"cannot be written ({error.strerror}); make room, and go on with --resume"
            raise InputError(f"{self.path}: {reason}") from error

    def _compare(self, line: bytes) -> None:
        """The first record that is added must be of the same model as those that were there."""
        if self._maker and (maker := _maker(json.loads(line))) != self._maker:
            has, new = (" with ".join(pair) for pair in (self._maker, maker))
            raise InputError(
                f"{self.path}: its records are of newstally {has}, not {new}; take that model, or begin a new file"
            )
        self._maker = None

    def _take_up(self, path: Path) -> int:
        """Count what a file holds, and cut off what stands behind its last whole record."""
        if not path.exists():
            return 0
        lines = end = 0
        with path.open("r+b") as file:
            for line in file:
                if not self._is_done(line):
                    if end == 0 and not _is_ours(line):
                        raise InputError(f"{path}: line 1 is no record of newstally; give the output of the run before")
                    break
                lines, end = lines + 1, end + len(line)
            file.truncate(end)
        return lines

    def _is_done(self, line: bytes) -> bool:
        """Count a line, if it is a whole record."""
        if not line.endswith(b"\n"):
            return False
        try:
            record = json.loads(line)
            self._done.add(record)
        except (ValueError, KeyError, TypeError):
            return False
        if "error" not in record:
            self._maker = _maker(record)
        return True

    def _files(self) -> list[FileIO]:
        return [self._records, *([self._errors] if self._errors else [])]

    def _sync(self) -> None:
        """Have the disk hold what is written; a pipe or a device has none."""
        for file in self._files():
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                os.fsync(file.fileno())
        self._synced = time.monotonic()


def _write(file: FileIO, line: bytes) -> None:
    """Write the whole line: a system that is short of room takes a part of it, before it says so."""
    rest = memoryview(line)
    while rest:
        rest = rest[file.write(rest) :]


def _is_ours(line: bytes) -> bool:
    """Whether a damaged first line was a record: it begins like one, or with the zeros that a loss of power leaves."""
    return line.startswith((START, b"\0")) or START.startswith(line)


def _maker(record: dict[str, Any]) -> tuple[str, str]:
    return record["newstally"], record["model"]
