"""The page that counts are read on: a text's tokens, parse and figures, and what is known of each token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, takewhile
from typing import Any

from newstally.types import Mention, Mentions, Person, Token
from newstally.words import syntax
from newstally.words.figured import Figure, figures
from newstally.words.living import Living
from newstally.words.numerals import DASHES

DEFINITE = frozenset(("the", "these", "those", "all", "both"))  # before a figure that takes up another
HYPHENS = DASHES - {"—", "--"}  # "two--the Ali brothers" is no compound
PREFIX = "FIGURE_"  # of the labels of cues that speak of figures


@dataclass(frozen=True)
class Page:
    """One text for counting: its tokens, parse and figures, the people in it, and the tables asked for."""

    mentions: Mentions
    people: tuple[Person, ...]
    units: Mapping[str, Any]
    bodies: frozenset[str]
    speech: frozenset[str]
    living: Living

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the text."""
        return self.mentions.tokens

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """For every token its direct dependents."""
        return syntax.children(self.tokens)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that may be counts, in order."""
        return tuple(figure for figure in figures(self.mentions) if figure.mention.label == "COUNT")

    @cached_property
    def bare(self) -> tuple[Figure, ...]:
        """The numbers that can count nothing, but may have a noun: "3.7 rebounds", "half the crew"."""
        return tuple(f for f in figures(self.mentions) if f.mention.label == "BARE" or f.kind == "fraction")

    @cached_property
    def figure_at(self) -> Mapping[int, Figure]:
        """The figures by the position of each of their tokens."""
        return {i: f for f in self.figures for i in range(f.mention.first, f.mention.last)}

    @cached_property
    def token_from(self) -> Mapping[int, int]:
        """The tokens by the offset at which they start."""
        return {token.start: token.i for token in self.tokens}

    @cached_property
    def lines(self) -> Mapping[int, tuple[Token, ...]]:
        """The tokens of each block."""
        return {block: tuple(tokens) for block, tokens in groupby(self.tokens, key=lambda token: token.block)}

    @cached_property
    def headed(self) -> Mapping[int, tuple[int, int]]:
        """For every item of a list the block over the list, and how many items it has."""
        found: dict[int, tuple[int, int]] = {}
        blocks = self.mentions.layout.blocks
        for number, block in enumerate(blocks):
            if block.kind == "list":
                items = list(takewhile(lambda i: blocks[i].kind == "item", range(number + 1, len(blocks))))
                found |= dict.fromkeys(items, (number - 1, len(items)))
        return found

    @cached_property
    def person_at(self) -> Mapping[int, str]:
        """The person's id for every token of a mention of a person."""
        by_start = {span.start: (span.end, person.id) for person in self.people for span in person.mentions}
        found: dict[int, str] = {}
        end, person = -1, ""
        for token in self.tokens:
            if token.start in by_start:
                end, person = by_start[token.start]
            if token.start < end:
                found[token.i] = person
        return found

    @cached_property
    def country_at(self) -> Mapping[int, str]:
        """The code for every token of a country's name that is a subject: "Egypt and Chad sent observers"."""
        named = (one for one in self.mentions["countries"] if one.rule == "name" and self._acts(one))
        return {i: one.label for one in named for i in range(one.first, one.last)}

    def _acts(self, name: Mention) -> bool:
        token = self.tokens[syntax.head_of(self.tokens, name.first, name.last)]
        return (self.tokens[token.head] if token.dep == "conj" else token).dep.startswith("nsubj")

    @cached_property
    def entity_at(self) -> Mapping[int, Mention]:
        """The model's entity that covers each token."""
        return {i: entity for entity in self.mentions["entities"] for i in range(entity.first, entity.last)}

    @cached_property
    def cues(self) -> Mapping[int, tuple[Mention, ...]]:
        """The cues that speak of figures, by sentence."""
        found: dict[int, list[Mention]] = {}
        for cue in self.mentions["cues"]:
            if cue.label.startswith(PREFIX):
                found.setdefault(cue.sentence, []).append(cue)
        return {sentence: tuple(cues) for sentence, cues in found.items()}

    def at(self, i: int) -> str:
        """The word at ``i`` in lower case; "" outside the text."""
        tokens = self.tokens
        return tokens[i].lower if 0 <= i < len(tokens) else ""

    def tag(self, i: int) -> str:
        """The Penn tag of the word at ``i``; "" outside the text."""
        tokens = self.tokens
        return tokens[i].tag if 0 <= i < len(tokens) else ""

    def text(self, first: int, last: int) -> str:
        """The text of the tokens ``[first, last)``."""
        return self.mentions.article.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def hyphen(self, i: int) -> bool:
        """Whether the word at ``i`` is a hyphen within a compound, without a space on either side."""
        tokens = self.tokens
        if not 0 < i < len(tokens) - 1 or tokens[i].text not in HYPHENS:
            return False
        return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start

    def same_line(self, i: int, j: int) -> bool:
        """Whether tokens ``i`` and ``j`` stand in one block and one sentence."""
        tokens = self.tokens
        if not 0 <= j < len(tokens):
            return False
        one, other = tokens[i], tokens[j]
        return one.sentence == other.sentence and one.block == other.block
