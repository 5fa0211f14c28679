"""The figures of a text that may be set against each other: counts, sums of money, measures, percentages alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newstally.types import Amount, Count, Mentions, Quantity, Table, Term
from newstally.words.figured import Figure, figures
from newstally.words.printed import grain, is_written_out

POINTS = {"point": 1.0, "basis point": 0.01}
LOOSE = 0.1
"""How far, as a share, what a word like "double" or "a third" says may lie from the truth."""


class Found(NamedTuple):
    """A figure in the tokens ``[first, last)``; ``term`` is None where it is never compared (a date, an age)."""

    first: int
    last: int
    term: Term | None


def terms(
    mentions: Mentions, counts: Sequence[Count], quantities: Sequence[Quantity], tables: Mapping[str, Table]
) -> tuple[Found, ...]:
    """Every figure of the text in order, overlapping ones left out."""
    by_span = {(one.span.start, one.span.end): one for one in quantities}
    numbered = {(one.mention.first, one.mention.last): one for one in figures(mentions)}
    found: list[Found] = []
    for mention in mentions["figures"]:
        if found and mention.first < found[-1].last:
            continue
        figure = numbered.get((mention.first, mention.last))
        quantity = by_span.get((mention.span.start, mention.span.end))
        term = None
        if figure and quantity:
            term = _of_quantity(figure, quantity)
        elif figure and mention.label == "COUNT":
            term = _of_count(figure, counts)
        found.append(Found(mention.first, mention.last, term))
    return tuple(found)


def _of_quantity(figure: Figure, quantity: Quantity) -> Term | None:
    """Money, percentages and measures; of bare numbers only those with a decimal, which are no labels."""
    amount, unit = quantity.amount, quantity.unit
    if quantity.type not in ("money", "percent", "measure", "number") or amount.value is None:
        return None
    if quantity.type == "number" and (amount.value == int(amount.value) or figure.mention.label != "NUMBER"):
        return None
    if unit in POINTS:
        return Term(quantity.span, _scaled(amount, POINTS[unit]), "point", grain(quantity.span.text) * POINTS[unit])
    if unit == "fraction":
        return Term(quantity.span, loosely(amount.value, amount), unit, 0)
    return Term(quantity.span, amount, unit, _grain(quantity.span.text, amount.value, is_exact=quantity.type == "money"))


def _of_count(figure: Figure, counts: Sequence[Count]) -> Term:
    """A number of things; its unit is "" where the text leaves the noun out, for then it is any."""
    span = figure.mention.span
    count = next(_standing(figure, counts), None)
    amount = figure.amount(whole=True)
    unit = count.kin if count and count.unit_text else ""
    return Term(span, amount, unit, _grain(span.text, figure.value, is_exact=True), count.id if count else "")


def _grain(text: str, value: float, *, is_exact: bool) -> float:
    """The unit to which a figure is printed; 0 for a whole number of things or of money, which is what it is."""
    unit = grain(text, value)
    return 0 if is_exact and unit == 1 and is_written_out(text, value) else unit


def _standing(figure: Figure, counts: Sequence[Count]) -> Iterator[Count]:
    """The counts of that value which begin where the figure does, or a word before ("the 43")."""
    span = figure.mention.span
    for count in counts:
        is_here = count.span.start <= span.start < count.span.end and count.amount.value == figure.value
        if is_here and len(count.span.text[: span.start - count.span.start].split()) < 2:
            yield count


def loosely(value: float, stated: Amount) -> Amount:
    """The amount that a word like "double" or "a third" allows: about that much, open where its modifier is."""
    low, high = value * (1 - LOOSE), value * (1 + LOOSE)
    if stated.modifier in ("more_than", "at_least"):
        return Amount(value, value, None, stated.modifier)
    if stated.modifier in ("less_than", "at_most"):
        return Amount(value, None, value, stated.modifier)
    return Amount(value, low, high, "about")


def _scaled(amount: Amount, factor: float) -> Amount:
    value, low, high = (part if part is None else part * factor for part in (amount.value, amount.low, amount.high))
    return Amount(value, low, high, amount.modifier)
