"""Rows that go alike, "Ana Kos, Harbor Post (Peru)": what their first column names, and the second does not.

The model reads each row by itself, and takes many a newspaper for a person. Where several rows have one form, the
second column is of one kind: a single row in which it is surely no person speaks for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstally.extractors.people.words import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span, Token

LEAST = 3  # rows that go alike
LONGEST = 5  # tokens of the first column without hyphens and points


class Row(NamedTuple):
    """A line in two columns and a bracket."""

    first: Span
    second: Span


def columns(doc: Doc, lines: Iterable[Sequence[Token]]) -> list[Row]:
    """The rows among the lines whose second column names no persons, where there are ``LEAST`` of them."""
    rows = [row for line in lines if line[-1].text == ")" and (row := _row(doc, line)) is not None]
    things = any(token.ent_type_ not in {"", LABEL} for row in rows for token in row.second)
    return rows if len(rows) >= LEAST and things else []


def _row(doc: Doc, line: Sequence[Token]) -> Row | None:
    """The line as a row: a person's name, a comma, capitalised words without a comma, a bracket at the end."""
    comma = next((n for n, token in enumerate(line) if token.text == ","), 0)
    bracket = next((n for n, token in enumerate(line) if token.text == "("), 0)
    if not 0 < comma < bracket - 1 or line[0].ent_type_ != LABEL:
        return None
    first, second = line[:comma], line[comma + 1 : bracket]
    words = [token for token in first if token.is_alpha or "'" in token.text or "’" in token.text]
    capitals = all(token.text[0].isupper() for token in (*words, second[0]))
    if not 1 < len(words) <= LONGEST or not capitals or any(token.text == "," for token in second):
        return None
    return Row(doc[first[0].i : first[-1].i + 1], doc[second[0].i : second[-1].i + 1])
