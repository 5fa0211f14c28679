"""Puts the page together: every line gets a kind, every kind its blocks."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.layout.cues import Cues
from newstally.layout.furniture import continues_note, mark_furniture
from newstally.layout.head import dateline_length, mark_head, mark_subheads, split_headline
from newstally.layout.lines import Line, cut, read_lines
from newstally.layout.lists import mark_lists
from newstally.types import Block, BlockKind, Layout


def layout(text: str, cues: Cues) -> Layout:
    """The blocks of ``text`` in reading order, by offset into ``text`` as given.

    Every character lies in a block but white space and the bullet or number before an item or note (a list's block
    covers those of its items).
    """
    lines = split_headline(read_lines(text), cues)
    kinds: list[BlockKind | None] = [None] * len(lines)
    mark_furniture(lines, kinds, cues)
    lists = mark_lists(lines, kinds, cues)
    mark_head(lines, kinds, cues)
    mark_subheads(lines, kinds, cues)
    lines, kinds, lists = _split_dateline(lines, kinds, lists, cues)
    return Layout(tuple(_blocks(lines, kinds, lists, cues)))


def _split_dateline(
    lines: list[Line], kinds: list[BlockKind | None], lists: dict[int, int], cues: Cues
) -> tuple[list[Line], list[BlockKind | None], dict[int, int]]:
    """Cut the dateline off the first paragraph, where it has one."""
    first = next((number for number, kind in enumerate(kinds) if kind is None), None)
    length = dateline_length(lines[first].text, cues) if first is not None else 0
    if first is None or not length:
        return lines, kinds, lists
    text = lines[first].text
    if length == len(text):
        kinds[first] = "dateline"
        return lines, kinds, lists
    second = len(text) - len(text[length:].lstrip())
    lines = [*lines[:first], *cut(lines[first], length, second), *lines[first + 1 :]]
    kinds = [*kinds[:first], "dateline", None, *kinds[first + 1 :]]
    return lines, kinds, {start + (start > first): end + (end > first) for start, end in lists.items()}


def _blocks(lines: list[Line], kinds: list[BlockKind | None], lists: dict[int, int], cues: Cues) -> Iterator[Block]:
    number = 0
    while number < len(lines):
        line, last = lines[number], number
        if number in lists:
            last = lists[number]
            yield Block("list", line.start, lines[last].end)
            yield from (Block("item", item.body, item.end) for item in lines[number : last + 1])
        elif kinds[number] == "correction":
            while last + 1 < len(lines) and kinds[last + 1] == "correction" and continues_note(lines, last + 1, cues):
                last += 1
            yield Block("correction", line.body, lines[last].end)
        else:
            yield Block(kinds[number] or "paragraph", line.start, line.end)
        number = last + 1
