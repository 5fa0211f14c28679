"""All figures of a line, in order, with their modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.extractors.figures.compound import inner_names, per, ranges
from newstally.extractors.figures.kinds import kind
from newstally.extractors.figures.line import Figure, Line
from newstally.extractors.figures.measured import unit_at
from newstally.extractors.figures.pairs import share_units, tally_or_score
from newstally.extractors.figures.units import Units
from newstally.words import dates, numerals, vague


def figures(line: Line, units: Units) -> list[Figure]:
    """The figures of one line in order, with their modifiers."""
    taken: set[int] = set()
    out: list[Figure] = []
    for first, last, _ in dates.find(line.text):
        out.append(Figure(first, last, "DATE"))
        taken.update(range(first, last))
    found = [n for n in numerals.find(line.lower) if n.first not in taken]
    for k, n in enumerate(found):
        if n.first in taken or (n.kind == "noun" and line.tag(n.last - 1)[:1] == "V"):
            continue
        new = tally_or_score(line, found, k, units) or [per(line, kind(line, n, units), units)]
        out += [with_modifier(line, figure, units) for figure in new]
        taken.update(range(new[0].first, new[0].last))
    out += [with_modifier(line, f, units) for f in _vague(line, units) if f.first not in taken]
    out += [f for f in _ordinals_and_times(line) if f.first not in taken]
    return ranges(line, share_units(line, inner_names(line, sorted(out))), units)


def _vague(line: Line, units: Units) -> Iterator[Figure]:
    """Reads "dozens of people", "hundreds of miles": no count, and the unit of a quantity where one follows."""
    for n in vague.find(line.lower):
        unit = unit_at(line, n.last + 1, units) if line.at(n.last) == "of" else None
        yield Figure(n.first, unit[0], unit[1]) if unit else Figure(n.first, n.last, "BARE")


def _ordinals_and_times(line: Line) -> Iterator[Figure]:
    for i, word in enumerate(line.lower):
        in_digits = word[0].isdigit()
        told = in_digits or (word in numerals.ORDINALS and line.tag(i) in ("JJ", "RB"))
        if told and numerals.ordinal(word):
            yield Figure(i, i + 1, "ORDINAL")
        if not in_digits or ":" not in word:
            continue
        hours, _, minutes = word.partition(":")
        if hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and len(hours) < 3:
            meridiem = line.at(i + 1) in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")
            yield Figure(i, i + 1 + meridiem, "TIME")


def with_modifier(line: Line, figure: Figure, units: Units) -> Figure:
    """The figure with the modifiers before it ("up to about") and after it ("or more"); the outermost one holds."""
    first, last, label, modifier = figure
    if modifier == "tally" or label in ("DATE", "SCORE", "NUMBER"):
        return figure
    for _ in range(2):
        if line.at(first - 1) not in units.before_ends:
            break
        for size in range(min(4, first), 0, -1):
            found = units.before.get(tuple(line.lower[first - size : first]))
            particle = size == 1 and line.at(first - 2) in units.not_after.get(line.at(first - 1), ())
            if found and not particle:
                first, modifier = first - size, found
                break
    for size in (2, 1) if line.at(last) in units.behind_starts else ():
        found = units.behind.get(tuple(line.lower[last : last + size]))
        named = line.text[last : last + 1] and line.text[last].istitle()  # "737 Max jets"
        of_next = line.at(last) == "at" and line.tag(last + size) == "CD"  # "of the 40 at least 12 died"
        if found and modifier == "exact" and not (named or of_next):
            last, modifier = last + size, found
    return Figure(first, last, label, modifier)
