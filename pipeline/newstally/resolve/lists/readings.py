"""What stands in a row: "A, B and C" as items, over the tokens of one sentence. Pure; knows nothing of counts.

Commas and "and" are ambiguous ("Web and App development, and Robotics"; "Kovac, the mayor, and Ilic"), so a stretch
of text has several *readings*, the likeliest first. Who knows how many items to expect may choose among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newstally.resolve.lists.items import is_aside, is_description, is_item, is_name, is_number, trimmed
from newstally.resolve.lists.segments import Range, Segment, segments
from newstally.types import Token


class Reading(NamedTuple):
    """One way to take a stretch as an enumeration; ``end`` is the token after the last item."""

    items: tuple[Range, ...]

    @property
    def end(self) -> int:
        """The token after the last item."""
        return self.items[-1].last


NOTHING = Reading(())


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
    ways = [_closed(tokens, near), _every(tokens, parts), _parallel(tokens, parts), _halves(tokens, near)]
    ways.append(_behind_one_word(tokens, near))
    ways.insert(0 if _pairs_first(tokens, near) else 1, _comma_and(tokens, near))
    ways.insert(0, _bracketed(tokens, near))
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
    return Reading(tuple(trimmed(tokens, part.range) for part in starts))


def _closed(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Up to the first conjunction: "A, B and C"; without one three names or more, else the first item alone."""
    if not is_item(tokens, parts[0].range):
        return NOTHING
    items = [parts[0].range]
    named = is_name(tokens, trimmed(tokens, parts[0].range))
    for part in parts[1:]:
        if named and not part.joined and is_aside(tokens, part.range):
            continue
        if not is_item(tokens, part.range):
            break
        items.append(part.range)
        if part.joined:
            return Reading(tuple(trimmed(tokens, item) for item in items))
    ranges = tuple(trimmed(tokens, item) for item in items)
    row = len(ranges) > 2 and all(is_name(tokens, item) for item in ranges)
    return Reading(ranges if row else ranges[:1])


def _comma_and(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Up to the first ", and", where a bare "and" is inside an item: "Data and Design, Web and Apps, and Robotics"."""
    items: list[Range] = []
    if not any(part.joined and part.mark for part in parts):
        return NOTHING
    for part in parts:
        if part.joined and not part.mark and items:
            items[-1] = Range(items[-1].first, part.range.last)
        elif is_item(tokens, part.range):
            items.append(part.range)
        if part.joined and part.mark:
            return Reading(tuple(trimmed(tokens, item) for item in items))
    return NOTHING


def _every(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Every segment that could be an item, however they are joined."""
    if not is_item(tokens, parts[0].range):
        return NOTHING
    kept = [parts[0].range]
    for part in parts[1:]:
        is_age = not part.joined and is_number(tokens, part.range) and not _ends_in_number(tokens, kept[-1])
        is_said = not part.joined and is_description(tokens, part.range) and _ends_in_name(tokens, kept[-1])
        if is_item(tokens, part.range) and not is_age and not is_said:
            kept.append(part.range)
    return Reading(tuple(trimmed(tokens, item) for item in kept) if len(kept) > 1 else ())


def _parallel(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Items that begin with one small word: "that taxes fall, that wages rise and prices hold, and that …"."""
    word = tokens[parts[0].range.first]
    if word.pos in {"PROPN", "NOUN", "NUM"} or word.dep == "case":
        return NOTHING
    starts = [n for n, part in enumerate(parts) if tokens[part.range.first].lower == word.lower]
    ends = [*(n - 1 for n in starts[1:]), len(parts) - 1]
    items = (Range(parts[n].range.first, parts[m].range.last) for n, m in zip(starts, ends, strict=True))
    return Reading(tuple(trimmed(tokens, item) for item in items) if len(starts) > 1 else ())


def _behind_one_word(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Items that each follow the preposition before the first: "trials, in Bow and in Hale"."""
    before = tokens[parts[0].range.first - 1 : parts[0].range.first]
    rest = parts[1 : next((number for number, part in enumerate(parts) if part.joined), 0) + 1]
    if not rest or not before or before[0].pos != "ADP":
        return NOTHING
    ranges = [parts[0].range, *(Range(part.range.first + 1, part.range.last) for part in rest)]
    are_alike = all(tokens[item.first - 1].lower == before[0].lower and item.first < item.last for item in ranges)
    return NOTHING if not are_alike else Reading(tuple(trimmed(tokens, item) for item in ranges))


def _bracketed(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Items that each end in a bracket: "Building, Roofs and Glass (two people), Dyes (one) and Web and Apps (six)"."""
    ends = [part.range.last for part in parts if tokens[part.range.last - 1].text == ")"]
    if len(ends) < 3:
        return NOTHING
    starts = [parts[0].range.first, *(part.range.first for part in parts[1:] if _follows_one(part, ends))]
    if len(starts) != len(ends):
        return NOTHING
    return Reading(tuple(trimmed(tokens, Range(*pair)) for pair in zip(starts, ends, strict=True)))


def _follows_one(part: Segment, ends: list[int]) -> bool:
    """Whether the part before this one ends at one of ``ends``: a comma, an "and" or both stand between."""
    return any(part.range.first - 2 <= end < part.range.first for end in ends)


def _halves(tokens: Sequence[Token], parts: list[Segment]) -> Reading:
    """Two names, the first of which is a row itself: "Hale, Ortiz and Webb and, later, Kovac Lim"."""
    joined = [number for number, part in enumerate(parts) if part.joined]
    if len(joined) < 2:
        return NOTHING
    first = Range(parts[0].range.first, parts[joined[-1] - 1].range.last)
    both = (first, trimmed(tokens, parts[joined[-1]].range))
    return Reading(both if all(is_name(tokens, item) for item in both) else ())


def _ends_in_name(tokens: Sequence[Token], item: Range) -> bool:
    return tokens[item.last - 1].pos == "PROPN"


def _ends_in_number(tokens: Sequence[Token], item: Range) -> bool:
    return any(word.pos == "NUM" for word in tokens[item.first : item.last])
