"""Finds lists: lines with bullets or numbers, rows with tabs, and short lines under a heading without any mark."""

from __future__ import annotations

from newstally.layout.cues import Cues
from newstally.layout.lines import Line, chunks
from newstally.layout.shapes import is_heading, is_item, is_row, large_words
from newstally.types import BlockKind

TRUE_BULLETS = "•·▪●◦‣■"  # one of these alone makes a list of one; a dash or star may be anything


def mark_lists(lines: list[Line], kinds: list[BlockKind | None], cues: Cues) -> dict[int, int]:
    """Mark items and headings; the number of the first line of every list, with that of its last."""
    lists: dict[int, int] = {}
    for find in (_marked, _rows, _plain):
        for first, last in find(lines, kinds, cues):
            lists[first] = last
            kinds[first : last + 1] = ["item"] * (last + 1 - first)
            _mark_heading(lines, kinds, cues, first)
    return lists


def _mark_heading(lines: list[Line], kinds: list[BlockKind | None], cues: Cues, first: int) -> None:
    number = first - 1
    if number < 0 or kinds[number] is not None or not is_heading(lines[number].text, cues):
        return
    # The text's first line is its headline, not the heading of bullets that stand apart from it.
    if number > 0 or not lines[first].gap or lines[number].text.endswith(":"):
        kinds[number] = "subhead"


# ---- lines with bullets or numbers -----------------------------------------------------------------------------------


def _marked(lines: list[Line], kinds: list[BlockKind | None], _: Cues) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    first = 0
    while first < len(lines):
        last = first
        if lines[first].marker and kinds[first] is None:
            while last + 1 < len(lines) and kinds[last + 1] is None and _follows(lines[last], lines[last + 1]):
                last += 1
            if last > first or (lines[first].marker in TRUE_BULLETS):
                runs.append((first, last))
        first = last + 1
    return runs


def _follows(line: Line, after: Line) -> bool:
    """Whether the marker of ``after`` is the same bullet, or the next number up or down."""
    value, next_value = _value(line.marker), _value(after.marker)
    if value is None or next_value is None:
        return line.marker == after.marker != ""
    return abs(next_value - value) == 1 and line.marker[-1] == after.marker[-1]


def _value(marker: str) -> int | None:
    sign = marker.strip("(.)")
    return int(sign) if sign.isdecimal() else ord(sign) if sign.isalpha() else None


# ---- rows with tabs --------------------------------------------------------------------------------------------------


def _rows(lines: list[Line], kinds: list[BlockKind | None], _: Cues) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for chunk in chunks(lines):
        rows = [number for number in chunk if kinds[number] is None and is_row(lines[number])]
        if len(rows) < 2 or rows[-1] - rows[0] + 1 != len(rows):
            continue
        header = not _has_figure(lines[rows[0]]) and all(_has_figure(lines[row]) for row in rows[1:])
        runs.append((rows[0] + (header and len(rows) > 2), rows[-1]))
    return runs


def _has_figure(line: Line) -> bool:
    return any(sign.isdigit() for sign in line.text)


# ---- plain lines under a heading -------------------------------------------------------------------------------------


def _plain(lines: list[Line], kinds: list[BlockKind | None], cues: Cues) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for chunk in chunks(lines):
        number = chunk.start
        while number < chunk.stop:
            last = number
            while last < chunk.stop and kinds[last] is None and _fits(lines[last], cues):
                last += 1
            run = _list_in(lines, kinds, range(number, last), chunk, cues)
            if run:
                runs.append(run)
            number = max(last, number + 1)
    return runs


def _fits(line: Line, cues: Cues) -> bool:
    return not line.marker and is_item(line.text, cues)


def _list_in(
    lines: list[Line], kinds: list[BlockKind | None], run: range, chunk: range, cues: Cues
) -> tuple[int, int] | None:
    """The items among the short lines ``run`` of ``chunk``: all of them under a heading, all but the heading else."""
    if len(run) < 2:
        return None
    before = run.start - 1
    if before >= 0 and kinds[before] is None and lines[before].text.endswith(":"):
        return run.start, run.stop - 1
    headed = run.start == chunk.start and _stands_alone(lines, kinds, before, cues)
    items = run if headed else run[1:]
    alone = run == chunk and chunk.start > 0 and chunk.stop < len(lines)
    if len(items) < _fewest(run, alone, len(lines)) or not is_heading(lines[run.start].text, cues):
        return None
    large, total = map(sum, zip(*(large_words(lines[item].text, cues) for item in items), strict=True))
    return (items.start, items.stop - 1) if 2 * large > total else None


def _fewest(run: range, alone: bool, lines: int) -> int:
    """How many items make a list: two in a chunk of their own, more where head matter could look the same."""
    if run.start == 0 and run.stop < lines:
        return 5
    return 2 if alone else 3


def _stands_alone(lines: list[Line], kinds: list[BlockKind | None], number: int, cues: Cues) -> bool:
    """Whether the line is a heading with blank lines around it; the first line of a text is its headline."""
    return number > 0 and kinds[number] is None and lines[number].gap and is_heading(lines[number].text, cues)
