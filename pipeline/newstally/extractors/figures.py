"""Finds the figures of a text and says what each is a figure of: doc.spans["figures"].

Labels: COUNT, MONEY, PERCENT, MEASURE, DURATION, AGE, DATE, TIME, ORDINAL, RATE, SCORE, and NUMBER for a figure that is
none of these (a size in a name, an address, a version). A span is the figure with its modifier and, for quantities, its
unit; ``span.id_`` is the modifier ("exact", "about", "at_least" …), or "tally" for the two counts of a vote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from newstally import dates, numerals
from newstally.numerals import DASHES, Numeral
from newstally.rules import table

GROUP = "figures"
NAMES = frozenset(("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC"))
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
LONGEST_UNIT = 4
NEAR = 6  # words on either side within which "vote" or "won" says what "3-2" is


class Figure(NamedTuple):
    """A figure among the words of a line: ``words[first:last]``."""

    first: int
    last: int
    label: str
    modifier: str = "exact"


class Line(NamedTuple):
    """The words of one line of the Doc, and the same in lower case."""

    words: list[Token]
    lower: list[str]

    def at(self, i: int) -> str:
        """The word at ``i`` in lower case; "" beyond the line."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """The Penn tag of the word at ``i``; "" beyond the line."""
        return self.words[i].tag_ if 0 <= i < len(self.words) else ""


def lines(doc: Doc) -> Iterator[Line]:
    """The Doc line by line without its white space: no figure crosses the end of a line."""
    words: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text and words:
            yield Line(words, [word.lower_ for word in words])
            words = []
        elif not token.is_space:
            words.append(token)
    if words:
        yield Line(words, [word.lower_ for word in words])


class Units:
    """The unit and modifier tables, indexed by their words."""

    def __init__(self, vocab: Vocab) -> None:
        rows, modifiers = table(vocab, "units"), table(vocab, "modifiers")
        self.money = rows["money"]["before"]
        self.labels, self.weak = set(rows["labels"]["before"]), set(rows["labels"]["weak"])
        self.streets = set(rows["labels"]["streets"])
        self.votes, self.scores = set(rows["votes"]["words"]), set(rows["scores"]["words"])
        self.ambiguous = set(rows["ambiguous"]["words"])
        self.between, self.rates = set(rows["time"]["between"]["words"]), set(rows["time"]["rate"]["words"])
        self.times, self.aged = rows["time"]["after"], set(rows["time"]["age"]["before"])
        self.after: dict[tuple[str, ...], str] = {}
        self._add("MONEY", rows["money"]["after"])
        self._add("PERCENT", rows["percent"]["after"])
        self._add("DURATION", self.times)
        self._add("TIME", rows["time"]["clock"]["words"])
        self._add("AGE", rows["time"]["age"]["after"])
        for kind in rows["measure"].values():
            self._add("MEASURE", kind)
        self.not_after = {form: set(verbs) for form, verbs in modifiers["not_after"].items()}
        self.before = _modifiers(modifiers["before"])
        self.behind = _modifiers(modifiers["after"])

    def _add(self, label: str, forms: Iterable[str]) -> None:
        self.after |= {tuple(form.split()): label for form in forms}


def _modifiers(rows: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): modifier for modifier, forms in rows.items() for form in forms}


# ---- what a numeral is, asked in this order ------------------------------------------------------------------------


def in_name(line: Line, n: Numeral, units: Units) -> Figure | None:
    """A number inside a name ("Boeing 737"), behind a label ("Article 5", "No. 3"), or of a house in a street."""
    entity = {word.ent_type_ for word in line.words[n.first : n.last]}
    if entity <= NAMES and len(_entity(line, n.first)) > n.last - n.first:
        return Figure(n.first, n.last, "NUMBER")
    before = n.first - 2 if line.at(n.first - 1) == "." else n.first - 1
    noun_follows = line.tag(n.last) in NOUN_TAGS or line.tag(n.last)[:1] == "J"
    if line.at(before).rstrip(".") in units.labels and line.lower[n.first][0].isdigit():
        weak = line.at(before) in units.weak and before == n.first - 1
        of_whole = line.at(n.last) == "of" and line.tag(n.last + 1) == "CD"  # "part 3 of 3"
        prose = line.words[before].text.islower() and not _ends(line, n.last) and not of_whole
        if not (weak and (noun_follows or prose)):
            return Figure(n.first, n.last, "NUMBER")
    if (line.at(n.last) == "+" and line.tag(n.last + 1) == "CD") or (line.at(n.first - 1) in ("+", "x", "=")):
        return Figure(n.first, n.last, "NUMBER")
    previous = line.words[n.first - 1] if n.first > 1 else None
    titled = previous is not None and previous.tag_ == "NN" and previous.is_title and line.words[n.first].is_digit
    named = (line.tag(n.first - 1) in ("NNP", "NNPS") or titled) and line.at(n.first - 1).rstrip(".") not in dates.WEEKDAYS
    if named and not noun_follows and line.words[n.first - 1].ent_type_ not in ("LOC", "DATE", "NORP"):
        verb = line.tag(n.last)[:1] in ("V", "M")  # "… Monday 12 died": a subject, not part of the name
        comma = line.at(n.last) == "," and line.tag(n.last + 1) == "CD"
        return None if verb and not comma else Figure(n.first, n.last, "NUMBER")
    return _address(line, n, units)


def _entity(line: Line, i: int) -> list[Token]:
    """The words of the entity that covers word ``i``; [] where none does."""
    if not line.words[i].ent_type_:
        return []
    first = i
    while first > 0 and line.words[first].ent_iob_ == "I":
        first -= 1
    last = i + 1
    while last < len(line.words) and line.words[last].ent_iob_ == "I":
        last += 1
    return line.words[first:last]


def _ends(line: Line, i: int) -> bool:
    return i >= len(line.words) or line.tag(i) in (".", ",", ":", "-RRB-", "''")


def _address(line: Line, n: Numeral, units: Units) -> Figure | None:
    """ "341 S. Main St", "the 700 block"."""
    i = n.last
    while i < n.last + 4 and i < len(line.words) and (line.words[i].text[0].isupper() or line.at(i) == "."):
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
    if sign not in units.money or (sign.isalpha() and line.words[at].text.islower()):
        return None
    behind = _unit(line, n, units)
    return Figure(at, behind[0] if behind and behind[1] == "MONEY" else n.last, "MONEY")


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
    """Whether the unit is an ordinary word here: "two foot patrols", "17 second-half shots", "I am 12 am I"."""
    follows = line.tag(last) in NOUN_TAGS or line.at(last) in DASHES
    return last == first + 1 and line.lower[first] in units.ambiguous and follows and n.value != 1


def clock(line: Line, n: Numeral, units: Units) -> Figure | None:
    """ "7.30 pm" as two words was read as a number and a unit; this is "at 9" before nothing that could be counted."""
    token = line.lower[n.first]
    hours, _, minutes = token.partition(".")
    timed = len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and line.at(n.first - 1) in ("at", "by", "until")
    return Figure(n.first, n.last, "TIME") if timed and int(minutes) < 60 else None


def year(line: Line, n: Numeral, _: Units) -> Figure | None:
    """A year alone: four digits without a comma, not before people counted, without a modifier."""
    if n.last != n.first + 1 or not dates.is_year(line.lower[n.first]) or n.high is not None:
        return None
    follows = line.tag(n.last)
    if n.value >= 1900 and not (follows == "NNS" and line.tag(n.first - 1) not in ("IN", "DT", "PRP$", "POS")):
        return Figure(n.first, n.last, "DATE")
    bare = follows not in NOUN_TAGS and follows[:1] != "J"
    return Figure(n.first, n.last, "DATE") if bare and line.tag(n.first - 1) in ("IN", "TO") else None


def age(line: Line, n: Numeral, units: Units) -> Figure | None:
    """ "aged 14", "Adam Newport, 14, said", "the driver, 34, was"."""
    if n.value != int(n.value) or not 0 < n.value < 120 or n.kind != "cardinal":
        return None
    if line.at(n.first - 1) in units.aged:
        return Figure(n.first - 1, n.last, "AGE")
    if line.at(n.first - 1) not in (",", "(") or n.last != n.first + 1 or not line.lower[n.first].isdigit():
        return None
    before = line.words[n.first - 2] if n.first > 1 else None
    person = before is not None and (before.ent_type_ == "PERSON" or (before.tag_ == "NNP" and not before.ent_type_))
    noun = before is not None and before.tag_ == "NN" and not before.ent_type_
    closes = line.at(n.last) in (",", ")", ".", ";", "") or (person and line.at(n.last) == "and")
    if closes and (person or (noun and line.at(n.last) == "," and line.tag(n.last + 1) != "CD")):
        return Figure(n.first, n.last, "AGE")
    return None


def ratio(line: Line, n: Numeral, units: Units) -> Figure | None:
    """ "one in five", "8 out of 10", "three times as many", "2/3"."""
    if n.kind == "fraction":
        return Figure(n.first, n.last, "PERCENT")
    if line.at(n.last) == "times" and line.at(n.last + 1) in ("as", "more", "the", "higher", "larger", "bigger", "that"):
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
    while i < n.last + 4 and i < len(line.words) and (line.tag(i) in NOUN_TAGS or line.tag(i)[:1] == "J"):
        i += 1
    if (line.at(i) in ("per", "every", "each") and line.at(i + 1) in units.times) or line.at(i) == "per":
        number = next(numerals.find(line.lower[i + 1 : i + 3]), None)
        return Figure(n.first, i + 1 + (number.last if number and number.first == 0 else 1), "RATE")
    later = line.at(i + 2) in ("after", "later", "earlier", "before", "ago")
    if line.at(i) in ("a", "an") and units.times.get(line.at(i + 1)) == line.at(i + 1) and not later:
        return Figure(n.first, i + 2, "RATE")
    return None


def odd(line: Line, n: Numeral, _: Units) -> Figure | None:
    """Numbers that count nothing by their form: decimals without a scale, leading zeros."""
    whole = n.value == int(n.value)
    zeros = line.lower[n.first].isdigit() and len(line.lower[n.first]) > 1 and line.lower[n.first][0] == "0"
    return Figure(n.first, n.last, "NUMBER") if not whole or zeros else None


READERS: tuple[Callable[[Line, Numeral, Units], Figure | None], ...] = (
    money, ratio, clock, unit, in_name, age, year, rate, odd,
)  # fmt: skip


# ---- pairs of numerals ---------------------------------------------------------------------------------------------


def tally_or_score(line: Line, found: list[Numeral], k: int, units: Units) -> list[Figure]:
    """ "3-2" near "voted" is two counts, elsewhere a score; [] where the two numerals are no such pair."""
    n = found[k]
    near = set(line.lower[max(0, n.first - NEAR) : n.last + NEAR + 2])
    if n.high is not None and n.last == n.first + 3 and line.lower[n.first + 1] in DASHES and n.high < 100:
        if near & units.votes or near & units.scores:
            return _pair(n.first, n.last, bool(near & units.votes))
        return []
    if k + 1 >= len(found) or found[k + 1].first != n.last + 1 or max(n.value, found[k + 1].value) > 999:
        return []
    dashed = line.lower[n.last] in DASHES
    if n.high is None and (dashed or (line.lower[n.last] == "to" and near & units.votes and line.at(n.first - 1) != "from")):
        return _pair(n.first, found[k + 1].last, bool(near & units.votes))
    return []


def _pair(first: int, last: int, vote: bool) -> list[Figure]:
    if not vote:
        return [Figure(first, last, "SCORE")]
    return [Figure(first, last, "COUNT", "tally"), Figure(last - 1, last, "COUNT", "tally")]


def share_units(line: Line, figures: list[Figure]) -> list[Figure]:
    """A number that only "and", "or", "to" parts from a quantity has its unit: "20 or 30 percent", "five- to six-day"."""
    shared = list(figures)
    for k in range(len(shared) - 2, -1, -1):
        here, there = shared[k], shared[k + 1]
        links = [word for word in line.lower[here.last : there.first] if word not in DASHES]
        if here.label == "COUNT" and there.label in ("PERCENT", "DURATION", "MEASURE", "MONEY", "AGE", "TIME"):
            if links in (["and"], ["or"], ["to"]) and line.tag(here.last - 1) in ("CD", ""):
                shared[k] = here._replace(label=there.label)
        elif here.label == "COUNT" and there.label == "NUMBER" and there.last - there.first > 1 and links == ["and"]:
            shared[k] = here._replace(label="NUMBER")  # "341 and 345 Main Street"
    for k in range(len(shared) - 1):
        here, there = shared[k], shared[k + 1]
        links = line.lower[here.last : there.first]
        bare = line.tag(there.last) not in NOUN_TAGS and line.tag(there.last)[:1] != "J"
        if here.label == "NUMBER" and there.label == "COUNT" and links in ([","], ["and"], [",", "and"]) and bare:
            shared[k + 1] = there._replace(label="NUMBER")  # "Pack 122, 124 and 131"
        elif here.label == "AGE" and there.label == "COUNT" and links == ["and"] and _ends(line, there.last):
            shared[k + 1] = there._replace(label="AGE")
    return shared


# ---- the component --------------------------------------------------------------------------------------------------


@Language.factory("newstally_figures", assigns=["doc.spans"])
def create_figures(nlp: Language, name: str) -> Figures:
    """The figures component; its tables come with the vocabulary."""
    return Figures(nlp.vocab)


class Figures:
    """spaCy component: number phrases with their modifiers and units → doc.spans["figures"]."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._units: Units | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Find and write the figures."""
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Span]:
        """The figures of ``doc`` in the order of the text; only the two counts of a vote tally overlap."""
        if self._units is None:
            self._units = Units(self.vocab)
        return [
            Span(doc, line.words[f.first].i, line.words[f.last - 1].i + 1, label=f.label, span_id=f.modifier)
            for line in lines(doc)
            for f in figures(line, self._units)
        ]

    def set_annotations(self, doc: Doc, spans: Iterable[Span]) -> None:
        """Write ``spans`` to the group "figures"."""
        doc.spans[GROUP] = list(spans)


def figures(line: Line, units: Units) -> list[Figure]:
    """The figures of one line in order, with their modifiers."""
    taken: set[int] = set()
    out: list[Figure] = []
    for first, last, _ in dates.find([word.text for word in line.words]):
        out.append(Figure(first, last, "DATE"))
        taken.update(range(first, last))
    found = [n for n in numerals.find(line.lower) if n.first not in taken]
    for k, n in enumerate(found):
        if n.first in taken or (n.kind == "noun" and line.tag(n.last - 1)[:1] == "V"):
            continue
        new = tally_or_score(line, found, k, units) or [_read(line, n, units)]
        out += [with_modifier(line, figure, units) for figure in new]
        taken.update(range(new[0].first, new[0].last))
    out += [f for f in _ordinals_and_times(line) if f.first not in taken]
    return share_units(line, sorted(out))


def _read(line: Line, n: Numeral, units: Units) -> Figure:
    return next(filter(None, (reader(line, n, units) for reader in READERS)), Figure(n.first, n.last, "COUNT"))


def _ordinals_and_times(line: Line) -> Iterator[Figure]:
    for i, word in enumerate(line.lower):
        if numerals.ordinal(word) and (word[0].isdigit() or line.tag(i) in ("JJ", "RB")):
            yield Figure(i, i + 1, "ORDINAL")
        hours, colon, minutes = word.partition(":")
        if colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and len(hours) < 3:
            meridiem = line.at(i + 1) in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")
            yield Figure(i, i + 1 + meridiem, "TIME")


def with_modifier(line: Line, figure: Figure, units: Units) -> Figure:
    """The figure with the modifiers before it ("up to about") and after it ("or more"); the outermost one holds."""
    first, last, label, modifier = figure
    if modifier == "tally" or label in ("DATE", "SCORE", "NUMBER"):
        return figure
    for _ in range(2):
        for size in range(min(4, first), 0, -1):
            found = units.before.get(tuple(line.lower[first - size : first]))
            particle = size == 1 and line.at(first - 2) in units.not_after.get(line.at(first - 1), ())
            if found and not particle:
                first, modifier = first - size, found
                break
    for size in (2, 1):
        found = units.behind.get(tuple(line.lower[last : last + size]))
        if found and modifier == "exact":
            last, modifier = last + size, found
    return Figure(first, last, label, modifier)
