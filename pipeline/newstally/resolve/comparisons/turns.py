"""The turns of phrase of the table: patterns over a line that say which figure is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from newstally.resolve.comparisons.line import SHARES, Line, Piece, Words
from newstally.types import Comparison, Table, Term
from newstally.words.printed import is_written_out

ELEMENT = re.compile(r"\[[^\]]*\]\??|\S+")
ROLES: Mapping[str, Mapping[str, str]] = {
    "change": {"OLD": "vpbd", "NEW": "vpbd", "RATE": "cbxd"},
    "factor": {"OLD": "vpbd", "NEW": "vpbd", "RATE": "x"},
    "share": {"PART": "vd", "WHOLE": "vd", "RATE": "b", "SHARE": "ob"},
    "portion": {"WHOLE": "vd", "SHARE": "o"},
    "part": {"PART": "vd", "WHOLE": "vd"},
}
"""The roles that may fill each slot of a turn, by kind of turn."""
SHORT, LONG = 6, 10  # words of a gap
ENDS = (".", "!", "?")
MOST = 1000  # times by which a figure may differ from the other; more is a scale that one of them shares


class Turns:
    """The table: its words, and its turns as patterns by kind."""

    def __init__(self, table: Table) -> None:
        self.words = Words(table)
        self.collective = frozenset(table["portion"]["collective"])
        self.whole = frozenset(table["portion"]["whole"])
        stops, joins = [*table["gaps"]["stops"], *ENDS], table["gaps"]["joins"]
        gaps = {"..": _gap([*stops, *joins, ","], SHORT), "...": _gap(stops, LONG)}
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
    for kind in ("change", "factor", "share", "portion", "part"):
        for slots in table.matches(line, kind):
            one = _change(line, slots) if "OLD" in slots else _share(line, slots, table)
            key = one and (one.rate or (one.base.span, one.other and one.other.span))
            if one and key not in seen:
                seen.add(key)
                yield one


def _change(line: Line, slots: Mapping[str, Piece]) -> Comparison | None:
    old, new, rate = slots["OLD"], slots["NEW"], slots["RATE"]
    assert old.term and new.term and rate.term
    if not are_alike(old.term, new.term) or not measures(rate.term, old.term):
        return None
    sign = rate.sign or _direction(line, rate)
    if rate.role == "b" and not sign:
        return None
    base, other = evened(old.term, new.term)
    return Comparison("change", base, other, rate.term, 0 if rate.role == "x" else sign)


def _share(line: Line, slots: Mapping[str, Piece], table: Turns) -> Comparison | None:
    whole, part = slots["WHOLE"].term, slots["PART"].term if "PART" in slots else None
    rate = slots.get("RATE") or slots.get("SHARE")
    assert whole
    if is_owner(line, slots["WHOLE"]) or (part and not _may_hold(whole, part, rate is None, table)):
        return None
    if part is None:
        return Comparison("share", whole, None, rate and rate.term) if _is_indivisible(whole, table) else None
    base, other = evened(whole, part)
    return Comparison("share", base, other, rate and rate.term)


def are_alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one kind: the same unit, or a number whose noun is left out; the scale no riddle."""
    values = sorted(abs(term.amount.value or 0) for term in (one, other))
    is_scaled = values[1] > MOST * max(values[0], 1)
    has_number = _is_number(one) and _is_number(other)
    return not is_scaled and (one.unit == other.unit or (has_number and "" in (one.unit, other.unit)))


def _is_number(term: Term) -> bool:
    return bool(term.count) or term.unit == ""


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
    if bool(whole.count or whole.unit == "") != bool(part.count or part.unit == ""):
        return False
    if not must_be_one_kind:
        return True
    return are_alike(whole, part) and bool(whole.unit) and whole.unit not in table.collective and bool(whole.count)


def _is_indivisible(whole: Term, table: Turns) -> bool:
    return bool(whole.count) and whole.unit in table.whole


def evened(one: Term, other: Term) -> tuple[Term, Term]:
    """Both as finely printed as the finer, where they are written out: "2,400" beside "1,032" is no round number."""
    if not all(is_written_out(term.span.text, term.amount.value or 0) for term in (one, other)):
        return one, other
    grain = min(one.grain, other.grain)
    return replace(one, grain=grain), replace(other, grain=grain)


def _direction(line: Line, rate: Piece) -> int:
    """The direction of the last word of change before a rate that has none beside it: "fell from 20 to 15, 25 percent"."""
    place = next(i for i, one in enumerate(line.pieces) if one is rate)
    return next((one.sign for one in reversed(line.pieces[:place]) if one.sign), 0)
