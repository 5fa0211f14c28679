"""Which files the names on the command line stand for: files, folders, globs, @lists and standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from newstally.read.formats import SUFFIXES, suffix
from newstally.read.opening import PACKINGS, STDIN

LIST = "@"


def places(inputs: Iterable[str], skip: Collection[Path] = ()) -> Iterator[tuple[str, str]]:
    """The files of ``inputs``, each once, in the order of their paths, but none of ``skip``.

    Each comes with "", or, where a name stands for no file, the name with the reason why.
    """
    skipped = {path.resolve() for path in skip}
    found = (pair for name in inputs for pair in _named(name))
    reasons = {place: reason for place, reason in found if reason or Path(place).resolve() not in skipped}
    for place in sorted(reasons):
        yield place, reasons[place]


def is_repeatable(inputs: Iterable[str]) -> bool:
    """Whether the inputs can be read a second time: standard input, or a list that comes there, cannot."""
    return not any(name in (STDIN, LIST + STDIN) for name in inputs)


def _named(name: str) -> Iterator[tuple[str, str]]:
    """What one name of the command line stands for; "@names.txt" for every name that the file lists."""
    if name.startswith(LIST):
        yield from _listed(name)
    else:
        yield from _expanded(name)


def _listed(name: str) -> Iterator[tuple[str, str]]:
    """The files of the names in a list, one a line; "@-" reads it from standard input."""
    path = name.removeprefix(LIST)
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        yield name, f"{name}: the list cannot be read ({error.strerror}); check the path"
        return
    except UnicodeDecodeError as error:
        yield name, f"{name}: the list is not UTF-8 at byte {error.start}; it holds one path a line"
        return
    names = [line.strip() for line in lines if line.strip()]
    if not names:
        yield name, f"{name}: the list is empty; it holds one path a line"
    for each in names:
        yield from _expanded(each)


def _expanded(name: str) -> Iterator[tuple[str, str]]:
    path = Path(name)
    if name == STDIN or path.is_file():
        files = [name]
    elif path.is_dir():
        files = [file.as_posix() for file in path.rglob("*") if _is_story(file.relative_to(path)) and file.is_file()]
        if not files:
            packed = " or ".join(PACKINGS)
            wanted = f"{', '.join(SUFFIXES)} files (or {packed} of them)"
            yield name, f"{name}: the folder holds no stories; put {wanted} there"
    else:
        files = [file for file in glob.glob(name, recursive=True) if Path(file).is_file()]
        if not files:
            yield name, f"{name}: no such file or folder; check the path"
    yield from ((file, "") for file in files)


def _is_story(path: Path) -> bool:
    return suffix(path.name) != "" and not any(part.startswith(".") for part in path.parts)
