"""Who holds which office by the story's plain words: the title directly beside the name, and nothing about the time.

A role may have found its person over half a sentence; that is good enough to write down, and no evidence against
anybody. A holding is: "President Ana Kos", "Ana Kos, the president of Norway,", a row of a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newstally.evidence import places
from newstally.types import Person, Span, Story, Telling
from newstally.words.names import name_words
from newstally.words.tables import read_once

# What may stand between a title and its holder's name.
BESIDE = re.compile(
    r"[\s,:(\"“—–-]*(?:\b(?:the|an?|its|their|is|current|incumbent|former|mr|mrs|ms|dr|sir|dame|sheikh?|alhaji)\b\.?[\s\"“]*)*",
    re.IGNORECASE,
)
# Words, or their beginnings, that tell of a change in office or of another time than now; and a holder who is new.
CHANGE = re.compile(
    r"\b(?:elect|appoint|named|nominat|candidat|swor|swear|inaugurat|resign|retir|ste(?:ps?|pped|pping) down|succe"
    r"|predecess|replac|t(?:ake|akes|aking|ook) (?:over|office)|bec[ao]m|promot|oust|sack|fired|former|ex-|previous"
    r"|then|until|newly|outgoing|incoming|acting|interim|rotat|at the time|terms?\b|during (?:his|her|their)\b|era\b"
    r"|(?:years|decades) ago|(?:1[89]|20)\d\d\b)",
    re.IGNORECASE,
)
NEW = r"\bnew(?:ly)? (?:\S+ ){0,2}(?:%s)"
LONGEST_GAP = 40  # characters
COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Holding:
    """A person, and the words that give them an office; ``name`` is the mention that stands beside them."""

    person: Person
    telling: Telling
    name: Span

    @property
    def is_now(self) -> bool:
        """Whether the office is held now."""
        return self.telling.status == "current"

    @property
    def is_of_country(self) -> bool:
        """Whether the words name the country that the office is of."""
        return COUNTRY.fullmatch(self.telling.polity) is not None


@read_once
def holdings(story: Story) -> tuple[Holding, ...]:
    """Every plain telling of an office, in the order of the text; none of correction notes and credits."""
    people = {person.id: person for person in story.people if not person.byline}
    found = []
    for role in story.roles:
        person = people.get(role.person)
        for telling in role.told if person else ():
            name = beside(story, person, telling) if telling.office and person else None
            if person and name and is_sure(story, person, name) and places.kind(story, name) != "correction":
                found.append(Holding(person, telling, name))
    return tuple(sorted(found, key=lambda holding: holding.telling.evidence.start))


@read_once
def name_bearers(story: Story) -> Counter[str]:
    """How many people bear each word of a name."""
    return Counter(word for person in story.people for word in set(name_words(person.name)))


def beside(story: Story, person: Person, telling: Telling) -> Span | None:
    """The mention of ``person`` that stands beside the title, with nothing but small words between."""
    nearest = bisect_left(person.mentions, telling.evidence.start - LONGEST_GAP, key=lambda name: name.end)
    furthest = bisect_right(person.mentions, telling.evidence.end + LONGEST_GAP, key=lambda name: name.start)
    for name in person.mentions[nearest:furthest]:
        first, last = sorted((name, telling.evidence), key=lambda span: span.start)
        is_near = last.start - first.end <= LONGEST_GAP
        gap = story.article.text[first.end : last.start] if is_near else ""
        if is_near and BESIDE.fullmatch(gap) and places.sentence(story, first).covers(last):
            return name
    return None


def is_sure(story: Story, person: Person, name: Span) -> bool:
    """Whether the mention can be nobody else: the full name, or the surname where no other bears it."""
    words, full = name_words(name.text), name_words(person.name)
    return words == full or (words[-1:] == full[-1:] and all(name_bearers(story)[word] < 2 for word in words))


def is_settled(story: Story, holders: Sequence[Holding]) -> bool:
    """Whether the story tells of no change in the offices of the holders, in any sentence that tells of them.

    These are the sentences of the holdings, and those in which a holder's name and the office's stand together.
    """
    titles = {title for one in holders for title in (one.telling.evidence.text.lower(), one.telling.office)}
    new = re.compile(NEW % "|".join(map(re.escape, sorted(titles))), re.IGNORECASE)
    names = sorted({name.start for one in holders for name in one.person.mentions})
    for sentence in story.sentences:
        has_name = bisect_left(names, sentence.start) < bisect_left(names, sentence.end)
        tells = has_name and any(title in sentence.text.lower() for title in titles)
        if tells and (CHANGE.search(sentence.text) or new.search(sentence.text)):
            return False
    return True


def are_told_together(story: Story, fields: Sequence[Sequence[str]]) -> bool:
    """Whether any one sentence has a word of every field: "the minister of tourism and antiquities"."""
    texts = (sentence.text.lower() for sentence in story.sentences)
    return any(all(any(word in text for word in field) for field in fields) for text in texts)


def is_timeless(story: Story, holding: Holding) -> bool:
    """Whether the sentence of the holding says nothing of another time or of a change."""
    return CHANGE.search(places.sentence(story, holding.telling.evidence).text) is None


def agree(one: str, other: str) -> bool:
    """Whether two polities can be one: equal, or one of them left unsaid."""
    return one == other or not one or not other
