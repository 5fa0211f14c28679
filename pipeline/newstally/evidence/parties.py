"""Of which party a lawmaker is, by the words beside the name: "Labour councillor Ann Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from newstally.evidence import offices, places
from newstally.evidence.offices import Holding
from newstally.types import Person, Story, Telling

LAWMAKER = "lawmaker"
# What two parties may have in common, and one may leave out: "the Labour Party", "Labour".
EMPTY = frozenset({"party", "alliance", "the", "of", "a", "an", "for", "and"})
SWITCH = re.compile(
    r"\b(?:defect|switch|join|quit|left\b|leav|cross(?:ed|es|ing)\b|expel|oust|former|ex-|then\b|turned|now\b"
    r"|independent|coalition|merge)",
    re.IGNORECASE,
)


def changes(story: Story, words: Mapping[str, str]) -> Iterator[tuple[Holding, Holding]]:
    """Every two places that put one lawmaker into two parties, where the story tells of no change of party.

    ``words`` are those by which a party is known, lower case, each with the one that stands for all of its party.
    """
    seated = {role.person for role in story.roles if role.category == LAWMAKER}
    for person in (one for one in story.people if one.id in seated):
        pairs = combinations(_seats(story, person, words), 2)
        yield from (
            (one, other)
            for (one, ours), (other, theirs) in pairs
            if ours.isdisjoint(theirs) and not _tells_of_switch(story, person)
        )


def _seats(story: Story, person: Person, words: Mapping[str, str]) -> Iterator[tuple[Holding, frozenset[str]]]:
    """The places where a person is called lawmaker of a party now, with the words of the party."""
    for role in story.roles:
        for telling in role.told if role.person == person.id and role.category == LAWMAKER else ():
            party = _party(story, telling, role.title, words)
            name = offices.beside(story, person, telling)
            is_sure = name and offices.is_sure(story, person, name) and places.kind(story, name) != "correction"
            if name and is_sure and party and telling.status == "current":
                yield Holding(person, telling, name), party


def _party(story: Story, telling: Telling, title: str, words: Mapping[str, str]) -> frozenset[str]:
    """The words of the party in a title; none where its word may only say what the lawmaker thinks: "conservative"."""
    is_first = places.sentence(story, telling.evidence).start == telling.evidence.start
    said = re.findall(r"[\w’'-]+", telling.evidence.text)
    if not any(word[0].isupper() and word.lower() in words for word in said[is_first:]):
        return frozenset()
    lower = (word.lower() for word in said)
    return frozenset(words.get(word, word) for word in lower if word not in EMPTY and word not in title.lower())


def _tells_of_switch(story: Story, person: Person) -> bool:
    names = [name.start for name in person.mentions]
    told = (one.text for one in story.sentences if any(one.start <= start < one.end for start in names))
    return any(SWITCH.search(text) for text in told)
