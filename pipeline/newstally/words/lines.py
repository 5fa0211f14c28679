"""The lines of a Doc: a figure, or the row of a table, does not cross the end of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


def lines(doc: Doc) -> Iterator[list[Token]]:
    """The words of the Doc line by line, without white space; no line is empty."""
    words: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text and words:
            yield words
            words = []
        elif not token.is_space:
            words.append(token)
    if words:
        yield words
