"""Text → logical lines: trimmed, with their marker if they have one; hard-wrapped lines joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b\u2060"
"""White space, and the marks that look like none at all (byte order mark, zero-width space, word joiner)."""

MARKER = re.compile(
    r"(?:(?P<bullet>[•·▪●◦‣■*–-])|(?P<number>\(?(?:\d{1,3}[.)]|[a-z]\))))(?:\s+|(?<=\d[.)])(?=[A-Z]))(?=[^\W_]|[\"'“‘«$€£\[(@#¿¡])"
)
NARROWEST, WIDEST = 50, 100  # columns at which text is wrapped by hand or by mail programs


class Line(NamedTuple):
    """One line as its writer meant it; ``text`` is the article's text from ``start`` to ``end``."""

    start: int
    end: int
    text: str
    gap: bool  # a blank line, or the text's beginning, stands before it
    indent: int  # characters of white space before it
    marker: str  # bullet or number with which it begins, "" for none
    body: int  # where the words after the marker begin


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order; a hard-wrapped paragraph is one line."""
    return list(_unwrap(text, list(_physical(text))))


def cut(line: Line, first: int, second: int) -> tuple[Line, Line]:
    """Two lines: up to ``first`` characters into the line, and from ``second`` on, as if a blank line lay between."""
    return (
        line._replace(end=line.start + first, text=line.text[:first]),
        make_line(line.text[second:], line.start + second, True, 0),
    )


def make_line(text: str, start: int, gap: bool, indent: int) -> Line:
    """A line from its trimmed text."""
    match = MARKER.match(text)
    if not match:
        return Line(start, start + len(text), text, gap, indent, "", start)
    body = len(text) - len(text[match.end() :].lstrip(BLANK))
    return Line(start, start + len(text), text, gap, indent, match["bullet"] or match["number"], start + body)


def _physical(text: str) -> Iterator[Line]:
    offset, gap = 0, True
    for raw in text.splitlines(keepends=True):
        body = raw.lstrip(BLANK)
        indent = len(raw) - len(body)
        body = body.rstrip(BLANK)
        if body:
            yield make_line(body, offset + indent, gap, indent)
        gap = not body
        offset += len(raw)


def _unwrap(text: str, lines: list[Line]) -> Iterator[Line]:
    width = _width(lines)
    joined: list[Line] = []
    for line in lines:
        if joined and not (width and _is_full(joined[-1], line, width)):
            yield _join(text, joined)
            joined = []
        joined.append(line)
    if joined:
        yield _join(text, joined)


def _join(text: str, lines: list[Line]) -> Line:
    first, last = lines[0], lines[-1]
    return first if first is last else first._replace(end=last.end, text=text[first.start : last.end])


def _width(lines: list[Line]) -> int:
    """The column at which the text is wrapped, 0 where its line breaks are its author's own.

    In wrapped text a line is as full as it can be, and the next goes on in the middle of a sentence.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap]
    lengths = sorted(line.indent + len(line.text) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [after for line, after in pairs if _is_full(line, after, width)]
    return width if 2 * sum(after.text[0].islower() for after in full) > len(full) else 0


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of ``after`` had no room on ``line``, or goes on with its sentence."""
    if after.gap or after.marker or (after.indent > line.indent and not line.marker):
        return False
    length = line.indent + len(line.text)
    word = after.text[:WIDEST].split(" ", 1)[0]  # a no-break space is no place to break a line
    return length + 1 + len(word) > width or (after.text[0].islower() and 4 * length > 3 * width)


def chunks(lines: Iterable[Line]) -> Iterator[range]:
    """The runs of line numbers between blank lines."""
    first = 0
    number = -1
    for number, line in enumerate(lines):
        if line.gap and number > first:
            yield range(first, number)
            first = number
    if number >= first:
        yield range(first, number + 1)
