"""What an item of a row looks like: a thing named, and not what is only said of the one before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstally.resolve.lists.segments import Range
from newstally.types import Token
from newstally.words.syntax import FINITE

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
RELATIVE = {"WDT", "WP", "WP$", "WRB"}
BEFORE_NO_ITEM = RELATIVE | FINITE | {"VB", "VBN", "IN", "RB", "TO", "EX"}


def is_item(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a thing may be named here: a nominal that does not begin as a clause or prepositional phrase does."""
    words = [word for word in _of(tokens, part) if word.pos != "PUNCT"]
    if not words or (len(words) == 1 and words[0].tag == "VBN"):
        return bool(words)
    if words[0].tag in BEFORE_NO_ITEM or words[0].pos in {"AUX", "SCONJ"}:
        return False
    if words[0].lower in {"a", "an"} and all(word.pos in {"DET", "ADJ", "ADV"} for word in words):
        return False
    return any(word.pos in {"NOUN", "PROPN", "NUM", "ADJ", "X"} or word.tag == "VBG" for word in words)


def is_aside(tokens: Sequence[Token], part: Range) -> bool:
    """Whether it only says more of the name before it: "the mayor", "a Danish pilot", "who lives here", "42"."""
    words = _of(tokens, part)
    if words[0].tag in RELATIVE or is_number(tokens, part) or is_description(tokens, part):
        return True
    return words[0].pos in {"DET", "PRON"} and not any(word.text[0].isupper() for word in words[1:2])


def is_description(tokens: Sequence[Token], part: Range) -> bool:
    """Whether it is a common noun behind "a": what the name before it is, "a Danish pilot"."""
    words = _of(tokens, part)
    last = next((word for word in reversed(words) if word.pos != "PUNCT"), words[-1])
    return words[0].lower in {"a", "an"} and last.pos == "NOUN" and last.text[0].islower()


def is_number(tokens: Sequence[Token], part: Range) -> bool:
    """Whether nothing but a number stands there, as an age does behind a name."""
    return all(word.pos in {"NUM", "PUNCT"} for word in _of(tokens, part))


def is_name(tokens: Sequence[Token], part: Range) -> bool:
    """Whether the item is a proper name, determiner and titles before it included."""
    words = [word for word in _of(tokens, part) if word.pos not in {"DET", "PUNCT"}]
    if not words or not words[0].text[0].isupper():
        return False
    return words[-1].text[0].isupper() or words[-1].pos in {"PROPN", "NUM", "X"}


def is_year(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a year stands there and nothing else."""
    return part.last - part.first == 1 and YEAR.fullmatch(tokens[part.first].text) is not None


def trimmed(tokens: Sequence[Token], part: Range) -> Range:
    """The item without the determiner of a name, and without what follows a name that is no part of it."""
    first, last = part
    while (
        last - 1 > first and tokens[last - 1].pos == "PUNCT" and tokens[last - 1].text in {".", ",", ";", ":", "!", "?"}
    ):
        last -= 1
    if tokens[first].pos == "DET" and first + 1 < last and tokens[first + 1].text[0].isupper():
        first += 1
    if tokens[first].pos == "PROPN":
        last = _name_end(tokens, first, last)
        opened = any(token.text == "(" for token in tokens[first:last]) and tokens[last - 1].text != ")"
        last += opened and last < part.last and tokens[last].text == ")"
    return Range(first, last)


def _name_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name that starts at ``first`` ends: small words belong to it only before another capital."""
    end = first + 1
    for i in range(first + 1, last):
        word = tokens[i]
        if word.tag in FINITE | RELATIVE:
            break
        if word.text[0].isupper() or word.pos in {"PROPN", "NUM"} or _is_named_noun(tokens, first, i):
            end = i + 1
        elif word.pos not in {"ADP", "DET", "CCONJ", "PART", "PUNCT", "SYM"}:
            break
    return end


def _is_named_noun(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether the noun at ``i`` is what the words right before it name: "the Ohio Democratic caucuses"."""
    return tokens[i].pos == "NOUN" and any(first <= j < i and tokens[j].head == i for j in (i - 1, i - 2))


def _of(tokens: Sequence[Token], part: Range) -> Sequence[Token]:
    return tokens[part.first : part.last]
