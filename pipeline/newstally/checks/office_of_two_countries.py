"""C101: the country of a role against the country that the story gives the person elsewhere.

*What it finds.* A person who holds one office of two countries in two places of the story.

*Why it matters.* Nothing hurts a paper's name abroad like the wrong country before a president's.

*Example.* "French President Ann Roe" in the lede, "Belgian President Roe" below.

*Not a fault.* Two offices; a former one, or one that a change is told of; "American" for "U.S."; a part for its state;
crowns, which may be worn over several countries; offices of blocs and companies; relatives of one surname.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newstally.evidence import offices
from newstally.evidence.offices import Holding
from newstally.registry import check
from newstally.types import Finding, Story


@check("C101", kind="role")
def office_of_two_countries(story: Story) -> Iterator[Finding]:
    """Compare the countries of every person's office."""
    held = [one for one in offices.holdings(story) if one.is_now and one.is_of_country and not one.telling.shared]
    found: set[str] = set()
    for one, other in combinations(held, 2):
        is_new = one.person is other.person and one.person.id not in found
        is_same_office = one.telling.office == other.telling.office and one.telling.polity != other.telling.polity
        if is_new and is_same_office and offices.is_settled(story, (one, other)):
            found.add(one.person.id)
            yield _finding(one, other)


def _finding(one: Holding, other: Holding) -> Finding:
    said = [" ".join(holding.telling.evidence.text.split()) for holding in (one, other)]
    return Finding(
        "C101", "role", "contradictory", f"{one.person.name} is {said[0]} in one place and {said[1]} in another",
        spans=(other.telling.evidence, other.name, one.telling.evidence, one.name),
    )  # fmt: skip
