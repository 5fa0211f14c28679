"""Inputs → Articles: files of many formats, packed or not, folders, globs, lists and standard input, mixed in one run.

    inputs   which files a name stands for
    opening  their bytes, unpacked
    formats  one module a format: bytes → what it found, article by article
    fields   which field of a row is the text, the headline, the id, the date
    text     the headline joined to the text, and what a text must hold to

What cannot be read comes out as a `Failure` in its place, so that the rest of a run is still done. Of a file, one
article or one line lies in memory at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from newstally import MAX_CHARS
from newstally.errors import InputError
from newstally.read import formats
from newstally.read.fields import Fields
from newstally.read.formats import jsonl
from newstally.read.found import Found, Ids
from newstally.read.inputs import is_repeatable, places
from newstally.read.opening import STDIN, opened
from newstally.read.text import checked, joined
from newstally.types import Article, Failure

__all__ = ["STDIN", "Fields", "articles", "is_repeatable", "joined", "objects"]

GUESSED = Fields()


def articles(
    inputs: Iterable[str], max_chars: int = MAX_CHARS, *, skip: Collection[Path] = (), fields: Fields = GUESSED
) -> Iterator[Article | Failure]:
    """Read the articles of ``inputs``, each file once, in the order of their paths; never a file of ``skip``.

    The id of an article is its own, or else its place: the path of a file that is one article, "path:line" elsewhere.
    An id that an earlier article of the run has taken gives way to the place too, so that no two articles share one.
    A byte order mark stays in a text, for offsets count the characters of the file as it is.
    """
    ids = Ids()
    for path, fault in places(inputs, skip):
        place = _written(path)
        try:
            if fault:
                raise InputError(fault)
            with opened(path, place) as file:
                for found in formats.read(file, fields):
                    yield _outcome(found, ids.claim(found), place, max_chars, fields)
        except InputError as error:
            yield _failure(place, place, error, place)


def objects(path: Path) -> Iterator[tuple[str, dict[str, Any] | InputError]]:
    """The JSON objects of a JSONL file, packed or not, each with its place, "path:line"; the fault of a line without.

    Raises InputError where the file cannot be read.
    """
    with opened(str(path), str(path)) as file:
        yield from jsonl.objects(file)


def _outcome(found: Found, name: str, place: str, max_chars: int, fields: Fields) -> Article | Failure:
    try:
        if found.fault:
            raise InputError(found.fault)
        text = checked(joined(found.headline, found.text), found.where, max_chars)
    except InputError as error:
        return _failure(name, place, error, found.where)
    return Article(name, text, found.source or place, found.date, fields.carried(found), fields.with_text)


def _failure(name: str, source: str, error: InputError, where: str) -> Failure:
    return Failure(name, source, type(error).__name__, str(error), where)


def _written(path: str) -> str:
    """A path as a record can hold it: the name of a file need not be UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
