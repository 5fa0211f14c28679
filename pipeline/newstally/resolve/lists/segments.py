"""A stretch of a sentence taken apart at its commas, semicolons and conjunctions. Pure.

Token ranges are ``[first, last)``, indexes into ``Mentions.tokens``.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newstally.types import Token

DASHES = {"—", "–", "--", "-", "―"}
OPENING = {"(": ")", "[": "]", "“": "”"}
CLOSING = {")", "]", "”"}
PAIRED = frozenset((*OPENING, *CLOSING, '"'))
PARTING = frozenset((",", ";"))
JOINING = frozenset(("and", "or"))


class Range(NamedTuple):
    """Tokens ``[first, last)``."""

    first: int
    last: int


class Segment(NamedTuple):
    """A stretch between two separators; ``mark`` is the "," or ";" before it ("" for none), ``joined`` an "and"."""

    range: Range
    mark: str
    joined: bool


# ---- how far it may reach --------------------------------------------------------------------------------------------


def region(
    tokens: Sequence[Token], first: int, stops: AbstractSet[int] = frozenset(), signs: AbstractSet[str] = frozenset()
) -> Range:
    """From ``first`` to the sentence's end, or to a closing dash, bracket or quotation mark, or one of ``stops``.

    ``signs`` are further signs that close it, unless they stand in brackets.
    """
    expected: list[str] = []
    telling = PAIRED | DASHES | signs
    for i in range(first, len(tokens)):
        token = tokens[i]
        if token.sentence != tokens[first].sentence or i in stops:
            return Range(first, i)
        text = token.text
        if text not in telling:
            continue
        if expected and text == expected[-1]:
            expected.pop()
        elif text in OPENING:
            expected.append(OPENING[text])
        elif text == '"' and opens(tokens, i):
            expected.append('"')
        elif not expected and (text not in DASHES or is_dash(tokens, i)):
            return Range(first, i)
    return Range(first, len(tokens))


def is_dash(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is a dash between words, not a hyphen within one."""
    if tokens[i].text not in DASHES:
        return False
    spaced = 0 < i < len(tokens) - 1 and (tokens[i - 1].end < tokens[i].start or tokens[i].end < tokens[i + 1].start)
    return spaced or tokens[i].text in {"—", "--", "―"}


def announces(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is a sign behind which items may follow: a comma, colon, bracket or dash."""
    return i < len(tokens) and (tokens[i].text in {",", ":", "("} or is_dash(tokens, i))


def opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether the straight quotation mark at ``i`` opens a quotation: it clings to the word after it."""
    after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    before = i > 0 and tokens[i - 1].end == tokens[i].start
    return after and not before


# ---- what stands between the separators ------------------------------------------------------------------------------


def segments(tokens: Sequence[Token], within: Range, whole: AbstractSet[int], joins: AbstractSet[int]) -> list[Segment]:
    """The stretches of ``within`` between its commas, semicolons and conjunctions.

    No separator is seen in brackets or quotations, nor at the tokens of ``whole`` (the inside of names). ``joins``
    are tokens that join like "and" ("as well as").
    """
    found: list[Segment] = []
    first, mark, joined, depth = within.first, "", False, 0
    for i in range(within.first, within.last + 1):
        token = tokens[i] if i < within.last else None
        if token is not None:
            if token.text in PAIRED:
                depth += _nesting(tokens, i, depth)
            if depth or i in whole or not (token.text in PARTING or _joins(token, joins)):
                continue
        if first < i:
            if any(word.pos != "PUNCT" for word in tokens[first:i]):
                found.append(Segment(Range(first, i), mark, joined))
            mark, joined = "", False
        first = i + 1
        if token is not None and token.text in PARTING:
            mark = token.text
        elif token is not None:
            joined = True
    return _without_adverbs(tokens, found)


def _without_adverbs(tokens: Sequence[Token], parts: list[Segment]) -> list[Segment]:
    """The parts but those that only say when or how the next one is joined: "Kovac and, for the first time, Ilic"."""
    kept: list[Segment] = []
    joined = False
    for part in parts:
        if part.joined and part is not parts[-1] and _is_adverbial(tokens, part.range):
            joined = True
            continue
        kept.append(part._replace(joined=True) if joined else part)
        joined = False
    return kept


def _is_adverbial(tokens: Sequence[Token], part: Range) -> bool:
    """Whether it is made of adverbs, or is a phrase between commas behind the conjunction: "and, in Thailand, Trat"."""
    words = [token.pos for token in tokens[part.first : part.last] if token.pos != "PUNCT"]
    is_set_off = tokens[part.first - 1].text == "," and tokens[part.last].text == ","
    return all(pos == "ADV" for pos in words) or (is_set_off and words[0] in {"ADP", "ADV", "SCONJ"})


def _nesting(tokens: Sequence[Token], i: int, depth: int) -> int:
    text = tokens[i].text
    if text in OPENING or (text == '"' and opens(tokens, i)):
        return 1
    return -1 if depth and (text in CLOSING or text == '"') else 0


def _joins(token: Token, joins: AbstractSet[int]) -> bool:
    return token.i in joins or (token.pos == "CCONJ" and token.lower in JOINING)
