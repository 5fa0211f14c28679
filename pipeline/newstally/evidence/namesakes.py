"""Two people of like names: what the words beside a name say of whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newstally.evidence import places
from newstally.types import Person, Span, Story

KIN = (
    r"(?:rival|opponent|brother|sister|twin|cousin|son|daughter|father|mother|wife|husband|nephew|niece|uncle|aunt"
    r"|namesake|partner|team-?mate|colleague|predecessor|successor|relation|relative|neighbou?r|friend|deputy)"
)
BEHIND = re.compile(rf",\s+(?:his|her|their|no|an?)\s+(?:[\w-]+\s+){{0,2}}{KIN}\b")
BEFORE = re.compile(rf"\b(?:his|her|their|\w+['’]s?)\s+(?:[\w-]+\s+){{0,2}}{KIN},?\s+\Z", re.IGNORECASE)
TITLE_GAP = 40  # characters between a name and a title of its bearer


def are_two(story: Story, person: Person, rare: Iterable[Span], usual: Iterable[Span]) -> bool:
    """Whether a full name, however like the usual one, is brought in as another's.

    So "Petter Lund, the captain", where Peter Lund is the coach, and "Peter Lund beat Petter Lund, his rival".
    """
    full = [name for name in rare if len(name.text.split()) > 1]
    if any(_is_related(story, name) for name in full):
        return True
    ours, theirs = ({kind for name in names for kind in _roles(story, person, name)} for names in (full, usual))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_related(story: Story, name: Span) -> bool:
    text = story.article.text
    return bool(BEHIND.match(text, name.end) or BEFORE.search(text[max(0, name.start - 2 * TITLE_GAP) : name.start]))


def _roles(story: Story, person: Person, name: Span) -> Iterator[str]:
    """The categories of the roles that the words near ``name`` give its bearer."""
    around = places.sentence(story, name)
    for role in story.roles:
        for telling in role.told if role.person == person.id else ():
            first, last = sorted((name, telling.evidence), key=lambda span: span.start)
            if around.covers(telling.evidence) and last.start - first.end <= TITLE_GAP:
                yield role.category
