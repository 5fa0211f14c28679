"""Inputs → Articles: files, folders, globs and standard input, plain text or JSONL, gzipped or not.

A text file is one article; its id is its path. A line of a .jsonl file is one article: ``id`` (path:line where there
is none), ``text``, and, where there are, ``headline`` (joined in front of the text with an empty line, unless the text
already begins with it) and ``source``. What cannot be read comes out as a `Failure` in its place, so that the
rest of a run is still done.
"""

from __future__ import annotations

import glob
import gzip
import json
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import IO, Any

from newstally.errors import InputError
from newstally.types import Article, Failure

SUFFIXES = (".txt", ".md", ".jsonl")
STDIN = "-"
BOM = "\ufeff"  # byte order mark
MAX_CHARS = 1_000_000  # the length that spaCy takes; a million characters is a book, not an article
MAX_BYTES_PER_CHAR = 4


def articles(
    inputs: Iterable[str], max_chars: int = MAX_CHARS, *, skip: Collection[Path] = ()
) -> Iterator[Article | Failure]:
    """Read the articles of ``inputs``, each file once, in the order of their paths; never a file of ``skip``.

    A byte order mark stays in the text, for offsets count the characters of the file as it is.
    """
    skipped = {path.resolve() for path in skip}
    found = (pair for name in inputs for pair in _expand(name))
    places = {place: fault for place, fault in found if fault or Path(place).resolve() not in skipped}
    for place in sorted(places):
        try:
            if places[place]:
                raise InputError(places[place])
            with _open(place) as file:
                yield from _articles(place, file, max_chars)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            yield _failure(place, place, InputError(f"{place}: damaged gzip ({error}); pack the file again"), place)
        except OSError as error:
            fault = InputError(f"{place}: cannot be read ({error.strerror}); check the path and its permissions")
            yield _failure(place, place, fault, place)
        except InputError as error:
            yield _failure(place, place, error, place)


# ---- which files -----------------------------------------------------------------------------------------------------


def _expand(name: str) -> Iterator[tuple[str, str]]:
    """The files that ``name`` stands for; each with "", or ``name`` itself with the reason why there are none."""
    path = Path(name)
    if name == STDIN or path.is_file():
        files = [name]
    elif path.is_dir():
        files = [file.as_posix() for file in path.rglob("*") if _is_story(file.relative_to(path)) and file.is_file()]
        if not files:
            yield name, f"{name}: the folder holds no stories; put {', '.join(SUFFIXES)} files (or .gz of them) there"
    else:
        files = [file for file in glob.glob(name, recursive=True) if Path(file).is_file()]
        if not files:
            yield name, f"{name}: no such file or folder; check the path"
    yield from ((file, "") for file in files)


def _is_story(path: Path) -> bool:
    return _plain_name(path.name).endswith(SUFFIXES) and not any(part.startswith(".") for part in path.parts)


def _plain_name(name: str) -> str:
    return name.lower().removesuffix(".gz")


def _is_jsonl(place: str, first: bytes) -> bool:
    """By the name; standard input has none, so there a first line that is an object with a text decides."""
    if place != STDIN:
        return _plain_name(place).endswith(".jsonl")
    try:
        row = json.loads(first)
    except ValueError:
        return False
    return isinstance(row, dict) and "text" in row


# ---- their bytes -----------------------------------------------------------------------------------------------------


def _open(place: str) -> AbstractContextManager[IO[bytes]]:
    if place == STDIN:
        return nullcontext(sys.stdin.buffer)
    return gzip.open(place) if place.lower().endswith(".gz") else open(place, "rb")


def _decode(data: bytes, place: str) -> str:
    if (nul := data.find(0)) >= 0:
        raise InputError(f"{place}: binary, not text (a NUL byte at {nul}); save the story as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error


# ---- to articles -----------------------------------------------------------------------------------------------------


def _articles(place: str, file: IO[bytes], max_chars: int) -> Iterator[Article | Failure]:
    first = file.readline()
    if _is_jsonl(place, first):
        yield from _lines(place, chain([first], file), max_chars)
    else:
        # A text is never read much further than its limit.
        data = first + file.read(max_chars * MAX_BYTES_PER_CHAR)
        if len(data) > max_chars * MAX_BYTES_PER_CHAR:
            raise _too_long(place, max_chars)
        yield Article(place, _checked(_decode(data, place), place, max_chars), place)


def _lines(place: str, lines: Iterable[bytes], max_chars: int) -> Iterator[Article | Failure]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{place}:{number}"
            row: dict[str, Any] = {}
            try:
                row = _row(_decode(line, where).removeprefix(BOM), where)
                text = _checked(full_text(row), where, max_chars)
                yield Article(str(row.get("id", where)), text, str(row.get("source") or place))
            except InputError as error:
                yield _failure(str(row.get("id", where)), place, error, where)


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(f"{where}: not JSON ({message}); one article is one JSON object on one line") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f"{where}: no field 'text' with a string; an article needs 'id' and 'text'")
    return row


def full_text(row: dict[str, Any]) -> str:
    """The text that an article's offsets count into: its headline, if it has one, and its text."""
    headline, text = row.get("headline"), row["text"]
    if not isinstance(headline, str) or not headline.strip() or text.lstrip().startswith(headline.strip()):
        return text
    return f"{headline}\n\n{text}"


def _checked(text: str, where: str, max_chars: int) -> str:
    if not text.removeprefix(BOM).strip():
        raise InputError(f"{where}: empty; give a text, or leave it out")
    if len(text) > max_chars:
        raise _too_long(where, max_chars)
    surrogate = next((i for i, char in enumerate(text) if "\ud800" <= char <= "\udfff"), None)
    if surrogate is not None:
        raise InputError(f"{where}: half a surrogate pair at character {surrogate}; write the character")
    return text


def _too_long(where: str, max_chars: int) -> InputError:
    return InputError(
        f"{where}: longer than {max_chars:,} characters; split it into articles, or raise the limit with --max-chars"
    )


def _failure(name: str, source: str, error: InputError, where: str) -> Failure:
    return Failure(name, source, type(error).__name__, str(error), where)
