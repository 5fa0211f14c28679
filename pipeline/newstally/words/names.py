"""What several rooms look for in and around names: the model's labels of them, and the signs within them."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from newstally.words.spelling import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

OTHER_NAMES = frozenset({"ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"})
"""The model's labels of names that are no person's."""

HYPHENS = frozenset({"-", "‑", "–"})
"""The signs that tie the parts of a name or title: hyphen, no-break hyphen, and the dash that stands for one."""

NICKNAME = re.compile(r"[\"“(][^\"”)]{0,40}[\"”)]|(?<=\s)['‘][^'’]{1,40}['’](?=\s)")
"""What stands in quotes or brackets within a name: "Ana “the Fox” Kos"."""

WORD = re.compile(r"\w")
POSSESSIVE = re.compile(r"['’]s$")
PUNCTUATION = ".,;:'’‘\"“”()«»"


def nickname(text: str) -> tuple[str, ...]:
    """The comparable words of the nickname in quotes within a name; () where there is none."""
    inside = NICKNAME.search(text)
    return name_words(inside[0].strip(PUNCTUATION)) if inside is not None and inside.start() > 0 else ()


def name_words(text: str, suffixes: Container[str] = ()) -> tuple[str, ...]:
    """The name as comparable words: no accents, case, points, nicknames in quotes or ``suffixes`` ("jr")."""
    text = NICKNAME.sub(" ", text) if WORD.match(text) else text
    words = [POSSESSIVE.sub("", word).strip(PUNCTUATION) for word in plain(text).split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[-1] in suffixes:
        words.pop()
    return tuple(words)


def entity_at(doc: Doc, i: int) -> Span | None:
    """The entity that holds word ``i``, with its label and id; `Doc.ents` would look through the whole text for it."""
    if not doc[i].ent_type:
        return None
    start, end = i, i + 1
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    span = doc[start:end]
    span.label, span.id = doc[start].ent_type, doc[start].ent_id
    return span
