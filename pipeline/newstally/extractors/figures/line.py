"""A line of text as the figure readers see it, and the figures they find in it."""

from __future__ import annotations

from typing import NamedTuple

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))


class Figure(NamedTuple):
    """A figure in ``text[first:last]`` of its line; ``modifier`` is "tally" for the two counts of a vote."""

    first: int
    last: int
    label: str
    modifier: str = "exact"


class Line(NamedTuple):
    """The words of one line without white space: as written, in lower case, with Penn tags and entities.

    ``entities`` holds for each word its entity's label ("" for none), ``inside`` whether the entity began before it.
    """

    text: list[str]
    lower: list[str]
    tags: list[str]
    entities: list[str]
    inside: list[bool]

    def at(self, i: int) -> str:
        """The word at ``i`` in lower case; "" beyond the line."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """The Penn tag of the word at ``i``; "" beyond the line."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def entity(self, i: int) -> str:
        """The label of the entity that covers the word at ``i``; "" where none does."""
        return self.entities[i] if 0 <= i < len(self.entities) else ""

    def names(self, i: int) -> bool:
        """Whether the word at ``i`` can belong to the noun phrase of a number before it: a noun or an adjective."""
        return self.tag(i) in NOUN_TAGS or self.tag(i)[:1] == "J"

    def ends(self, i: int) -> bool:
        """Whether a clause or the line ends at ``i``."""
        return i >= len(self.text) or self.tag(i) in (".", ",", ":", "-RRB-", "''")

    def entity_words(self, i: int) -> int:
        """How many words the entity that covers the word at ``i`` has; 0 where none does."""
        if not self.entity(i):
            return 0
        first, last = i, i + 1
        while first > 0 and self.inside[first]:
            first -= 1
        while last < len(self.text) and self.inside[last]:
            last += 1
        return last - first
