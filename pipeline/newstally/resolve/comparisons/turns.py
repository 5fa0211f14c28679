"""The turns of phrase of the table: patterns over a line that say which figure is which."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

from newstally.resolve.comparisons.line import Line
from newstally.resolve.comparisons.roles import SHARES, Piece
from newstally.resolve.comparisons.words import Words
from newstally.types import Amount, Comparison, Table, Term
from newstally.words.printed import is_written_out

ELEMENT = re.compile(r"\[[^\]]*\]\??|\S+")
ROLES: Mapping[str, Mapping[str, str]] = {
    "change": {"OLD": "vpbd", "NEW": "vpbd", "RATE": "cbxmd", "WHOLE": "vd", "ADDED": "vd"},
    "factor": {"OLD": "vpbd", "NEW": "vpbd", "TIMES": "x", "RATE": "xm"},
    "share": {"PART": "vd", "WHOLE": "vd", "RATE": "b", "SHARE": "ob", "PERCENT": "pb"},
    "fraction": {"FRACTION": "pob", "PERCENT": "pob"},
    "apposed": {"SHARE": "o", "PART": "vd"},
    "portion": {"WHOLE": "vd", "SHARE": "o"},
    "part": {"PART": "vd", "WHOLE": "vd"},
    "move": {"OLD": "vd", "NEW": "vd"},
}
"""The roles that may fill each slot of a turn, by kind of turn; the kinds in the order in which they are read."""
SAID = tuple(kind for kind in ROLES if kind not in ("apposed", "move"))
"""The kinds of turns that say all by themselves; for the others something is looked for elsewhere."""
RATES = ("RATE", "ADDED", "TIMES", "SHARE", "PERCENT")
SHORTEST, SHORT, LONG = 4, 6, 10  # words of a gap
ENDS = (".", "!", "?")
OWNERS = frozenset(("'s", "’s", "'", "’"))
DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "those", "these"))
OWNED = 4  # words from a figure to the "'s" of its noun: "the two biggest parties' members"
THAN = 4  # words from a difference to "than": "eight seats more than"
PARTITIVE = 3  # words from a part to its whole, where no rate is stated: "14 of the 12 deaths"
MOST = 1000  # times by which a figure may differ from the other; more is a scale that one of them shares
LINES_KEPT = 1024
HUNDRED = Amount(100, 100, 100)


class Turns:
    """The table: its words, and its turns kind by kind."""

    def __init__(self, table: Table) -> None:
        self.words = Words(table)
        portion, gaps = table["portion"], table["gaps"]
        self.people, self.collective, self.whole = (
            frozenset(portion[name]) for name in ("people", "collective", "whole")
        )
        stops = [*gaps["stops"], *ENDS]
        joins = [*stops, *gaps["joins"], ","]
        signs = {
            "~": _gap([*joins, *gaps["links"]], SHORTEST), "..": _gap(joins, SHORT), "...": _gap(stops, LONG),
            "=": _filled([*self.words.sign, *self.words.between, *gaps["fill"]]), "^": "^",
        }  # fmt: skip
        self._turns = {
            kind: tuple(_Turn(row["turn"], roles, signs) for row in table["turns"][kind])
            for kind, roles in ROLES.items()
        }
        self._with_slots_for = lru_cache(LINES_KEPT)(self._filled_by)  # lines have few figures, and much the same ones

    def matches(self, line: Line, *kinds: str) -> Iterator[dict[str, Piece]]:
        """The pieces that fill the slots of every turn of these kinds in the line, kind by kind."""
        for turn in self._with_slots_for(kinds, line.roles):
            if turn.is_worded(line.words):
                for match in turn.pattern.finditer(line.text):
                    yield {name: line.pieces[int(place)] for name, place in match.groupdict().items()}

    def _filled_by(self, kinds: Sequence[str], roles: str) -> tuple[_Turn, ...]:
        """The turns of these kinds whose slots figures of these roles, a letter each, may fill."""
        return tuple(turn for kind in kinds for turn in self._turns[kind] if turn.is_filled(roles))


class _Turn:
    """One turn of phrase; its pattern is made when a line first has figures that may fill its slots."""

    def __init__(self, turn: str, roles: Mapping[str, str], signs: Mapping[str, str]) -> None:
        self._elements, self._roles, self._signs = ELEMENT.findall(turn), roles, signs
        words = [piece for piece in self._elements if piece not in signs and piece not in roles]
        self._slots = [set(roles[piece]) for piece in self._elements if piece in roles]
        self._words = [{phrase.split()[0] for phrase in _phrases(one)} for one in words if not one.endswith("?")]

    def is_filled(self, roles: str) -> bool:
        """Whether a line whose figures have these roles has enough of them, and one for each slot."""
        return len(roles) >= len(self._slots) and not any(slot.isdisjoint(roles) for slot in self._slots)

    def is_worded(self, words: frozenset[str]) -> bool:
        """Whether a line of these words has one for each that the turn must have, or its first."""
        return not any(map(words.isdisjoint, self._words))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The turn as a pattern over the text of a line."""
        return re.compile("".join(_element(piece, self._roles, self._signs) for piece in self._elements))


def _gap(forbidden: Sequence[str], longest: int) -> str:
    return rf"(?: (?!(?:{_any(forbidden)})(?= |$))[^ <]+){{0,{longest}}}?"


def _filled(allowed: Sequence[str]) -> str:
    return rf"(?: (?:{_any(allowed)})(?= ))*?"


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


def _phrases(piece: str) -> list[str]:
    """The words of an element, of which one stands there: "[up from|than]?"."""
    return piece.removesuffix("?").strip("[]").split("|")


def _element(piece: str, roles: Mapping[str, str], signs: Mapping[str, str]) -> str:
    if piece in signs:
        return signs[piece]
    if piece in roles:
        return rf" <(?P<{piece}>\d+)[{roles[piece]}]>"
    wanted = rf" (?:{_any(_phrases(piece))})(?= |$)"
    return f"(?:{wanted})?" if piece.endswith("?") else wanted


# ---- from a turn to a comparison -------------------------------------------------------------------------------------


def said(line: Line, table: Turns) -> Iterator[Comparison]:
    """What the turns say in the line; a rate is said once, of the first figures that fit it."""
    seen: set[Any] = set()
    for slots in table.matches(line, *SAID):
        one = _comparison(line, slots, table)
        key = one and (one.rate or (one.base.span, one.other and one.other.span))
        if one and key not in seen:
            seen.add(key)
            yield one


def _comparison(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    terms = {name: piece.term for name, piece in slots.items() if piece.term}
    rate = next((slots[name] for name in RATES if name in slots), None)
    if "FRACTION" in terms:
        return _fraction(terms["FRACTION"], terms["PERCENT"])
    if "OLD" in terms and rate and rate.term:
        is_new = not _is_inner_whole(line, slots["NEW"]) and not _is_of_another(line, rate, terms.values())
        return _change(line, terms["OLD"], terms["NEW"], rate) if is_new else None
    if "WHOLE" not in slots or _is_owner(line, slots["WHOLE"]) or not terms["WHOLE"].amount.value:
        return None
    if "PART" not in terms:
        return _portion(terms["WHOLE"], rate and rate.term, table)
    if rate is None:
        return _part(line, slots, table)
    return _share(terms["WHOLE"], terms["PART"], rate.term)


def _change(line: Line, old: Term, new: Term, rate: Piece) -> Comparison | None:
    """An old and a new figure alike, and a rate that can measure them; one by itself needs a direction before it."""
    sign = rate.sign or _direction(line, rate)
    if rate.term is None or not are_alike(old, new) or not measures(rate.term, old) or (rate.role == "b" and not sign):
        return None
    base, other = evened(old, new)
    return Comparison("change", base, other, rate.term, 0 if rate.term.unit == "factor" else sign)


def _fraction(fraction: Term, percent: Term) -> Comparison | None:
    """A fraction and the percentage that it stands for, which is that part of 100."""
    if (fraction.unit, percent.unit) != ("fraction", "percent"):
        return None
    return Comparison("share", Term(fraction.span, HUNDRED, "percent", 0), percent, fraction)


def _portion(whole: Term, rate: Term | None, table: Turns) -> Comparison | None:
    """A percentage of things that are there whole or not at all."""
    return Comparison("share", whole, None, rate) if whole.count and whole.unit in table.whole else None


def _share(whole: Term, part: Term, rate: Term | None) -> Comparison | None:
    if not (are_alike(whole, part) or (_is_number(whole) and _is_number(part))):
        return None
    base, other = evened(whole, part)
    return Comparison("share", base, other, rate)


def _part(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    """A part without a rate: of things of one kind that hold no others, and no other figure that may be the whole."""
    whole, part = slots["WHOLE"].term, slots["PART"].term
    if not (whole and part and whole.count and _is_number(part) and whole.unit not in ("", *table.collective)):
        return None
    at, of = line.pieces.index(slots["PART"]), line.pieces.index(slots["WHOLE"])
    is_near = of - at <= PARTITIVE if at < of else not any(one.term for one in line.pieces[:of])
    is_one_kind = are_alike(whole, part) or (whole.unit == "person" and part.unit in table.people)
    return Comparison("share", *evened(whole, part), None) if is_near and is_one_kind else None


# ---- what may be compared --------------------------------------------------------------------------------------------


def are_alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one kind: the same unit, or a number whose unit is left out; the scale no riddle."""
    values = sorted(abs(term.amount.value or 0) for term in (one, other))
    is_scaled = values[1] > MOST * max(values[0], 1)
    units = {one.unit, other.unit}
    is_same = one.unit == other.unit or ("" in units and not units & {*SHARES, "point"})
    return is_same and not is_scaled


def _is_number(term: Term) -> bool:
    return bool(term.count) or term.unit == ""


def measures(rate: Term, old: Term) -> bool:
    """Whether the rate can say how figures of that unit differ: a percentage, a factor, or a difference in the unit."""
    if rate.unit == "point":
        return old.unit in ("percent", "point")
    if rate.unit in SHARES or rate.unit == "factor":
        return True
    return are_alike(rate, old) and old.unit != "percent"


def _is_owner(line: Line, whole: Piece) -> bool:
    """Whether the figure's noun owns what is counted: "of the two countries' trade", "of the 20 families' homes"."""
    place = line.pieces.index(whole)
    return any(one.word in OWNERS for one in line.pieces[place + 1 : place + 1 + OWNED])


def _is_inner_whole(line: Line, figure: Piece) -> bool:
    """Whether the figure is but the whole of a part before it, of which more is said: "30 of the 63 seats, two …"."""
    before = line.pieces[: line.pieces.index(figure)]
    of = next((i for i in range(len(before) - 1, -1, -1) if before[i].word not in DETERMINERS), -1)
    return of > 0 and before[of].word == "of" and before[of - 1].term is not None


def _is_of_another(line: Line, rate: Piece, terms: Collection[Term]) -> bool:
    """Whether the rate is more or less than a further figure: "from 121 to 124, eight more than the 116 it needs"."""
    behind = line.pieces[line.pieces.index(rate) + 1 :]
    than = next((i for i, one in enumerate(behind[:THAN]) if one.word == "than"), None)
    figure = next((one for one in behind[than:] if one.term), None) if than is not None else None
    return figure is not None and figure.term not in terms


def evened(one: Term, other: Term) -> tuple[Term, Term]:
    """Both of one kind, and as finely printed as the finer where they are written out: "2,400" beside "1,032" is exact.

    A bare number beside a sum of money or a measure is no count: "to 410 million crowns from 500 million".
    """
    if bool(one.count) != bool(other.count):
        one, other = (replace(term, count="") if not term.unit else term for term in (one, other))
    grain = min(one.grain, other.grain)
    if all(is_written_out(term.span.text, term.amount.value or 0) for term in (one, other)):
        return replace(one, grain=grain), replace(other, grain=grain)
    # Nobody prints "6.0 million": beside "4.8 million" it is "6 million", and no less exact by a digit.
    return tuple(replace(term, grain=max(grain, term.grain / 10)) for term in (one, other))


def _direction(line: Line, rate: Piece) -> int:
    """The direction of the last word of change before a rate without its own: "fell from 20 to 15, 25 percent"."""
    return next((one.sign for one in reversed(line.pieces[: line.pieces.index(rate)]) if one.sign), 0)
