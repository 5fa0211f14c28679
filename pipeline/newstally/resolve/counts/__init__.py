"""Figures → counts: the amount, the noun that is counted, whose count it is, and what the words around say of it.

``page`` is what all read on; then ``heads`` (the noun counted) or ``bare`` (the noun that the reader supplies, out of
what the text has ``spoken`` of) → ``actors`` (whose it is) and ``cues`` (what the words around say of it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newstally.resolve.counts import actors, bare, cues, heads, rows
from newstally.resolve.counts.nouns import Nouns
from newstally.resolve.counts.page import Page
from newstally.resolve.counts.spoken import Spoken
from newstally.types import Count, Mentions, Person, Table, Uncounted
from newstally.words.figured import ROW, TALLY, Figure
from newstally.words.living import living

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
    bodies, speech = (frozenset(words) for words in (tables["bodies"]["nouns"], tables["roles"]["names"]["speech"]))
    page = Page(mentions, people, tables["units"], bodies, speech, living(tables))
    kin = {noun: kind for kind, nouns in page.units["kin"].items() for noun in nouns}
    nouns = Nouns(page)
    found: list[Count] = []
    rest: dict[int, Uncounted] = {}
    for figure in page.figures:
        text = Spoken(page, figure, found, nouns)
        where = _locate(text)
        if where is not None:
            found.append(_count(text, where, f"N{len(found) + 1}", kin))
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


def _locate(text: Spoken) -> _Found | None:
    """Where the count stands and what it counts; None where the number counts nothing."""
    page, figure = text.page, text.figure
    if figure.kind == TALLY:
        return _Found(text.first, text.last, _tally_root(page, figure), "vote", "")
    if figure.mention.rule == ROW:
        tabled = rows.unit(page, figure, text.before, text.nouns.lemmas)
        return _Found(text.first, text.last, text.root, tabled, "") if tabled else None
    if figure.value != int(figure.value):
        return None
    unit = text.nouns.units[figure.first]
    return _elided(text) if unit is None else _written(text, unit)


def _written(text: Spoken, unit: heads.Unit) -> _Found | None:
    """A count whose noun stands in the text."""
    page, figure = text.page, text.figure
    pronoun = unit.partitive and _one(figure)  # "one of the ten"
    if pronoun or _never(page, figure, unit) or not _states_number(text, unit):
        return None
    head = unit.head if unit.head is not None and not unit.partitive else text.root
    lemma = bare.others(text) if unit.lemma in OTHERS else unit.lemma
    return _Found(text.first, unit.last, head, lemma, unit.text)


def _never(page: Page, figure: Figure, unit: heads.Unit) -> bool:
    """Whether the noun is none that is counted: "two ways", "a five-star hotel"."""
    never = page.units["never"]
    if unit.lemma in never["ranked"] and unit.head is not None and page.tag(unit.head) == "NN":
        return figure.value > 1 and not page.hyphen(figure.mention.last)
    return unit.lemma in never["units"] or (unit.lemma in never["joined"] and page.hyphen(figure.mention.last))


def _elided(text: Spoken) -> _Found | None:
    """A count whose noun the reader supplies."""
    read = bare.elided
    if text.is_money():
        return None
    if _one(text.figure):
        if _pronoun(text.page, text.figure) or text.page.at(text.last) == "of":  # "one of whom"
            return None
        read = bare.elided if _one_of_them(text) else bare.one
    found = read(text)
    return found and _Found(found.first, found.last, text.root, found.unit, "")


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


def _states_number(text: Spoken, unit: heads.Unit) -> bool:
    """Whether a "one" states a number: with a modifier, against another number, of casualties and votes."""
    page, figure = text.page, text.figure
    if not _one(figure):
        return True
    if _pronoun(page, figure):
        return False
    if unit.lemma in page.units["one"]["nouns"] or unit.head is None or page.at(figure.first - 1) == "only":
        return True
    if _set_against(text, unit.head, unit.lemma):
        return True
    linked = page.at(unit.last) in ("and", "or", ",", "to")
    joined = linked and (unit.last + 1 in page.figure_at or unit.last in page.figure_at)
    preceded = page.at(figure.first - 1) in ("and", ",", "or") and _counted_before(page, figure.first - 2)
    return joined or preceded or _harmed(page, unit.head, unit.last)


def _set_against(text: Spoken, head: int, lemma: str) -> bool:
    """Whether the sentence counts others of the noun, or joins it to things counted: "two men who … and one cook"."""
    page, taken = text.page, text.nouns.taken
    token = page.tokens[head]
    if token.dep == "conj" and token.head in taken:
        return True
    if page.tokens[token.head].lemma in page.speech:  # "one witness said that two witnesses …"
        return False
    plurals = [i for i in taken if page.tag(i) == "NNS" and i != head and page.same_line(head, i)]
    if any(heads.lemma(page, page.tokens[i]) == lemma for i in plurals):
        return True
    joined = text.lives(lemma) and page.at(text.first - 1) == "and"  # "three clerks who fell in a ford and one cook"
    return joined and any(i < head and text.lives(page.tokens[i].lemma) for i in plurals)


def _harmed(page: Page, noun: int, last: int) -> bool:
    """Whether a verb of harm, or of voting, governs the noun, or the words after it say so: "one guard dead"."""
    token, people = page.tokens[noun], page.units["people"]
    governor = page.tokens[token.head]
    harmed = governor.lemma in people["harm"] and governor.i != noun and not token.dep.startswith("obl")
    return harmed or page.at(last) in people["states"]


def _one_of_them(text: Spoken) -> bool:
    """Whether a bare "one" is one of those counted: "Five voted and one was absent", "One sank and two burned"."""
    page, last = text.page, text.figure.last
    if _harmed(page, text.root, last):
        return True
    if not page.same_line(text.first, last) or page.tag(last) != "VBD":
        return False
    if not page.same_line(text.first, text.first - 1):
        behind = [f for f in page.figures if f.first > last and page.same_line(text.first, f.first)]
        return bool(text.before and behind) and text.nouns.units[behind[0].first] is None
    counted = bool(text.before) and text.before[-1].sentence == text.sentence
    return counted and page.at(text.figure.first - 1) in ("and", "but", "while", ",", ";")


def _counted_before(page: Page, i: int) -> bool:
    """Whether a figure's phrase ends about token ``i``."""
    return any(j in page.figure_at for j in range(max(0, i - 3), i + 1))


def _count(text: Spoken, where: _Found, name: str, kin: Mapping[str, str]) -> Count:
    page, figure = text.page, text.figure
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
        cues=cues.cues(page, where.first, where.last, where.head) | frozenset(_part(text)),
        living=text.lives(where.unit),
    )


def _part(text: Spoken) -> Iterator[str]:
    """A partitive ("14 of 21 deaths") says by its form that it is a part."""
    if text.page.at(text.last) in ("of", "out") and text.figure.kind == "cardinal":
        yield "subset"
