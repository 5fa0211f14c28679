"""A sentence in which the figures are marks that show what each may be: " rose from <2v> to <4v> , up <7c>"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newstally.resolve.comparisons.roles import SHARES, Piece, with_roles
from newstally.resolve.comparisons.terms import Found
from newstally.resolve.comparisons.words import Words
from newstally.types import Mentions, Token

NOTE = "correction"
FIGURE = "_"  # the word that stands for a figure


@dataclass(frozen=True)
class Line:
    """The pieces of one sentence."""

    pieces: tuple[Piece, ...]
    block: int

    @cached_property
    def figures(self) -> tuple[Piece, ...]:
        """The pieces that are figures."""
        return tuple(one for one in self.pieces if one.term)

    @cached_property
    def roles(self) -> str:
        """The roles of the figures, a letter each."""
        return "".join(one.role for one in self.figures)

    @cached_property
    def text(self) -> str:
        """The words, the figures as marks of their place and role; a space before each."""
        return "".join(f" <{i}{one.role}>" if one.term else f" {one.word}" for i, one in enumerate(self.pieces))

    @cached_property
    def words(self) -> frozenset[str]:
        """What stands between the spaces of the text."""
        return frozenset(self.text.split(" "))

    def of_role(self, roles: str) -> Iterator[Piece]:
        """The figures of these roles, a letter each."""
        return (one for one in self.figures if one.role in roles)


def _is_converted(pieces: Sequence[Piece]) -> bool:
    """Whether a sum is given again in another currency or measure, in brackets: "126 million euros ($147 million)"."""
    words = [piece.word for piece in pieces]
    if words != [FIGURE, "(", FIGURE, ")"] or not (pieces[0].term and pieces[2].term):
        return False
    one, other = pieces[0].term.unit, pieces[2].term.unit
    return bool(one and other) and one != other and not {one, other} & {*SHARES, "point", "factor"}


def lines(mentions: Mentions, figures: Mapping[int, Found], words: Words) -> list[Line]:
    """Every sentence, but for those of correction notes, where withdrawn figures stand; empty where it has none."""
    notes = {number for number, block in enumerate(mentions.layout.blocks) if block.kind == NOTE}
    rows: dict[int, list[Token]] = {}
    covered = 0
    for token in mentions.tokens:
        if token.i >= covered and token.block not in notes:
            rows.setdefault(token.sentence, []).append(token)
            if token.i in figures:
                covered = figures[token.i].last
    told = {mentions.tokens[first].sentence for first, figure in figures.items() if figure.term}
    return [
        Line(with_roles(_pieces(row, figures), words) if number in told else (), row[0].block)
        for number, row in rows.items()
    ]


def _pieces(row: Sequence[Token], figures: Mapping[int, Found]) -> list[Piece]:
    """The words of a sentence, its figures as one piece each; what is given twice stands once."""
    pieces: list[Piece] = []
    for token in row:
        if token.i in figures:
            pieces.append(Piece(FIGURE, figures[token.i].term))
            continue
        word = token.lower.replace("<", "")
        pieces.append(Piece(word))
        if word == ")" and _is_converted(pieces[-4:]):
            del pieces[-3:]
    return pieces
