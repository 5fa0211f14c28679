"""Mends the edges of entities where the words themselves say where they lie."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Label = TypeVar("Label", int, str)
Entity = tuple[int, int, Label]  # first word, last word + 1, label

CLOSING = {"(": ")", "[": "]"}


def mend(
    spans: Sequence[Entity[Label]], words: Sequence[str], blocks: Sequence[bool], known: Mapping[str, Label]
) -> list[Entity[Label]]:
    """Return the spans, in order, with known names whole and brackets closed ("JD(S" to "JD(S)").

    known: names of several words ("South African", "United States of America") and their labels; one that is found in
    part is found whole, unless a longer name holds the part. blocks: true where a block begins.
    """
    found = list(spans)
    firsts = {name.split(" ", 1)[0] for name in known}
    for i, word in enumerate(words):
        if word in firsts:
            found = _whole(found, i, words, blocks, known)
    begun = {first for first, _, _ in found}
    for number, (first, last, label) in enumerate(found):
        closes = last < len(words) and last not in begun and not blocks[last]
        if closes and _opens(words[first:last]) == words[last]:
            found[number] = (first, last + 1, label)
    return found


def _whole(
    spans: list[Entity[Label]], start: int, words: Sequence[str], blocks: Sequence[bool], known: Mapping[str, Label]
) -> list[Entity[Label]]:
    """Put the longest known name that begins at ``start`` in the place of the spans that lie within it, if any do."""
    for stop in range(min(start + 5, len(words)), start + 1, -1):
        label = known.get(" ".join(words[start:stop]))
        if label is None or any(blocks[start + 1 : stop]):
            continue
        touching = [span for span in spans if span[0] < stop and start < span[1]]
        if touching and all(start <= first and last <= stop for first, last, _ in touching):
            return sorted([*(span for span in spans if span not in touching), (start, stop, label)])
    return spans


def _opens(words: Sequence[str]) -> str:
    """The bracket that would close the last one left open, or nothing."""
    for word in reversed(words):
        if word in CLOSING.values():
            return ""
        if word in CLOSING:
            return CLOSING[word]
    return ""
