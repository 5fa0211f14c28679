"""Numbers with a unit: money, percentages, measures, times and ages, before, behind or written to the number."""

from __future__ import annotations

from newstally.extractors.figures.line import NOUN_TAGS, Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words import digits
from newstally.words.numerals import DASHES, Numeral
from newstally.words.syntax import FINITE

LONGEST_UNIT = 4
SUM = 20  # of fewer crowns, they are for heads
POINTS = frozenset(("point", "points"))
NEAR = 6  # words on either side of points within which "lead" or "rose" says that they are of a score or an index
SIZES = frozenset(("2K", "3K", "4K", "5K", "8K", "10K", "480p", "720p", "1080p", "1440p", "2160p"))
"""Names of screens and races, not thousands and not pence."""


def money(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number behind a currency sign or code: "$50 billion", "Rs. 500", "N$7 million", "C $6"."""
    if _sign(line.lower[n.first]) in units.money and line.at(n.first - 1) not in units.money:
        return Figure(n.first, n.last, "MONEY")
    at = n.first - 2 if line.at(n.first - 1) == "." else n.first - 1
    sign = line.at(at)
    if sign not in units.money or (sign.isalpha() and line.text[at].islower()):
        code = at >= 0 and units.cased.get(line.text[at]) == "MONEY"
        return Figure(at, n.last, "MONEY") if code else None
    whose = line.at(at - 1) + sign
    told = at and (line.text[at - 1].isupper() or line.at(at - 1) in ("hk", "nz", "au"))
    if told and sign == "$" and whose in units.money and line.text[at - 1] != "A":
        at -= 1
    behind = _unit(line, n, units)
    if sign == "$" and line.text[n.last : n.last + 1] in (["U.S."], ["US"]) and not line.names(n.last + 1):
        return Figure(at, n.last + 1, "MONEY")  # "$75 U.S. per barrel"
    return Figure(at, behind[0] if behind and behind[1] == "MONEY" else n.last, "MONEY")


def _sign(word: str) -> str:
    written = digits.read(word)
    return written.sign if written else ""


def glued(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number whose unit is written to it: "45kg", "50pc"; any other letters make it a name ("737s", "4K video")."""
    if "".join(line.text[n.first : n.last]) in SIZES and line.tag(n.last) in ("NN", "NNP", "."):
        return Figure(n.first, n.last, "NUMBER")
    if n.kind != "glued":
        return None
    word = line.text[n.last - 1].rstrip(".")
    written, ends = digits.read(word.lower()), digits.ends(word.lower())
    tail = written.tail if written else ends[2] if ends else ""
    label = units.cased.get(word[len(word) - len(tail) :]) or units.after.get((tail,))
    return Figure(n.first, n.last, label or "NUMBER")


def unit(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number before a unit of money, percentage, measure, time or age: "25 percent", "a 15-year term"."""
    if n.kind == "noun":
        return None
    found = _unit(line, n, units)
    if found is None:
        return None
    last, label = found
    if label == "MONEY" and line.lower[last - 1] in units.weight["after"] and _weighs(line, n, last, units):
        return Figure(n.first, last, "MEASURE")
    if label == "MEASURE" and line.lower[last - 1] in POINTS and _of_plan(line, n, last, units):
        return None
    if not line.at(last - 1)[:1].isalnum() and line.at(last)[:1].isdigit() and label == "MONEY":
        return None  # of "5 € 20" the sign is the second number's
    return Figure(n.first, last, "AGE" if label == "DURATION" and _aged(line, n, units) else label)


def _of_plan(line: Line, n: Numeral, last: int, units: Units) -> bool:
    """Whether points are items of a plan ("a 12-point plan", "The pact has nine points"), or "one point" is a place."""
    if line.at(n.last) in DASHES:
        return not units.plans.isdisjoint(line.lower[last : last + 2])
    if n.value == 1:
        return line.at(n.last) == "point"
    near = set(line.lower[max(0, n.first - NEAR) : last + NEAR])
    told = line.at(n.first - 1) in units.of_plans and near.isdisjoint(units.scores | units.changes)
    return told and not units.plans.isdisjoint(line.lower[: n.first])


def _aged(line: Line, n: Numeral, units: Units) -> bool:
    """Whether a span of time is an age: "under the age of 5 years", "aged 18 months"."""
    return line.at(n.first - 1 - (line.at(n.first - 1) == "of")) in units.aged


def _weighs(line: Line, n: Numeral, last: int, units: Units) -> bool:
    """Whether pounds are of weight: "a 500-pound bomb", "weighing 200 pounds"."""
    near = {*line.lower[max(0, n.first - 4) : n.first], *line.lower[last : last + 2]}
    joined = line.at(n.last) in DASHES and n.kind == "cardinal" and line.names(last)
    return not near.isdisjoint(units.weight["near"]) or (joined and line.at(last) not in units.weight["money"])


def _unit(line: Line, n: Numeral, units: Units) -> tuple[int, str] | None:
    """The end and label of the unit after a numeral; hyphens and words like "full" and "straight" may stand before."""
    i = n.last
    for _ in range(4):
        found = unit_at(line, i, units)
        if found and i == n.last and line.text[i].rstrip("=") in units.cased:
            return found
        if found and (i == n.last or line.lower[i - 1] in DASHES or found[1] in ("DURATION", "AGE")):
            hyphen = i > n.last and line.lower[i - 1] in DASHES
            return found if hyphen or not _mere_word(line, n, i, found[0], units) else None
        if line.at(i) not in DASHES and line.at(i) not in units.between and not _described(line, i, units):
            return None
        i += 1
    return None


def _described(line: Line, i: int, units: Units) -> bool:
    """Whether an adjective stands before a plural of time: "two hot days"."""
    return line.tag(i) == "JJ" and line.at(i + 1).endswith("s") and line.at(i + 1) in units.times


def unit_at(line: Line, i: int, units: Units) -> tuple[int, str] | None:
    """The longest unit that starts at word ``i``, hyphens between its words or none."""
    parts: list[tuple[str, int]] = []
    j = i
    cased = units.cased.get(line.text[i].rstrip("=")) if i < len(line.text) else None
    if cased and line.lower[i - 1][-1:].isdigit() and line.at(i + 1) not in DASHES:
        return i + 1, cased
    if digits.without(line.at(i)) not in units.starts:
        return None
    while j < len(line.lower) and len(parts) < LONGEST_UNIT:
        if line.lower[j] not in DASHES:
            parts.append((digits.without(line.lower[j]), j + 1))
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
    if line.lower[first] == "won" and line.tag(first) in FINITE:
        return True  # "six sailed and one won a prize"
    if line.lower[first] in units.ambiguous and line.text[first].istitle() and line.text[n.first].isdigit():
        return True  # "in 2016 Stone spoke"
    joined = line.at(last) in DASHES and not line.at(last + 1)[:1].isdigit()  # not "5-foot-10"
    follows = line.tag(last) in NOUN_TAGS or joined
    return last == first + 1 and line.lower[first] in units.ambiguous and follows and n.value != 1


def part_of_unit(line: Line, n: Numeral, units: Units) -> Figure | None:
    """Reads "half an hour", "three quarters of a mile", "1/2 inch": a fraction of one unit is an amount of it."""
    i = n.last + (line.at(n.last) == "of")
    if line.at(i) in ("a", "an"):
        i += 1
    elif i == n.last and line.at(n.last - 1) in ("half", "quarter"):
        i += line.at(i) in DASHES  # "a quarter point", "a half-mile walk"
    elif i > n.last or not line.lower[n.first][0].isdigit():
        return None
    found = unit_at(line, i, units)
    return Figure(n.first, *found) if found and found[1] != "AGE" else None
