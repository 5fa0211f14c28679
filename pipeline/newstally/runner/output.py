"""OUT.jsonl and OUT.errors.jsonl: whole lines only, written so that a run that was cut off can be taken up.

The files themselves tell what is done. Each line is handed to the system at once, a record before any error record
of a later article, so that a killed process leaves whole lines and one that is cut at most; what a full disk takes of
a line is removed at once. From time to time the system is made to write them to the disk, so that a machine that loses
its power loses little. What a cut leaves behind a file's last whole record is removed when the run is taken up.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from io import FileIO
from pathlib import Path

from newstally.errors import InputError
from newstally.files import told
from newstally.runner.done import Done, maker
from newstally.runner.items import Result
from newstally.types import Article, Failure

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows, where nothing keeps a second run off
    flock = None

SYNC = 10.0  # seconds of work that a loss of power may cost
MAKE_ROOM = "make room, and go on with --resume"


def errors_of(path: Path) -> Path:
    """Where the error records of the output ``path`` go: beside it, under its whole name but for ``.jsonl``."""
    return path.with_name(f"{path.name.removesuffix('.jsonl')}.errors.jsonl")


class Output:
    """The two files of a run; that of the errors is made only where there are any.

    written, failed: how many lines they hold; ``before`` of them were there when the run was taken up.
    """

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        """Begin anew, or (``resume``) go on behind what is there. Raises InputError where that cannot be."""
        self.path = path
        self.written = self.failed = 0
        self._done: Done | None = None
        self._errors: FileIO | None = None
        with ExitStack() as files, told(path):
            self._records = files.enter_context(path.open("ab", buffering=0))
            _lock(self._records, path)
            if resume:
                self._done = files.enter_context(closing(Done()))
                self.written, self.failed = self._done.take_up(path), self._done.take_up(errors_of(path))
            else:
                _empty(self._records)
                errors_of(path).unlink(missing_ok=True)
            self._files = files.pop_all()
        self.before = self.written + self.failed
        self._compared = not (self._done and self._done.maker)
        self._synced = time.monotonic()

    def __enter__(self) -> Output:
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        """Close the files. Raises InputError where the disk does not take what the system took for it."""
        with self._files, suppress(OSError) if fault else told(self.path, MAKE_ROOM):
            self._sync()

    def remaining(self, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """The articles that these files do not hold yet."""
        return (article for article in articles if not (self._done and self._done.take(article)))

    def write(self, result: Result) -> None:
        """Add one result. Raises InputError where the disk is full, or the run before had another model."""
        with told(self.path, MAKE_ROOM):
            if result.error:
                if not self._errors:
                    self._errors = self._files.enter_context(errors_of(self.path).open("ab", buffering=0))
                _write(self._errors, result.line)
                self.failed += 1
            else:
                self._compare(result.line)
                _write(self._records, result.line)
                self.written += 1
            if time.monotonic() - self._synced > SYNC:
                self._sync()

    def _compare(self, line: bytes) -> None:
        """The first record that is added must be of the same model as those that were there."""
        if self._compared:
            return
        has, new = self._done.maker, maker(json.loads(line))
        if has != new:
            raise InputError(
                f"{self.path}: its records are of newstally {' with '.join(has)}, not {' with '.join(new)}; "
                "take that model, or begin a new file"
            )
        self._compared = True

    def _sync(self) -> None:
        """Have the disk hold what is written."""
        for file in (self._records, self._errors):
            if file and _is_regular(file):
                os.fsync(file.fileno())
        self._synced = time.monotonic()


def _is_regular(file: FileIO) -> bool:
    """A pipe or a device is not: it can be neither emptied nor written to a disk, and any number of runs may use it."""
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def _lock(file: FileIO, path: Path) -> None:
    """Keep a second run off, as long as this process lives: the two would double every record."""
    if flock and _is_regular(file):
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise InputError(f"{path}: another run writes it; wait for its end, or give another file") from error
        except OSError:  # a file system without locks
            return


def _empty(file: FileIO) -> None:
    if _is_regular(file):
        file.truncate(0)


def _write(file: FileIO, line: bytes) -> None:
    """Write the whole line or none of it: a system that is short of room takes a part, before it says so."""
    rest = memoryview(line)
    try:
        while rest:
            rest = rest[file.write(rest) :]
    except OSError:
        if _is_regular(file):
            file.truncate(os.fstat(file.fileno()).st_size - (len(line) - len(rest)))
        raise
