"""Mends the edges of entities where the words themselves say where they lie."""

from collections.abc import Collection, Sequence
from typing import TypeVar

Label = TypeVar("Label", int, str)

CLOSING = {"(": ")", "[": "]"}


def mend(
    spans: Sequence[tuple[int, int, Label]],
    words: Sequence[str],
    blocks: Sequence[bool],
    peoples: Collection[str],
    people: Label,
) -> list[tuple[int, int, Label]]:
    """Return the spans, in order, with brackets closed ("JD(S" to "JD(S)") and peoples of two words whole.

    spans: first word, last word + 1, label. peoples: names and adjectives of two words ("South African"); people: the
    label that they have; blocks: true where a block begins.
    """
    found: list[tuple[int, int, Label]] = []
    begun = {first for first, _, _ in spans}
    for first, last, label in spans:
        closes = last < len(words) and last not in begun and not blocks[last]
        if closes and _opens(words[first:last]) == words[last]:
            found.append((first, last + 1, label))
        elif " ".join(words[first:last]) in peoples:
            found.append((first, last, people))
        elif first and not blocks[first] and last == first + 1 and " ".join(words[first - 1 : last]) in peoples:
            _join(found, (first, last, label), people)
        else:
            found.append((first, last, label))
    return found


def _join(found: list[tuple[int, int, Label]], span: tuple[int, int, Label], people: Label) -> None:
    """Add a people's second word, together with its first unless that belongs to a longer name."""
    before = span[0] - 1
    if found and found[-1][:2] == (before, span[0]):
        found.pop()
    free = not found or found[-1][1] <= before
    found.append((before, span[1], people) if free else span)


def _opens(words: Sequence[str]) -> str:
    """The bracket that would close the last one left open, or nothing."""
    for word in reversed(words):
        if word in CLOSING.values():
            return ""
        if word in CLOSING:
            return CLOSING[word]
    return ""
