"""From titles to roles: who holds which office, rank, job or membership, of what, and whether still.

A title finds its person in front of the name, in a list row, in apposition, by a copula or by a verb of appointment;
the words around it tell what it is of and whether it is held now.

``scene`` is what every reading looks at; ``phrase``, ``principal``, ``focus`` and ``status`` read what the title is
of and when;
``before_name``, ``beside_name``, ``predicate`` and ``description`` find the person, the plainest construction first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newstally.resolve.roles import phrase
from newstally.resolve.roles.before_name import claim_before
from newstally.resolve.roles.beside_name import as_object, in_apposition, in_coordination, in_row
from newstally.resolve.roles.description import in_description
from newstally.resolve.roles.focus import containing
from newstally.resolve.roles.predicate import as_title, in_predicate
from newstally.resolve.roles.principal import Principal, after_name, beside, club, further, label, party, principal
from newstally.resolve.roles.rows import in_column, over_rows
from newstally.resolve.roles.scene import JOINTS, Claim, Scene, scene
from newstally.resolve.roles.status import status
from newstally.types import Country, Mention, Mentions, Person, Role, Table, Telling
from newstally.words.countrywords import is_country
from newstally.words.officewords import OfficeWords, office_words

PASSED_OVER = frozenset(("former", "ex", "then", "current", "acting", "interim", "its", "the", "a", "an"))
# The plainest construction first: a title is read once.
READINGS = (in_row, over_rows, in_apposition, as_object, in_predicate, in_coordination, as_title, in_description)


def roles(
    mentions: Mentions, people: Sequence[Person], countries: Sequence[Country], tables: Mapping[str, Table]
) -> tuple[Role, ...]:
    """The roles that the story ascribes to its persons, one for each (person, title, of), in the order of the text."""
    story = scene(mentions, people, tables)
    for name in story.starts.values():
        claim_before(story, name)
    titles = [title for title in mentions["titles"] if not story.credited(title)]
    for reading in READINGS:
        for title in titles:
            if title.first not in story.held and (claims := list(reading(story, title))):
                story.held[title.first] = claims
    found: list[Role] = []
    offices = office_words(tables.get("offices", {}))
    for claim in sorted(story.claims(), key=lambda claim: claim.title.first):
        for role in _roles(story, claim):
            _add(found, replace(role, told=(_telling(story, role, offices),)), story.words.full)
    return tuple(replace(role, id=f"R{number}") for number, role in enumerate(found, 1))


def _roles(story: Scene, claim: Claim) -> Iterator[Role]:
    """The role, once for each organisation that it is of: "a member of Tolva House, Tolvex and the Orvik Club"."""
    of = _principal(story, claim)
    yield _role(story, claim, of)
    yield from (_role(story, claim, other) for other in further(story, claim.title, of))


def _role(story: Scene, claim: Claim, of: Principal) -> Role:
    title = claim.title
    words = _singular(story, title)
    if not of.text and (inside := _workplace(story, title)):
        of, words = Principal(inside), words.split(" ", 1)[1]
    country = story.country(of.text)
    # A president is a head of state unless of something that is none.
    category = "executive" if title.rule == "head_of_state" and of.text and not country else title.rule
    near = of.last > 0 and story.together(of.first, title.first)
    first, last = (min(title.first, of.first), max(title.last, of.last)) if near else (title.first, title.last)
    evidence = story.mentions.span(story.tokens[first].start, story.tokens[last - 1].end)
    state = claim.state or status(story, title)
    return Role("", claim.person, words, of.text, evidence, country, of.to, state, category)


def _telling(story: Scene, role: Role, offices: OfficeWords) -> Telling:
    """What this one place says of the role."""
    office = offices.office(role.title)
    is_of_country = bool(role.country) and is_country(role.of, story.countries)
    polity = role.country if is_of_country else " ".join(role.of.lower().replace(".", "").split())
    return Telling(role.evidence, role.status, office, polity, office in offices.shared)


def _principal(story: Scene, claim: Claim) -> Principal:
    """The title's own principal, that behind the name, or that of a title joined to it ("president and CEO of …")."""
    title = claim.title
    own = principal(story, title)
    if not own.text:
        own = _behind_names(story, claim)._replace(to=own.to)
    if not own.text:
        elsewhere = beside(story, title)
        own = (elsewhere if elsewhere.text else in_column(story, title, claim.person))._replace(to=own.to)
    if not own.text and story.office(title):
        name = story.ends.get(phrase.start_of(story, title) - 1)
        own = label(story, name)._replace(to=own.to) if name is not None else own
    if not own.text and title.rule in {"lawmaker", "candidate"} and (name := story.starts.get(title.last)) is not None:
        own = party(story, name)
    if own.text:
        return own
    if story.office(title):
        for shared in (*_joined_behind(story, title), *_joined_before(story, title)):
            if not any(holder.person == claim.person for holder in story.holders(shared)):
                break
            if (theirs := principal(story, shared)).text:
                return theirs
    return own


def _joined_behind(story: Scene, title: Mention) -> Iterator[Mention]:
    """The titles that follow in a row with "and": "founder, owner and former director of the Guild"."""
    found: list[Mention] = []
    joints: set[str] = set()
    i = title.last
    while i < len(story.tokens) and story.tokens[i].lower in JOINTS | {","} and story.together(title.first, i):
        joints.add(story.tokens[i].lower)
        i += 1
        while i < len(story.tokens) and story.tokens[i].lower in JOINTS | PASSED_OVER:
            joints.add(story.tokens[i].lower)
            i += 1
        if i not in story.title_at:
            break
        found.append(story.title_at[i])
        i = found[-1].last
    yield from found if joints & JOINTS else ()


def _joined_before(story: Scene, title: Mention) -> Iterator[Mention]:
    """The title that "and" joins to this one before it."""
    if title.first > 1 and title.first - 2 in story.title_at and story.tokens[title.first - 1].lower in JOINTS:
        yield story.title_at[title.first - 2]


def _behind_names(story: Scene, claim: Claim) -> Principal:
    """What stands behind the person's name or the last of several: "detectives Ng and Roe of the fraud squad"."""
    title, found = claim.title, Principal()
    if story.before_person(title):
        found = after_name(story, title, claim.person)
        if not found.text and story.plural(title):
            found = after_name(story, title, story.holders(title)[-1].person)
    return found if found.text else club(story, title, claim.person)


def _workplace(story: Scene, title: Mention) -> str:
    """The organisation that the title's first word stands for, of those that the article names: "academy chair"."""
    noun = story.tokens[title.first].lower
    opens = title.first == 0 or not story.together(title.first - 1, title.first)
    lower = title.text.islower() or (opens and title.text[1:].islower())
    modifies = title.last - title.first > 1 and noun in story.words.workplaces and lower
    return containing(story, noun) if modifies else ""


def _singular(story: Scene, title: Mention) -> str:
    """The title as written, on one line, its noun in the singular."""
    text = title.text
    if story.many(title):
        head = story.head(title)
        single = story.words.plurals.get(head.lower, head.lemma)
        at = head.start - title.span.start
        text = text[:at] + (single if head.text.islower() else single.capitalize()) + text[at + len(head.text) :]
    return " ".join(text.split())


def _add(found: list[Role], role: Role, full: Mapping[str, str]) -> None:
    """Add ``role``, or make one of it and an earlier role that says the same; the fuller wording stands."""
    for i, other in enumerate(found):
        if other.person == role.person and _alike(other, role, full):
            fuller = max((other, role), key=lambda one: len(one.title.split()))
            of = role if not other.of or (role.of and _initials(role.of) == other.of) else other
            found[i] = replace(
                other, title=fuller.title, category=of.category if of.of else fuller.category, of=of.of,
                country=of.country, to=other.to or role.to, told=(*other.told, *role.told),
            )  # fmt: skip
            return
    found.append(role)


def _alike(one: Role, other: Role, full: Mapping[str, str]) -> bool:
    """Whether two roles of a person are the same: one title within the other, and no other thing that they are of."""
    few, many = sorted(({full.get(word, word) for word in _bare(role.title)} for role in (one, other)), key=len)
    if not few <= many:
        return False
    a, b = _bare(one.of), _bare(other.of)
    letters = _initials(one.of) == other.of or _initials(other.of) == one.of
    return not a or not b or a <= b or b <= a or letters or (one.country != "" and one.country == other.country)


def _initials(words: str) -> str:
    """The letters that stand for a name: "Orvik Roads and Ports Authority" → "ORPA"; "" for a name of one word."""
    capitals = [word[0] for word in words.replace("-", " ").split() if word[0].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def _bare(words: str) -> set[str]:
    return set(words.lower().replace(".", " ").replace("-", " ").split()) - {"the", "of"}
