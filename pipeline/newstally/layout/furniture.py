"""Marks what frames the story: correction notes, captions, by-lines, date lines, pull quotes."""

from __future__ import annotations

from newstally.layout.cues import Cues
from newstally.layout.lines import Line
from newstally.layout.shapes import PROSE, is_prose, is_pull_quote
from newstally.types import BlockKind

NOTE_LABEL = 40  # characters; a correction this short is the label of the paragraph under it


def mark_furniture(lines: list[Line], kinds: list[BlockKind | None], cues: Cues) -> None:
    """Set the kind of every line that its own words give away. Lines of one correction follow one another."""
    prose = 0
    for number, line in enumerate(lines):
        if kinds[number] is None:
            # A by-line stands over the story or under it, never in the midst of its paragraphs.
            at_edge = prose < 2 or number >= len(lines) - 2
            kinds[number] = _kind(line, cues, number, at_edge, at_end=number == len(lines) - 1)
        if kinds[number] == "correction":
            _mark_rest_of_note(lines, kinds, cues, number)
        prose += kinds[number] is None and len(line.text) > PROSE and is_prose(line.text, cues)


def continues_note(lines: list[Line], number: int, cues: Cues) -> bool:
    """Whether the line belongs to the correction on the line before: its date, or the note under its label."""
    before, line = lines[number - 1], lines[number]
    label = before.text[before.body - before.start :]
    if len(label) <= NOTE_LABEL and not is_prose(label, cues):
        return cues.is_correction(label) and not line.marker
    return not line.gap and not line.marker and cues.is_date(line.text)


def _mark_rest_of_note(lines: list[Line], kinds: list[BlockKind | None], cues: Cues, number: int) -> None:
    while number + 1 < len(lines) and kinds[number + 1] is None and continues_note(lines, number + 1, cues):
        number += 1
        kinds[number] = "correction"


def _kind(line: Line, cues: Cues, number: int, at_edge: bool, at_end: bool) -> BlockKind | None:
    words = line.text[line.body - line.start :]
    if cues.is_correction(words):
        return "correction"
    if cues.is_date(line.text):
        return "dateline"
    if at_edge and (cues.is_byline(line.text) or (number and cues.is_trade(line.text))):
        return "byline"
    if not line.marker and cues.is_caption(line.text, at_end):
        return "caption"
    return "quote" if number and is_pull_quote(line.text, cues) else None
