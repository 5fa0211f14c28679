"""Ages: whose they are, and of which day: of the one they name, of the death, or of the story's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstally.evidence import lives, moments, places
from newstally.evidence.lives import Birth, Death
from newstally.types import Person, Quantity, Span, Story
from newstally.words import calendar
from newstally.words.calendar import Days

AT_AGE = re.compile(r"\bat\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?$|\baged?\s*$", re.IGNORECASE)
# Ages that stand there as mere numbers.
AGE = re.compile(
    r"\b(?:(?:dies|died|dead)\s+at|[Aa]t\s+the\s+age\s+of|(?:She|He|she|he)\s+was(?:\s+only|\s+just)?)\s+(\d{1,3})\b"
    r"(?!\s*(?:%|percent|per\b|minutes|hours|weeks|months|points|feet|cm|in\.|o['’]clock|[ap]\.?m\b)|[,.:]\d)"
)
AGE_NOW = re.compile(r"(?:\bwho|\b[Ss]?[Hh]e|\d{4},)\s+is\s+(?:now\s+)?(\d{1,3})(?=\s+and\b|[,;.)](?!\d))")
IS_NUMBER = re.compile(r"\bis\s+(?:now\s+)?\d")  # what few texts have; without it there is no AGE_NOW
WAS = re.compile(r"\bwas\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
IS = re.compile(r"\bis\s+(?:now\s+)?$")
THEN = re.compile(r"(?:\s+(?!and\b|but\b|who\b|after\b|before\b|since\b|until\b)[A-Za-z]+)*\s*")
# Behind the age, what ties it to the death; and between death and age, what tells of another's death.
DIES = re.compile(r"[\s,)]*(?:(?:has|had|was)\s+)?(?:dies|died|killed|passed away)\b")
WHEN = re.compile(r"\b(?:when|while|as|after|before|leav\w+|left)\b", re.IGNORECASE)
NEAR = 60  # characters from an age to its date


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


def ages(story: Story, births: Sequence[Birth]) -> Iterator[Aged]:
    """Every age in years of a person that has a day."""
    deaths = list(lives.deaths(story, births))
    today = moments.own_date(story)
    for span, years in _stated(story):
        person, day, on = _aged(story, span, deaths)
        if person and day and on:
            yield Aged(person, years, span, on, day)
        elif person and today and not _is_dated(story, span, births):
            yield Aged(person, years, span, Days(today, today), None)


def _stated(story: Story) -> list[tuple[Span, int]]:
    """The ages in whole years, those too that stand there as a mere number: "dies at 87", "She was 19 on …"."""
    found = {
        one.span.start: (one.span, int(one.amount.value))
        for one in story.quantities
        if one.type == "age" and one.unit == "year" and one.amount.modifier == "exact" and one.amount.value is not None
    }
    for pattern in (AGE, AGE_NOW) if IS_NUMBER.search(story.article.text) else (AGE,):
        for match in pattern.finditer(story.article.text):
            found.setdefault(match.start(1), (Span(match.start(1), match.end(1), match[1]), int(match[1])))
    return [found[start] for start in sorted(found)]


def _aged(story: Story, age: Span, deaths: Sequence[Death]) -> tuple[Person | None, Span | None, Days | None]:
    """Whose age it is, and that day, where the story gives its date."""
    around = places.sentence(story, age)
    before = story.article.text[around.start : age.start]
    if WAS.search(before):
        person = lives.whose(story, age)
        is_last = not story.article.text[age.end : around.end].strip(' .”"')
        then = _then(story, age, around)
        return (person, then.span, calendar.days(then.unit)) if then else _at_death(person if is_last else None, deaths)
    if lives.DIED.search(around.text):
        if not _is_of_death(before, story.article.text[age.end : around.end]):
            return None, None, None
        is_at = AT_AGE.search(before) or age.text.lower().startswith("age")
        return _at_death(lives.first_in(story, around) if is_at else lives.right_before(story, age.start), deaths)
    if IS.search(before):
        return lives.whose(story, age), None, None
    behind = lives.right_behind(story, age.end) if age.text.endswith("old") else None
    return lives.right_before(story, age.start) or behind, None, None


def _is_of_death(before: str, behind: str) -> bool:
    """Whether the words of the sentence before and behind an age tie it to the death they tell of."""
    died = list(lives.DIED.finditer(before))
    return bool(DIES.match(behind)) or bool(died and not WHEN.search(before[died[-1].end() :]))


def _at_death(person: Person | None, deaths: Sequence[Death]) -> tuple[Person | None, Span | None, Days | None]:
    """The age of somebody who died, on the one day that the story gives for it."""
    known = [death for death in deaths if death.person is person]
    return (person, known[0].span, known[0].on) if person and len(known) == 1 else (None, None, None)


def _then(story: Story, age: Span, around: Span) -> Quantity | None:
    """The date of "was 19 on the February night in 1957"."""
    for one in moments.dates(story):
        gap = story.article.text[age.end : one.span.start]
        if age.end <= one.span.start and around.covers(one.span) and len(gap) <= NEAR and "," not in gap:
            return one if THEN.fullmatch(gap) else None
    return None


def _is_dated(story: Story, age: Span, births: Sequence[Birth]) -> bool:
    """Whether a date other than that of a birth stands in the sentence of an age, which may be of that day then."""
    around, born = places.sentence(story, age), {birth.span for birth in births}
    return any(around.covers(one.span) and one.span not in born for one in moments.dates(story))
