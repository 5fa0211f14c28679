"""Which field of a row is the text, the headline, the id, the date: as told, or by the names that data sets use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from newstally.read.found import Found
from newstally.read.values import day, plain, word

ALL = "all"
TEXT = (
    "text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "article_body", "story",
)  # fmt: skip
HEADLINE = ("headline", "title")
ID = ("id", "_id", "article_id", "doc_id", "uuid", "guid", "url", "uri", "link")
DATE = (
    "date", "published", "published_at", "publish_date", "published_date", "publication_date", "date_published",
    "date_publish", "pub_date", "pubdate", "datetime",
)  # fmt: skip
SOURCE = ("source",)
SHOWN = 12  # names of fields in an error


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields of a row, "" where they are to be guessed, and what an article carries to its record.

    ``meta`` names fields to carry along, or "all"; ``with_text`` carries the text.
    """

    text: str = ""
    headline: str = ""
    id: str = ""
    date: str = ""
    meta: tuple[str, ...] = ()
    with_text: bool = False

    def found(self, row: Mapping[str, Any], where: str) -> Found:
        """The article of a row, or the fault that it has no text; a value of the wrong kind is as none."""
        names = _names(tuple(row), self)
        text, headline = _written(row, names.text), _written(row, names.headline)
        return Found(
            where,
            text=row.get(text, ""),
            headline=row.get(headline, ""),
            id=_first(row, names.id, word),
            source=_first(row, names.source, word),
            date=_first(row, names.date, day),
            fields=row,
            used=(text, headline),
            fault="" if text else f"{where}: {self._no_text('field', row)}",
        )

    def missing(self, columns: Iterable[str]) -> str:
        """Why a table with these columns cannot be read, in words; "" where it can."""
        columns = tuple(columns)
        told = (("text", self.text), ("headline", self.headline), ("id", self.id), ("date", self.date))
        absent = [(option, name) for option, name in told if name and name not in columns]
        for option, name in absent:
            return f"no column {name!r} (there are {_list(columns)}); check --{option}-field"
        return "" if _names(columns, self).text else self._no_text("column", columns)

    def needed(self, columns: Iterable[str]) -> list[str]:
        """The columns of a table that are read at all."""
        columns = tuple(columns)
        used = {name for names in _names(columns, self) for name in names}
        return [name for name in columns if ALL in self.meta or name in used or name in self.meta]

    def carried(self, found: Found) -> dict[str, Any]:
        """The fields that an article carries to its record: those of ``meta``, or all but its text and headline."""
        every = [name for name in found.fields if name not in found.used] if ALL in self.meta else []
        return {name: plain(found.fields[name]) for name in dict.fromkeys([*every, *self.meta]) if name in found.fields}

    def _no_text(self, kind: str, names: Iterable[str]) -> str:
        if self.text:
            return f"no text in a {kind} {self.text!r} (there are {_list(names)}); check --text-field"
        return f"no {kind} holds the text (there are {_list(names)}); name the one that does with --text-field"


class _Names(NamedTuple):
    """The fields that may hold each thing, the likeliest first."""

    text: tuple[str, ...]
    headline: tuple[str, ...]
    id: tuple[str, ...]
    date: tuple[str, ...]
    source: tuple[str, ...]


@lru_cache(maxsize=256)
def _names(columns: tuple[str, ...], told: Fields) -> _Names:
    by_name = {name.strip().casefold(): name for name in reversed(columns)}

    def of(name: str, guesses: tuple[str, ...]) -> tuple[str, ...]:
        if name:
            return (name,) if name in columns else ()
        return tuple(by_name[guess] for guess in guesses if guess in by_name)

    text, headline = of(told.text, TEXT), of(told.headline, HEADLINE)
    return _Names(text, headline, of(told.id, ID), of(told.date, DATE), of("", SOURCE))


def _written(row: Mapping[str, Any], names: Iterable[str]) -> str:
    """The name of the first field with something written in it, else of one with an empty string; "" without either."""
    strings = [name for name in names if isinstance(row[name], str)]
    return next((name for name in strings if row[name].strip()), next(iter(strings), ""))


def _first(row: Mapping[str, Any], names: Iterable[str], read: Callable[[Any], str]) -> str:
    return next(filter(None, (read(row[name]) for name in names)), "")


def _list(columns: Iterable[str]) -> str:
    names = [str(name) for name in columns]
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "") if names else "none"
