"""The words after a title's noun that belong to it: "Minister of Water and Energy", "Chair in History"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstally.words.names import HYPHENS
from newstally.words.rolewords import RoleWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PREPOSITIONS = {"of", "for", "on", "in", "to"}
NOT_FIELDS = {"LOC", "NORP", "PERSON"}
JOINTS = {"and", "&", ","}
SERIES = 5  # words after a comma in which "and" must come for the comma to stand inside a field


def end_of(core: Span, words: RoleWords) -> int:
    """Where the title with the noun ``core`` ends."""
    doc, end = core.doc, core.end
    if end < len(doc) and doc[end].lower_ in {"emeritus", "emerita"}:
        return end + 1
    if end + 1 >= len(doc) or not _takes_field(core, doc[end].lower_, words):
        return end
    minister = core.label_ == "minister"
    start = end + 1
    if minister and doc[start].lower_ == "the" and start + 1 < len(doc) and doc[start + 1].lower_ in words.portfolios:
        start += 1  # "Minister of the Interior"
    field = _field_end(doc, start, words, capitals=minister or core[-1].lower_ in words.named_fields)
    return field if field > start else end


def _takes_field(core: Span, preposition: str, words: RoleWords) -> bool:
    """Whether the title's noun has a field after this preposition."""
    head = core[-1].lower_
    if preposition == "in":
        return head in words.in_fields
    if preposition == "on" and head == "member":
        return True
    if core.label_ == "minister":
        return preposition in {"of", "for"}
    return preposition in PREPOSITIONS and head in words.portfolio_heads


def _field_end(doc: Doc, start: int, words: RoleWords, *, capitals: bool) -> int:
    """The end of the field's name that starts at ``start``, a bare noun phrase; ``start`` where there is none."""
    i = end = start
    while i < len(doc) and "\n" not in doc[i].text:
        token = doc[i]
        if token.is_space or token.text in HYPHENS:
            i += 1
            continue
        joins = token.lower_ in JOINTS and i + 1 < len(doc) and (token.text != "," or _in_series(doc, i))
        word = doc[i + 1] if joins else token
        if not _names_field(word, words) or not (word.is_lower or (capitals and doc[start].text[0].isupper())):
            break
        i += 1
        end = end if joins else i
    return end


def _names_field(token: Token, words: RoleWords) -> bool:
    """Whether the word can be part of a field's name: a noun or adjective, no organisation, place or person."""
    field = token.lower_ in words.portfolios
    if token.ent_type_ in NOT_FIELDS or (not field and (token.ent_type_ or token.lower_ in words.organisations)):
        return False
    return token.pos_ in {"NOUN", "PROPN", "ADJ", ""} and (field or token.lower_ not in words.heads)


def _in_series(doc: Doc, comma: int) -> bool:
    """Whether a comma stands inside "Trade, Industry and Tourism" rather than at the end of the title."""
    following = [token.lower_ for token in doc[comma + 2 : comma + SERIES]]
    return bool({"and", "&"}.intersection(following)) and doc[comma + 1].text[0].isupper()
