"""Cuts a text into windows that the encoder reads at once.

A window is made of whole units: runs of words up to closing punctuation or to the start of a block. So a window begins
where a sentence begins, and no context has to be read twice. Only a unit longer than a window is cut by force, and then
a few words on both sides of the cut are read with both halves.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

STOPS = frozenset((".", "!", "?", "…", "...", "?!", "!!", "!?"))
CLOSERS = frozenset(('"', "'", "”", "’", "''", ")", "]", "»"))


class Window(NamedTuple):
    """Words ``start`` to ``stop`` are read, answers kept for ``keep_start`` to ``keep_stop`` (ends excluded)."""

    start: int
    stop: int
    keep_start: int
    keep_stop: int


def units(words: Sequence[str], blocks: Sequence[bool]) -> list[int]:
    """Return the number of the first word of every unit; ``blocks`` is true for the first word of a block."""
    starts = []
    after_stop = True
    for i, word in enumerate(words):
        if blocks[i] or (after_stop and word not in CLOSERS and word not in STOPS):
            starts.append(i)
            after_stop = False
        if word in STOPS:
            after_stop = True
    return starts


def windows(sizes: Sequence[int], starts: Sequence[int], *, size: int, overlap: int) -> list[Window]:
    """Pack units into windows, first come, first in.

    sizes: pieces of each word. starts: first word of each unit (the first is 0). size: pieces in a window at most.
    overlap: words read beyond a forced cut, on either side; they count towards ``size`` only roughly.
    """
    found: list[Window] = []
    begin = end = filled = 0
    for start, stop in zip(starts, [*starts[1:], len(sizes)], strict=True):
        weight = sum(sizes[start:stop])
        if filled and filled + weight > size:
            found.append(Window(begin, end, begin, end))
            begin, filled = start, 0
        end, filled = stop, filled + weight
        if filled > size:
            found += _forced(sizes, begin, end, size=size, overlap=overlap)
            begin, filled = end, 0
    if filled:
        found.append(Window(begin, end, begin, end))
    return found


def _forced(sizes: Sequence[int], begin: int, end: int, *, size: int, overlap: int) -> list[Window]:
    """Cut one long unit where it is full."""
    cuts = [begin]
    filled = 0
    for i in range(begin, end):
        if filled and filled + sizes[i] > size:
            cuts.append(i)
            filled = 0
        filled += sizes[i]
    cuts.append(end)
    return [
        Window(max(begin, first - overlap), min(end, last + overlap), first, last) for first, last in pairwise(cuts)
    ]
