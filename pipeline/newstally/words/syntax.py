"""Walks over the parse in ``Mentions.tokens``: heads, children, subtrees, conjuncts. Pure; by token indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.types import Token
from newstally.words.tables import read_once

FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))  # Penn tags of verbs that have a subject of their own
VERBAL = frozenset(("VB", "VBD", "VBN", "VBG", "VBP", "VBZ"))  # Penn tags of all verbs


@read_once
def children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For every token its direct dependents, left to right."""
    below: dict[int, list[int]] = {}
    for token in tokens:
        if token.head != token.i:
            below.setdefault(token.head, []).append(token.i)
    return tuple(tuple(below.get(i, ())) for i in range(len(tokens)))


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of ``[first, last)`` that governs the others: its head lies outside; the last one where several do."""
    outside = [i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i]
    return outside[-1] if outside else last - 1


def subtree(below: Sequence[Sequence[int]], i: int) -> list[int]:
    """The token ``i`` and all that depends on it, in order."""
    found, queue = [], [i]
    while queue:
        found.append(queue.pop())
        queue.extend(below[found[-1]])
    return sorted(found)


def conjuncts(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int) -> list[int]:
    """All members of the coordination that token ``i`` belongs to, itself included, in order."""
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    found, queue = [], [i]
    while queue:
        found.append(queue.pop())
        queue.extend(j for j in below[found[-1]] if tokens[j].dep == "conj")
    return sorted(found)


def ancestors(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """The heads above token ``i``, nearest first."""
    while tokens[i].head != i:
        i = tokens[i].head
        yield i


def child(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int, *deps: str) -> int | None:
    """The first dependent of ``i`` whose relation is one of ``deps`` (or a subtype, "nsubj:pass"), or None."""
    for j in below[i]:
        dep = tokens[j].dep
        if dep in deps or (":" in dep and dep.partition(":")[0] in deps):
            return j
    return None
