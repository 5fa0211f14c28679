"""A sentence in which the figures are marks that show what each may be: " rose from <2v> to <4v> , up <7c>"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstally.resolve.comparisons.roles import SHARES, Piece, with_roles
from newstally.resolve.comparisons.terms import Found
from newstally.resolve.comparisons.words import Words
from newstally.types import Mentions

NOTE = "correction"
FIGURE = "_"  # the word that stands for a figure


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one sentence."""

    pieces: tuple[Piece, ...]
    block: int

    @property
    def text(self) -> str:
        """The words, the figures as marks of their place and role; a space before each."""
        return "".join(f" <{i}{one.role}>" if one.term else f" {one.word}" for i, one in enumerate(self.pieces))

    def of_role(self, *roles: str) -> Iterator[Piece]:
        """The figures of these roles."""
        return (one for one in self.pieces if one.term and one.role in roles)


def _is_converted(pieces: Sequence[Piece]) -> bool:
    """Whether a sum is given again in another currency or measure, in brackets: "126 million euros ($147 million)"."""
    words = [piece.word for piece in pieces]
    if words != [FIGURE, "(", FIGURE, ")"] or not (pieces[0].term and pieces[2].term):
        return False
    one, other = pieces[0].term.unit, pieces[2].term.unit
    return bool(one and other) and one != other and not {one, other} & {*SHARES, "point", "factor"}


def lines(mentions: Mentions, figures: Mapping[int, Found], words: Words) -> list[Line]:
    """Every sentence, but for those of correction notes, where withdrawn figures stand; roles where it has figures."""
    rows: dict[int, list[Piece]] = {}
    blocks: dict[int, int] = {}
    covered = 0
    for token in mentions.tokens:
        if token.i < covered or mentions.layout.blocks[token.block].kind == NOTE:
            continue
        figure = figures.get(token.i)
        covered = figure.last if figure else token.i
        piece = Piece(FIGURE, figure.term) if figure else Piece(token.lower.replace("<", ""))
        row = rows.setdefault(token.sentence, [])
        row.append(piece)
        if piece.word == ")" and _is_converted(row[-4:]):
            del row[-3:]
        blocks.setdefault(token.sentence, token.block)
    return [
        Line(with_roles(row, words) if any(one.term for one in row) else tuple(row), blocks[number])
        for number, row in rows.items()
    ]
