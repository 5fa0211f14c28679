"""The words after a title's noun that belong to it: "Minister of Water and Energy", "Chair in History"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstally.words.names import HYPHENS
from newstally.words.rolewords import RoleWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PREPOSITIONS = {"of", "for", "on", "in", "to"}
NOT_FIELDS = {"LOC", "PERSON"}
JOINTS = {"and", "&", ","}
LAST = {"and", "&"}  # before the last member of a series
SERIES = 16  # words after a comma in which "and" must come for the comma to stand inside a field
SURE = 0.8  # certainty from which a place in a minister's field is one
MEMBER = 4  # words of a member of a series, at most


class Field(NamedTuple):
    """What may stand in the field of one title."""

    words: RoleWords
    capitals: bool  # words in capitals
    closed: bool  # the field names no organisation: a minister's, or one after "on"
    place: bool  # a place: "special representative for Central Africa"


def end_of(core: Span, words: RoleWords) -> int:
    """Where the title with the noun ``core`` ends."""
    doc, end = core.doc, core.end
    if end < len(doc) and doc[end].lower_ in {"emeritus", "emerita"}:
        return end + 1
    if end + 1 >= len(doc) or not _takes_field(core, doc[end].lower_, words):
        return end
    minister, preposition, head = core.label_ == "minister", doc[end].lower_, core[-1].lower_
    start = end + 1
    if minister and doc[start].lower_ == "the" and start + 1 < len(doc) and doc[start + 1].lower_ in words.portfolios:
        start += 1  # "Minister of the Interior"
    capitals = minister or head in words.named_fields or (preposition == "for" and core[-1].is_title)
    place = preposition == "for" and head in words.place_fields
    found = _field_end(doc, start, Field(words, capitals or place, minister or preposition == "on", place))
    return found if found > start else end


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


def _field_end(doc: Doc, start: int, field: Field) -> int:
    """The end of the field's name that starts at ``start``, a bare noun phrase; ``start`` where there is none."""
    i = end = start
    upper = field.capitals and doc[start].text[0].isupper()
    while i < len(doc) and "\n" not in doc[i].text:
        token = doc[i]
        glued = token.text == "/" and i > start and not doc[i - 1].whitespace_ and not token.whitespace_
        if token.is_space or token.text in HYPHENS or glued or (token.tag_ == "POS" and i > start):
            i += 1
            continue
        joins = token.lower_ in JOINTS and i + 1 < len(doc) and (token.text != "," or _in_series(doc, i, field, upper))
        word = doc[i + 1] if joins else token
        if not _names_field(word, field) or not (word.is_lower or upper):
            break
        i += 1
        end = end if joins else i
    return end


def _names_field(token: Token, field: Field) -> bool:
    """Whether the word can be part of a field's name: a noun or adjective, no organisation, place or person."""
    words = field.words
    known = token.lower_ in words.portfolios
    place = token.ent_type_ == "LOC" and (field.place or (field.closed and float(token.ent_id_ or 1) < SURE))
    if token.ent_type_ in NOT_FIELDS and not place:
        return False
    if token.ent_type_ == "NORP" and not _followed(token, field):
        return False  # "African Affairs", but not "the minister for health Kenyan"
    named = bool(token.ent_type_) and not field.place and token.ent_type_ != "NORP"
    if not (known or field.closed) and (named or token.lower_ in words.organisations):
        return False
    person = token.lower_ in words.heads or token.lower_ in words.plurals
    noun = known or not person or (token.lower_ in words.heads and _followed(token, field))
    return token.pos_ in {"NOUN", "PROPN", "ADJ", ""} and noun


def _followed(token: Token, field: Field) -> bool:
    """Whether the word modifies another of the field: "Marine Resources", "African Affairs"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    noun = after is not None and after.pos_ in {"NOUN", "PROPN"} and after.lower_ not in field.words.heads
    return noun and after.ent_type_ not in NOT_FIELDS and after.text[0].isupper() == token.text[0].isupper()


def _in_series(doc: Doc, comma: int, field: Field, upper: bool) -> bool:
    """Whether a comma stands inside "Trade, Industry and Tourism" rather than at the end of the title."""
    length = 0
    for token in doc[comma + 1 : comma + 1 + SERIES]:
        if token.lower_ in LAST:
            after = doc[token.i + 1] if token.i + 1 < len(doc) else token
            same = after.text[0].isupper() == doc[comma + 1].text[0].isupper()
            return length > 0 and same and _names_field(after, field)
        if token.text == ",":
            length = 0
            continue
        length += 1
        fits = _names_field(token, field) and token.text[0].isupper() == upper
        if length > MEMBER or not fits:
            return False
    return False
