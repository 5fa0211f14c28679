"""The turns of phrase of the table: patterns over a line that say which figure is which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from newstally.resolve.comparisons.line import SHARES, Line, Piece, Words
from newstally.types import Amount, Comparison, Table, Term
from newstally.words.printed import is_written_out

ELEMENT = re.compile(r"\[[^\]]*\]\??|\S+")
ROLES: Mapping[str, Mapping[str, str]] = {
    "change": {"OLD": "vpbd", "NEW": "vpbd", "RATE": "cbxmd"},
    "factor": {"OLD": "vpbd", "NEW": "vpbd", "TIMES": "x", "RATE": "xm"},
    "share": {"PART": "vd", "WHOLE": "vd", "RATE": "b", "SHARE": "ob", "PERCENT": "pb"},
    "fraction": {"FRACTION": "pob", "PERCENT": "pob"},
    "portion": {"WHOLE": "vd", "SHARE": "o"},
    "part": {"PART": "vd", "WHOLE": "vd"},
}
"""The roles that may fill each slot of a turn, by kind of turn."""
SHORTEST, SHORT, LONG = 4, 6, 10  # words of a gap
ENDS = (".", "!", "?")
MOST = 1000  # times by which a figure may differ from the other; more is a scale that one of them shares


class Turns:
    """The table: its words, and its turns as patterns by kind."""

    def __init__(self, table: Table) -> None:
        self.words = Words(table)
        self.collective = frozenset(table["portion"]["collective"])
        self.whole = frozenset(table["portion"]["whole"])
        stops = [*table["gaps"]["stops"], *ENDS]
        joins = [*stops, *table["gaps"]["joins"], ","]
        gaps = {
            "~": _gap([*joins, *table["gaps"]["links"]], SHORTEST), "..": _gap(joins, SHORT), "...": _gap(stops, LONG),
            "=": _filled([*self.words.sign, *self.words.between, *table["gaps"]["fill"]]),
        }  # fmt: skip
        self.patterns: Mapping[str, tuple[re.Pattern[str], ...]] = {
            kind: tuple(_pattern(row["turn"], ROLES[kind], gaps) for row in rows)
            for kind, rows in table["turns"].items()
        }

    def matches(self, line: Line, kind: str) -> Iterator[dict[str, Piece]]:
        """The pieces that fill the slots of every turn of ``kind`` in the line."""
        text = line.text
        for pattern in self.patterns[kind]:
            for match in pattern.finditer(text):
                yield {name: line.pieces[int(place)] for name, place in match.groupdict().items()}


def _gap(forbidden: list[str], longest: int) -> str:
    return rf"(?: (?!(?:{'|'.join(map(re.escape, forbidden))})(?= |$))[^ <]+){{0,{longest}}}?"


def _filled(allowed: list[str]) -> str:
    return rf"(?: (?:{'|'.join(map(re.escape, allowed))})(?= ))*?"


def _pattern(turn: str, roles: Mapping[str, str], gaps: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("".join(_element(piece, roles, gaps) for piece in ELEMENT.findall(turn)))


def _element(piece: str, roles: Mapping[str, str], gaps: Mapping[str, str]) -> str:
    if piece in gaps:
        return gaps[piece]
    if piece in roles:
        return rf" <(?P<{piece}>\d+)[{roles[piece]}]>"
    if piece == "^":
        return "^"
    is_optional = piece.endswith("?")
    words = piece.removesuffix("?").strip("[]").split("|")
    wanted = rf" (?:{'|'.join(map(re.escape, words))})(?= |$)"
    return f"(?:{wanted})?" if is_optional else wanted


# ---- from a turn to a comparison -------------------------------------------------------------------------------------


def said(line: Line, table: Turns) -> Iterator[Comparison]:
    """What the turns say in the line; a rate is said once, of the first figures that fit it."""
    seen: set[Any] = set()
    for kind in ("change", "factor", "share", "fraction", "portion", "part"):
        for slots in table.matches(line, kind):
            one = _reader(slots)(line, slots, table)
            key = one and (one.rate or (one.base.span, one.other and one.other.span))
            if one and key not in seen:
                seen.add(key)
                yield one


def _reader(slots: Mapping[str, Piece]) -> Callable[[Line, Mapping[str, Piece], Turns], Comparison | None]:
    return _change if "OLD" in slots else _fraction if "FRACTION" in slots else _share


def _fraction(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    """A fraction and the percentage that it stands for, which is that part of 100."""
    fraction, percent = slots["FRACTION"].term, slots["PERCENT"].term
    assert fraction and percent
    if (fraction.unit, percent.unit) != ("fraction", "percent"):
        return None
    return Comparison("share", Term(fraction.span, Amount(100, 100, 100), "percent", 0), percent, fraction)


def _change(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    old, new, rate = slots["OLD"], slots["NEW"], slots.get("RATE") or slots["TIMES"]
    assert old.term and new.term and rate.term
    if not are_alike(old.term, new.term) or not measures(rate.term, old.term):
        return None
    sign = rate.sign or _direction(line, rate)
    if rate.role == "b" and not sign:
        return None
    base, other = evened(old.term, new.term)
    return Comparison("change", base, other, rate.term, 0 if rate.term.unit == "factor" else sign)


def _share(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    whole, part = slots["WHOLE"].term, slots["PART"].term if "PART" in slots else None
    rate = slots.get("RATE") or slots.get("SHARE") or slots.get("PERCENT")
    assert whole
    if is_owner(line, slots["WHOLE"]) or (part and not _may_hold(whole, part, rate is None, table)):
        return None
    if rate is None and not _is_only_whole(line, slots["WHOLE"], slots["PART"]):
        return None
    if part is None:
        return Comparison("share", whole, None, rate and rate.term) if _is_indivisible(whole, table) else None
    base, other = evened(whole, part)
    return Comparison("share", base, other, rate and rate.term)


def are_alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one kind: the same unit, or a number whose unit is left out; the scale no riddle."""
    values = sorted(abs(term.amount.value or 0) for term in (one, other))
    is_scaled = values[1] > MOST * max(values[0], 1)
    is_bare_percent = {one.unit, other.unit} & {"percent", "fraction", "point"} and "" in (one.unit, other.unit)
    return not (is_scaled or is_bare_percent) and (one.unit == other.unit or "" in (one.unit, other.unit))


def measures(rate: Term, old: Term) -> bool:
    """Whether the rate can say how figures of that unit differ: any percentage or factor, or a difference in the unit."""
    if rate.unit == "point":
        return old.unit in ("percent", "point")
    if rate.unit in SHARES or rate.unit == "factor":
        return True
    return are_alike(rate, old) and old.unit != "percent"


def is_owner(line: Line, whole: Piece) -> bool:
    """Whether the figure's noun owns what is counted: "of the two countries' trade", "of the 20 families' homes"."""
    place = next(i for i, one in enumerate(line.pieces) if one is whole)
    following = [one.word for one in line.pieces[place + 1 : place + 5]]
    return any(word in ("'s", "’s", "'", "’") for word in following)


def _may_hold(whole: Term, part: Term, must_be_one_kind: bool, table: Turns) -> bool:
    """Whether ``part`` may be part of ``whole``: of one kind; without a rate, of single things that hold no others."""
    is_number = all(bool(term.count) or not term.unit for term in (whole, part))
    if not must_be_one_kind:
        return is_number or are_alike(whole, part)
    return is_number and are_alike(whole, part) and bool(whole.unit) and whole.unit not in table.collective and bool(whole.count)


def _is_only_whole(line: Line, whole: Piece, part: Piece) -> bool:
    """Whether no figure before the whole may be the whole instead: "58 days with 12 deaths, of which 14 …"."""
    if line.pieces.index(whole) > line.pieces.index(part) + 3:
        return False
    if line.pieces.index(part) < line.pieces.index(whole):
        return True
    return not any(one.term for one in line.pieces[: line.pieces.index(whole)]) and bool(whole.term and whole.term.amount.value)


def _is_indivisible(whole: Term, table: Turns) -> bool:
    return bool(whole.count) and whole.unit in table.whole


def evened(one: Term, other: Term) -> tuple[Term, Term]:
    """Both of one kind, and as finely printed as the finer where they are written out: "2,400" beside "1,032" is exact.

    A bare number beside a sum of money or a measure is no count: "to 410 million crowns from 500 million".
    """
    if bool(one.count) != bool(other.count):
        one, other = (replace(term, count="") if not term.unit else term for term in (one, other))
    if not all(is_written_out(term.span.text, term.amount.value or 0) for term in (one, other)):
        return one, other
    grain = min(one.grain, other.grain)
    return replace(one, grain=grain), replace(other, grain=grain)


def _direction(line: Line, rate: Piece) -> int:
    """The direction of the last word of change before a rate that has none beside it: "fell from 20 to 15, 25 percent"."""
    place = next(i for i, one in enumerate(line.pieces) if one is rate)
    return next((one.sign for one in reversed(line.pieces[:place]) if one.sign), 0)
