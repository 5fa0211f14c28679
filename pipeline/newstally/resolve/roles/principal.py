"""What a title is of: the organisation or polity that the words after or before it name."""

from __future__ import annotations

from typing import NamedTuple

from newstally.resolve.roles import focus, phrase, several
from newstally.resolve.roles.owner import owner
from newstally.resolve.roles.phrase import Phrase
from newstally.resolve.roles.scene import CLAUSE, JOINTS, POSSESSIVE, Scene
from newstally.types import Mention

REACH = 30  # words after a title in which its organisation may stand
PREPOSITIONS = {"of", "at", "for", "in", "with", "from", "to"}
PARTY = 4  # tokens of a party's name and the closing bracket
CLOSING = {",", ".", ";", "("}
PHRASE_ENDS = {";", ":", ".", '"', "”", "(", ")", "—", "–"}


class Principal(NamedTuple):
    """What a role is of, as tokens ``[first, last)``; ``text`` is "" where the article names nothing."""

    text: str = ""
    first: int = 0
    last: int = 0
    to: str = ""  # code of the country that an envoy is sent to


def principal(scene: Scene, title: Mention) -> Principal:
    """The organisation or polity of ``title``: after "of", else in the possessive or just before it, else after "at".

    A person is none, nor is the nationality or home town of someone who holds no office.
    """
    after, before = _after(scene, title), owner(scene, title)
    to = scene.country(after["to"].text) if "to" in after and title.rule == "diplomat" else ""
    if before is not None and _gives_way(scene, before, after):
        before = None
    follows = scene.following(title)
    if before is None and follows is not None and follows.lower == "there":
        before = focus.organisation_before(scene, title.first)
    behind = (after.get(word) for word in ("at", "for", "with", "in", "from"))
    chosen = after.get("of") or before or next((found for found in behind if found), None)
    return _named(scene, chosen)._replace(to=to) if chosen is not None else Principal(to=to)


def _gives_way(scene: Scene, before: Phrase, after: dict[str, Phrase]) -> bool:
    """Whether what stands before the title is less than what a preposition brings behind it.

    "The research centre coordinator at Tolva House", "the Labour MP for Orvik North".
    """
    party = before.text.lower() in scene.group("of", "parties")
    named = "at" in after and not after["at"].text.islower()
    return (party and "for" in after) or (before.text.islower() and named)


def after_name(scene: Scene, title: Mention, person: str) -> Principal:
    """What a title before names is of, where that stands behind the person's: "Col. Ng, of the Royal Guard"."""
    names = (name for name in scene.starts.values() if name.first >= title.last)
    i = next((name.last for name in names if scene.person_at[name.first] == person), title.last)
    if i + 2 < len(scene.tokens) and scene.tokens[i].text == ",":
        i += 1
    if i + 1 < len(scene.tokens) and scene.together(i, title.last):
        word, named = scene.tokens[i].lower, phrase.starting_at(scene, i + 1)
        place = word == "of" and scene.office(title)
        if word in {"of", "from", "with", "at"} and named is not None and (place or phrase.organisation(scene, named)):
            return _named(scene, named)
    return Principal()


def beside(scene: Scene, title: Mention) -> Principal:
    """The organisation behind a comma, in a line that says whom to ask: "Ida Moe, manager, Tolvex Shipping."."""
    tokens, start, i = scene.tokens, phrase.start_of(scene, title), title.last
    bare = start == title.first and start > 1 and tokens[start - 1].text == "," and start - 2 in scene.person_at
    if not bare or i + 1 >= len(tokens) or tokens[i].text != "," or not scene.together(i + 1, start):
        return Principal()
    name = scene.name_at.get(i + 1)
    if name is None or name.label != "ORG" or name.first != i + 1:
        return Principal()
    closed = name.last >= len(tokens) or tokens[name.last].text in CLOSING or not scene.together(name.last, start)
    return Principal(name.text, name.first, name.last) if closed else Principal()


def further(scene: Scene, title: Mention, of: Principal) -> list[Principal]:
    """The organisations that "and" joins to the one behind the title: "a member of Tolva House and the Orvik Club"."""
    found, last, joined = [], of.last, of.first <= title.last
    while not joined and last + 1 < len(scene.tokens) and scene.together(last + 1, title.first):
        joint = scene.tokens[last].lower
        joined = joint in JOINTS or (joint == "," and scene.tokens[last + 1].lower in JOINTS)
        i = last + 1 + (joint == "," and joined)
        i += i < len(scene.tokens) and scene.tokens[i].lower == "the"
        name = scene.name_at.get(i)
        if joint not in JOINTS | {","} or name is None or name.label != "ORG" or name.first != i:
            return []
        found.append(Principal(name.text, name.first, name.last))
        last = name.last
    owner = last < len(scene.tokens) and scene.tokens[last].text in POSSESSIVE
    first = scene.name_at.get(of.last - 1)
    return found if joined and found and not owner and first is not None and first.label == "ORG" else []


def party(scene: Scene, name: Mention) -> Principal:
    """The party in brackets behind a lawmaker's name: "Cllr Ng (Green)"."""
    i = name.last + 1
    closing = next((j for j in range(i, min(i + PARTY, len(scene.tokens))) if scene.tokens[j].text == ")"), i)
    if closing == i or scene.tokens[name.last].text != "(":
        return Principal()
    named = scene.text(i, closing)
    known = scene.group("of", "parties") | scene.group("of", "in_brackets")
    return Principal(named, i, closing) if named.lower() in known else Principal()


def club(scene: Scene, title: Mention, person: str) -> Principal:
    """The club in brackets behind the name of one in a row: "Defenders: Ng (Orvik), Roe (FC Marne)"."""
    if not scene.plural(title) or title.rule not in scene.words.placed:
        return Principal()
    names = (name for name in scene.starts.values() if scene.person_at[name.first] == person)
    name = next((n for n in names if n.first >= title.last and scene.together(n.first, title.first)), None)
    inside = several.in_bracket(scene, name) if name is not None else None
    if inside is None or not scene.tokens[inside[0]].text[0].isupper():
        return Principal()
    return Principal(scene.text(*inside), *inside)


def label(scene: Scene, name: Mention) -> Principal:
    """The country before a colon and the name of who signs or speaks for it: "Togo: Kofi Ng, foreign minister"."""
    country = scene.name_at.get(name.first - 2) if name.first > 1 else None
    colon = country is not None and scene.tokens[name.first - 1].text == ":"
    apart = not colon or not scene.together(name.first - 2, name.first)
    if apart or not scene.country(country.text) or country.label == "NORP":
        return Principal()
    return Principal(country.text, country.first, country.last)


def _named(scene: Scene, named: Phrase) -> Principal:
    return Principal(_plain(scene, focus.fullest(scene, named)), named.first, named.last)


def _plain(scene: Scene, text: str) -> str:
    """A polity without the field named after it: "EU for Foreign Affairs" → "EU"."""
    polity = text.split(" for ", 1)[0]
    return polity if polity != text and scene.country(polity) else text


# ---- after the title: "of the International Monetary Fund" --------------------------------------------------


def _after(scene: Scene, title: Mention) -> dict[str, Phrase]:
    """The first organisation after each preposition that follows the title in its noun phrase."""
    found: dict[str, Phrase] = {}
    i, direct = scene.end(title), True
    end = min(i + REACH, len(scene.tokens))
    while i < end and scene.together(title.first, i) and not _ends_phrase(scene, i):
        word = scene.tokens[i].lower
        if word in PREPOSITIONS:
            named = phrase.starting_at(scene, i + 1)
            fits = named is not None and word not in found and _fits(scene, title, word, named)
            if fits and (direct or word == "at"):
                found[word] = named
            direct = direct and named is not None
            i = named.last if named is not None and direct else i + 1
            continue
        direct = direct and scene.tokens[i].text in {",", "-"} and not _new_clause(scene, i + 1)
        i += 1
    return found


def _new_clause(scene: Scene, i: int) -> bool:
    return i < len(scene.tokens) and scene.tokens[i].lower in {"a", "an", "who", "and"}


def _ends_phrase(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    return token.pos in CLAUSE or token.text in PHRASE_ENDS or i in scene.title_at or i in scene.person_at


def _fits(scene: Scene, title: Mention, preposition: str, named: Phrase) -> bool:
    """Whether the phrase after the preposition can be what the title is of."""
    head, kind = scene.tokens[named.last - 1], phrase.kind(scene, named)
    if head.text in POSSESSIVE:  # "St Mary's"
        head = scene.tokens[named.last - 2]
    behind = scene.tokens[named.first - 1].lower in scene.words.organisations  # "the firm Kos Lah"
    organisation = kind == "ORG" or behind or head.lower in scene.words.organisations
    numbered = head.text.isdigit() and scene.tokens[named.first].text[0].isupper()  # "Local 12"
    capital = head.text[0].isupper() or numbered
    if preposition == "to":
        return True
    if preposition == "of":
        return organisation or kind != "" or capital
    if preposition == "in":
        return organisation and kind != "LOC"
    place = (preposition == "at" and capital) or (preposition == "for" and kind == "LOC" and scene.office(title))
    return organisation or place
