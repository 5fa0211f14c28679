"""R102: an office that one person holds has two holders now.

*What it finds.* Two people whom the story calls, plainly and beside their names, holder of one office of one country,
city or body: president, minister of a field, mayor, chief executive, chair.

*Why it matters.* One of the two is called what they are not, mostly the one copied from an older story.

*Example.* "Riverside Mayor Ann Roe" in the lede, "Tom Poe, the mayor of Riverside," below.

*Not a fault.* Former, acting and elected holders; deputies and co-chairs; the offices of two countries or bodies, or of
one that the story leaves unsaid; a succession that it tells; offices that several share; a president of another time,
whom it merely recalls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from newstally.evidence import offices
from newstally.evidence.offices import Holding
from newstally.registry import check
from newstally.types import Finding, Person, Story
from newstally.words.names import name_words


@check("R102", kind="role")
def office_with_two_holders(story: Story, *, remembered: Sequence[str] = ()) -> Iterator[Finding]:
    """Compare the holders of every office; a holder of one that is ``remembered`` must be named more than once."""
    held = [one for one in offices.holdings(story) if not _may_be_history(one, remembered)]
    found: set[tuple[str, str]] = set()
    for one, other in combinations(held, 2):
        pair = (one.person.id, other.person.id)
        if pair not in found and _is_one_office(one, other) and not _may_be_one(one.person, other.person):
            told = [holding for holding in held if holding.person.id in pair and _is_one_office(holding, one)]
            if all(holding.is_now for holding in told) and offices.is_settled(story, told):
                found.add(pair)
                yield _finding(one, other)


def _may_be_history(holding: Holding, remembered: Sequence[str]) -> bool:
    """Whether the story may only recall the person: "U.S. President Richard Nixon" once, in a story of today."""
    is_once = len(holding.person.mentions) == 1
    return is_once and holding.is_of_country and holding.telling.office in remembered


def _is_one_office(one: Holding, other: Holding) -> bool:
    ours, theirs = one.telling, other.telling
    return (ours.office, ours.polity) == (theirs.office, theirs.polity) and ours.polity != "" and not ours.shared


def _may_be_one(one: Person, other: Person) -> bool:
    """Whether the two names have a word in common, but for hyphens and spaces: one person, or relatives."""
    ours, theirs = (name_words(person.name) for person in (one, other))
    return not set(ours).isdisjoint(theirs) or _letters(ours) == _letters(theirs)


def _letters(words: Sequence[str]) -> str:
    return "".join(letter for word in words for letter in word if letter.isalpha())


def _finding(one: Holding, other: Holding) -> Finding:
    said = " ".join(one.telling.evidence.text.split())
    return Finding(
        "R102", "role", "contradictory", f"two people are {said}: {one.person.name} and {other.person.name}",
        spans=(other.telling.evidence, other.name, one.telling.evidence, one.name),
    )  # fmt: skip
