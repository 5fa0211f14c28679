"""Counts whose noun is left out: "12 were men", "three of them", "the other six", "killing three", "five injured".

The unit is what the reader supplies: the predicate's noun, people under verbs of harm, else that of the count before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from newstally.resolve.counts import gapped, notes
from newstally.resolve.counts.page import DEFINITE, Page
from newstally.types import Count
from newstally.words import syntax
from newstally.words.figured import Figure
from newstally.words.syntax import FINITE, VERBAL

OF_WHICH = frozenset(["them", "those", "these", "us", "which", "whom", "you"])
OTHERS = frozenset(["other", "another", "remaining", "others"])
CLAUSE_STARTS = frozenset((",", ";", ":", "and", "but", "while", "which", "whom", "“", '"'))
NEAR_SENTENCES = 3
PERSON = "person"


class Elided(NamedTuple):
    """The supplied unit and the tokens ``[first, last)`` of the quote."""

    first: int
    last: int
    lemma: str


def elided(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """What a number without a noun counts, or None where it seems to count nothing. ``before``: the counts so far."""
    if notes.within(page, figure):
        if noun := notes.unit(page, figure, before):
            return Elided(figure.mention.first, figure.mention.last, noun)
        before = notes.of_note(page, figure, before)
    for reader in (_of_which, _state, _definite, _predicate, _of_subject, _under_verb, _of_total, _gapped, _joined):
        found = reader(page, figure, before)
        if found is not None:
            return found
    return None


def antecedent(page: Page, figure: Figure, before: Sequence[Count]) -> str:
    """The unit of the nearest count before, in this sentence or the few before it; "" where there is none."""
    here = page.tokens[figure.first].sentence
    for count in reversed(before):
        if here - count.sentence > NEAR_SENTENCES:
            break
        if count.unit not in ("vote", "time"):
            return count.unit
    return ""


def others(page: Page, figure: Figure, before: Sequence[Count]) -> str:
    """What "two others" are: more of what was counted before, people where that was a nationality or nothing."""
    unit = antecedent(page, figure, before[-1:])
    last = before[-1] if before else None
    named = last is not None and last.unit_text[:1].isupper()
    return PERSON if not unit or named else unit


def _of_which(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "three of them", "four of which"."""
    last = figure.mention.last
    if page.at(last) != "of" or page.at(last + 1) not in OF_WHICH:
        return None
    unit = antecedent(page, figure, before)
    if page.at(last + 1) == "us" or (page.at(last + 1) == "whom" and not unit):
        unit = PERSON
    return Elided(figure.mention.first, last + 2, unit) if unit else None


def _state(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "five injured", "40 dead or missing": people, as the word itself says."""
    last = figure.mention.last
    states = page.units["people"]["states"]
    if page.at(last) not in states:
        return None
    end = last + 1
    if page.at(end) in ("and", "or") and page.at(end + 1) in states:
        end += 2
    return Elided(figure.mention.first, end, PERSON)


def _predicate(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """The number as a subject: "12 were men", "199 were symptomatic", "five died"."""
    root = syntax.head_of(page.tokens, figure.first, figure.last)
    token = page.tokens[root]
    opens = page.at(figure.mention.first - 1) in CLAUSE_STARTS or not page.same_line(root, figure.mention.first - 1)
    follows = page.tokens[figure.mention.last].tag if figure.mention.last < len(page.tokens) else ""
    subject = token.dep in ("nsubj", "nsubj:pass") or (opens and follows in FINITE)
    if not subject or token.head < root:
        return None
    head = page.tokens[token.head]
    nominal = head.tag in ("NNS", "NNPS") and syntax.child(page.tokens, page.below, head.i, "case") is None
    if nominal and syntax.child(page.tokens, page.below, head.i, "cop") is not None:
        return Elided(figure.mention.first, head.i + 1, head.lemma)
    if head.lemma in page.units["people"]["verbs"]:
        return Elided(figure.mention.first, head.i + 1, PERSON)
    unit = antecedent(page, figure, before)
    last = head.i + 1 if head.i - figure.last < 3 else figure.last
    return Elided(figure.mention.first, last, unit) if unit else None


def _definite(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "the two", "all three", "the other six", "another 12"."""
    first = figure.mention.first
    if page.at(first - 1) in OTHERS:
        unit = antecedent(page, figure, before) or PERSON
        return Elided(first - 1, figure.mention.last, unit)
    if page.at(first - 1) not in DEFINITE or page.at(figure.mention.last) == "of":
        return None
    here = page.tokens[figure.first].sentence
    near = takewhile(lambda count: here - count.sentence <= 2 * NEAR_SENTENCES, reversed(before))
    same = (count.unit for count in near if count.amount.value == figure.value and count.unit_text)
    return Elided(first - 1, figure.mention.last, next(same, PERSON))


def _under_verb(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """The number as an object: "killing three", "killed 40 in Hale", "the party had three"."""
    root = syntax.head_of(page.tokens, figure.first, figure.last)
    token = page.tokens[root]
    if token.dep == "conj" and token.head < root:
        token = page.tokens[token.head]
    beside = page.tokens[figure.mention.first - 1] if figure.mention.first else token
    if beside.tag in VERBAL and page.same_line(root, beside.i):
        verb, direct = beside, True
    else:
        verb, direct = page.tokens[token.head], token.dep in ("obj", "nsubj", "nsubj:pass", "nummod")
    if verb.i >= root or verb.tag not in VERBAL or not page.same_line(root, verb.i):
        return None
    if verb.lemma in page.units["people"]["verbs"] and direct:
        return Elided(figure.mention.first, figure.mention.last, PERSON)
    unit = antecedent(page, figure, before)
    return Elided(figure.mention.first, figure.mention.last, unit) if unit and direct else None


def _gapped(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "nine in Lempa and four in Oco", "from 120 cases to 60"."""
    unit = gapped.unit(page, figure, before)
    return Elided(figure.mention.first, figure.mention.last, unit) if unit else None


def _joined(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "killed 40 in Hale and 12 in Sutton": the noun that the number before it did without."""
    last = before[-1] if before else None
    if last is None or last.unit_text or last.sentence != page.tokens[figure.first].sentence or last.unit == "vote":
        return None
    if page.at(figure.mention.first - 1) not in ("and", ",", "or"):
        return None
    return Elided(figure.mention.first, figure.mention.last, last.unit)


def _of_total(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "out of a total of nearly two million", "a population of 12", "including 21 this year"."""
    first = figure.mention.first
    word, before_it = page.at(first - 1), page.at(first - 2)
    tolls = page.units["totals"]["toll"]
    unit = tolls.get(before_it, "") if word == "of" else ""
    if not unit and (word in ("including", "with") or (word == "of" and before_it in ("out", "total"))):
        unit = antecedent(page, figure, before)
    return Elided(first, figure.mention.last, unit) if unit else None


def _of_subject(page: Page, figure: Figure, before: Sequence[Count]) -> Elided | None:
    """Reads "the death toll rose to 410", "put the number of marchers at 10,000", "arrivals reached 12,000"."""
    verb = page.tokens[syntax.head_of(page.tokens, figure.first, figure.last)].head
    if verb < figure.first and (unit := _totalled(page, verb)):
        return Elided(figure.mention.first, figure.mention.last, unit)
    for relation in ("obj", "nsubj"):
        noun = syntax.child(page.tokens, page.below, verb, relation)
        if noun is None or page.figure_at.get(noun) is figure:
            continue
        unit = _totalled(page, noun)
        reached = relation == "nsubj" and page.tokens[verb].lemma in page.units["totals"]["verbs"]
        if not unit and reached and page.tokens[noun].tag == "NNS":
            unit = page.tokens[noun].lemma
        if unit:
            return Elided(figure.mention.first, figure.mention.last, unit)
    return None


def _totalled(page: Page, noun: int) -> str:
    """What the noun is a total of: a death toll of deaths, a number of what follows "of"; "" for any other noun."""
    token = page.tokens[noun]
    toll = page.units["totals"]["toll"].get(token.lemma, "")
    if toll or token.lemma not in page.units["totals"]["nouns"] or page.at(noun + 1) != "of":
        return toll
    things = (i for i in page.below[noun] if page.tokens[i].dep == "nmod" and page.tokens[i].tag == "NNS")
    return next((page.tokens[i].lemma for i in things if i not in page.figure_at), "")
