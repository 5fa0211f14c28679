"""Figures → counts: the amount, the noun that is counted, whose count it is, and what the words around say of it.

``page`` is what all read on; then ``heads`` (the noun counted) or ``ellipsis`` (the noun that the reader supplies; by
``gapped`` that of a count before, by ``notes`` in correction notes) → ``actors`` (whose it is) and ``cues`` (what the
words around say of it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newstally.resolve.counts import actors, cues, ellipsis, heads
from newstally.resolve.counts.page import Page
from newstally.types import Count, Mentions, Person, Table, Uncounted
from newstally.words import syntax
from newstally.words.figured import TALLY, Figure

NOT_NUMBERS = frozenset(("no", "the", "this", "that", "any", "each", "every", "which"))  # before "one"
OTHERS = frozenset(("other", "others"))


class _Found(NamedTuple):
    """A count in tokens: its quote ``[first, last)``, the token of its noun or number, its unit."""

    first: int
    last: int
    head: int
    unit: str
    unit_text: str


def counts(mentions: Mentions, people: tuple[Person, ...], tables: Mapping[str, Table]) -> tuple[Count, ...]:
    """The stated whole numbers of things, people and events, in the order of the text; ids N1, N2 and on."""
    return counted(mentions, people, tables)[0]


def counted(
    mentions: Mentions, people: tuple[Person, ...], tables: Mapping[str, Table]
) -> tuple[tuple[Count, ...], dict[int, Uncounted]]:
    """The counts, and the numbers that might have counted but do not, by their first word."""
    page = Page(mentions, people, tables["units"], frozenset(tables["bodies"]["nouns"]))
    kin = {noun: kind for kind, nouns in page.units["kin"].items() for noun in nouns}
    found: list[Count] = []
    rest: dict[int, Uncounted] = {}
    for figure in page.figures:
        where = _locate(page, figure, found)
        if where is not None:
            found.append(_count(page, figure, where, f"N{len(found) + 1}", kin))
        elif (number := _uncounted(page, figure)) is not None:
            rest[figure.mention.first] = number
    for figure in page.bare:
        number = _share(page, figure) if figure.kind == "fraction" else _uncounted(page, figure)
        if number is not None and number.unit:
            rest[figure.mention.first] = number
    return tuple(found), rest


def _uncounted(page: Page, figure: Figure) -> Uncounted | None:
    """A number that is no count, with the noun after it, if any; None for "one" as a pronoun."""
    unit = heads.unit(page, figure)
    if unit is None and figure.value == 1 and not page.at(figure.first).isdigit():
        return None
    after = page.tokens[figure.last].tag if figure.last < len(page.tokens) else ""
    if _one(figure) and (page.at(figure.first - 1) in NOT_NUMBERS or after == "POS" or page.hyphen(figure.last)):
        return None  # "no one", "one's life", "a one-off"
    amount = figure.amount(whole=figure.value == int(figure.value))
    if unit is None:
        return Uncounted(figure.mention.first, figure.mention.last, amount, "", "")
    return Uncounted(figure.mention.first, unit.last, amount, unit.lemma, unit.text)


def _share(page: Page, figure: Figure) -> Uncounted | None:
    """What a fraction is of: "half the crew", "two thirds of the voters"."""
    unit = heads.of_what(page, figure)
    amount = figure.amount(whole=False)
    return unit and Uncounted(figure.mention.first, figure.mention.last, amount, unit.lemma, unit.text)


def _locate(page: Page, figure: Figure, before: Sequence[Count]) -> _Found | None:
    """Where the count stands and what it counts; None where the number counts nothing."""
    if figure.kind == TALLY:
        return _Found(figure.mention.first, figure.mention.last, _tally_root(page, figure), "vote", "")
    if figure.value != int(figure.value):
        return None
    unit = heads.unit(page, figure)
    return _elided(page, figure, before) if unit is None else _written(page, figure, unit, before)


def _written(page: Page, figure: Figure, unit: heads.Unit, before: Sequence[Count]) -> _Found | None:
    """A count whose noun stands in the text."""
    pronoun = unit.partitive and _one(figure)  # "one of the ten"
    if pronoun or unit.lemma in page.units["never"]["units"] or not _states_number(page, figure, unit):
        return None
    head = unit.head if unit.head is not None and not unit.partitive else _root(page, figure)
    lemma = ellipsis.others(page, figure, before) if unit.lemma in OTHERS else unit.lemma
    return _Found(figure.mention.first, unit.last, head, lemma, unit.text)


def _elided(page: Page, figure: Figure, before: Sequence[Count]) -> _Found | None:
    """A count whose noun the reader supplies."""
    if _one(figure) and (_pronoun(page, figure) or not _one_of_them(page, figure, before)):
        return None
    found = ellipsis.elided(page, figure, before)
    return found and _Found(found.first, found.last, _root(page, figure), found.lemma, "")


def _root(page: Page, figure: Figure) -> int:
    return syntax.head_of(page.tokens, figure.first, figure.last)


def _one(figure: Figure) -> bool:
    """Whether the figure is a plain "one", which is a pronoun or means "a certain" more often than not."""
    return figure.value == 1 and figure.high is None and figure.mention.rule == "exact"


def _pronoun(page: Page, figure: Figure) -> bool:
    """Whether a "one" is part of a pronoun or points: "no one", "the one", "a pair"."""
    return page.at(figure.first) not in ("one", "1") or page.at(figure.first - 1) in NOT_NUMBERS


def _tally_root(page: Page, figure: Figure) -> int:
    """The first number of the tally, from which the parse hangs, for its second number too."""
    second = figure.mention.last == figure.first + 1
    return figure.first - 2 if second and figure.first - 2 in page.figure_at else figure.first


def _states_number(page: Page, figure: Figure, unit: heads.Unit) -> bool:
    """Whether a "one" states a number: with a modifier, against another number, of casualties and votes."""
    if not _one(figure):
        return True
    if _pronoun(page, figure):
        return False
    if unit.lemma == "vote" or unit.head is None:
        return True
    linked = page.at(unit.last) in ("and", "or", ",", "to")
    joined = linked and (unit.last + 1 in page.figure_at or unit.last in page.figure_at)
    preceded = page.at(figure.first - 1) in ("and", ",", "or") and _counted_before(page, figure.first - 2)
    return joined or preceded or _harmed(page, unit.head, unit.last)


def _harmed(page: Page, noun: int, last: int) -> bool:
    """Whether a verb of harm, or of voting, governs the noun, or the words after it say so: "one guard dead"."""
    governor = page.tokens[page.tokens[noun].head]
    people = page.units["people"]
    return (governor.lemma in people["harm"] and governor.i != noun) or page.at(last) in people["states"]


def _one_of_them(page: Page, figure: Figure, before: Sequence[Count]) -> bool:
    """Whether a bare "one" is one of what its sentence counts: "Five voted for it and one was absent"."""
    if _harmed(page, _root(page, figure), figure.last):
        return True
    token, follows = page.tokens[figure.first], page.tokens[figure.last : figure.last + 1]
    counted = before and (before[-1].block, before[-1].sentence) == (token.block, token.sentence)
    joined = page.at(figure.first - 1) in ("and", "but", "while", ",", ";")
    return bool(counted and joined and follows and follows[0].tag == "VBD")


def _counted_before(page: Page, i: int) -> bool:
    """Whether a figure's phrase ends about token ``i``."""
    return any(j in page.figure_at for j in range(max(0, i - 3), i + 1))


def _count(page: Page, figure: Figure, where: _Found, name: str, kin: Mapping[str, str]) -> Count:
    token = page.tokens[figure.first]
    return Count(
        id=name,
        span=page.mentions.span(page.tokens[where.first].start, page.tokens[where.last - 1].end),
        amount=figure.amount(whole=True),
        unit=where.unit,
        unit_text=where.unit_text,
        kin=kin.get(where.unit, where.unit),
        actors=actors.actors(page, where.head),
        block=token.block,
        sentence=token.sentence,
        cues=cues.cues(page, where.first, where.last, where.head) | frozenset(_part(page, figure)),
    )


def _part(page: Page, figure: Figure) -> Iterator[str]:
    """A partitive ("14 of 21 deaths") says by its form that it is a part."""
    if page.at(figure.mention.last) in ("of", "out") and figure.kind == "cardinal":
        yield "subset"
