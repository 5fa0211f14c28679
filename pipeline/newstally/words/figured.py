"""Figure mentions with the number that each holds: what counts and quantities are both made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, get_args

from newstally.types import Amount, Mention, Mentions, Modifier, Token
from newstally.words import amounts, numerals, vague
from newstally.words.numerals import Numeral
from newstally.words.tables import read_once

GROUP = "figures"
TALLY, ROW = "tally", "row"
"""Rules of mentions that are no modifiers: a side of a vote, a number in the row of a table."""
MODIFIERS = frozenset(get_args(Modifier))
RANGED = frozenset(("MONEY", "PERCENT", "MEASURE", "DURATION", "AGE"))
"""What a range may have its unit at both ends of: "$5m to $7m"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text: its number stands in tokens ``[first, last)`` of its mention."""

    mention: Mention
    first: int
    last: int
    value: float
    high: float | None
    kind: str
    scale: float = 1

    def amount(self, *, whole: bool) -> Amount:
        """The interval that number and modifier allow; a vague plural states no value."""
        if self.kind == "vague":
            return Amount(None, self.value, self.high, "about")
        rule = self.mention.rule
        modifier: Any = rule if rule in MODIFIERS else "exact"
        return amounts.bounded(self.value, self.high, modifier, whole=whole)


@read_once
def figures(mentions: Mentions) -> tuple[Figure, ...]:
    """Every figure mention that holds a number, in the order of the text; dates and clock times may hold none."""
    found = {n.first: n for n in _numerals(mentions)}
    spoken = [
        _tally(mentions, mention) if mention.rule == TALLY else _numbered(found, mention) for mention in mentions[GROUP]
    ]
    return tuple(
        _scaled(mentions, figure, after) if after else figure
        for figure, after in zip_longest(spoken, spoken[1:])
        if figure is not None
    )


def _scaled(mentions: Mentions, low: Figure, high: Figure) -> Figure:
    """The figure with the scale of the other end, where that alone says it: "from $10 to $15 billion"."""
    words = [token.lower for token in mentions.tokens[low.mention.last : high.mention.first]]
    before = mentions.tokens[low.mention.first - 1].lower if low.mention.first else ""
    if words != ["to"] or before != "from" or low.high is not None or low.kind != "cardinal" or high.kind != "scaled":
        return low
    value = numerals.shared_scale(low, high)
    return replace(low, value=value, kind="scaled") if low.value < value < high.value else low


def _numbered(found: Mapping[int, Numeral], mention: Mention) -> Figure | None:
    numeral = next((found[i] for i in range(mention.first, mention.last) if i in found), None)
    if numeral is None or numeral.last > mention.last:
        return None
    if mention.label in RANGED and numeral.high is None:
        inside = (found[i] for i in range(numeral.last, mention.last) if i in found)
        upper = next((n for n in inside if n.last <= mention.last and n.value > numeral.value), None)
        if upper is not None:
            low = numerals.shared_scale(numeral, upper)
            return Figure(mention, numeral.first, upper.last, low, upper.value, upper.kind, upper.scale)
    return Figure(mention, *numeral)


def _tally(mentions: Mentions, mention: Mention) -> Figure | None:
    """One side of a vote: the first number of "3-2", or the "2" alone."""
    numeral = next(numerals.find([mentions.tokens[mention.first].lower]), None)
    if numeral is None:
        return None
    return Figure(mention, mention.first, mention.first + 1, numeral.value, None, TALLY)


def _numerals(mentions: Mentions) -> Iterator[Numeral]:
    """The numbers of the text line by line, as the extractor saw them."""
    text = mentions.article.text
    line: list[Token] = []
    end = text.find("\n")
    for token in mentions.tokens:
        if 0 <= end < token.start:
            yield from _on_line(line)
            line = []
            end = text.find("\n", token.start)
        line.append(token)
    yield from _on_line(line)


def _on_line(line: list[Token]) -> Iterator[Numeral]:
    words = [token.lower for token in line]
    for n in sorted((*numerals.find(words), *vague.find(words))):
        yield Numeral(line[n.first].i, line[n.last - 1].i + 1, *n[2:])
