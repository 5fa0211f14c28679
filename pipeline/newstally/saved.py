"""What `newstally extract` saved: records, one a line, and the texts that they were read from.

Records hold no text, only its sha256: a text is taken for a record's where, and only where, the two agree.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newstally import MAX_CHARS, read
from newstally.errors import InputError
from newstally.schema import read_record
from newstally.types import Article, Failure

RecordDict = dict[str, Any]
SAID = {"unexpected_keyword_argument": "Unknown key"}  # pydantic speaks of how a dataclass is made


def records(places: Iterable[str]) -> Iterator[RecordDict | Failure]:
    """Read records as dicts from files of JSONL, packed or not, or - for standard input, one at a time.

    Each is whole, of the format that this version writes; a line that is not comes out as a `Failure` in its place.
    Error records, which stand for stories that could not be read, are left out.
    """
    for place in places:
        try:
            for where, row in read.objects(Path(place)):
                if isinstance(row, InputError):
                    yield _failure(where, str(row))
                elif not _is_error_record(row):
                    yield _record(where, row)
        except InputError as error:
            yield _failure(place, str(error))


def _record(where: str, row: RecordDict) -> RecordDict | Failure:
    try:
        return read_record(row).as_dict()
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in fault["loc"]) or "the line"
        said = SAID.get(fault["type"], fault["msg"])
        return _failure(where, f"{where}: no whole record ({path}: {said}); write it with `newstally extract`")


def _is_error_record(row: RecordDict) -> bool:
    return "error" in row and "schema" in row


def _failure(where: str, message: str) -> Failure:
    return Failure(where, where, InputError.__name__, message, where)


class Texts:
    """Finds the texts of records, by their sha256, in ``inputs`` or, where there are none, in each record's source.

    One text is held at a time. Records in the order of their texts, as `newstally extract` writes them, are served in
    one pass; another order costs a pass over the inputs for each record that is out of it.
    """

    def __init__(self, inputs: Sequence[str] = (), max_chars: int = MAX_CHARS) -> None:
        self._inputs = tuple(inputs)
        self._max_chars = max_chars
        self._opened: tuple[str, ...] = ()
        self._articles: Iterator[Article | Failure] = iter(())
        self._text = ""

    def of(self, record: RecordDict) -> str:
        """The text of ``record``. Raises InputError where it is not found, or is no longer the same."""
        wanted = record["sha256"]
        if _digest(self._text) == wanted:
            return self._text
        inputs = self._inputs or _file(record)
        if inputs != self._opened:
            self._open(inputs)
        for _ in range(2):  # on from where the last text stood, then once from the start
            for article in self._articles:
                if isinstance(article, Article) and _digest(article.text) == wanted:
                    self._text = article.text
                    return article.text
            self._open(inputs)
        where = ", ".join(inputs)
        raise InputError(f"{record['id']}: its text is not in {where}, by sha256; give the texts it was read from")

    def _open(self, inputs: tuple[str, ...]) -> None:
        self._opened, self._articles = inputs, read.articles(inputs, self._max_chars)


def _file(record: RecordDict) -> tuple[str, ...]:
    """The record's source, if it is a file: never a glob or standard input, for a record is data, not a command."""
    if not Path(record["source"]).is_file():
        raise InputError(f"{record['id']}: its source {record['source']!r} is no file; give the texts with --texts")
    return (record["source"],)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
