"""Statements of two versions side by side: which new one is the old one, unchanged or changed.

A sentence is compared as the bag of its words with every figure masked, so that neither a moved sentence nor a changed
figure makes it another; the measure is Dice's coefficient, from 0 (no word shared) to 1 (the same words).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Bag = frozenset[tuple[str, int]]  # each word with its how-manieth: sets meet faster than Counters
T = TypeVar("T")
MASK = "#"
ALIKE = 0.5  # half of the words shared: a sentence that was edited, not another one
# Not after an initial or "U.S.": there a sentence rarely ends.
SENTENCE_END = re.compile(r"(?<=[.!?])(?<![A-Z]\.)[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])")


def flat(text: str) -> str:
    """The text with its white space made plain: how it is broken into lines is no difference."""
    return " ".join(text.split())


class Sentences:
    """The sentences of a text by offset, as bags of words; ``blocks`` and ``figures`` are (start, end) spans."""

    def __init__(self, text: str, blocks: Iterable[tuple[int, int]], figures: Iterable[tuple[int, int]]) -> None:
        ends = {match.end() for match in SENTENCE_END.finditer(text)}
        self._starts = sorted({0, *ends, *(edge for block in blocks for edge in block)})
        self._text = text
        self._figures = sorted(set(figures))
        self._bags: dict[int, Bag] = {}

    def at(self, offset: int) -> Bag:
        """The bag of the sentence that holds ``offset``."""
        number = bisect_right(self._starts, offset) - 1
        if number not in self._bags:
            self._bags[number] = self._bag(*[*self._starts, len(self._text)][number : number + 2])
        return self._bags[number]

    def _bag(self, start: int, end: int) -> Bag:
        words, position = [], start
        first = bisect_right(self._figures, (start, -1))
        for low, high in self._figures[first:]:
            if low >= end:
                break
            if low >= position:
                words += [*_words(self._text[position:low]), MASK]
            position = max(position, high)
        return _bag([*words, *_words(self._text[position:end])])


def _bag(words: Iterable[str]) -> Bag:
    seen: Counter[str] = Counter()
    bag = set()
    for word in words:
        bag.add((word, seen[word]))
        seen[word] += 1
    return frozenset(bag)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def alike(old: Iterable[Bag], new: Sequence[Bag]) -> float:
    """How alike the most alike two sentences are, one of each side."""
    return max((_dice(ours, theirs) for ours in old for theirs in new), default=0.0)


def _dice(old: Bag, new: Bag) -> float:
    total = len(old) + len(new)
    return 2 * len(old & new) / total if total else 0.0


def pair(old: Sequence[T], new: Sequence[T], score: Callable[[T, T], float]) -> dict[int, int]:
    """Match one to one, best score first and in the order of the text; a score of 0 is no match.

    Returns index in ``old`` → index in ``new``.
    """
    scored = [(-s, i, j) for i, ours in enumerate(old) for j, theirs in enumerate(new) if (s := score(ours, theirs))]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, key=lambda edge: (edge[0], abs(edge[1] - edge[2]), edge)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
