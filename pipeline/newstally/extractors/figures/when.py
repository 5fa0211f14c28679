"""Numbers that say when, or how old: clock times, years, ages."""

from __future__ import annotations

from newstally.extractors.figures.line import NOUN_TAGS, Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words import dates
from newstally.words.numerals import DASHES, Numeral

ERAS = frozenset(("a.d.", "b.c.", "b.c", "a.d", "bce", "b.c.e."))


def clock(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "at 7.30"; with "pm" after it the number has a unit."""
    token = line.lower[n.first]
    hours, _, minutes = token.partition(".")
    timed = len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and line.at(n.first - 1) in ("at", "by", "until")
    return Figure(n.first, n.last, "TIME") if timed and int(minutes) < 60 else None


def year(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A year alone: four digits without a comma, not before people counted, without a modifier."""
    if n.high is not None and dates.is_year(line.lower[n.last - 1]) and dates.is_year(str(n.value)):
        return None if line.names(n.last) else Figure(n.first, n.last, "DATE")
    if _of_era(line, n):
        return Figure(n.first, n.last, "DATE")
    if n.last != n.first + 1 or not dates.is_year(line.lower[n.first]) or n.high is not None:
        return None
    if line.at(n.first - 1) == "of" and line.at(n.first - 2) in units.totals:
        return None  # "an average of 1500"
    follows = line.tag(n.last)
    if n.value >= 1900 and not (follows == "NNS" and line.tag(n.first - 1) not in ("IN", "DT", "PRP$", "POS")):
        return Figure(n.first, n.last, "DATE")
    bare = follows not in NOUN_TAGS and follows[:1] != "J"
    return Figure(n.first, n.last, "DATE") if bare and line.tag(n.first - 1) in ("IN", "TO") else None


def days(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "between 4 and 11 May"; a single day is found with its month."""
    month = n.high is not None and line.ends(n.last) is False and line.text[n.last][:1].isupper()
    return Figure(n.first, n.last + 1, "DATE") if month and line.at(n.last) in dates.MONTHS else None


def _of_era(line: Line, n: Numeral) -> bool:
    """Reads "A.D. 400", "300 B.C.", and a year to come, "by 2120."."""
    if {line.at(n.first - 1), line.at(n.last)} & ERAS and n.value == int(n.value):
        return True
    return 2100 < n.value < 2200 and line.at(n.first - 1) in ("by", "in", "until") and line.ends(n.last)


def age(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "aged 14", "Ada Marsh, 14, said", "the driver, 34, was", "She was 88.", "those under 5"."""
    if n.value != int(n.value) or not 0 < n.value < 120 or n.kind != "cardinal":
        return None
    if line.at(n.first - 1) in units.aged:
        return Figure(n.first - 1, n.last, "AGE")
    is_age = _said(line, n, units) or _beside(line, n, units) or _bounded(line, n, units)
    return Figure(n.first, n.last, "AGE") if is_age else None


def _bounded(line: Line, n: Numeral, units: Units) -> bool:
    """Reads "children under five", "those over 65", "younger than six", "a boy of 15", "both 19,"."""
    before, further, closes = line.at(n.first - 1), line.at(n.first - 2), not line.names(n.last)
    if before in ("under", "over", "below", "above"):
        return closes and (further in units.people or further in ("those", "anyone", "everyone", "people"))
    if before == "than":
        return closes and further in ("younger", "older")
    if before == "of":
        return closes and further in units.young and line.at(n.last) not in DASHES
    return before == "both" and line.ends(n.last)


def _said(line: Line, n: Numeral, units: Units) -> bool:
    """Reads "at the age of 92", "aged above 18", "She was about 40.", "Rowe, now 40"."""
    before, further = line.at(n.first - 1), line.at(n.first - 2)
    if further in units.aged and ((before == "of" and not line.names(n.last)) or (before,) in units.before):
        return True
    at = n.first - 1 - (before in ("only", "just", "about", "nearly", "almost"))
    is_verb = line.at(at) in units.being and line.tag(at) != "POS"
    if is_verb and _one_human(line, at - 1, units) and _closes(line, n.last):
        return True
    return before in ("now", "then") and further == "," and line.at(n.last) == ","


def _one_human(line: Line, i: int, units: Units) -> bool:
    """Whether the subject that ends at word ``i`` is one human being: "she", "the youngest", "…, Ada Marsh,"."""
    named = line.entity(i - 1 if line.at(i) == "," else i) == "PERSON"
    return line.at(i) in units.human or named


def _beside(line: Line, n: Numeral, units: Units) -> bool:
    """Reads "Ada Marsh, 14, said", "the driver (34)"."""
    if line.at(n.first - 1) not in (",", "(") or n.last != n.first + 1 or not line.lower[n.first].isdigit():
        return False
    before = n.first - 2
    person = line.entity(before) == "PERSON" or (line.tag(before) == "NNP" and not line.entity(before))
    noun = line.tag(before) == "NN" and not line.entity(before) and line.at(before) not in units.times
    closes = line.at(n.last) in (",", ")", ".", ";", "") or (person and line.at(n.last) == "and")
    return closes and (person or (noun and line.at(n.last) == "," and line.tag(n.last + 1) != "CD"))


def _closes(line: Line, i: int) -> bool:
    """Whether a clause ends before word ``i``, or another begins there, or the words say when or where."""
    return line.ends(i) or line.at(i) in ("when", "and", "but", "on", "at", "in", "during")
