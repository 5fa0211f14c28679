"""What stands in a row: "A, B and C" as items, over the tokens of one sentence. Pure; knows nothing of counts.

Commas and "and" are ambiguous ("Web and App development, and Robotics"; "Kovac, the mayor, and Ilic"), so a stretch
of text has several *readings*, the likeliest first. Who knows how many items to expect may choose among them.
Token ranges are ``[first, last)``, indexes into ``Mentions.tokens``.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from newstally.types import Token
from newstally.words.syntax import FINITE

DASHES = {"—", "–", "--", "-", "―"}
OPENING = {"(": ")", "[": "]", "“": "”"}
CLOSING = {")", "]", "”"}
RELATIVE = {"WDT", "WP", "WP$", "WRB"}
BEFORE_NO_ITEM = RELATIVE | FINITE | {"VB", "VBN", "IN", "RB", "TO", "EX"}


class Range(NamedTuple):
    """Tokens ``[first, last)``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between two separators; ``mark`` is the "," or ";" before it ("" for none), ``joined`` an "and"."""

    range: Range
    mark: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a stretch as an enumeration.

    ``plain`` says that nothing about it is doubtful: names only, closed by an "and", with nothing after that could
    belong to it. ``end`` is the token after the last item.
    """

    items: tuple[Range, ...]
    plain: bool = False

    @property
    def end(self) -> int:
        """The token after the last item."""
        return self.items[-1].last


# ---- how far it may reach --------------------------------------------------------------------------------------------


def region(tokens: Sequence[Token], first: int, stops: AbstractSet[int] = frozenset()) -> Range:
    """From ``first`` to the sentence's end, or to a closing dash, bracket or quotation mark, or one of ``stops``."""
    expected: list[str] = []
    for i in range(first, len(tokens)):
        token = tokens[i]
        if token.sentence != tokens[first].sentence or token.i in stops:
            return Range(first, token.i)
        if expected and token.text == expected[-1]:
            expected.pop()
        elif token.text in OPENING:
            expected.append(OPENING[token.text])
        elif token.text == '"' and opens(tokens, token.i):
            expected.append('"')
        elif not expected and (token.text in CLOSING or token.text == '"' or is_dash(tokens, token.i)):
            return Range(first, token.i)
    return Range(first, len(tokens))


def is_dash(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is a dash between words, not a hyphen within one."""
    spaced = 0 < i < len(tokens) - 1 and (tokens[i - 1].end < tokens[i].start or tokens[i].end < tokens[i + 1].start)
    return tokens[i].text in DASHES and (spaced or tokens[i].text in {"—", "--", "―"})


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
            depth += _nesting(tokens, i, depth)
            if depth or i in whole or not (token.text in {",", ";"} or _joins(token, joins)):
                continue
        if first < i:
            found.append(Segment(Range(first, i), mark, joined))
            mark, joined = "", False
        first = i + 1
        if token is not None and token.text in {",", ";"}:
            mark = token.text
        elif token is not None:
            joined = True
    return [s for s in found if any(t.pos != "PUNCT" for t in tokens[s.range.first : s.range.last])]


def _nesting(tokens: Sequence[Token], i: int, depth: int) -> int:
    text = tokens[i].text
    if text in OPENING or (text == '"' and opens(tokens, i)):
        return 1
    return -1 if depth and (text in CLOSING or text == '"') else 0


def _joins(token: Token, joins: AbstractSet[int]) -> bool:
    return token.i in joins or (token.pos == "CCONJ" and token.lower in {"and", "or"})


# ---- readings --------------------------------------------------------------------------------------------------------


def readings(
    tokens: Sequence[Token], within: Range, whole: AbstractSet[int] = frozenset(), joins: AbstractSet[int] = frozenset()
) -> list[Reading]:
    """The ways to take a stretch as an enumeration, the likeliest first; none where nothing stands.

    ``whole`` and ``joins`` as in `segments`.
    """
    parts = segments(tokens, within, whole, joins)
    if not parts:
        return []
    near = _until_semicolon(parts)
    ways = [_closed(tokens, near), _every(tokens, parts), _parallel(tokens, parts)]
    ways.insert(0 if _pairs_first(tokens, near) else 1, _comma_and(tokens, near))
    if len(near) < len(parts):
        ways.insert(0, _by_semicolon(tokens, parts))
    unique: dict[tuple[Range, ...], Reading] = {}
    for reading in ways:
        if reading.items:
            unique.setdefault(reading.items, reading)
    return list(unique.values())


def _until_semicolon(parts: list[Segment]) -> list[Segment]:
    return parts[: next((n for n, part in enumerate(parts) if part.mark == ";"), len(parts))]


def _pairs_first(tokens: Sequence[Token], parts: list[Segment]) -> bool:
    """Whether the first bare "and" stands before the commas: "Data and Design, Web and Apps, and Robotics"."""
    if len(parts) < 4 or not parts[1].joined or parts[1].mark:
        return False
    closing = next((n for n, part in enumerate(parts) if part.joined and part.mark), 0)
    return closing > 2 and all(is_item(tokens, part.range) for part in parts[:closing])


def _by_semicolon(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Where semicolons part the items, commas do not: "Ana Kos, the mayor; Ivo Lah, her deputy; and Jan Zor"."""
    starts = [parts[0], *(part for part in parts if part.mark == ";")]
    items = tuple(trimmed(tokens, part.range) for part in starts)
    return Reading(items, starts[-1].joined and all(is_name(tokens, item) for item in items))


def _closed(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Up to the first conjunction: "A, B and C"; without one three names or more, else the first item alone."""
    if not is_item(tokens, parts[0].range):
        return Reading(())
    items = [parts[0].range]
    named = is_name(tokens, trimmed(tokens, parts[0].range))
    for number, part in enumerate(parts[1:], 1):
        if named and not part.joined and is_aside(tokens, part.range):
            continue
        if not is_item(tokens, part.range):
            break
        items.append(part.range)
        if part.joined:
            ranges = tuple(trimmed(tokens, item) for item in items)
            return Reading(ranges, all(is_name(tokens, r) for r in ranges) and _ends(tokens, parts[number + 1 :]))
    ranges = tuple(trimmed(tokens, item) for item in items)
    row = len(ranges) > 2 and all(is_name(tokens, item) for item in ranges)
    return Reading(ranges if row else ranges[:1])


def _ends(tokens: Sequence[Token], rest: list[Segment]) -> bool:
    """Whether nothing in ``rest`` could go on with a list of names: no name comes next or behind a further "and"."""
    going_on = [part for part in rest[1:] if part.joined] + rest[:1]
    return not any(is_name(tokens, trimmed(tokens, part.range)) for part in going_on)


def _comma_and(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Up to the first ", and", where a bare "and" is inside an item: "Data and Design, Web and Apps, and Robotics"."""
    items: list[Range] = []
    for part in parts:
        if part.joined and not part.mark and items:
            items[-1] = Range(items[-1].first, part.range.last)
        elif is_item(tokens, part.range):
            items.append(part.range)
        if part.joined and part.mark:
            return Reading(tuple(trimmed(tokens, item) for item in items))
    return Reading(())


def _every(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Every segment that could be an item, however they are joined."""
    if not is_item(tokens, parts[0].range):
        return Reading(())
    kept = [parts[0].range]
    for part in parts[1:]:
        is_age = _is_number(tokens, part) and not any(word.pos == "NUM" for word in _of(tokens, kept[-1]))
        if is_item(tokens, part.range) and not is_age:
            kept.append(part.range)
    return Reading(tuple(trimmed(tokens, item) for item in kept) if len(kept) > 1 else ())


def _parallel(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Items that begin with one small word: "that taxes fall, that wages rise and prices hold, and that …"."""
    word = tokens[parts[0].range.first]
    if word.pos in {"PROPN", "NOUN", "NUM"} or word.dep == "case":
        return Reading(())
    starts = [n for n, part in enumerate(parts) if tokens[part.range.first].lower == word.lower]
    ends = [*(n - 1 for n in starts[1:]), len(parts) - 1]
    items = (Range(parts[n].range.first, parts[m].range.last) for n, m in zip(starts, ends, strict=True))
    return Reading(tuple(trimmed(tokens, item) for item in items) if len(starts) > 1 else ())


# ---- what an item looks like -----------------------------------------------------------------------------------------


def is_item(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a thing may be named here: a nominal that does not begin as a clause or prepositional phrase does."""
    words = [word for word in _of(tokens, part) if word.pos != "PUNCT"]
    if not words or (len(words) == 1 and words[0].tag == "VBN"):
        return bool(words)
    if words[0].tag in BEFORE_NO_ITEM or words[0].pos in {"AUX", "SCONJ"}:
        return False
    return any(word.pos in {"NOUN", "PROPN", "NUM", "ADJ", "X"} or word.tag == "VBG" for word in words)


def is_aside(tokens: Sequence[Token], part: Range) -> bool:
    """Whether it only says more of the name before it: "the mayor", "his wife", "who lives here", "42"."""
    words = _of(tokens, part)
    if words[0].tag in RELATIVE or all(word.pos in {"NUM", "PUNCT"} for word in words):
        return True
    return words[0].pos in {"DET", "PRON"} and not any(word.text[0].isupper() for word in words[1:2])


def is_name(tokens: Sequence[Token], part: Range) -> bool:
    """Whether the item is a proper name, determiner and titles before it included."""
    words = [word for word in _of(tokens, part) if word.pos not in {"DET", "PUNCT"}]
    if not words or not words[0].text[0].isupper():
        return False
    return words[-1].text[0].isupper() or words[-1].pos in {"PROPN", "NUM", "X"}


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


def _is_number(tokens: Sequence[Token], part: Segment) -> bool:
    return not part.joined and all(word.pos in {"NUM", "PUNCT"} for word in _of(tokens, part.range))


def _of(tokens: Sequence[Token], part: Range) -> Sequence[Token]:
    return tokens[part.first : part.last]
