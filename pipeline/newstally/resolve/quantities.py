"""Figures that count nothing → quantities: money, percentages, measures, durations, ages, dates, with normalised units.

Units: an ISO currency code or the currency's name; "percent", "point", or "fraction" (a fraction's amount is written as
a percentage); the unit of the table for measures and time, singular; an ISO 8601 date, X for a digit not said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newstally.types import Amount, Mention, Mentions, Quantity, Table
from newstally.words import dates
from newstally.words.figured import Figure, figures
from newstally.words.numerals import DASHES, ordinal

TYPES: Mapping[str, Any] = {
    "MONEY": "money", "PERCENT": "percent", "MEASURE": "measure", "DURATION": "duration", "AGE": "age", "DATE": "date",
    "TIME": "time", "ORDINAL": "ordinal", "RATE": "rate", "SCORE": "number", "NUMBER": "number",
}  # fmt: skip
NOTHING = Amount(None, None, None)


def quantities(mentions: Mentions, tables: Mapping[str, Table]) -> tuple[Quantity, ...]:
    """The figures of the text that are no counts, in order; ids Q1, Q2, …."""
    units = _Units(tables["units"])
    by_place = {(figure.mention.first, figure.mention.last): figure for figure in figures(mentions)}
    found = [mention for mention in mentions["figures"] if mention.label in TYPES]
    return tuple(
        _quantity(mentions, mention, by_place.get((mention.first, mention.last)), units, f"Q{number}")
        for number, mention in enumerate(found, 1)
    )


def _quantity(mentions: Mentions, mention: Mention, figure: Figure | None, units: _Units, name: str) -> Quantity:
    words = [token.text for token in mentions.tokens[mention.first : mention.last]]
    amount, unit = READERS.get(mention.label, _number)(words, mention, figure, units)
    return Quantity(name, mention.span, TYPES[mention.label], amount, unit)


class _Units:
    """The surface forms of units by what they are units of."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self.signs: Mapping[str, str] = rows["money"]["before"]
        self.forms: dict[str, Mapping[str, str]] = {
            "MONEY": rows["money"]["after"],
            "PERCENT": rows["percent"]["after"],
            "DURATION": rows["time"]["after"],
            "AGE": rows["time"]["after"],
            "MEASURE": {form: unit for kind in rows["measure"].values() for form, unit in kind.items()},
        }

    def of(self, label: str, words: Sequence[str]) -> str:
        """The unit whose form stands in ``words``, the longest one; "" where none does."""
        plain = [word.lower() for word in words if word not in DASHES]
        for size in range(len(plain), 0, -1):
            for form in (" ".join(plain[i : i + size]) for i in range(len(plain) - size + 1)):
                if form in self.forms[label]:
                    return self.forms[label][form]
        return ""

    def sign(self, words: Sequence[str]) -> str:
        """The currency whose sign or code stands before, or glued to, the number."""
        for word in words:
            lower = word.lower().rstrip(".")
            glued = lower.rstrip("0123456789.,½¼¾bnmk") or lower
            if lower in self.signs or glued in self.signs:
                return self.signs.get(lower) or self.signs[glued]
        return ""


_Reader = Callable[[Sequence[str], Mention, "Figure | None", _Units], tuple[Amount, str]]


def _behind(figure: Figure, words: Sequence[str]) -> Sequence[str]:
    """The words after the number, or the letters written to it."""
    if figure.kind == "glued":
        return [words[figure.last - figure.mention.first - 1].lstrip("~0123456789.,½¼¾-")]
    return words[figure.last - figure.mention.first :]


def _money(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, units.sign(words)
    before = words[: figure.first - mention.first + 1]
    return figure.amount(whole=False), units.of("MONEY", _behind(figure, words)) or units.sign(before)


def _percent(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, "percent"
    amount = figure.amount(whole=False)
    if figure.kind != "fraction":
        return amount, units.of("PERCENT", _behind(figure, words)) or "percent"
    value, low, high = (
        part if part is None else round(100 * part, 4) for part in (amount.value, amount.low, amount.high)
    )
    return Amount(value, low, high, amount.modifier), "fraction"


def _measured(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, ""
    unit = units.of(mention.label, _behind(figure, words))
    return figure.amount(whole=False), unit or ("year" if mention.label == "AGE" else "")


def _date(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    found = next(dates.find(words), None)
    return NOTHING, found.iso if found else next(filter(dates.is_year, words), "")


def _time(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    return NOTHING, " ".join(word.lower().replace(".", ":" if word[:1].isdigit() else "") for word in words)


def _ordinal(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    value = next((value for word in words if (value := ordinal(word.lower())) is not None), None)
    return Amount(value, value, value), ""


def _number(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, ""
    return figure.amount(whole=True), " ".join(_behind(figure, words)).lower() if mention.label == "RATE" else ""


READERS: Mapping[str, _Reader] = {
    "MONEY": _money, "PERCENT": _percent, "MEASURE": _measured, "DURATION": _measured, "AGE": _measured,
    "DATE": _date, "TIME": _time, "ORDINAL": _ordinal,
}  # fmt: skip
