"""Mends the names that the model found: cuts titles off, splits what holds two names, joins what was cut in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newstally.extractors.people.words import POSSESSIVE, NameWords, named
from newstally.words.names import HYPHENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BRIDGE = 4  # words between two parts of a name
LONGEST = 24  # tokens that a name is made longer by, at most


def trimmed(entity: Span, words: NameWords, surnames: frozenset[str]) -> Iterator[Span]:
    """The entity without titles, possessive and quotes; in pieces where two names were taken for one.

    A word that is also a title stands alone as a name only where it is one of the story's surnames.
    """
    doc = entity.doc
    for piece in _pieces(entity):
        start, end = piece
        while start < end and _no_start(doc[start], end - start, words):
            start += 1
        while start < end and _no_end(doc[end - 1], end - start, words):
            end -= 1
        if start < end and (end - start > 1 or doc[start].text in surnames or not no_single(doc[start], words)):
            yield named(doc, start, end, "model" if (start, end) == (entity.start, entity.end) else "trim")


def no_single(token: Token, words: NameWords) -> bool:
    """Whether the word cannot be a name by itself: a title, a particle, a thing, a lower-case word."""
    form = token.lower_.rstrip(".")
    known = form in words.titles or form in words.roles.plurals or form in words.particles
    return known or token.lower_ in words.things or token.text[0].islower()


def _pieces(entity: Span) -> Iterator[tuple[int, int]]:
    """The entity cut at line ends, commas, "and" and slashes."""
    start = entity.start
    for token in entity:
        if token.lower_ in {"and", "&", ",", "/", ";"} or (token.is_space and "\n" in token.text):
            yield start, token.i
            start = token.i + 1
    yield start, entity.end


def _no_start(token: Token, length: int, words: NameWords) -> bool:
    if token.is_space or token.is_punct:
        return True
    several = token.lower_ in words.roles.plurals and words.roles.plurals[token.lower_] in words.title_ends
    rank = token.text in words.roles.acronyms  # "SP Ng"
    if length > 1 and (several or rank or words.title(token)) and token.text not in {"St", "St."}:
        return True  # "Dr. Ng", "Cllrs Ng"
    return token.text[0].islower() and token.lower_ not in words.particles


def _no_end(token: Token, length: int, words: NameWords) -> bool:
    before = token.nbor(-1) if length > 1 else None
    if before is not None and token.text == ".":
        return not (len(before) == 1 or before.lower_ in words.suffixes)
    if before is not None and token.is_lower and length > 2 and before.text in HYPHENS and not before.whitespace_:
        return False  # "Lu Mei-lan"
    lower = before is not None and token.is_lower and token.lower_ not in words.suffixes
    return token.is_space or token.is_punct or token.text in POSSESSIVE or lower


def joined(doc: Doc, spans: Sequence[Span], words: NameWords) -> list[Span]:
    """Names cut in two put together ("Osama" "bin" "Laden"), with what belongs to them and has no label."""
    merged: list[Span] = []
    for span in spans:
        start, end = _with_initials(doc, span, words), _extended(doc, span.start, span.end, words)
        if merged and (start < merged[-1].end or _bridged(doc, merged[-1].end, start, words)):
            start, end = merged[-1].start, max(end, merged.pop().end)
        rule = span.id_ if (start, end) == (span.start, span.end) else "join"
        merged.append(named(doc, start, end, rule))
    return merged


def _bridged(doc: Doc, end: int, start: int, words: NameWords) -> bool:
    """Whether only particles, an initial, a hyphen or a nickname in quotes stand between two parts of a name."""
    if not 0 <= start - end <= 2 * BRIDGE + 1:  # with white space around each
        return False
    between = [token for token in doc[end:start] if not token.is_space]
    if len(between) > BRIDGE or "\n" in doc[end:start].text:
        return False
    if len(between) == 3 and between[0].text in {'"', "“", "("} and between[2].text in {'"', "”", ")"}:
        return between[1].text[0].isupper()
    initial = [len(token) == 1 and token.text.isupper() for token in between]
    fits = [
        token.lower_ in words.particles or token.text in HYPHENS or (token.text == "." and i > 0) or initial[i]
        for i, token in enumerate(between)
    ]
    return all(fits)


def _with_initials(doc: Doc, span: Span, words: NameWords) -> int:
    """The start of the name with what stands short before it and has no label: "V N Kulkarni", "Ma. Luisa"."""
    i = span.start
    short = doc[i - 2 : i] if i > 1 and doc[i - 1].text == "." else doc[max(i - 1, 0) : i]
    if short and short[0].is_title and short.text.lower() in {f"{form}." for form in words.short_given}:
        i = short.start
    while i and doc[i - 1].tag_ == "NNP" and len(doc[i - 1]) == 1 and not doc[i - 1].ent_type_ and doc[i - 1].is_upper:
        i -= 1
    return i


def _extended(doc: Doc, start: int, end: int, words: NameWords) -> int:
    """The end of the name with the rest of a hyphenated part, letters cut off by a wrong encoding, and "Jr."."""
    stop = min(len(doc), end + LONGEST)
    while end + 1 < stop and doc[end].text in HYPHENS and _glued(doc, end, end + 1) and doc[end + 1].text[0].isupper():
        end += 2
    if end + 1 < len(doc) and doc[end].text in HYPHENS and _glued(doc, end, end + 1) and _syllable(doc, start, end + 1):
        end += 2  # "Lau Wing-sum"
    while end < stop and _glued(doc, end) and not doc[end].is_punct and doc[end].text not in POSSESSIVE:
        end += 1
    while end < stop and _goes_on(doc[end], start, words):
        end += 1
    if end < len(doc) and doc[end].lower_.rstrip(".") in {"jr", "sr", "ii", "iii", "iv"} and doc[end].text[0].isupper():
        end += 1
    return end


def _syllable(doc: Doc, start: int, i: int) -> bool:
    """Whether a word in lower case behind a hyphen is, by the parse, part of the name: not "Kos-led"."""
    token = doc[i]
    return token.is_lower and token.pos_ in {"PROPN", "NOUN"} and token.dep_ == "flat" and start <= token.head.i < i


def _glued(doc: Doc, *places: int) -> bool:
    """Whether the tokens follow the ones before them without white space."""
    return not any(doc[i - 1].whitespace_ or doc[i - 1].is_space or doc[i].is_space for i in places)


def _goes_on(token: Token, start: int, words: NameWords) -> bool:
    """Whether an unlabelled word is, by the parse, the rest of the name that starts at ``start``."""
    inside = start <= token.head.i < token.i and token.dep_ == "flat"
    initial_or_word = len(token) <= 2 or not token.is_upper  # not "U.K."
    name = token.pos_ == "PROPN" and token.is_title and initial_or_word and not token.ent_type_
    return inside and name and not words.title(token) and token.lower_ not in words.things
