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

from newstally.errors import InputError
from newstally.read import formats
from newstally.read.fields import Fields
from newstally.read.found import Found, Ids
from newstally.read.inputs import places
from newstally.read.opening import Damaged, opened
from newstally.read.text import MAX_CHARS, checked, joined
from newstally.types import Article, Failure

__all__ = ["MAX_CHARS", "Fields", "articles", "joined"]

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
            for found in _found(path, place, fields):
                yield _outcome(found, ids.claim(found), place, max_chars, fields)
        except InputError as error:
            yield _failure(place, place, error, place)


def _found(path: str, place: str, fields: Fields) -> Iterator[Found]:
    """What a file holds. Raises InputError where it ends before its end, having given what stands before."""
    reached = ""
    try:
        with opened(path, place) as file:
            for found in formats.read(file, fields):
                yield found
                reached = f", read up to {found.where}"
    except Damaged as error:
        raise InputError(f"{place}: {error}{reached}; pack the file again") from error
    except OSError as error:
        why = f"{place}: cannot be read ({error.strerror}){reached}; check the path and its permissions"
        raise InputError(why) from error


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
