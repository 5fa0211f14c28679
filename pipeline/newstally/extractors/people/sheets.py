"""Team sheets: "Defenders: Ana Kos (Orvik), Ben Lah (Vida), …", where every name has a bracket behind it.

The model reads foreign names in such a line by halves, and clubs for persons. What most of the line is, all of it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newstally.extractors.people.words import LABEL, NameWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

LEAST = 3  # names of a line
LONGEST = 5  # tokens of a name


class Entry(NamedTuple):
    """A name and what stands in the bracket behind it."""

    name: Span
    bracket: Span


def sheets(doc: Doc, lines: Iterable[Sequence[Token]], words: NameWords) -> list[Entry]:
    """The entries of those lines that have this form, where most of the names are persons' for the model."""
    found: list[Entry] = []
    for line in lines:
        colon = next((n for n, token in enumerate(line) if token.text == ":"), 0)
        if colon and line[colon - 1].lower_ in words.roles.plurals:
            entries = list(_entries(doc, line[colon + 1 :]))
            persons = sum(all(token.ent_type_ == LABEL for token in entry.name) for entry in entries)
            found += entries if len(entries) >= LEAST and persons * 2 > len(entries) else []
    return found


def _entries(doc: Doc, tokens: Sequence[Token]) -> Iterator[Entry]:
    start = opening = -1
    for token in tokens:
        if token.text == "(":
            opening = token.i
        elif token.text == ")" and start >= 0 and opening > start:
            parts = doc[start:opening]
            if len(parts) <= LONGEST and all(part.text[0].isupper() or not part.is_alpha for part in parts):
                yield Entry(parts, doc[opening + 1 : token.i])
            start = opening = -1
        elif opening < 0:
            start = -1 if token.text in {",", ";"} or token.lower_ == "and" else token.i if start < 0 else start
