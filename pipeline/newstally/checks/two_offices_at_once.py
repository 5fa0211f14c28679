"""R101: one person has two roles that cannot both be true now.

*What it finds.* A person whom the story calls, plainly and beside the name, holder of two offices of one country or
body that exclude each other, such as president and prime minister; commissioner for one field and for another;
lawmaker of one party and of another; or holder and former holder of one office.

*Why it matters.* Titles change with elections, and a story made of older ones keeps the older title.

*Example.* "Prime Minister Ann Roe" in the lede, "President Roe" below; "former Riverside mayor Tom Poe", then "Tom Poe,
mayor of Riverside,"; "Labour councillor Ann Roe", then "Ann Roe, a Conservative councillor,".

*Not a fault.* Two offices that one person may hold, as many ministers do; two fields that the story names together
("commissioner for trade and tourism"); offices of two countries or bodies; a rise, an election or a change of party
that the story tells; "then-president Roe" and, of the same days, "President Roe"; relatives of one surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newstally.evidence import offices
from newstally.evidence import parties as seats
from newstally.evidence.offices import Holding
from newstally.registry import check
from newstally.types import Finding, Story

THEN = re.compile(r"\b(?:then|late)[\s-]+(?:the\s+)?\Z", re.IGNORECASE)


@check("R101", kind="role")
def two_offices_at_once(
    story: Story,
    *,
    incompatible: Sequence[Sequence[str]] = (),
    fields: Sequence[str] = (),
    parties: Sequence[Sequence[str]] = (),
) -> Iterator[Finding]:
    """Compare the offices of every person, those told by their field (``fields``) and the seats of ``parties`` too."""
    excluded = {frozenset(pair) for pair in incompatible}
    held = [pair for pair in combinations(offices.holdings(story), 2) if pair[0].person is pair[1].person]
    wrong = [
        pair
        for pair in held
        if _exclude(story, *pair, excluded) or _is_over_and_not(story, *pair) or _differ(story, *pair, fields)
    ]
    wrong += seats.changes(story, {word: words[0] for words in parties for word in words})
    found: set[str] = set()
    for one, other in wrong:
        if one.person.id not in found:
            found.add(one.person.id)
            yield _finding(one, other)


def _exclude(story: Story, one: Holding, other: Holding, excluded: set[frozenset[str]]) -> bool:
    """Whether the two offices, both held now, of one polity as far as it is said, exclude each other."""
    is_pair = frozenset((one.telling.office, other.telling.office)) in excluded and one.is_now and other.is_now
    is_one_polity = offices.agree(one.telling.polity, other.telling.polity)
    return is_pair and is_one_polity and offices.is_settled(story, (one, other))


def _differ(story: Story, one: Holding, other: Holding, fields: Sequence[str]) -> bool:
    """Whether these are an office of two fields that the story never names together."""
    (*ours, head), (*theirs, its) = (holding.telling.office.split() for holding in (one, other))
    if head != its or head not in fields or not (one.is_now and other.is_now) or not set(ours).isdisjoint(theirs):
        return False
    if not offices.agree(one.telling.polity, other.telling.polity) or offices.are_told_together(story, (ours, theirs)):
        return False
    return offices.is_settled(story, (one, other))


def _is_over_and_not(story: Story, one: Holding, other: Holding) -> bool:
    """Whether one office is past in one place and present in another, said in full: a bare title goes with its time."""
    past, now = sorted((one, other), key=lambda holding: holding.is_now)
    ours, theirs = past.telling, now.telling
    if (ours.status, theirs.status) != ("former", "current") or not theirs.polity:
        return False
    is_same = (ours.office, ours.polity) == (theirs.office, theirs.polity)
    is_full = len(now.name.text.split()) > 1
    is_then = THEN.search(story.article.text[: ours.evidence.start]) is not None
    return is_same and is_full and not is_then and offices.is_timeless(story, now)


def _finding(one: Holding, other: Holding) -> Finding:
    said = [
        ("former " if holding.telling.status == "former" else "") + " ".join(holding.telling.evidence.text.split())
        for holding in (one, other)
    ]
    return Finding(
        "R101", "role", "contradictory", f"{one.person.name} is {said[0]} and {said[1]}",
        spans=(other.telling.evidence, other.name, one.telling.evidence, one.name),
    )  # fmt: skip
