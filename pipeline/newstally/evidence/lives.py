"""Births and deaths: whose, and on which days, as far as the story says it for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstally.evidence import moments, places
from newstally.types import Person, Span, Story
from newstally.words import calendar
from newstally.words.calendar import Days

BORN = re.compile(r"\b(?:born|b\.)", re.IGNORECASE)
# Between "born" and the date stand places, and no other clause: these words, and words in capitals.
BIRTHPLACE = frozenset((
    "in", "at", "near", "on", "of", "the", "a", "an", "then", "now", "outside", "early", "late", "town", "village",
    "city", "hospital",
))  # fmt: skip
DIED = re.compile(r"\b(?:dies|died|die|death|killed|passed away)\b", re.IGNORECASE)
# Between "died" and a year alone, which may be of anything else in its sentence.
DIED_IN = re.compile(r"(?:\s++(?:at|in|on|of|from|near)\s++[\w'’ -]{2,30})?\s++in\s+")
RIGHT_BEFORE = re.compile(r"[\s,(]*(?:who\s+)?(?:has\s+|had\s+)?(?:(?:was|is)\s+)?(?:(?:an?|now|just|only)\s+)?")
WHO = re.compile(r"\b(?:who|that|which|whose \w+)\s+(?:had\s+|was\s+)?$")
OWNS = re.compile(r"['’]s?\s|.*\b(?:his|her|their)\s+(?:[\w-]+\s+){1,3}$", re.DOTALL)
LIFETIME = re.compile(r"\s*\(\s*((?:1[6-9]|20)\d\d)\s*[-–—]\s*((?:1[6-9]|20)\d\d)\s*\)")
LEAST = 20
"""Years of a lifetime that stands in brackets; fewer are of an office."""
BACK = 2  # sentences back to the name that "she" stands for
NEAR = 60  # characters from a word to a name


@dataclass(frozen=True, slots=True)
class Birth:
    """The days on which a person may have been born; not ``said`` are the years of "Ana Kos (1931–2019)"."""

    person: Person
    span: Span
    on: Days
    said: bool = True


@dataclass(frozen=True, slots=True)
class Death:
    """The days on which a person may have died."""

    person: Person
    span: Span
    on: Days


def births(story: Story) -> Iterator[Birth]:
    """Every birth that the story dates."""
    for one in moments.dates(story):
        on, around = calendar.days(one.unit), places.sentence(story, one.span)
        before = story.article.text[around.start : one.span.start]
        born = list(BORN.finditer(before))
        if on and born and _is_birthplace(before[born[-1].end() :]) and one.span.text[:1] not in "bf":
            at = around.start + born[-1].start()
            person = right_before(story, at) or whose(story, one.span)
            if person:
                yield Birth(person, one.span, on)
    for person, years in _lifetimes(story):
        yield Birth(person, years[0], calendar.year(int(years[0].text)), said=False)


def _is_birthplace(text: str) -> bool:
    words = (word.strip(",().") for word in text.split())
    return all(not word or word in BIRTHPLACE or word[0].isupper() for word in words)


def deaths(story: Story, births: Sequence[Birth]) -> Iterator[Death]:
    """Who died when, by the sentence that names both: "Ana Kos died on Monday, March 4, 2025"."""
    born = {birth.span for birth in births}
    for one in moments.dates(story):
        around, on = places.sentence(story, one.span), calendar.days(one.unit)
        before = story.article.text[around.start : one.span.start]
        died = DIED.search(before)
        is_dated = died and (calendar.is_one_day(one.unit) or DIED_IN.fullmatch(before[died.end() :]))
        person = _dying(story, around, around.start + died.start()) if died and is_dated else None
        if on and person and one.span not in born:
            yield Death(person, one.span, on)
    for person, years in _lifetimes(story):
        yield Death(person, years[1], calendar.year(int(years[1].text)))


def _dying(story: Story, around: Span, died: int) -> Person | None:
    """Who died: the one named right before the word, else the first of the sentence, unless it is of theirs."""
    named = [(name, person) for person in story.people for name in person.mentions if around.covers(name)]
    named = sorted((pair for pair in named if pair[0].end <= died), key=lambda pair: pair[0].start)
    for name, person in named[-1:] + named[:1]:
        between = story.article.text[name.end : died]
        is_subject = person is named[0][1] and not OWNS.match(between) and not WHO.search(between)
        if RIGHT_BEFORE.fullmatch(between) or is_subject:
            return person
    return None if named else whose(story, around)


def _lifetimes(story: Story) -> Iterator[tuple[Person, tuple[Span, Span]]]:
    """The years in brackets right behind names."""
    text = story.article.text
    for person in story.people:
        for name in person.mentions:
            match = LIFETIME.match(text, name.end)
            if match and int(match[2]) - int(match[1]) >= LEAST:
                yield person, (Span(*match.span(1), match[1]), Span(*match.span(2), match[2]))


# ---- whose ---------------------------------------------------------------------------------------------------------


def right_before(story: Story, at: int) -> Person | None:
    """The person whose name stands right before a place in the text: "Ana Kos, 41", "Ana Kos was born"."""
    for person in story.people:
        for name in person.mentions:
            if 0 <= at - name.end <= NEAR and RIGHT_BEFORE.fullmatch(story.article.text[name.end : at]):
                return person
    return None


def right_behind(story: Story, at: int) -> Person | None:
    """The person whose name begins right behind a place in the text: "the 41-year-old Ana Kos"."""
    start = at + 1 if story.article.text[at : at + 1].isspace() else at
    return next((person for person in story.people if any(name.start == start for name in person.mentions)), None)


def first_in(story: Story, around: Span) -> Person | None:
    """The person who is named first in a sentence."""
    named = [(name.start, person) for person in story.people for name in person.mentions if around.covers(name)]
    return min(named, key=lambda pair: pair[0])[1] if named else None


def whose(story: Story, span: Span) -> Person | None:
    """The person of whom a clause tells: named first in its sentence, or in one just before where "she" stands."""
    number = places.sentence_number(story, span)
    if not story.sentences:
        return None
    own = first_in(story, story.sentences[number])
    if own:
        return own
    back = range(number - 1, max(number - 1 - BACK, -1), -1)
    return next((person for i in back if (person := first_in(story, story.sentences[i]))), None)
