"""What stands before a title as its owner: "Britain's finance minister", "German Chancellor", "its director"."""

from __future__ import annotations

from newstally.resolve.roles import focus, phrase
from newstally.resolve.roles.phrase import Phrase
from newstally.resolve.roles.scene import POSSESSIVE, Scene
from newstally.types import Mention
from newstally.words.names import HYPHENS

OFTEN = 3  # mentions of a country in a story about its team, at least
OF_PERSONS = {"lawyer", "medic", "clergy"}  # categories of those who stand by persons: "their lawyer"
PARTISAN = {"candidate", "lawmaker"}
IN_PARTIES = {"executive", "head_of_state", "spokesperson", "member"}
CLAUSE_START = 8  # words from "where" to the title of its clause, at most
COLUMN = {":", "|", "—", "–"}  # between the columns of a list's row
PRONOUNS = {"its", "their", "whose"}


def owner(scene: Scene, title: Mention) -> Phrase | None:
    """The name or organisation that stands directly before the title as its modifier or owner."""
    tokens, i = scene.tokens, title.first - 1
    while i >= 0 and scene.together(i, title.first) and _transparent(scene, i):
        i -= 1
    if i > 1 and tokens[i].text == ")" and tokens[i - 2].text == "(":
        i -= 3  # "the Democratic Party (DP) president"
    if i < 0 or not scene.together(i, title.first):
        return None
    if tokens[i].lower in PRONOUNS or _where(scene, i) is not None:
        return _meant(scene, title, i)
    if title.rule == "spokesperson" and i == title.first - 1 and tokens[i].lower in scene.words.organisations:
        return phrase.ending_at(scene, i) or Phrase(tokens[i].text, i, i + 1)
    if i == title.first - 1 and _resolvable(scene, title, i):
        return Phrase(tokens[i].text, i, i + 1)
    named = phrase.ending_at(scene, i - 1 if tokens[i].text in POSSESSIVE else i)
    if named is not None and named.first and tokens[named.first - 1].lower in {"its", "their"}:
        return focus.last_named(scene, title, named.first - 1)  # "its Orvik chairman"
    return named if named is not None and _is_polity(scene, title, named) else None


def _resolvable(scene: Scene, title: Mention, i: int) -> bool:
    """Whether a bare noun before an office in capitals stands for a name of the article: "board President Ng"."""
    noun = scene.tokens[i]
    lower = noun.text.islower() and title.text[0].isupper() and scene.office(title)
    return lower and noun.lower in scene.words.organisations and focus.containing(scene, noun.lower) != ""


def _meant(scene: Scene, title: Mention, i: int) -> Phrase | None:
    """What a pronoun at ``i`` stands for: "its director", "whose founder", "where Ng is rector"."""
    word = scene.tokens[i].lower
    if word == "whose":
        return phrase.ending_at(scene, i - 2 if scene.tokens[i - 1].text == "," else i - 1) if i else None
    if word in {"its", "their"}:
        persons = word == "their" and title.rule in OF_PERSONS
        return None if persons else focus.last_named(scene, title, i)
    where = _where(scene, i)
    return focus.where(scene, title, where) if where is not None else None


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
    if label == "NORP" and (title.rule == "coach" or title.text in scene.words.of_firms):
        return _national_team(scene, title, named)
    if named.text.lower() in scene.group("of", "parties"):
        letters = named.text.isupper() and title.rule in IN_PARTIES  # "ANC president", but "Republican president"
        return letters or title.rule in PARTISAN or scene.head(title).lower in scene.group("of", "of_parties")
    if title.rule in scene.words.placed and named.text.lower() in scene.group("of", "clubs"):
        return True
    if label == "NORP" and not scene.country(named.text):
        # The model takes "Riigikogu" for a people; but a people stands before a title as an adjective.
        takes_place = scene.office(title) or title.rule in scene.words.placed
        return takes_place and all(t.tag == "NNP" for t in scene.tokens[named.first : named.last])
    if phrase.kind(scene, named) != "LOC" or scene.office(title) or phrase.organisation(scene, named):
        return True
    return title.rule in scene.words.placed and label != "NORP"


def _national_team(scene: Scene, title: Mention, named: Phrase) -> bool:
    """Whether "Czech coach Ng" may coach the Czechs: the story speaks of them, and it is not "the Czech coach".

    Of a firm or a stage nobody is by nationality: "the Polish director Ng".
    """
    code = scene.country(named.text)
    if title.rule != "coach":
        return not code
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
    parties = scene.group("of", "parties")
    if token.lower in parties:
        one = i in scene.name_at and scene.name_at[i] is scene.name_at.get(i - 1)
        one = one and scene.tokens[i - 1].pos != "PROPN"  # "Left Greens", not "Orvik Labour"
        return named and not one and f"{scene.tokens[i - 1].lower} {token.lower}" not in parties
    describes = token.lower in scene.words.left_out or (token.pos == "ADJ" and token.text.islower())
    return (describes and i not in scene.name_at) or (token.pos == "ADV" and token.lower != "where")
