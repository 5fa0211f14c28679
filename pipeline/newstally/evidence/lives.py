"""Births and ages: whose they are, and of which day, as far as the story says it for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newstally.evidence import moments, places
from newstally.types import Person, Quantity, Span, Story
from newstally.words import calendar
from newstally.words.calendar import Days

BORN = re.compile(r"\b(?:born|b\.)", re.IGNORECASE)
# Between "born" and the date stand places, and no other clause: these words, and words in capitals.
BIRTHPLACE = frozenset((
    "in", "at", "near", "on", "of", "the", "a", "an", "then", "now", "outside", "early", "late", "town", "village",
    "city", "hospital",
))  # fmt: skip
DIED = re.compile(r"\b(?:dies|died|die|death|killed|passed away)\b", re.IGNORECASE)
RIGHT_BEFORE = re.compile(r"[\s,(]*(?:who\s+)?(?:has\s+|had\s+)?(?:was\s+)?")
WHO = re.compile(r"\b(?:who|that|which|whose \w+)\s+(?:had\s+|was\s+)?$")
OWNS = re.compile(r"['’]s?\s")
AT_AGE = re.compile(r"\bat\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?$|\baged?\s*$", re.IGNORECASE)
AGE = re.compile(
    r"\b(?:(?:dies|died|dead)\s+at|[Aa]t\s+the\s+age\s+of|(?:She|He|she|he)\s+was(?:\s+only|\s+just)?)\s+(\d{1,3})\b"
    r"(?!\s*(?:%|percent|per\b|minutes|hours|weeks|months|points|feet|cm|in\.)|[,.]\d)"
)
WAS = re.compile(r"\bwas\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
THEN = re.compile(r"(?:\s+(?!and\b|but\b|who\b|after\b|before\b|since\b|until\b)[A-Za-z]+)*\s*")
BACK = 2  # sentences back to the name that "she" stands for
NEAR = 60  # characters from an age to its date, or to a name


@dataclass(frozen=True, slots=True)
class Birth:
    """The days on which a person may have been born."""

    person: Person
    span: Span
    on: Days


@dataclass(frozen=True, slots=True)
class Aged:
    """A stated age of a person, and the days of which it is stated: ``when``, or the story's own day, give or take."""

    person: Person
    years: int
    span: Span
    on: Days
    when: Span | None

    @property
    def slack(self) -> int:
        """The years by which the age may be out without a fault."""
        return 0 if self.when else 1


def births(story: Story) -> Iterator[Birth]:
    """Every birth that the story dates."""
    for one in moments.dates(story):
        on, around = calendar.days(one.unit), places.sentence(story, one.span)
        before = story.article.text[around.start : one.span.start]
        born = list(BORN.finditer(before))
        if on and born and _is_birthplace(before[born[-1].end() :]) and one.span.text[:1] not in "bf":
            at = around.start + born[-1].start()
            person = _right_before(story, at) or _whose(story, one.span)
            if person:
                yield Birth(person, one.span, on)


def _is_birthplace(text: str) -> bool:
    words = (word.strip(",().") for word in text.split())
    return all(not word or word in BIRTHPLACE or word[0].isupper() for word in words)


def ages(story: Story) -> Iterator[Aged]:
    """Every age in years of a person that has a day: the one it names, the day of the death, or the story's own."""
    deaths = list(_deaths(story))
    today = moments.own_date(story)
    for span, years in _stated(story):
        person, day = _aged(story, span, deaths)
        on = calendar.days(day.unit) if day else None
        if person and day and on:
            yield Aged(person, years, span, on, day.span)
        elif person and today and not _is_dated(story, span):
            yield Aged(person, years, span, Days(today, today), None)


def _stated(story: Story) -> list[tuple[Span, int]]:
    """The ages in whole years, those too that stand there as a mere number: "dies at 87", "She was 19 on …"."""
    found = {
        one.span.start: (one.span, int(one.amount.value))
        for one in story.quantities
        if one.type == "age" and one.unit == "year" and one.amount.modifier == "exact" and one.amount.value is not None
    }
    for match in AGE.finditer(story.article.text):
        number = Span(match.start(1), match.end(1), match[1])
        found.setdefault(number.start, (number, int(match[1])))
    return [found[start] for start in sorted(found)]


def _aged(story: Story, age: Span, deaths: list[tuple[Person, Quantity]]) -> tuple[Person | None, Quantity | None]:
    """Whose age it is, and the date of that day where the story gives it."""
    around = places.sentence(story, age)
    before = story.article.text[around.start : age.start]
    if WAS.search(before):
        person = _whose(story, age)
        is_last = not story.article.text[age.end : around.end].strip(' .”"')
        day = _then(story, age, around) or (_death_of(person, deaths) if is_last else None)
        return (person, day) if day else (None, None)
    if DIED.search(around.text):
        is_at = AT_AGE.search(before) or age.text.lower().startswith("age")
        person = _first(story, around) if is_at else _right_before(story, age.start)
        day = _death_of(person, deaths)
        return (person, day) if day else (None, None)
    return _right_before(story, age.start), None


def _then(story: Story, age: Span, around: Span) -> Quantity | None:
    """The date of "was 19 on the February night in 1957"."""
    for one in moments.dates(story):
        gap = story.article.text[age.end : one.span.start]
        if age.end <= one.span.start and around.covers(one.span) and len(gap) <= NEAR and "," not in gap:
            return one if THEN.fullmatch(gap) else None
    return None


def _deaths(story: Story) -> Iterator[tuple[Person, Quantity]]:
    """Who died when, by the sentence that names both: "Ana Kos died on Monday, March 4, 2025"."""
    born = {birth.span for birth in births(story)}
    for one in moments.dates(story):
        around = places.sentence(story, one.span)
        before = story.article.text[around.start : one.span.start]
        died = DIED.search(before)
        person = _dying(story, around, around.start + died.start()) if died else None
        if calendar.is_one_day(one.unit) and person and one.span not in born:
            yield person, one


def _dying(story: Story, around: Span, died: int) -> Person | None:
    """Who died: the one named right before the word, else the first of the sentence, unless it is of theirs."""
    named = [(name, person) for person in story.people for name in person.mentions if around.covers(name)]
    named = sorted((pair for pair in named if pair[0].end <= died), key=lambda pair: pair[0].start)
    for name, person in named[-1:] + named[:1]:
        between = story.article.text[name.end : died]
        is_subject = person is named[0][1] and not OWNS.match(between) and not WHO.search(between)
        if RIGHT_BEFORE.fullmatch(between) or is_subject:
            return person
    return None if named else _whose(story, around)


def _death_of(person: Person | None, deaths: list[tuple[Person, Quantity]]) -> Quantity | None:
    days = [day for other, day in deaths if other is person]
    return days[0] if len(days) == 1 else None


# ---- whose ---------------------------------------------------------------------------------------------------------


def _right_before(story: Story, at: int) -> Person | None:
    """The person whose name stands right before a place in the text: "Ana Kos, 41", "Ana Kos was born"."""
    for person in story.people:
        for name in person.mentions:
            if 0 <= at - name.end <= NEAR and RIGHT_BEFORE.fullmatch(story.article.text[name.end : at]):
                return person
    return None


def _is_dated(story: Story, age: Span) -> bool:
    """Whether a date stands in the sentence of an age, which may be of that day then."""
    around = places.sentence(story, age)
    return any(around.covers(one.span) for one in moments.dates(story))


def _first(story: Story, around: Span) -> Person | None:
    """The person who is named first in a sentence."""
    named = [(name.start, person) for person in story.people for name in person.mentions if around.covers(name)]
    return min(named, key=lambda pair: pair[0])[1] if named else None


def _whose(story: Story, span: Span) -> Person | None:
    """The person of whom a clause tells: named first in its sentence, or in one just before where "she" stands."""
    number = places.sentence_number(story, span)
    if not story.sentences:
        return None
    own = _first(story, story.sentences[number])
    if own:
        return own
    back = range(number - 1, max(number - 1 - BACK, -1), -1)
    return next((person for i in back if (person := _first(story, story.sentences[i]))), None)
