"""Noun phrases around a title: where its own begins, and what name or noun phrase another token starts or ends."""

from __future__ import annotations

from typing import NamedTuple

from newstally.resolve.roles.scene import CLAUSE, JOINTS, POSSESSIVE, Scene
from newstally.types import Mention
from newstally.words.names import HYPHENS

REACH = 16  # words of a noun phrase before its title
DETERMINERS = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your"}
QUOTES = {'"', "“", "”"}
# Small words inside names: "Bank of the South", "Abdel Fattah el Sisi Centre".
JOINING = {
    "of", "in", "the", "and", "for", "de", "del", "la", "el", "al", "van", "von", "bin", "di", "da", "do", "das", "dos",
    "des", "du",
}  # fmt: skip
GRADES = {"senior", "junior", "deputy", "assistant"}  # of who works somewhere: "a senior fire service official"
INNER = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"}


class Phrase(NamedTuple):
    """Words of the text, as tokens ``[first, last)``."""

    text: str
    first: int
    last: int


def start_of(scene: Scene, title: Mention) -> int:
    """The first token of the noun phrase that ``title`` heads: over modifiers, owners and determiners."""
    place = (title.first, title.last)
    if place not in scene.phrases:
        scene.phrases[place] = _start(scene, title)
    return scene.phrases[place]


def _start(scene: Scene, title: Mention) -> int:
    i = title.first
    while i > 0 and title.first - i < REACH and scene.together(i - 1, title.first) and _modifies(scene, i - 1):
        i -= 1
    one = scene.one_of(title)
    return i if one is None else min(i, one)


def _modifies(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    if i in scene.title_at:
        return _of_owner(scene, scene.title_at[i])
    if i in scene.person_at and not _owns(scene, i + 1):
        return False
    inner = token.pos in INNER or token.tag in {"POS", "PRP$", "VBN", "VBG"} or i in scene.name_at
    inner = inner or scene.words.status.get(token.lower) == "former"  # "ex" before a hyphen has any tag
    return inner or token.text in POSSESSIVE | QUOTES or (token.text in HYPHENS and _glued(scene, i))


def _of_owner(scene: Scene, title: Mention) -> bool:
    """Whether the title is that of the person who owns what follows: "President Ng's adviser"."""
    name = scene.starts.get(title.last)
    return name is not None and name.last < len(scene.tokens) and scene.tokens[name.last].text in POSSESSIVE


def _glued(scene: Scene, i: int) -> bool:
    """Whether a hyphen ties two words and is no dash between them."""
    return scene.tokens[i - 1].end == scene.tokens[i].start if i else False


def _owns(scene: Scene, i: int) -> bool:
    """Whether the person named before ``i`` modifies what follows: "Clinton's manager", "Clinton campaign …"."""
    token = scene.tokens[i]
    owner = token.text in POSSESSIVE or token.lower in scene.words.organisations
    return owner or (i in scene.person_at and _owns(scene, i + 1))


def starting_at(scene: Scene, i: int) -> Phrase | None:
    """The name or noun phrase that starts at ``i``, without determiner; None for a person or nothing."""
    tokens = scene.tokens
    while i < len(tokens) and tokens[i].lower in DETERMINERS:
        i += 1
    first = last = _past_origin(scene, i + _is_participle(scene, i))
    while last < len(tokens) and scene.together(last, first) and _goes_on(scene, last, first):
        last = max(scene.name_at[last].last, last + 1) if last in scene.name_at else last + 1
    saint = tokens[first].lower in scene.group("names", "saints") if first < len(tokens) else False  # "St Mary's"
    if last > first and tokens[last - 1].text in POSSESSIVE | HYPHENS and not saint:
        last -= 1
    if last > first and last < len(tokens) and scene.together(last, i) and _modifies_person(scene, last):
        return None  # "the Palestinian president"
    while last - first > 1 and tokens[first].text in scene.words.left_out and first not in scene.name_at:
        first += 1  # "the local council", but "Local 12"
    if last > first and (town := _named_town(scene, last - 1)) is not None:
        return town
    first = _name_start(scene, first, last)
    return Phrase(scene.text(first, last), first, last) if last > first else None


def _is_participle(scene: Scene, i: int) -> bool:
    """Whether a participle only describes the name behind it: "the ruling Harbor Party"."""
    tokens = scene.tokens
    verbal = i + 1 < len(tokens) and (tokens[i].pos == "VERB" or tokens[i].tag in {"VBG", "VBN"})
    return verbal and tokens[i].text.islower() and tokens[i + 1].text[0].isupper()


def _named_town(scene: Scene, noun: int) -> Phrase | None:
    """The place whose name "of" adds to the noun for its kind: "the town of Orvik"."""
    kind = scene.tokens[noun].lower in scene.group("of", "places") and scene.tokens[noun].text.islower()
    place = scene.name_at.get(noun + 2) if kind and noun + 2 < len(scene.tokens) else None
    if place is None or scene.tokens[noun + 1].lower != "of" or place.label == "NORP":
        return None
    return Phrase(scene.text(place.first, place.last), place.first, place.last)


def _modifies_person(scene: Scene, i: int) -> bool:
    """Whether the words before ``i`` go on with a title or name, so that a person is meant: not "of London Ng"."""
    named = i - 1 in scene.name_at and scene.tokens[i - 1].pos == "PROPN"
    return i in scene.title_at or (i in scene.person_at and not named)


def _past_origin(scene: Scene, i: int) -> int:
    """Over "Germany-based" and "state-owned", which tell where an organisation is or whose."""
    tokens = scene.tokens
    for j in range(i, min(i + 3, len(tokens) - 2)):
        participle = tokens[j + 2].tag in {"VBN", "VBD", "JJ"} and tokens[j + 2].text.islower()
        if tokens[j + 1].text in HYPHENS and participle:
            return j + 3
    return i


def _goes_on(scene: Scene, i: int, first: int) -> bool:
    """Whether the phrase that starts at ``first`` goes on with token ``i``."""
    tokens, token = scene.tokens, scene.tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if i in scene.name_at or called(scene, i):
        return True
    if i in scene.person_at:
        return following is not None and following.lower in scene.words.organisations
    if token.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or i in scene.title_at:
        return i not in scene.title_at or i == first
    if following is None or i == first:
        return False
    if token.tag in {"VBG", "VBN"}:
        return following.text[0].isupper()  # "Peru's governing Harbor Party"
    return token.text in POSSESSIVE | HYPHENS or _links(scene, i)


def called(scene: Scene, i: int) -> bool:
    """Whether a word goes on with the name behind an organisation's noun, whatever it is: "the group Bay Says No"."""
    j, least = i, max(i - REACH, 0)
    while j > least and scene.tokens[j].text[0].isupper() and j not in scene.person_at and j not in scene.title_at:
        j -= 1
    noun = scene.tokens[j]
    return j < i and scene.together(j, i) and noun.text.islower() and noun.lower in scene.words.organisations


def _links(scene: Scene, i: int) -> bool:
    """Whether a small word stands inside a name ("Chamber of Commerce") or joins two adjectives."""
    tokens = scene.tokens
    word, before, after = tokens[i].lower, tokens[i - 1], tokens[i + 1]
    if word == "the":
        return before.lower == "of" and _capital_noun(scene, i + 1)
    if word not in {"of", "for"} | JOINTS:
        return False
    return before.pos == after.pos == "ADJ" or (before.text[0].isupper() and _capital_noun(scene, i + 1))


def _capital_noun(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    if tokens[i].lower == "the" and i + 1 < len(tokens):
        i += 1
    noun = tokens[i].text[0].isupper() and tokens[i].pos in {"PROPN", "NOUN", "ADJ"}
    return noun and i not in scene.person_at and i not in scene.title_at


def _name_start(scene: Scene, first: int, last: int) -> int:
    """Where the name starts in "Norwegian shipping giant Tolvex", "the city Office of Planning"."""
    tokens = scene.tokens
    if not tokens[last - 1].text[0].isupper():
        return first
    for i in range(last - 1, first, -1):
        before = tokens[i - 1].text
        if before.isalpha() and before.islower() and before not in JOINING and tokens[i].text[0].isupper():
            return i
    return first


def ending_at(scene: Scene, i: int) -> Phrase | None:
    """The name, or the noun phrase with an organisation noun or unknown name for its head, that ends at ``i``."""
    honorific = scene.tokens[i].lower.rstrip(".") in scene.words.honorifics
    if i < 0 or i in scene.title_at or honorific or scene.tokens[i].pos in CLAUSE:
        return None
    cut = i > 1 and scene.tokens[i - 1].lower == "of" and i - 1 in scene.name_at and scene.tokens[i].text[0].isupper()
    if i in scene.name_at or cut:  # of "Bureau of Statistics" the model may see "Bureau of"
        first = _whole_name(scene, i - cut)
        return Phrase(scene.text(first, i + 1), first, i + 1)
    token = scene.tokens[i]
    party = token.lower in scene.group("of", "parties")
    capital = token.text[0].isupper() and (party or token.pos == "PROPN" or _place_by_ending(scene, i))
    number = token.pos == "NUM" or token.text.isdigit()
    body = i > 0 and f"{scene.tokens[i - 1].lower} {token.lower}" in scene.words.bodies
    if i in scene.person_at or not (token.lower in scene.words.organisations or body or capital or number):
        return None
    first = i
    while first > 0 and scene.together(first - 1, i) and _compound(scene, first - 1):
        first -= 1
    while first < i and (
        scene.tokens[first].text in HYPHENS
        or scene.tokens[first].lower in scene.words.left_out
        or scene.tokens[first].lower in scene.words.status
        or (scene.tokens[first].lower in GRADES and token.text.islower())
    ):
        first += 1
    first = _owner_start(scene, first) if token.text.islower() else first
    definite = first > 0 and scene.tokens[first - 1].lower in DETERMINERS - {"a", "an"}
    if first == i and (number or (token.text.islower() and not definite)):
        return None
    return Phrase(scene.text(first, i + 1), first, i + 1)


def _place_by_ending(scene: Scene, i: int) -> bool:
    """Whether a word that the parse takes for an adjective looks like a place before an office: "Bayside Governor"."""
    ends = tuple(scene.group("of", "place_ends"))
    office = scene.title_at.get(i + 1)
    return scene.tokens[i].lower.endswith(ends) and office is not None and office.text[0].isupper()


def _owner_start(scene: Scene, first: int) -> int:
    """The start of the country that an organisation is said to be of: "Namibia's finance ministry"."""
    owner = scene.name_at.get(first - 2) if first > 1 and scene.tokens[first - 1].text in POSSESSIVE else None
    return owner.first if owner is not None and scene.country(owner.text) else first


def _whole_name(scene: Scene, i: int) -> int:
    """The start of the name that ends at ``i``, with directly adjoining names of organisations."""
    label, first = scene.name_at[i].label, scene.name_at[i].first
    while label == "ORG" and scene.together(first - 1, i) and first > 0:
        before = scene.name_at.get(first - 1)
        if before is None or before.label != label:
            break
        first = before.first
    return first


def _compound(scene: Scene, i: int) -> bool:
    """Whether the token belongs to the compound that goes on after it."""
    token = scene.tokens[i]
    if i in scene.title_at or token.lower in DETERMINERS:
        return False
    if i in scene.person_at or i in scene.name_at or token.pos in {"NOUN", "PROPN", "NUM"}:
        return True
    if token.text in HYPHENS | {"."}:
        return i > 0 and token.start == scene.tokens[i - 1].end
    kind = scene.words.relational(token.lower) or token.text[0].isupper() or token.lower == "higher"
    return token.pos == "ADJ" and kind


def organisation(scene: Scene, named: Phrase) -> bool:
    """Whether the phrase names an organisation, by the model or by its noun: no "Harbor County"."""
    noun = scene.tokens[named.last - 1].lower
    place = noun in scene.group("of", "places")
    return not place and (kind(scene, named) == "ORG" or noun in scene.words.organisations)


def kind(scene: Scene, named: Phrase) -> str:
    """The label of the name that the phrase ends in or starts with (countries are LOC); "" for common nouns."""
    for i in (named.last - 1, named.first):
        if i in scene.name_at:
            label = scene.name_at[i].label
            return "LOC" if label in {"LOC", "NORP"} or len(label) == 2 else label
    return ""
