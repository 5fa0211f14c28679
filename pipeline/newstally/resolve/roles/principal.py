"""What a title is of: the organisation or polity that the words after or before it name."""

from __future__ import annotations

from typing import NamedTuple

from newstally.resolve.roles import focus, phrase
from newstally.resolve.roles.phrase import Phrase
from newstally.resolve.roles.scene import CLAUSE, POSSESSIVE, Scene
from newstally.types import Mention
from newstally.words.names import HYPHENS

REACH = 30  # words after a title in which its organisation may stand
PREPOSITIONS = {"of", "at", "for", "in", "with", "from", "to"}
PARTY = 4  # tokens of a party's name and the closing bracket
OFTEN = 3  # mentions of a country in a story about its team, at least
OF_PERSONS = {"lawyer", "medic", "clergy"}  # categories of those who stand by persons: "their lawyer"
CLAUSE_START = 8  # words from "where" to the title of its clause, at most
COLUMN = {":", "|", "—", "–"}  # between the columns of a list's row
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
    after, before = _after(scene, title), _before(scene, title)
    to = scene.country(after["to"].text) if "to" in after and title.rule == "diplomat" else ""
    if before is not None and before.text.islower() and "at" in after and not after["at"].text.islower():
        before = None  # "the research centre coordinator at Tolva House"
    if before is not None and before.text.lower() in scene.group("of", "parties") and "for" in after:
        before = None  # "the Labour MP for Orvik North"
    if before is None and "of" not in after and (there := scene.following(title)) is not None and there.lower == "there":
        before = focus.organisation_before(scene, title.first)
    behind = (after.get(word) for word in ("at", "for", "with", "in", "from"))
    chosen = after.get("of") or before or next((found for found in behind if found), None)
    return _named(scene, chosen)._replace(to=to) if chosen is not None else Principal(to=to)


def after_name(scene: Scene, title: Mention, person: str) -> Principal:
    """What a title before names is of, where that stands behind the person's: "Col. Ng, of the Royal Guard"."""
    names = (name for name in scene.starts.values() if name.first >= title.last)
    i = next((name.last for name in names if scene.person_at[name.first] == person), title.last)
    if i + 2 < len(scene.tokens) and scene.tokens[i].text == ",":
        i += 1
    if i + 1 < len(scene.tokens) and scene.together(i, title.last):
        word, named = scene.tokens[i].lower, phrase.starting_at(scene, i + 1)
        place = word == "of" and scene.office(title)
        if word in {"of", "from", "with", "at"} and named is not None and (place or _organisation(scene, named)):
            return _named(scene, named)
    return Principal()


def party(scene: Scene, name: Mention) -> Principal:
    """The party in brackets behind a lawmaker's name: "Cllr Ng (Green)"."""
    i = name.last + 1
    closing = next((j for j in range(i, min(i + PARTY, len(scene.tokens))) if scene.tokens[j].text == ")"), i)
    if closing == i or scene.tokens[name.last].text != "(":
        return Principal()
    named = scene.text(i, closing)
    return Principal(named, i, closing) if named.lower() in scene.group("of", "parties") else Principal()


def label(scene: Scene, name: Mention) -> Principal:
    """The country before a colon and the name of who signs or speaks for it: "Togo: Kofi Ng, foreign minister"."""
    country = scene.name_at.get(name.first - 2) if name.first > 1 else None
    labelled = country is not None and scene.tokens[name.first - 1].text == ":" and scene.together(name.first - 2, name.first)
    if not labelled or not scene.country(country.text) or country.label == "NORP":
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
    head, kind = scene.tokens[named.last - 1], _kind(scene, named)
    behind = scene.tokens[named.first - 1].lower in scene.words.organisations  # "the firm Kos Lah"
    organisation = kind == "ORG" or behind or head.lower in scene.words.organisations
    capital = head.text[0].isupper()
    if preposition == "to":
        return True
    if preposition == "of":
        return organisation or kind != "" or capital
    if preposition == "in":
        return organisation and kind != "LOC"
    place = (preposition == "at" and capital) or (preposition == "for" and kind == "LOC" and scene.office(title))
    return organisation or place


def _organisation(scene: Scene, named: Phrase) -> bool:
    """Whether the phrase names an organisation, by the model or by its noun: no "Harbor County"."""
    noun = scene.tokens[named.last - 1].lower
    place = noun in scene.group("of", "places")
    return not place and (_kind(scene, named) == "ORG" or noun in scene.words.organisations)


def _kind(scene: Scene, named: Phrase) -> str:
    """The label of the name that the phrase ends in or starts with (countries are LOC); "" for common nouns."""
    for i in (named.last - 1, named.first):
        if i in scene.name_at:
            label = scene.name_at[i].label
            return "LOC" if label in {"LOC", "NORP"} or len(label) == 2 else label
    return ""


# ---- before the title: "Britain's finance minister", "German Chancellor", "Clinton campaign spokesman" --------


def _before(scene: Scene, title: Mention) -> Phrase | None:
    """The name or organisation that stands directly before the title as its modifier or owner."""
    tokens, i = scene.tokens, title.first - 1
    while i >= 0 and scene.together(i, title.first) and _transparent(scene, i):
        i -= 1
    if i > 1 and tokens[i].text == ")" and tokens[i - 2].text == "(":
        i -= 3  # "the Democratic Party (DP) president"
    if i < 0 or not scene.together(i, title.first):
        return None
    if tokens[i].lower in {"its", "their"}:
        persons = tokens[i].lower == "their" and title.rule in OF_PERSONS
        return None if persons else focus.last_named(scene, title, i)
    if (where := _where(scene, i)) is not None:
        return focus.where(scene, title, where)
    if tokens[i].lower == "whose" and i:
        return phrase.ending_at(scene, i - 2 if tokens[i - 1].text == "," else i - 1)
    if title.rule == "spokesperson" and i == title.first - 1 and tokens[i].lower in scene.words.organisations:
        return phrase.ending_at(scene, i) or Phrase(tokens[i].text, i, i + 1)
    named = phrase.ending_at(scene, i - 1 if tokens[i].text in POSSESSIVE else i)
    if named is not None and named.first and tokens[named.first - 1].lower in {"its", "their"}:
        return focus.last_named(scene, title, named.first - 1)  # "its Orvik chairman"
    return named if named is not None and _is_polity(scene, title, named) else None


def _where(scene: Scene, i: int) -> int | None:
    """The "where" of the clause that says at ``i`` what somebody is: "…, where Ng was", "…, where" itself."""
    for j in range(i, max(i - CLAUSE_START, -1), -1):
        token = scene.tokens[j]
        if token.lower == "where":
            return j
        if j not in scene.person_at and token.pos not in {"AUX", "DET", "PRON"}:
            return None
    return None


def _is_polity(scene: Scene, title: Mention, named: Phrase) -> bool:
    """Whether the name before a title is what it is of, and not a nationality, a home town, a party or a faith."""
    label = scene.name_at[named.last - 1].label if named.last - 1 in scene.name_at else ""
    if title.rule == "coach" and label == "NORP":
        return _national_team(scene, named)
    if named.text.lower() in scene.group("of", "parties"):
        return title.rule in {"candidate", "lawmaker"} or scene.head(title).lower in scene.group("of", "of_parties")
    if label == "NORP" and not scene.country(named.text):
        # The model takes "Riigikogu" for a people; but a people stands before a title as an adjective.
        return scene.office(title) and all(t.tag == "NNP" for t in scene.tokens[named.first : named.last])
    if _kind(scene, named) != "LOC" or scene.office(title) or _organisation(scene, named):
        return True
    return title.rule in scene.words.placed and label != "NORP"


def _national_team(scene: Scene, named: Phrase) -> bool:
    """Whether "Czech coach Ng" may coach the Czechs: the story speaks of them, and it is not "the Czech coach"."""
    code = scene.country(named.text)
    article = named.first > 0 and scene.tokens[named.first - 1].pos in {"DET", "PART"}
    return code != "" and not article and sum(m.label == code for m in scene.mentions["countries"]) >= OFTEN


def _transparent(scene: Scene, i: int) -> bool:
    """Words between an organisation and the title: "former", "new", "longtime", a party before an office, a column."""
    token = scene.tokens[i]
    if token.text in COLUMN and scene.in_item(i):
        return True
    if token.text in HYPHENS or token.lower in scene.words.status or token.text in {"“", '"'}:
        return True
    if i in scene.title_at or i in scene.person_at:
        return False
    named = i > 0 and (i - 1 in scene.name_at or scene.tokens[i - 1].text in POSSESSIVE)
    if token.lower in scene.group("of", "parties"):
        return named
    describes = token.lower in scene.words.left_out or (token.pos == "ADJ" and token.text.islower())
    return (describes and i not in scene.name_at) or (token.pos == "ADV" and token.lower != "where")
