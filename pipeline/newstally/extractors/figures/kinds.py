"""What one number is a figure of: readers, asked in order; a number that none of them knows is a count."""

from __future__ import annotations

from collections.abc import Callable

from newstally.extractors.figures.line import Figure, Line
from newstally.extractors.figures.measured import glued, money, part_of_unit, unit
from newstally.extractors.figures.units import Units
from newstally.extractors.figures.when import age, clock, days, year
from newstally.words import dates, numerals
from newstally.words.names import OTHER_NAMES
from newstally.words.numerals import DASHES, Numeral
from newstally.words.syntax import FINITE

NAMES = OTHER_NAMES | {"PERSON"}
SHOT = frozenset(("shot", "shoots", "shooting"))
EVERY = frozenset(("every", "each"))
# After "three times": a comparison, not a number of occasions.
COMPARED = frozenset(("as", "more", "the", "higher", "larger", "bigger", "that", "its", "their", "his", "her"))


def kind(line: Line, n: Numeral, units: Units) -> Figure:
    """The figure that the numeral is, with its unit, without modifier."""
    for reader in READERS:
        if found := reader(line, n, units):
            return found
    return Figure(n.first, n.last, "COUNT")


def club(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A digit joined to a capital letter is a name: "4-H kids"."""
    letter = line.text[n.last + 1] if line.at(n.last) in DASHES and n.last + 1 < len(line.text) else ""
    return Figure(n.first, n.last + 2, "NUMBER") if len(letter) == 1 and letter.isupper() else None


def in_name(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number inside a name ("Boeing 737"), behind a label ("Article 5", "No. 3"), or of a house in a street."""
    entity = {line.entity(i) for i in range(n.first, n.last)}
    if entity <= NAMES and line.entity_words(n.first) > n.last - n.first:
        return Figure(n.first, n.last, "NUMBER")
    before = n.first - 2 if line.at(n.first - 1) == "." else n.first - 1
    noun_follows = line.names(n.last)
    if line.at(before).rstrip(".") in units.labels and line.lower[n.first][0].isdigit():
        weak = line.at(before) in units.weak and before == n.first - 1
        of_whole = line.at(n.last) == "of" and line.tag(n.last + 1) == "CD"  # "part 3 of 3"
        prose = line.text[before].islower() and not line.ends(n.last) and not of_whole
        of_it = noun_follows and line.tag(n.last) in ("NN", "NNP") and n.value != 1 and line.at(before) in units.graded
        if of_it or not (weak and (noun_follows or prose)):
            return Figure(n.first, n.last, "NUMBER")
    if (line.at(n.last) == "+" and line.tag(n.last + 1) == "CD") or (line.at(n.first - 1) in ("+", "x", "=")):
        return Figure(n.first, n.last, "NUMBER")
    word, tag = line.at(n.first - 1).rstrip("."), line.tag(n.first - 1)
    titled = n.first > 1 and tag == "NN" and line.text[n.first - 1].istitle() and line.text[n.first].isdigit()
    if word in ("top", "bottom") and not noun_follows and line.tag(n.last) not in FINITE:
        return Figure(n.first, n.last, "ORDINAL")  # "in the top 10", but "the top two go through"
    named = (tag in ("NNP", "NNPS") or titled) and word not in dates.WEEKDAYS and not _verbless(line, n)
    if named and not noun_follows and line.entity(n.first - 1) not in ("LOC", "DATE", "NORP"):
        return Figure(n.first, n.last, "NUMBER")
    return _address(line, n, units)


def coded(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number between codes in capitals, as in the rows of a timetable: "AV 663 IAD 02:30"."""
    if not line.lower[n.first].isdigit() or line.names(n.last + 1):
        return None
    before, after = (line.text[i] if 0 <= i < len(line.text) else "" for i in (n.first - 1, n.last))
    codes = all(word.isalpha() and word.isupper() and 1 < len(word) < 4 for word in (before, after))
    return Figure(n.first, n.last, "NUMBER") if codes else None


def _verbless(line: Line, n: Numeral) -> bool:
    """Whether the name before the number is its subject, the verb left out: "Okoro had 988 and the Greens 12."."""
    i = n.first - 1
    if not line.ends(n.last) and line.at(n.last) != "and":
        return False
    if line.entity(i) == "PERSON":
        return True
    while i >= 0 and line.tag(i) in ("NNP", "NNPS", "DT"):
        i -= 1
    return line.at(i) in ("and", "while", ",", ";") and i < n.first - 1 and "CD" in line.tags[:i]


def _address(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "12 N. Hill St", "the 700 block"."""
    i = n.last
    while i < n.last + 4 and i < len(line.text) and (line.text[i][0].isupper() or line.at(i) == "."):
        if line.at(i).rstrip(".") in units.streets and line.lower[n.first].isdigit() and line.tag(i + 1) != "NNS":
            return Figure(n.first, i + 1, "NUMBER")
        i += 1
    block = line.at(n.last) == "block" and line.at(n.last + 1) == "of"
    return Figure(n.first, n.last + 1, "NUMBER") if block else None


def ratio(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "one in five", "8 out of 10", "three of every four", "three times as many", "2/3"."""
    if n.kind == "fraction":
        return part_of_unit(line, n, units) or Figure(n.first, n.last, "PERCENT")
    if line.at(n.last) == "times" and line.at(n.last + 1) in COMPARED:
        return Figure(n.first, n.last + 1, "BARE")
    link = _of_how_many(line, n)
    if not link or n.value >= 100:
        return None
    whole = next(numerals.find(line.lower[n.last + link : n.last + link + 3]), None)
    if whole is None or whole.first or whole.high or n.value >= whole.value:
        return None
    plain = line.at(n.last) == "in" or line.at(n.last + link - 1) in EVERY
    round_whole = whole.value in (10, 20, 100, 1000) or (plain and whole.value < 1000)
    return Figure(n.first, n.last + link + whole.last, "RATE") if round_whole else None


def _of_how_many(line: Line, n: Numeral) -> int:
    """How many words after the number lead to the whole of a ratio: "in", "out of", "of every"; 0 where none do."""
    link = 1 if line.at(n.last) in ("in", "of") else 2 if line.lower[n.last : n.last + 2] == ["out", "of"] else 0
    if link and line.at(n.last + link) in EVERY:
        return link + 1
    return 0 if line.at(n.last) == "of" else link


def rate(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A figure over time or per unit: "15 a month", "six weekly trains", "40 deaths per 100,000", "every 50"."""
    if line.at(n.first - 1) in EVERY and n.value > 1:
        return Figure(n.first, n.last, "RATE")
    if line.at(n.last) in units.rates:
        return Figure(n.first, n.last + 1, "RATE")
    i = n.last
    while i < n.last + 4 and i < len(line.text) and line.names(i):
        i += 1
    if (line.at(i) in ("per", "every", "each") and line.at(i + 1) in units.times) or line.at(i) == "per":
        number = next(numerals.find(line.lower[i + 1 : i + 3]), None)
        return Figure(n.first, i + 1 + (number.last if number and number.first == 0 else 1), "RATE")
    later = line.at(i + 2) in ("after", "later", "earlier", "before", "ago")
    if line.at(i) in ("a", "an") and units.times.get(line.at(i + 1)) == line.at(i + 1) and not later:
        return Figure(n.first, i + 2, "RATE")
    return None


def shot(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "shot 29 for his side", "shot 68 for two under par": what a player shot is a score."""
    if line.at(n.first - 1) not in SHOT or line.names(n.last):
        return None
    owned = line.at(n.last) == "for" and line.at(n.last + 1) in ("his", "her", "their")
    is_game = any(word.partition("-")[0] in units.shooting for word in line.lower)  # "a par-72 course"
    return Figure(n.first, n.last, "SCORE") if owned or is_game else None


def odd(line: Line, n: Numeral, _: Units) -> Figure | None:
    """Numbers that count nothing by their form: decimals, negative ones, leading zeros, telephone numbers."""
    if n.high is not None and line.at(n.last) in DASHES and line.at(n.last + 1).isdigit():
        return Figure(n.first, n.last + 2, "NUMBER")
    whole = n.value == int(n.value)
    zeros = line.lower[n.first].isdigit() and len(line.lower[n.first]) > 1 and line.lower[n.first][0] == "0"
    if zeros and whole:
        return Figure(n.first, n.last, "NUMBER")
    return Figure(n.first, n.last, "BARE") if not whole or n.value < 0 else None


READERS: tuple[Callable[[Line, Numeral, Units], Figure | None], ...] = (
    glued, money, ratio, unit, clock, club, coded, in_name, age, days, year, rate, shot, odd,
)  # fmt: skip
