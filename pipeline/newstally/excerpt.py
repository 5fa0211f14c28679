"""The lines of a text that hold a finding, with its words marked and labelled below them.

Lines end at a line feed, a carriage return or both; columns count code points from 1. Marks stand under the characters
as a terminal shows them: East Asian wide characters take two cells, combining marks none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

COLUMNS = 100  # cells of a quoted line with its number; paragraphs are longer, so they are cut around the figures
LEAST = 40  # cells of words, however narrow the terminal
CONTEXT = 24  # characters kept before a figure where its line is cut
CUT = "…"
MOST_LINES = 6  # quoted lines of one fault; of a longer list the middle is left out
WITHIN_SYLLABLES = frozenset(map(chr, range(0x1160, 0x1200)))  # Korean vowels and finals, drawn in the first's cells
SIGNS = {"primary": "^", "secondary": "-"}

Paint = Callable[[str, str], str]
"""Colours a text in the manner of a style: "primary", "secondary", "code", "file", "frame" or "help"."""


def plain(text: str, style: str) -> str:
    """The text without colour."""
    return text


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words ``[start, end)`` to mark, what is to be said of them, and whether the eye should go there first."""

    start: int
    end: int
    label: str = ""
    style: str = "primary"

    def holds(self, other: Mark) -> bool:
        """Whether ``other`` stands within these words: it is the one to look at."""
        return (self.start, self.end) != (other.start, other.end) and self.start <= other.start <= other.end <= self.end


class Lines:
    """The lines of a text by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(re.finditer(r"\r\n|\n|\r", text))
        self.starts = [0, *(match.end() for match in breaks)]
        self.ends = [*(match.start() for match in breaks), len(text)]

    def at(self, offset: int) -> int:
        """The number, from 0, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of ``offset``, from 1."""
        number = self.at(offset)
        return number + 1, offset - self.starts[number] + 1


def excerpt(text: str, marks: Sequence[Mark], paint: Paint = plain, columns: int = COLUMNS) -> list[str]:
    """The lines that hold ``marks``, each cut to a window and followed by its marks, beside line numbers.

    No line takes more than ``columns`` cells, unless a terminal is too narrow to read from.
    """
    lines = Lines(text)
    margin = len(str(lines.at(max((mark.end for mark in marks), default=1) - 1) + 1))
    width = max(LEAST, columns - margin - len(" | ") - 2 * len(CUT))
    quoted = list(_quoted(lines, sorted(set(marks)), width, paint))
    if len(quoted) > MOST_LINES:
        quoted = [*quoted[: MOST_LINES - 2], ("", ["⋮"]), quoted[-1]]
    return [
        f"{paint(f'{beside:>{margin}} |', 'frame')} {row}".rstrip()
        for number, rows in quoted
        for beside, row in zip((number, *[""] * (len(rows) - 1)), rows, strict=True)
    ]


def visible(text: str) -> str:
    """A text as one line shows it: a tab, a line end or a control character as one space."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)


def _quoted(lines: Lines, marks: Sequence[Mark], width: int, paint: Paint) -> Iterator[tuple[str, list[str]]]:
    """Stretches of lines as (line number, the words and the rows below them)."""
    pieces = [piece for mark in marks for piece in _pieces(lines, mark)]
    while pieces:
        number, first = pieces[0]
        start, end = _window(lines, number, first.start, width)
        here = [mark for line, mark in pieces if line == number]
        end = _before_cut_mark(lines.text, end, here)
        inside = [mark for mark in here if mark.start < end]
        before = CUT if start > lines.starts[number] else ""
        after = CUT if end < lines.ends[number] else ""
        below = _Below(lines.text[start:end], start, len(before), width + 2 * len(CUT))
        below.mark([mark for mark in inside if not any(map(mark.holds, inside))])
        yield str(number + 1), [f"{before}{visible(lines.text[start:end])}{after}", *below.rows(paint)]
        pieces = [(line, mark) for line, mark in pieces if not (line == number and mark.start < end)]


def _pieces(lines: Lines, mark: Mark) -> Iterator[tuple[int, Mark]]:
    """A mark as (line, mark) of each line that it touches; the last carries the label."""
    last = lines.at(max(mark.start, mark.end - 1))
    for number in range(lines.at(mark.start), last + 1):
        low, high = max(mark.start, lines.starts[number]), min(mark.end, lines.ends[number])
        if low < high:
            yield number, Mark(low, high, mark.label if number == last else "", mark.style)


def _window(lines: Lines, number: int, first: int, width: int) -> tuple[int, int]:
    """The stretch of a line that is shown: all of it where it fits, else whole words around ``first``."""
    text, start, end = lines.text, lines.starts[number], lines.ends[number]
    if _fitting(text, start, end, width) == end:
        return start, end
    if first - CONTEXT > start:
        start = text.find(" ", first - CONTEXT, first) + 1 or first - CONTEXT
    fitting = _fitting(text, start, end, width)
    if fitting < end:
        end = max(fitting if (space := text.rfind(" ", first, fitting)) < 0 else space, first + 1)
    return start, end


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The end of the longest stretch from ``start`` that takes ``width`` cells at most; no more is looked at."""
    for offset in range(start, end):
        width -= _width(text[offset])
        if width < 0:
            return offset
    return end


def _before_cut_mark(text: str, end: int, marks: Sequence[Mark]) -> int:
    """The end of a stretch: before a mark that it would cut in two, for that may stand whole in the next.

    The first of ``marks`` stands in this one in any case.
    """
    first, *others = marks
    whole = min((mark.start for mark in others if first.start < mark.start < end < mark.end), default=end)
    return end if whole == end else max(first.start + 1, len(text[:whole].rstrip()))


class _Below:
    """What stands below a line of words: a row of marks with the labels that fit beside them, then the other labels."""

    def __init__(self, words: str, start: int, indent: int, width: int) -> None:
        self._words, self._start, self._indent, self._width = words, start, indent, width
        self._rows: list[dict[int, tuple[str, str]]] = [{}]

    def mark(self, marks: Sequence[Mark]) -> None:
        """Underline all marks; labels stand behind theirs where all fit, else only the last, the others below."""
        for mark in marks:
            for column in range(*self._columns(mark)):
                self._rows[0][column] = SIGNS[mark.style], mark.style
        labelled = [mark for mark in marks if mark.label]
        if not all(map(self._fits_behind, labelled)):
            beside = labelled[-1:] if self._fits_behind(labelled[-1]) else []
            for mark in reversed(labelled[: len(labelled) - len(beside)]):
                self._write(*self._room_below(mark), mark)
            labelled = beside
        for mark in labelled:
            self._write(0, self._columns(mark)[1] + 1, mark)

    def _fits_behind(self, mark: Mark) -> bool:
        column = self._columns(mark)[1] + 1
        return column + len(mark.label) <= self._width and self._is_free(0, column, len(mark.label))

    def _room_below(self, mark: Mark) -> tuple[int, int]:
        column = max(0, min(self._columns(mark)[0], self._width - len(mark.label)))
        return next((row, column) for row in count(1) if self._is_free(row, column, len(mark.label)))

    def rows(self, paint: Paint) -> Iterator[str]:
        """The rows, coloured."""
        for row in self._rows:
            drawn = [row.get(column, (" ", "")) for column in range(max(row, default=-1) + 1)]
            parts = [(style, "".join(char for char, _ in part)) for style, part in groupby(drawn, lambda each: each[1])]
            yield "".join(paint(text, style) if style else text for style, text in parts)

    def _columns(self, mark: Mark) -> tuple[int, int]:
        start, end = (
            self._indent + cells(self._words[: max(0, offset - self._start)]) for offset in (mark.start, mark.end)
        )
        return start, end

    def _is_free(self, row: int, column: int, width: int) -> bool:
        """Whether a label has its cells to itself, and one more behind it."""
        taken = self._rows[row] if row < len(self._rows) else {}
        return not any(cell in taken for cell in range(column, column + width + 1))

    def _write(self, row: int, column: int, mark: Mark) -> None:
        while row >= len(self._rows):
            self._rows.append({})
        self._rows[row] |= {cell: (char, mark.style) for cell, char in enumerate(mark.label, column)}


def cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or char in WITHIN_SYLLABLES:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
