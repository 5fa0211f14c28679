"""What "the club", "the bloc" and "its" stand for: the article's fullest name of an organisation or polity."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newstally.resolve.roles import phrase
from newstally.resolve.roles.phrase import Phrase
from newstally.resolve.roles.scene import Scene
from newstally.types import Mention
from newstally.words import syntax
from newstally.words.names import HYPHENS
from newstally.words.numerals import DASHES

FOCUS = 2  # sentences from "the company" to its name, at most
INDEFINITE = {"a", "an", "another", "any", "every"}
AMOUNT = re.compile(r"\d|[A-Z][A-Za-z]{0,2}[$£€]?\d")  # "Dh600", which is no organisation
# Nouns of the table, and the kinds of mention that they may stand for.
POLITY_NOUNS = {"blocs": {"bloc"}, "names": {"name", "abbreviation"}}
POLITIES = {"head_of_state", "head_of_government", "minister", "lawmaker", "diplomat"}  # categories


def fullest(scene: Scene, named: Phrase) -> str:
    """The article's fullest name for "the foundation", "the county": one with that noun in it or right behind it.

    "The company" may stand for whichever the story speaks of, "the bloc" and "the country" for a polity.
    """
    noun = named.text.lower()
    if " " in noun or noun not in scene.words.organisations:
        return named.text
    if full := containing(scene, noun) or _introduced(scene, noun):
        return full
    if named.first > 0 and scene.tokens[named.first - 1].lower in INDEFINITE:
        return named.text
    for group, rules in POLITY_NOUNS.items():
        if noun in scene.group("of", group):
            before = [m.text for m in scene.mentions["countries"] if m.rule in rules and m.first < named.first]
            return before[-1] if before else named.text
    return (_in_focus(scene, named.first, noun) if noun in scene.group("of", "anaphoric") else "") or named.text


def containing(scene: Scene, noun: str) -> str:
    """The longest name of the article with ``noun`` in it, up to the noun or from it on; "" where there is none."""
    names = [mention.text for mention in scene.mentions["entities"] if mention.label in {"ORG", "LOC"}]
    abroad = scene.table.get("of", {}).get("abroad", {}).get(noun, ())
    return max((_part(name, noun, abroad) for name in [*names, *_unseen(scene, noun)]), key=len, default="")


def _unseen(scene: Scene, noun: str) -> Iterator[str]:
    """Names of organisations that the model sees in part: "Orvik" of "the Orvik school board"."""
    nouns = (token for token in scene.tokens if token.lower == noun and token.text.islower())
    for token in nouns:
        named = phrase.ending_at(scene, token.i) if _named_behind(scene, token.i) is None else None
        if named is not None and named.first in scene.name_at and scene.name_at[named.first].label == "ORG":
            yield named.text


def _part(name: str, noun: str, abroad: Collection[str]) -> str:
    """What of ``name`` says which: "Harbor County" of "Harbor County Jail", "Academy of Arts" of itself.

    ``abroad`` is the noun in other languages: "Museu do Porto" is "the museum".
    """
    words = name.split()
    if len(words) > 1 and any(word.lower() in abroad for word in words):
        return name
    at = next((i for i, word in enumerate(words) if word.lower() == noun), None)
    if at == 0:
        return " ".join(words) if len(words) > 2 and words[1] in {"of", "for"} else ""
    if at and words[at + 1 : at + 2] in (["of"], ["for"]):
        return " ".join(words)
    return " ".join(words[: at + 1]) if at else ""


def _introduced(scene: Scene, noun: str) -> str:
    """The name right behind the noun: "the Halifax band Ruth Ellison", "the band"."""
    named = (_named_behind(scene, token.i) for token in scene.tokens if token.lower == noun)
    return next((each.text for each in named if each is not None), "")


def _named_behind(scene: Scene, i: int) -> Phrase | None:
    """The capitalised words right behind token ``i``, without a title among them."""
    first = last = i + 1
    while last < len(scene.tokens) and scene.together(i, last) and _in_name(scene, last, first):
        last += 1
    named = last > first and not any(j in scene.title_at for j in range(first, last))
    return Phrase(scene.text(first, last), first, last) if named else None


def _in_name(scene: Scene, i: int, first: int) -> bool:
    token = scene.tokens[i]
    hyphen = i > first and token.text in HYPHENS and token.start == scene.tokens[i - 1].end
    return scene.together(first, i) and (hyphen or (token.pos == "PROPN" and token.text[0].isupper()))


def _in_focus(scene: Scene, i: int, noun: str) -> str:
    """The organisation that the sentences before token ``i`` speak of, else the story so far, else what follows.

    Of several it is the one named most often so far, then the last.
    """
    firms = _said_to_be_organisations(scene)
    organisations = (m for m in scene.mentions["entities"] if m.label == "ORG" or m.text in firms)
    names = [m for m in organisations if _fits(scene, m, noun)]
    sentence = scene.tokens[i].sentence
    before = [name for name in names if name.first < i]
    near = [name for name in before if sentence - name.sentence <= FOCUS]
    after = [name for name in names if name.first > i and name.sentence - sentence <= FOCUS]
    known = near or before
    if not known:
        return _longest(after[0].text, names) if after else ""
    return _longest(max(known, key=lambda name: (_often(name, before), name.first)).text, names)


def _said_to_be_organisations(scene: Scene) -> set[str]:
    """Names that the article introduces as an organisation's, whatever the model sees: "car maker Tolvex"."""
    nouns = (token for token in scene.tokens if token.text.islower() and _is_organisation(scene, token.lower))
    named = (_named_behind(scene, token.i) for token in nouns)
    return {each.text for each in named if each is not None and each.first not in scene.person_at}


def _fits(scene: Scene, name: Mention, noun: str) -> bool:
    """Whether "the ``noun``" may stand for the name: one without an amount, a title or a noun for something else."""
    last = scene.tokens[name.last - 1].lower
    agency = [token.text for token in scene.tokens[name.last : name.last + 2]]
    if agency and agency[0] == ")" and agency[-1] in DASHES:
        return False  # "SAO PAULO (Continental Press) —"
    if AMOUNT.match(name.text) or any(i in scene.title_at for i in range(name.first, name.last)):
        return False
    if name.last - name.first == 1 and last in scene.words.organisations:
        return False
    return (last == noun or last not in scene.group("of", "public")) and not scene.in_item(name.first)


def _often(name: Mention, names: list[Mention]) -> int:
    """How many of ``names`` may stand for the same organisation."""
    return sum(_same(name.text, other.text) for other in names)


def _same(one: str, other: str) -> bool:
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return few <= many


def _longest(name: str, names: list[Mention]) -> str:
    """The fullest form of ``name`` in the article: "Winam Rovers" for "Rovers"."""
    forms = (other.text for other in names if other.text.endswith(f" {name}") or other.text.startswith(f"{name} "))
    return max((name, *forms), key=len)


def last_named(scene: Scene, title: Mention, i: int) -> Phrase | None:
    """What "its" at ``i`` stands for: the organisation or country named last before it, here or a sentence before."""
    found = list(_candidates(scene, i))
    polity = title.rule in POLITIES
    here = [each for each in found if scene.together(each.first, i)]
    fitting = [each for each in found if (each.first in scene.name_at and _is_country(scene, each)) == polity]
    subjects = [each for each in fitting if _is_subject(scene, each)]
    return next(iter(here or subjects or fitting or found), None)


def _is_subject(scene: Scene, named: Phrase) -> bool:
    """Whether a name is a subject; "the mill" stands for whoever is named beside it."""
    head = scene.tokens[syntax.head_of(scene.tokens, named.first, named.last)]
    return not named.text.islower() and head.dep.startswith("nsubj")


def _candidates(scene: Scene, i: int) -> Iterator[Phrase]:
    """The names of organisations and countries, and nouns such as "the museum", before ``i``, the nearest first.

    They stand in the sentence or the one before it, or farther where "it" keeps speaking of the same.
    """
    reach = 1
    for j in range(i - 1, -1, -1):
        distance = scene.tokens[i].sentence - scene.tokens[j].sentence
        if distance > reach:
            return
        if distance == reach and reach < FOCUS and scene.tokens[j].lower in {"it", "its"}:
            reach += 1
        name, near = scene.name_at.get(j), scene.together(j, i)
        if j in scene.person_at:
            continue
        if name is not None:
            place = name.label == "LOC" and not _is_organisation(scene, scene.tokens[name.last - 1].lower)
            if name.last == j + 1 and name.label not in {"NORP", "EVENT"} and (near or not place):
                yield Phrase(scene.text(name.first, name.last), name.first, name.last)
        elif _is_organisation(scene, scene.tokens[j].lower) and j:
            whole = phrase.ending_at(scene, j) if scene.tokens[j].text[0].isupper() else None
            if whole is not None and whole.last - whole.first > 1:  # "Lagos Water Board", where the model sees none
                yield whole
            elif scene.tokens[j - 1].lower == "the":
                yield Phrase(scene.tokens[j].text, j, j + 1)


def _is_organisation(scene: Scene, noun: str) -> bool:
    return noun in scene.words.organisations and noun not in scene.group("of", "places")


def _is_country(scene: Scene, named: Phrase) -> bool:
    return scene.country(named.text) != ""


def where(scene: Scene, title: Mention, i: int) -> Phrase | None:
    """The organisation in whose place somebody acts, before "where" at ``i``: "Harbor School, where Principal Ng …"."""
    if i < 2 or not scene.together(i, title.first):
        return None
    last = i - 2 if scene.tokens[i - 1].text == "," else i - 1
    if not _is_organisation(scene, scene.tokens[last].lower):
        return None
    return phrase.ending_at(scene, last) or Phrase(scene.tokens[last].text, last, last + 1)


def organisation_before(scene: Scene, i: int) -> Phrase | None:
    """The organisation named last before ``i``, for "there"."""
    found = (each for each in _candidates(scene, i) if not _is_country(scene, each))
    return next((each for each in found if _is_organisation(scene, each.text.split()[-1].lower())), None)
