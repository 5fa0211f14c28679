"""Figures of several parts: a unit per another, a range with its unit at both ends, a number in a name."""

from __future__ import annotations

from newstally.extractors.figures.line import NOUN_TAGS, Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words import numerals
from newstally.words.numerals import DASHES

MEASURED = frozenset(("MONEY", "MEASURE"))
RANGED = frozenset(("MONEY", "PERCENT", "MEASURE", "DURATION", "AGE"))
AGO = frozenset(("after", "later", "earlier", "before", "ago"))
BACK = 3  # words before a figure within which a verb of change makes "to" say where it led


def per(line: Line, figure: Figure, units: Units) -> Figure:
    """The figure with what it is per: "$15 a month", "400 metres per second", "10 kV/cm"."""
    if figure.label not in MEASURED:
        return figure
    i = figure.last
    i += line.at(i) in DASHES and line.at(i + 1) in ("a", "an")  # "£3m-a-year"
    word, of = line.at(i), i + 1
    if word in ("a", "an") and line.at(of) in DASHES:
        of += 1
    if word not in ("per", "a", "an", "each", "every", "/") or of >= len(line.text):
        return figure
    unit = units.after.get((line.at(of), line.at(of + 1)))
    last = of + 2 if unit else of + 1
    known = unit or units.after.get((line.at(of),))
    single = known in ("DURATION", "MEASURE") and not line.at(last - 1).endswith("s")
    if word == "per":
        return figure._replace(last=last) if known != "PERCENT" and (single or line.tag(of) in NOUN_TAGS) else figure
    if line.at(last) in AGO or not (single or (word != "/" and line.at(of) in units.per)):
        return figure
    return figure._replace(last=last)


def ranges(line: Line, figures: list[Figure], units: Units) -> list[Figure]:
    """Two neighbours that are the ends of one range become one figure: "5% to 10%", "between $3m and $5m".

    "From A to B" stays two figures, and so does "rose 5% to 10%", where "to" says what it came to.
    """
    out: list[Figure] = []
    for figure in figures:
        if out and _is_range(line, out[-1], figure, units):
            first = out[-1].first
            out[-1] = Figure(first - (line.at(first - 1) == "between"), figure.last, figure.label)
        else:
            out.append(figure)
    return out


def _is_range(line: Line, low: Figure, high: Figure, units: Units) -> bool:
    if low.label != high.label or low.label not in RANGED or "exact" not in (low.modifier, high.modifier):
        return False
    link = line.lower[low.last : high.first]
    before = line.at(low.first - 1)
    if link != ["to"] and not (link == ["and"] and before == "between") and not (len(link) == 1 and link[0] in DASHES):
        return False
    near = set(line.lower[max(0, low.first - BACK) : low.first])
    if link == ["to"] and (before in ("from", "by") or near & units.changes):
        return False
    ends = [next(numerals.find(line.lower[f.first : f.last]), None) for f in (low, high)]
    if ends[0] is None or ends[1] is None or ends[0].high is not None or ends[1].high is not None:
        return False
    return 0 <= ends[0].value < ends[1].value and ends[0].kind != "fraction"


def inner_names(line: Line, figures: list[Figure]) -> list[Figure]:
    """A number before a name inside the phrase of another number is a part of the name: "two new 737 Max jets"."""
    out = list(figures)
    for k in range(1, len(out)):
        here, there = out[k - 1], out[k]
        if (here.label, there.label) != ("COUNT", "COUNT") or not line.lower[there.first].isdigit():
            continue
        between = range(here.last, there.first)
        within = between and all(line.tag(i) in ("JJ", "NN", "NNP") for i in between)
        if within and line.names(there.last + 1) and line.text[there.last][0].isupper():
            out[k] = there._replace(label="NUMBER")
    return out
