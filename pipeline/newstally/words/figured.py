"""Figure mentions with the number that each holds, and the page that the rest of this room reads them on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from newstally.types import Amount, Mention, Mentions, Modifier, Person, Token
from newstally.words import numerals, syntax
from newstally.words.numerals import DASHES, Numeral

GROUP = "figures"
PREFIX = "FIGURE_"  # of the labels of cues that speak of figures
TALLY = "tally"
MODIFIERS = frozenset(get_args(Modifier))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text: its number stands in tokens ``[first, last)`` of its mention."""

    mention: Mention
    first: int
    last: int
    value: float
    high: float | None
    kind: str

    def amount(self, *, whole: bool) -> Amount:
        """The interval that number and modifier allow."""
        rule = self.mention.rule
        modifier: Any = rule if rule in MODIFIERS else "exact"
        return numerals.bounded(self.value, self.high, modifier, whole=whole)


def figures(mentions: Mentions) -> Iterator[Figure]:
    """Every figure mention that holds a number, in the order of the text; dates and clock times may hold none."""
    found = {n.first: n for n in _numerals(mentions)}
    for mention in mentions[GROUP]:
        figure = _tally(mentions, mention) if mention.rule == TALLY else _numbered(found, mention)
        if figure is not None:
            yield figure


def _numbered(found: Mapping[int, Numeral], mention: Mention) -> Figure | None:
    numeral = next((found[i] for i in range(mention.first, mention.last) if i in found), None)
    if numeral is None or numeral.last > mention.last:
        return None
    return Figure(mention, numeral.first, numeral.last, numeral.value, numeral.high, numeral.kind)


def _tally(mentions: Mentions, mention: Mention) -> Figure | None:
    """One side of a vote: the first number of "3-2", or the "2" alone."""
    numeral = next(numerals.find([mentions.tokens[mention.first].lower]), None)
    if numeral is None:
        return None
    return Figure(mention, mention.first, mention.first + 1, numeral.value, None, TALLY)


def _numerals(mentions: Mentions) -> Iterator[Numeral]:
    """The numbers of the text line by line, as the extractor saw them."""
    line: list[Token] = []
    for token in mentions.tokens:
        if line and "\n" in mentions.article.text[line[-1].end : token.start]:
            yield from _on_line(line)
            line = []
        line.append(token)
    yield from _on_line(line)


def _on_line(line: list[Token]) -> Iterator[Numeral]:
    for n in numerals.find([token.lower for token in line]):
        yield n._replace(first=line[n.first].i, last=line[n.last - 1].i + 1)


@dataclass(frozen=True)
class Page:
    """One text for counting: its tokens, parse and figures, the people in it, and the tables asked for."""

    mentions: Mentions
    people: tuple[Person, ...]
    units: Mapping[str, Any]
    bodies: frozenset[str]

    @property
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
    def figure_at(self) -> Mapping[int, Figure]:
        """The figures by the position of each of their tokens."""
        return {i: f for f in self.figures for i in range(f.mention.first, f.mention.last)}

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
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def text(self, first: int, last: int) -> str:
        """The text of the tokens ``[first, last)``."""
        return self.mentions.article.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def hyphen(self, i: int) -> bool:
        """Whether the word at ``i`` is a hyphen within a compound, without a space on either side."""
        if not 0 < i < len(self.tokens) - 1 or self.tokens[i].text not in DASHES:
            return False
        return self.tokens[i - 1].end == self.tokens[i].start and self.tokens[i].end == self.tokens[i + 1].start

    def same_line(self, i: int, j: int) -> bool:
        """Whether tokens ``i`` and ``j`` stand in one block and one sentence."""
        if not 0 <= j < len(self.tokens):
            return False
        one, other = self.tokens[i], self.tokens[j]
        return (one.block, one.sentence) == (other.block, other.sentence)
