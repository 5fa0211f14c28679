"""Rows of a table: the lines of one list that each name something and give its number, "Civic Union 157", "Leeds: 12".

Alone, such a number could be part of the name ("Boeing 737"); where every line of the list has one, it is a figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstally.extractors.figures.line import Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words.figured import ROW
from newstally.words.numerals import DASHES

FEWEST = 2
SIGNS = DASHES | {"(", ")", ":", ";", "/", "|", "%"}
"""What may stand between the cells of a row; behind a comma stands an age."""


def tabled(lines: Sequence[Line], found: Sequence[list[Figure]], units: Units) -> list[list[Figure]]:
    """The figures of the lines of one list; in a table the plain numbers of each row are counts of the rule "row"."""
    cells = [_cells(line, figures, units) for line, figures in zip(lines, found, strict=True)]
    if len(lines) < FEWEST or not all(cells):
        return list(found)
    return [
        [figure._replace(label="COUNT", modifier=ROW) if figure in row else figure for figure in figures]
        for figures, row in zip(found, cells, strict=True)
    ]


def _cells(line: Line, figures: list[Figure], units: Units) -> list[Figure]:
    """The plain numbers of a line that is a name and its figures; [] where it is none."""
    if not figures or not figures[0].first or figures[0] not in (plain := [f for f in figures if _is_plain(line, f)]):
        return []
    first = figures[0]
    if line.at(first.first - 1) in units.labels:
        return []
    if _opens_names(line, first):
        return [first]
    inside = {i for figure in figures for i in range(figure.first, figure.last)}
    rest = range(first.first - 1, len(line.text))
    before = line.at(first.first - 1)
    is_row = before != "," and all(i in inside or line.at(i) in SIGNS for i in rest[1:])
    return plain if is_row else []


def _opens_names(line: Line, figure: Figure) -> bool:
    """Reads "From the north (6): Mere Poutama, …"."""
    behind = "".join(line.lower[figure.last : figure.last + 2])
    return line.at(figure.first - 1) == "(" and behind.startswith("):")


def _is_plain(line: Line, figure: Figure) -> bool:
    digits = line.lower[figure.first].replace(",", "")
    is_number = figure.label in ("COUNT", "NUMBER") or (figure.label == "AGE" and _opens_names(line, figure))
    alone = figure.last == figure.first + 1 and is_number
    return alone and figure.modifier == "exact" and digits.isdecimal()
