"""Figure mentions with the number that each holds: what counts and quantities are both made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from newstally.types import Amount, Mention, Mentions, Modifier, Token
from newstally.words import numerals
from newstally.words.numerals import Numeral

GROUP = "figures"
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
