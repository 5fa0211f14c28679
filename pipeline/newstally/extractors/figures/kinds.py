"""What one number is a figure of: readers, asked in order; a number that none of them knows is a count."""

from __future__ import annotations

from collections.abc import Callable

from newstally.extractors.figures.line import NOUN_TAGS, Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words import dates, numerals
from newstally.words.names import OTHER_NAMES
from newstally.words.numerals import DASHES, Numeral

NAMES = OTHER_NAMES | {"PERSON"}
LONGEST_UNIT = 4
SUM = 20  # of fewer crowns, they are for heads
COMPARED = frozenset(("as", "more", "the", "higher", "larger", "bigger", "that"))  # after "three times"


def kind(line: Line, n: Numeral, units: Units) -> Figure:
    """The figure that the numeral is, with its unit, without modifier."""
    return next(filter(None, (reader(line, n, units) for reader in READERS)), Figure(n.first, n.last, "COUNT"))


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
        if not (weak and (noun_follows or prose)):
            return Figure(n.first, n.last, "NUMBER")
    if (line.at(n.last) == "+" and line.tag(n.last + 1) == "CD") or (line.at(n.first - 1) in ("+", "x", "=")):
        return Figure(n.first, n.last, "NUMBER")
    word, tag = line.at(n.first - 1).rstrip("."), line.tag(n.first - 1)
    titled = n.first > 1 and tag == "NN" and line.text[n.first - 1].istitle() and line.text[n.first].isdigit()
    named = (tag in ("NNP", "NNPS") or titled) and word not in dates.WEEKDAYS and not _verbless(line, n)
    if named and not noun_follows and line.entity(n.first - 1) not in ("LOC", "DATE", "NORP"):
        return Figure(n.first, n.last, "NUMBER")
    return _address(line, n, units)


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


def money(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number behind a currency sign or code: "$50 billion", "Rs. 500", "N$7 million"."""
    glued = line.lower[n.first].rstrip("0123456789.,½¼¾bnmk")
    if glued and not glued.isdigit() and glued in units.money:
        return Figure(n.first, n.last, "MONEY")
    at = n.first - 2 if line.at(n.first - 1) == "." else n.first - 1
    sign = line.at(at)
    if sign not in units.money or (sign.isalpha() and line.text[at].islower()):
        return None
    behind = _unit(line, n, units)
    return Figure(at, behind[0] if behind and behind[1] == "MONEY" else n.last, "MONEY")


def glued(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number whose unit is written to it: "45kg", "50pc"; any other letters make it a name ("5G", "737s")."""
    if n.kind != "glued":
        return None
    label = units.after.get((line.lower[n.first].lstrip("~0123456789.,½¼¾-"),))
    return Figure(n.first, n.last, label or "NUMBER")


def unit(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number before a unit of money, percentage, measure, time or age: "25 percent", "a 15-year term"."""
    if n.kind == "noun":
        return None
    found = _unit(line, n, units)
    if found is None:
        return None
    last, label = found
    if label == "MEASURE" and line.lower[n.first] in ("one", "1") and line.at(n.last) == "point":
        return None
    return Figure(n.first, last, label)


def _unit(line: Line, n: Numeral, units: Units) -> tuple[int, str] | None:
    """The end and label of the unit after a numeral; hyphens and words like "full" and "straight" may stand before."""
    i = n.last
    for _ in range(4):
        found = _longest(line, i, units)
        if found and (i == n.last or line.lower[i - 1] in DASHES or found[1] in ("DURATION", "AGE")):
            hyphen = i > n.last and line.lower[i - 1] in DASHES
            return found if hyphen or not _mere_word(line, n, i, found[0], units) else None
        if line.at(i) not in DASHES and line.at(i) not in units.between:
            return None
        i += 1
    return None


def _longest(line: Line, i: int, units: Units) -> tuple[int, str] | None:
    """The longest unit that starts at word ``i``, hyphens between its words or none."""
    parts: list[tuple[str, int]] = []
    j = i
    while j < len(line.lower) and len(parts) < LONGEST_UNIT:
        if line.lower[j] not in DASHES:
            parts.append((line.lower[j], j + 1))
        elif not parts:
            return None
        j += 1
    for size in range(len(parts), 0, -1):
        label = units.after.get(tuple(word for word, _ in parts[:size]))
        if label:
            return parts[size - 1][1], label
    return None


def _mere_word(line: Line, n: Numeral, first: int, last: int, units: Units) -> bool:
    """Whether the unit is an ordinary word here: "two foot patrols", "17 second-half shots", "three crowns"."""
    if line.lower[last - 1] in units.things and n.value < SUM:
        return True
    follows = line.tag(last) in NOUN_TAGS or line.at(last) in DASHES
    return last == first + 1 and line.lower[first] in units.ambiguous and follows and n.value != 1


def clock(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "at 7.30"; with "pm" after it the number has a unit."""
    token = line.lower[n.first]
    hours, _, minutes = token.partition(".")
    timed = len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and line.at(n.first - 1) in ("at", "by", "until")
    return Figure(n.first, n.last, "TIME") if timed and int(minutes) < 60 else None


def days(line: Line, n: Numeral, _: Units) -> Figure | None:
    """Reads "between 4 and 11 May"; a single day is found with its month."""
    month = n.high is not None and line.ends(n.last) is False and line.text[n.last][:1].isupper()
    return Figure(n.first, n.last + 1, "DATE") if month and line.at(n.last) in dates.MONTHS else None


def year(line: Line, n: Numeral, _: Units) -> Figure | None:
    """A year alone: four digits without a comma, not before people counted, without a modifier."""
    if n.high is not None and dates.is_year(line.lower[n.last - 1]) and dates.is_year(str(n.value)):
        return None if line.names(n.last) else Figure(n.first, n.last, "DATE")
    if n.last != n.first + 1 or not dates.is_year(line.lower[n.first]) or n.high is not None:
        return None
    follows = line.tag(n.last)
    if n.value >= 1900 and not (follows == "NNS" and line.tag(n.first - 1) not in ("IN", "DT", "PRP$", "POS")):
        return Figure(n.first, n.last, "DATE")
    bare = follows not in NOUN_TAGS and follows[:1] != "J"
    return Figure(n.first, n.last, "DATE") if bare and line.tag(n.first - 1) in ("IN", "TO") else None


def age(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "aged 14", "Ada Marsh, 14, said", "the driver, 34, was", "She was 88."."""
    if n.value != int(n.value) or not 0 < n.value < 120 or n.kind != "cardinal":
        return None
    if line.at(n.first - 1) in units.aged:
        return Figure(n.first - 1, n.last, "AGE")
    if line.at(n.first - 1) in units.being and _one_human(line, n.first - 2, units) and _closes(line, n.last):
        return Figure(n.first, n.last, "AGE")
    if line.at(n.first - 1) not in (",", "(") or n.last != n.first + 1 or not line.lower[n.first].isdigit():
        return None
    before = n.first - 2
    person = line.entity(before) == "PERSON" or (line.tag(before) == "NNP" and not line.entity(before))
    noun = line.tag(before) == "NN" and not line.entity(before)
    closes = line.at(n.last) in (",", ")", ".", ";", "") or (person and line.at(n.last) == "and")
    if closes and (person or (noun and line.at(n.last) == "," and line.tag(n.last + 1) != "CD")):
        return Figure(n.first, n.last, "AGE")
    return None


def _one_human(line: Line, i: int, units: Units) -> bool:
    """Whether the subject that ends at word ``i`` is one human being: "she", "the youngest", "…, Ada Marsh,"."""
    named = line.entity(i - 1 if line.at(i) == "," else i) == "PERSON"
    return line.at(i) in units.human or named


def _closes(line: Line, i: int) -> bool:
    """Whether a clause ends before word ``i``, or another begins there, or the words say when or where."""
    return line.ends(i) or line.at(i) in ("when", "and", "but", "on", "at", "in", "during")


def ratio(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "one in five", "8 out of 10", "three times as many", "2/3"."""
    if n.kind == "fraction":
        return Figure(n.first, n.last, "PERCENT")
    if line.at(n.last) == "times" and line.at(n.last + 1) in COMPARED:
        return Figure(n.first, n.last + 1, "NUMBER")
    link = 1 if line.at(n.last) == "in" else 2 if line.lower[n.last : n.last + 2] == ["out", "of"] else 0
    if not link or n.value >= 100:
        return None
    whole = next(numerals.find(line.lower[n.last + link : n.last + link + 3]), None)
    if whole is None or whole.first or whole.high or n.value >= whole.value:
        return None
    round_whole = whole.value in (10, 20, 100, 1000) or (link == 1 and whole.value < 1000)
    return Figure(n.first, n.last + link + whole.last, "RATE") if round_whole else None


def rate(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A figure over time or per unit: "15 a month", "six weekly trains", "40 deaths per 100,000"."""
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


def odd(line: Line, n: Numeral, _: Units) -> Figure | None:
    """Numbers that count nothing by their form: decimals without a scale, leading zeros, telephone numbers."""
    if n.high is not None and line.at(n.last) in DASHES and line.at(n.last + 1).isdigit():
        return Figure(n.first, n.last + 2, "NUMBER")
    whole = n.value == int(n.value)
    zeros = line.lower[n.first].isdigit() and len(line.lower[n.first]) > 1 and line.lower[n.first][0] == "0"
    return Figure(n.first, n.last, "NUMBER") if not whole or zeros else None


READERS: tuple[Callable[[Line, Numeral, Units], Figure | None], ...] = (
    glued, money, ratio, unit, clock, club, in_name, age, days, year, rate, odd,
)  # fmt: skip
