"""Numbers that belong together: the tally of a vote, the score of a game, numbers that share a unit."""

from __future__ import annotations

from newstally.extractors.figures.line import Figure, Line
from newstally.extractors.figures.units import Units
from newstally.words import dates
from newstally.words.numerals import DASHES, Numeral

SHARED = frozenset(("PERCENT", "DURATION", "MEASURE", "MONEY", "AGE", "TIME"))
PAUSES = frozenset(("—", "--"))  # "58 — 31 men and 27 women": what follows explains the figure
NEAR = 6  # words on either side within which "vote" or "won" says what "3-2" is

FAR, LARGE, GOALS = 16, 20, 20


def tally_or_score(line: Line, found: list[Numeral], k: int, units: Units) -> list[Figure]:
    """Reads "3-2" near "voted" is two counts, elsewhere a score; [] where the two numerals are no such pair."""
    n = found[k]
    if _tries(line, n):
        return [Figure(n.first, n.last + 2, "SCORE")]
    if _other_side(line, found, k):
        return [Figure(n.first, n.last, "COUNT", "tally")]
    near = _near(line, n, units) if n.high is not None or k + 1 < len(found) else set()
    if n.high is not None and n.last == n.first + 3 and line.lower[n.first + 1] in DASHES and n.high < 100:
        if near & units.votes or near & units.scores:
            return _pair(n.first, n.last, bool(near & units.votes))
        return _pair(n.first, n.last, vote=False) if _between_names(line, n) else []
    if _is_result(line, found, k, near, units):
        return [Figure(n.first, found[k + 1].last, "SCORE")]
    is_pair = k + 1 < len(found) and found[k + 1].first == n.last + 1 and max(n.value, found[k + 1].value) < 1000
    return _two_figures(line, n, found[k + 1], near, units) if is_pair else []


def _is_result(line: Line, found: list[Numeral], k: int, near: set[str], units: Units) -> bool:
    """Reads "Norway 3 Austria 0.": two names, each with a number behind it."""
    if k + 1 >= len(found) or near & units.votes:
        return False
    n, other = found[k], found[k + 1]
    names = range(n.last, other.first)
    small = all(line.text[one.last - 1].isdecimal() and one.value < GOALS for one in (n, other))
    named = line.tag(n.first - 1) in ("NNP", "NNPS") and 0 < len(names) <= 3
    return small and named and line.ends(other.last) and all(line.tag(i) in ("NNP", "NNPS") for i in names)


def _between_names(line: Line, n: Numeral) -> bool:
    """Reads "Norway 1-3 Austria": the row of a game, two names and nothing else about the pair."""
    small = n.high is not None and n.high < GOALS and line.text[n.first].isdecimal()
    sides = (n.first - 1, n.last)
    dated = any(line.at(i) in dates.MONTHS or line.at(i) in dates.WEEKDAYS for i in sides)
    named = not dated and all(line.tag(i) in ("NNP", "NNPS") for i in sides)
    return small and named and line.ends(n.last + 1 + (line.tag(n.last + 1) in ("NNP", "NNPS")))


def _near(line: Line, n: Numeral, units: Units) -> set[str]:
    """The words about the pair; of a large one, as few games end by, those farther off where they speak of a vote."""
    near = set(line.lower[max(0, n.first - NEAR) : n.last + NEAR + 2])
    far = set(line.lower[max(0, n.first - FAR) : n.last + NEAR + 2])
    is_vote = n.value >= LARGE and far & units.votes and not far & units.scores
    return far if is_vote else near


def _two_figures(line: Line, n: Numeral, other: Numeral, near: set[str], units: Units) -> list[Figure]:
    """A pair that falls, and so is no range: "3-2", "44 to 31"."""
    dashed = line.lower[n.last] in DASHES - PAUSES
    if n.high is None and (
        dashed or (line.lower[n.last] == "to" and near & units.votes and line.at(n.first - 1) != "from")
    ):
        return _pair(n.first, other.last, bool(near & units.votes))
    return []


def _tries(line: Line, n: Numeral) -> bool:
    """Reads "3-for-4", "9-of-15": so many hits of so many tries."""
    word, dash, last = line.at(n.last + 1).partition("-")
    return line.at(n.last) in DASHES and word in ("for", "of") and bool(dash) and last.isdigit()


def _other_side(line: Line, found: list[Numeral], k: int) -> bool:
    """Whether the numeral is the second of "44 votes to 31", the first of which has its noun."""
    n = found[k]
    if k == 0 or n.high is not None or n.last != n.first + 1 or line.at(n.first - 1) != "to":
        return False
    noun = line.lower[found[k - 1].last : n.first - 1]
    return noun in (["votes"], ["vote"]) and line.at(found[k - 1].first - 1) != "from" and not line.names(n.last)


def _pair(first: int, last: int, vote: bool) -> list[Figure]:
    if not vote:
        return [Figure(first, last, "SCORE")]
    return [Figure(first, last, "COUNT", "tally"), Figure(last - 1, last, "COUNT", "tally")]


def share_units(line: Line, figures: list[Figure]) -> list[Figure]:
    """A number that only "and", "or", "to" parts from a quantity has its unit: "20 or 30 percent"."""
    shared = list(figures)
    for k in range(len(shared) - 2, -1, -1):
        here, there = shared[k], shared[k + 1]
        links = [word for word in line.lower[here.last : there.first] if word not in DASHES]
        if here.label in ("COUNT", "BARE") and there.label in SHARED:
            part = links == ["of"] and there.label == "DURATION"  # "12 of 15 years"
            if part or (links in (["and"], ["or"], ["to"]) and line.tag(here.last - 1) in ("CD", "")):
                shared[k] = here._replace(label=there.label)
        elif here.label == "COUNT" and there.label == "NUMBER" and there.last - there.first > 1 and links == ["and"]:
            shared[k] = here._replace(label="NUMBER")  # "12 and 14 Hill Street"
    for k in range(len(shared) - 1):
        here, there = shared[k], shared[k + 1]
        links = line.lower[here.last : there.first]
        bare = not line.names(there.last)
        if here.label == "DATE" and dates.is_year(line.at(there.first)) and links in (["and"], ["to"]) and bare:
            shared[k + 1] = there._replace(label="DATE")  # "between A.D. 1000 and 1260"
        elif here.label == "NUMBER" and there.label == "COUNT" and len(links) == 1 and links[0] in DASHES:
            shared[k + 1] = there._replace(label="NUMBER")  # "ISO 3888-2"
        bare = bare and line.lower[there.first][0].isdigit()
        if here.label == "NUMBER" and there.label == "COUNT" and links in ([","], ["and"], [",", "and"]) and bare:
            shared[k + 1] = there._replace(label="NUMBER")  # "Room 12, 14 and 21"
        closes = line.ends(there.last) or line.at(there.last) == "and"
        if here.label == "AGE" and there.label == "COUNT" and links in (["and"], [","]) and closes:
            shared[k + 1] = there._replace(label="AGE")  # "aged 12, 9 and 4"
    return shared
