"""Names with a nickname in quotes: "Ana “the Fox” Kos" is one name, of which the model makes two or three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.attrs import ORTH

from newstally.extractors.people.words import LABEL, NameWords, named
from newstally.words.names import HYPHENS
from newstally.words.standing import standing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
LONGEST = 5  # tokens of a nickname
PARTS = 4  # tokens of the name on either side


def nicknamed(doc: Doc, words: NameWords) -> Iterator[Span]:
    """The names around a nickname, from the given name to the surname."""
    for token in (doc[i] for i in standing(doc, ORTH, QUOTES) if 0 < i < len(doc) - 2):
        closing = _closing(doc, token, words) if doc[token.i - 1].whitespace_ else 0
        if not closing:
            continue
        start, end = _before(doc, token.i), _after(doc, closing + 1, words)
        model = LABEL in {doc[token.i - 1].ent_type_, doc[closing + 1].ent_type_}
        if model and start < token.i and end > closing + 1:
            yield named(doc, start, end, "title")


def _closing(doc: Doc, opening: Token, words: NameWords) -> int:
    """The closing quote of a nickname that ``opening`` opens; 0 where none is."""
    if opening.whitespace_:
        return 0
    for token in doc[opening.i + 1 : opening.i + 2 + LONGEST]:
        if token.text == QUOTES[opening.text]:
            tied = not doc[token.i - 1].whitespace_ and token.whitespace_ and token.i + 1 < len(doc)
            return token.i if tied and token.i > opening.i + 1 else 0
        if not (token.text[0].isupper() or token.lower_ in words.particles | {"the"}):
            return 0
    return 0


def _before(doc: Doc, i: int) -> int:
    """The start of the given names that end before token ``i``."""
    start = i
    while start > max(i - PARTS, 0) and _is_part(doc[start - 1]) and (start == i or doc[start - 1].whitespace_):
        start -= 1
    return start


def _after(doc: Doc, i: int, words: NameWords) -> int:
    """The end of the surnames that start at token ``i``."""
    end, stop = i, min(i + PARTS, len(doc))
    while end < stop and (_is_part(doc[end]) or (doc[end].lower_ in words.particles and doc[end].ent_type_ == LABEL)):
        end += 1
        while end + 1 < stop and doc[end].text in HYPHENS and not doc[end].whitespace_ and _is_part(doc[end + 1]):
            end += 2
    return end


def _is_part(token: Token) -> bool:
    name = token.ent_type_ == LABEL or (token.pos_ == "PROPN" and not token.ent_type_)
    return name and token.text[0].isupper() and token.is_alpha
