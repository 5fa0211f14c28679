"""The figures of a text that may be set against each other: counts, money, measures, percentages, factors alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newstally.resolve.comparisons.words import Words
from newstally.types import Amount, Count, Mentions, Quantity, Term
from newstally.words.figured import Figure, figures
from newstally.words.printed import grain, is_written_out

POINTS = {"point": 1.0, "basis point": 0.01}
NUMBERS = frozenset(("COUNT", "BARE"))
TIMES = ("times", "fold")
TYPES = frozenset(("money", "percent", "measure", "number"))
NEAR = 4
"""How many counts may begin in one another."""
LOOSE = 0.1
"""How far, as a share, what a word like "double" or "a third" says may lie from the truth."""


class Found(NamedTuple):
    """A figure in the tokens ``[first, last)``; ``term`` is None where it is never compared (a date, an age)."""

    first: int
    last: int
    term: Term | None


def terms(
    mentions: Mentions, counts: Sequence[Count], quantities: Sequence[Quantity], words: Words
) -> dict[int, Found]:
    """Every figure of the text by its first token, and what words say as figures do; overlapping ones left out."""
    found = {one.first: one for one in _in_words(mentions, words)}
    by_span = {(one.span.start, one.span.end): one for one in quantities}
    numbered = {(one.mention.first, one.mention.last): one for one in figures(mentions)}
    covered = 0
    for mention in mentions["figures"]:
        if mention.first >= covered:
            figure = numbered.get((mention.first, mention.last))
            quantity = by_span.get((mention.span.start, mention.span.end))
            term = figure and (_of_quantity(quantity) or _of_count(figure, counts))
            found[mention.first] = Found(mention.first, mention.last, term)
            covered = mention.last
    return found


def _of_quantity(quantity: Quantity | None) -> Term | None:
    """Money, percentages, measures, and numbers of times; a price per unit is money."""
    if quantity is None or quantity.amount.value is None or quantity.type not in TYPES:
        return None
    amount, unit, text = quantity.amount, quantity.unit.partition(" per ")[0], quantity.span.text
    if text.lower().endswith(TIMES):
        return Term(quantity.span, amount, "factor", grain(text))
    if quantity.type == "number":
        return None
    if unit in POINTS:
        return Term(quantity.span, _scaled(amount, POINTS[unit]), "point", grain(text) * POINTS[unit])
    if unit == "fraction":
        return Term(quantity.span, loosely(amount), unit, 0)
    return Term(quantity.span, amount, unit, _grain(text, amount.value or 0, is_exact=quantity.type == "money"))


def _of_count(figure: Figure, counts: Sequence[Count]) -> Term | None:
    """A number, of things or bare; its unit is "" where the text leaves the noun out, for then it is any."""
    if figure.mention.label not in NUMBERS:
        return None
    span = figure.mention.span
    count = next(_standing(figure, counts), None)
    unit = count.kin if count and count.unit_text else ""
    printed = _grain(span.text, figure.value, is_exact=True)
    return Term(span, figure.amount(whole=True), unit, printed, count.id if count else "")


def _standing(figure: Figure, counts: Sequence[Count]) -> Iterator[Count]:
    """The counts of that value which begin where the figure does, or a word before ("the 43")."""
    span = figure.mention.span
    behind = bisect_right(counts, span.start, key=lambda count: count.span.start)
    for count in counts[max(behind - NEAR, 0) : behind]:
        is_here = count.span.start <= span.start < count.span.end and count.amount.value == figure.value
        if is_here and len(count.span.text[: span.start - count.span.start].split()) < 2:
            yield count


def _grain(text: str, value: float, *, is_exact: bool) -> float:
    """The unit to which a figure is printed; 0 for a whole number of things or of money, which is what it is."""
    unit = grain(text, value)
    return 0 if is_exact and unit == 1 and is_written_out(text, value) else unit


def _scaled(amount: Amount, factor: float) -> Amount:
    value, low, high = (part if part is None else part * factor for part in (amount.value, amount.low, amount.high))
    return Amount(value, low, high, amount.modifier)


# ---- words that say what figures do ----------------------------------------------------------------------------------


def _in_words(mentions: Mentions, words: Words) -> Iterator[Found]:
    """Reads "doubled", "more than twice"; and "rose by a quarter", "a third more", which the figures do without."""
    for token in mentions.tokens:
        if token.lower not in words.rates:
            continue
        factor, fraction = words.factors.get(token.lower), words.fractions.get(token.lower)
        before = [one.lower for one in mentions.tokens[max(0, token.i - 2) : token.i]]
        is_change = before[:1] == ["of"] and mentions.tokens[token.i - 3].lower in words.sign  # "a drop of a quarter"
        follows = mentions.tokens[token.i + 1].lower if token.i + 1 < len(mentions.tokens) else ""
        is_more = before == ["more", "than"]
        is_rate = before[-1:] in (["a"], ["one"]) and (before[0] == "by" or is_change or follows in words.beside)
        if factor or is_rate:
            first = token.i - (2 if is_more else 1 if fraction else 0)
            amount = loosely(Amount(factor or fraction, None, None, "more_than" if is_more else "about"))
            span = mentions.span(mentions.tokens[first].start, token.end)
            yield Found(first, token.i + 1, Term(span, amount, "factor" if factor else "fraction", 0))


def loosely(stated: Amount) -> Amount:
    """The amount that a word like "double" or "a third" allows: about that much, open where its modifier is."""
    value = stated.value or 0
    low, high = value * (1 - LOOSE), value * (1 + LOOSE)
    if stated.modifier in ("more_than", "at_least"):
        return Amount(value, value, None, stated.modifier)
    if stated.modifier in ("less_than", "at_most"):
        return Amount(value, None, value, stated.modifier)
    return Amount(value, low, high, "about")
