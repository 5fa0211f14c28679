"""Figures that are no counts → quantities: money, percentages, measures, durations, ages, dates, with normalised units.

Units: an ISO currency code or the currency's name; "percent", "point", or "fraction" (a fraction's amount is written as
a percentage); the unit of the table for measures and time, singular, " per " another where it is; an ISO 8601 date, X
for a digit not said. A number that stands alone, or counts nothing ("one of the ten"), is of the type "number".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from newstally.types import Amount, Mention, Mentions, Quantity, Table, Uncounted
from newstally.words import dates, digits
from newstally.words.figured import Figure, figures
from newstally.words.numerals import DASHES, ordinal
from newstally.words.tables import read_once

TYPES: Mapping[str, Any] = {
    "MONEY": "money", "PERCENT": "percent", "MEASURE": "measure", "DURATION": "duration", "AGE": "age", "DATE": "date",
    "TIME": "time", "ORDINAL": "ordinal", "RATE": "rate", "SCORE": "score", "NUMBER": "label", "BARE": "number",
}  # fmt: skip
MEASURED = frozenset(("money", "percent", "measure", "duration"))
FAR = 5
"""How many words may stand between the ends of "from 21 mpg combined to 23"."""
NOTHING = Amount(None, None, None)
PER = frozenset(("per", "a", "an", "each", "every", "/"))


def quantities(
    mentions: Mentions, tables: Mapping[str, Table], uncounted: Mapping[int, Uncounted] = MappingProxyType({})
) -> tuple[Quantity, ...]:
    """The figures of the text that are no counts, in order; ids Q1, Q2, …. ``uncounted``: by the first word."""
    units = _units(tables["units"])
    by_place = {(figure.mention.first, figure.mention.last): figure for figure in figures(mentions)}
    found = [
        mention
        for mention in mentions["figures"]
        if mention.label in TYPES or (mention.label == "COUNT" and mention.first in uncounted)
    ]
    read = []
    for number, mention in enumerate(found, 1):
        rest, figure = uncounted.get(mention.first), by_place.get((mention.first, mention.last))
        if rest is not None and mention.label in ("COUNT", "BARE"):
            read.append(_uncounted(mentions, rest, f"Q{number}"))
        else:
            quantity = _quantity(mentions, mention, figure, units, f"Q{number}")
            read.append(replace(quantity, unit_text=rest.unit_text) if rest else quantity)
    return tuple(_with_units(mentions, found, read))


def _uncounted(mentions: Mentions, rest: Uncounted, name: str) -> Quantity:
    start, end = mentions.tokens[rest.first].start, mentions.tokens[rest.last - 1].end
    return Quantity(name, mentions.span(start, end), "number", rest.amount, rest.unit, rest.unit_text)


def _with_units(mentions: Mentions, places: Sequence[Mention], read: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, with the unit of a neighbour where it is said once: "2 or 3 kilos", "from 21 mpg to 23"."""
    for k, quantity in enumerate(read):
        j = next((j for j in range(k - 1, -1, -1) if read[j].type != "date"), k)
        before, after = read[j], read[k + 1] if k + 1 < len(read) else None
        if quantity.unit or quantity.amount == NOTHING:
            yield quantity
        elif after and quantity.type == after.type and quantity.type in MEASURED:
            yield replace(quantity, unit=after.unit)
        elif quantity.type == "number" and before.type in MEASURED and _led_to(mentions, places[j], places[k]):
            yield replace(quantity, type=before.type, unit=before.unit)
        else:
            yield quantity


def _led_to(mentions: Mentions, one: Mention, other: Mention) -> bool:
    """Whether two figures are the ends of "from A to B", with little between them."""
    if one.sentence != other.sentence or not one.first:
        return False
    words = [token.lower for token in mentions.tokens[one.first - 1 : other.first]]
    between = words[1 + one.last - one.first :]
    return words[0] == "from" and between[-1:] == ["to"] and len(between) <= FAR and "from" not in between


def _quantity(mentions: Mentions, mention: Mention, figure: Figure | None, units: _Units, name: str) -> Quantity:
    words = [token.text for token in mentions.tokens[mention.first : mention.last]]
    amount, unit = READERS.get(mention.label, _number)(words, mention, figure, units)
    return Quantity(name, mention.span, TYPES[mention.label], amount, unit)


class _Units:
    """The surface forms of units by what they are units of."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self.signs: Mapping[str, str] = rows["money"]["before"]
        self.cased: dict[str, Mapping[str, str]] = {kind.upper(): forms for kind, forms in rows["cased"].items()}
        self.forms: dict[str, Mapping[str, str]] = {
            "MONEY": rows["money"]["after"],
            "PERCENT": rows["percent"]["after"],
            "NUMBER": {},
            "DURATION": rows["time"]["after"],
            "AGE": rows["time"]["after"],
            "MEASURE": {form: unit for kind in rows["measure"].values() for form, unit in kind.items()}
            | rows["weight"]["after"],
        }

    def of(self, label: str, words: Sequence[str]) -> str:
        """The unit whose form stands in ``words``, the longest one; "" where none does."""
        cased = self.cased.get(label, {})
        exact = next((cased[word] for word in words if word in cased), "")
        plain = [digits.without(word.lower()) for word in words if word not in DASHES]
        for size in range(len(plain), 0, -1):
            for form in (" ".join(plain[i : i + size]) for i in range(len(plain) - size + 1)):
                if form in self.forms[label] and not (exact and size == 1):
                    return self.forms[label][form]
        return exact

    def per(self, label: str, words: Sequence[str]) -> str:
        """The unit in ``words`` with what it is per: "miles per hour" → "mile per hour"."""
        at = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower() in PER), len(words))
        unit, below = self.of(label, words[:at]), [word for word in words[at + 1 :] if word not in DASHES]
        whole = self.of(label, words)  # "parts per million" is a form of its own
        if not below or " per " in whole or not (unit or label == "MONEY"):
            return whole
        return f"{unit} per {self.of('DURATION', below) or self.of('MEASURE', below) or ' '.join(below).lower()}"

    def sign(self, words: Sequence[str]) -> str:
        """The currency whose sign or code stands before the number or is written to it: "$", "C $", "$US160", "USD"."""
        for i, word in enumerate(words):
            lower, after = word.lower().rstrip("."), words[i + 1].lower() if i + 1 < len(words) else ""
            written, following = digits.read(lower), digits.read(after)
            glued = written.sign if written else lower
            whose = [lower + after] + ([following.sign + lower] if following and following.sign else [])
            found = next((form for form in (*whose, lower, glued) if form in self.signs), "")
            if found or word in self.cased["MONEY"]:
                return self.signs.get(found) or self.cased["MONEY"][word]
        return ""


_units = read_once(_Units)
_Reader = Callable[[Sequence[str], Mention, "Figure | None", _Units], tuple[Amount, str]]


def _behind(figure: Figure, words: Sequence[str]) -> Sequence[str]:
    """The words after the number, or the letters written to it."""
    if figure.kind == "glued":
        at = figure.last - figure.mention.first
        return [words[at - 1].lstrip("~≈0123456789.,½¼¾-–"), *words[at:]]
    return words[figure.last - figure.mention.first :]


def _money(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, units.sign(words)
    before = words[: figure.first - mention.first + 1]
    behind = _behind(figure, words)
    unit = units.per("MONEY", behind)
    if not unit or unit.startswith(" per "):
        unit = units.sign(before) + unit
    return figure.amount(whole=False), unit


def _percent(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, "percent"
    amount = figure.amount(whole=False)
    unit = units.of("PERCENT", _behind(figure, words))
    if figure.kind != "fraction" or unit:
        return amount, unit or "percent"
    value, low, high = (
        part if part is None else round(100 * part, 4) for part in (amount.value, amount.low, amount.high)
    )
    return Amount(value, low, high, amount.modifier), "fraction"


def _measured(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, ""
    unit = units.per(mention.label, _behind(figure, words))
    return figure.amount(whole=False), unit or ("year" if mention.label == "AGE" else "")


def _date(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    found = next(dates.find(words), None)
    return NOTHING, found.iso if found else next(filter(dates.is_year, words), "")


def _time(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    return NOTHING, " ".join(word.lower().replace(".", ":" if word[:1].isdigit() else "") for word in words)


def _ordinal(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    value = next((value for word in words if (value := ordinal(word.lower())) is not None), figure and figure.value)
    return Amount(value, value, value), ""


def _number(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    if figure is None:
        return NOTHING, ""
    return figure.amount(whole=True), units.of("NUMBER", _behind(figure, words)) if mention.label == "NUMBER" else ""


def _rate(words: Sequence[str], mention: Mention, figure: Figure | None, units: _Units) -> tuple[Amount, str]:
    """The words of a rate, in one form: "deaths a year" → "deaths per year", "in five"."""
    if figure is None:
        return NOTHING, ""
    behind = [word.lower() for word in _behind(figure, words)]
    at = next((i for i, word in enumerate(behind) if word in PER), None)
    if at is not None:
        behind[at] = "per"
    return figure.amount(whole=True), " ".join(behind)


READERS: Mapping[str, _Reader] = {
    "MONEY": _money, "PERCENT": _percent, "MEASURE": _measured, "DURATION": _measured, "AGE": _measured,
    "DATE": _date, "TIME": _time, "ORDINAL": _ordinal, "RATE": _rate,
}  # fmt: skip
