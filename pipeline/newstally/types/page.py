"""The page: an article, its blocks, its words and the spans that the extractors found on it.

This module imports nothing from newstally.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

BlockKind = Literal[
    "headline", "deck", "byline", "dateline", "paragraph", "list", "item", "caption", "subhead", "quote", "correction"
]


# ---- what comes in -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One story as it came in, and what of it the record carries along.

    ``date`` is the day it was published, "YYYY-MM-DD" or "". ``meta`` are fields of its own, as JSON can hold them, for
    the record to carry; with ``with_text`` it carries the text too.
    """

    id: str
    text: str
    source: str = ""
    date: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    with_text: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """What stands in an article's place where it could not be read or worked through.

    ``type`` is the error's name, ``message`` one sentence with the next step, ``where`` a path or path:line.
    """

    id: str
    source: str
    type: str
    message: str
    where: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end


# ---- layout --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page. A ``list`` block spans its ``item`` blocks, which follow it; no others overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of one text in reading order; white space lies between them, never at their edges.

    The heading of a list is the ``subhead`` block that stands directly before the ``list`` block, if there is one.
    """

    blocks: tuple[Block, ...]


# ---- mentions: what the extractors saw, freed from the Doc -----------------------------------------------------------


class Token(NamedTuple):
    """One word or sign as the pipeline saw it; white space has no token here."""

    i: int  # index into Mentions.tokens
    start: int
    end: int
    text: str
    lower: str  # the text in lower case
    lemma: str  # lower case
    pos: str  # universal part of speech: NOUN, VERB, PROPN, NUM …
    tag: str  # Penn tag: NN, NNS, VBD …
    dep: str  # universal dependency to the head: nsubj, obj, nmod, nummod, appos …
    head: int  # index into Mentions.tokens; a root is its own head
    sentence: int
    block: int  # index into Layout.blocks, of the innermost block


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that an extractor found: tokens ``[first, last)`` of ``Mentions.tokens``.

    What ``label`` and ``rule`` say depends on the group; see `Mentions`.
    """

    span: Span
    label: str
    rule: str
    first: int
    last: int
    block: int
    sentence: int

    @property
    def text(self) -> str:
        """The words as written."""
        return self.span.text


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that later rooms know of a text: its blocks, tokens and the extractors' spans by group name.

    The groups, with the ``label`` and the ``rule`` of their mentions:

    - ``entities``: the model's, by the model's label; "model".
    - ``cues``: the rules in configs/rules; label and id of the rule.
    - ``people``: PERSON; "model", or what found or mended the name ("title", "row", "credit" …).
    - ``titles``: TITLE; the category of the role.
    - ``countries``: the country's code; the `CountryKind`.
    - ``figures``: COUNT, MONEY, DATE …; the `Modifier`, "tally" for a side of a vote, "row" for a number of a table.

    Every group is in the order of the text.
    """

    article: Article
    layout: Layout
    tokens: tuple[Token, ...]
    groups: Mapping[str, tuple[Mention, ...]]

    def __getitem__(self, group: str) -> tuple[Mention, ...]:
        return self.groups.get(group, ())

    def span(self, start: int, end: int) -> Span:
        """The text from ``start`` to ``end`` as a span."""
        return Span(start, end, self.article.text[start:end])
