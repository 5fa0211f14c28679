"""Titles before a name: "Prime Minister Justin Trudeau", "the Minister of Agriculture, Ivo Lah"."""

from __future__ import annotations

from itertools import pairwise

from newstally.resolve.roles import phrase, several
from newstally.resolve.roles.principal import principal
from newstally.resolve.roles.scene import CLAUSE, JOINTS, POSSESSIVE, RANKS, Claim, Scene
from newstally.types import Mention
from newstally.words.names import HYPHENS

PAUSES = {",", "-", "–", "—", ":"}
OPENING = {'"', "“", "«"}
ELECT = {"elect", "designate"}
SHORT = 2  # tokens from a bracket's end to its start around one word
TURNS = {"now", "turned", "then", "later"}


def claim_before(scene: Scene, name: Mention) -> None:
    """Give the titles that stand before ``name`` to its person; plural ones to all persons listed after them."""
    i = several.before_kin(scene, several.before_age(scene, name.first)) - 1
    while i >= 0 and scene.together(i, name.first) and _honorific(scene, i):
        i -= 1
    if i < 0 or not scene.together(i, name.first):
        return
    pause = scene.tokens[i].text if scene.tokens[i].text in PAUSES else ""
    title = _phrase_before(scene, i, name) if pause else scene.title_at.get(i) or _with_polity(scene, i)
    if title is None and pause == ":":
        title = several.announced(scene, i, several.listed(scene, name))
    if title is None:
        return
    names = several.listed(scene, name) if scene.plural(title) else [name]
    if scene.plural(title) and not several.fits(scene, title, names, pause):
        return
    if (pause not in {"", ","} and not scene.plural(title)) or (not pause and scene.one_of(title) is not None):
        return  # "one of the ministers Ng named"
    while title is not None and title.first not in scene.held:
        scene.held[title.first] = [Claim(scene.person_at[name.first], title) for name in names]
        title = _stacked(scene, title, name)


def _honorific(scene: Scene, i: int) -> bool:
    """Whether token ``i`` may stand between a title and the name."""
    token = scene.tokens[i]
    if token.text == "." and i > 0:
        word = scene.tokens[i - 1].lower  # "Dr.", "Sens."
        return word in scene.words.honorifics or scene.words.plurals.get(word, "") in scene.words.full
    if _nationality(scene, i):
        return True
    if token.text in HYPHENS:
        return scene.tokens[i + 1].lower in ELECT  # "President-elect Diallo"
    if token.text in OPENING or token.lower in ELECT:
        return True
    if token.lower.rstrip(".") in scene.words.honorifics and i not in scene.title_at:
        return True
    around = scene.tokens[max(i - 1, 0) : i + 2]
    return any(f"{one.lower} {other.lower}" in scene.words.honorifics for one, other in pairwise(around))  # "Tan Sri"


def _nationality(scene: Scene, i: int) -> bool:
    """Whether ``i`` is a nationality or its article between a comma and the name: "his coach, the Italian Ng"."""
    the = i if scene.tokens[i].lower == "the" else i - 1
    if the < 1 or scene.tokens[the].lower != "the" or scene.tokens[the - 1].text != ",":
        return False
    named = scene.name_at.get(the + 1)
    single = named is not None and named.last - named.first == 1
    return single and scene.tokens[the + 1].tag == "JJ" and scene.country(named.text) != ""


def _with_polity(scene: Scene, i: int) -> Mention | None:
    """The title whose polity ends at ``i``, right before a name: "Mayor of Orvik Ng", "envoy of Peru to Mali Ng".

    Its short name may stand in brackets: "Head of the Roads Authority (RA) Ng".
    """
    if scene.tokens[i].text == ")" and i > SHORT and scene.tokens[i - SHORT].text == "(":
        i -= SHORT + 1
    named = phrase.ending_at(scene, i) if scene.tokens[i].text[0].isupper() else None
    if named is None or named.first < 2:
        return None
    if scene.tokens[named.first - 1].lower in {"of", "to"}:
        return scene.title_at.get(named.first - 2) or _with_polity(scene, named.first - 2)
    return _ending_at(scene, i + 1)


def _ending_at(scene: Scene, end: int) -> Mention | None:
    """The title with an organisation behind it that ends there: "Head of Peru's Roads and Bridges Authority"."""
    for i in range(end - 1, max(end - phrase.REACH, -1), -1):
        if not scene.together(i, end - 1) or scene.tokens[i].pos in CLAUSE or i in scene.person_at:
            return None
        title = scene.title_at.get(i)
        if title is not None:
            of = scene.tokens[title.last].lower == "of"
            return title if of and principal(scene, title).last == end else None
    return None


def _phrase_before(scene: Scene, comma: int, name: Mention) -> Mention | None:
    """The title whose noun phrase ends at the comma: "the president of Samsung, Ng", "an engineer, Ng,"."""
    for i in range(comma - 1, max(comma - phrase.REACH, -1), -1):
        ends_here = scene.tokens[i].pos in CLAUSE and not scene.tails(i) and not phrase.called(scene, i)
        if not scene.together(i, comma) or ends_here or i in scene.person_at:
            return None
        title = scene.title_at.get(i)
        if title is not None:
            ends = comma in {scene.end(title), principal(scene, title).last} or scene.tokens[title.last].pos == "ADP"
            opens = _opens(scene, title, comma, name)
            is_set_off = opens or _definite(scene, title) or _between_commas(scene, title, name)
            if (outer := _outer(scene, title)) is not None:  # "a spokeswoman for the minister, Ng,"
                return outer if _definite(scene, outer) or _between_commas(scene, outer, name) else None
            return title if ends and is_set_off and not _apposed(scene, title) else None
    return None


def _opens(scene: Scene, title: Mention, comma: int, name: Mention) -> bool:
    """Whether a bare title with what it is of opens the sentence up to the comma: "Chair of the council, Cllr Ng"."""
    first = title.first == 0 or not scene.together(title.first - 1, title.first)
    owns = name.last < len(scene.tokens) and scene.tokens[name.last].text in POSSESSIVE
    return first and not owns and title.text[0].isupper() and principal(scene, title).last == comma > title.last


def _outer(scene: Scene, title: Mention) -> Mention | None:
    """The title in whose phrase this one stands: "a spokeswoman for the minister"."""
    start = phrase.start_of(scene, title)
    inner = start > 1 and scene.tokens[start - 1].lower in {"for", "to"}
    return scene.title_at.get(start - 2) if inner else None


def _apposed(scene: Scene, title: Mention) -> bool:
    """Whether the title follows another name and a comma."""
    start = phrase.start_of(scene, title)
    return start > 1 and scene.tokens[start - 1].text == "," and start - 2 in scene.person_at


def _definite(scene: Scene, title: Mention) -> bool:
    """Whether the title's phrase says which one: by article, owner, or as the second of two that do."""
    start = phrase.start_of(scene, title)
    if start > 1 and scene.tokens[start - 1].lower in JOINTS and start - 2 in scene.title_at:
        return _definite(scene, scene.title_at[start - 2])
    words = {token.lower for token in scene.tokens[max(start - 1, 0) : title.first]}
    return bool(words & (several.OWNERS | POSSESSIVE)) or scene.plural(title)


def _between_commas(scene: Scene, title: Mention, name: Mention) -> bool:
    """Whether a title with "a", "an" or "one" has its name between pauses: "an engineer, Ng, said"."""
    start = phrase.start_of(scene, title)
    before = scene.tokens[max(start - 1, 0)].lower
    is_indefinite = "one" in {scene.tokens[start].lower, before} or scene.tokens[start].lower in {"a", "an", "another"}
    return is_indefinite and name.last < len(scene.tokens) and scene.tokens[name.last].text in {",", ".", ";"}


def _stacked(scene: Scene, title: Mention, name: Mention) -> Mention | None:
    """A title before another of the same person: "Depot Commander Col.", "president and CEO", "player now coach"."""
    i = title.first - 1
    if i < 0 or not scene.together(i, title.first):
        return None
    if i in scene.title_at:
        return None if scene.plural(scene.title_at[i]) else scene.title_at[i]
    start = phrase.start_of(scene, title)
    if scene.tokens[start].text in phrase.QUOTES:
        return None  # a quote's last words: "my guard,” Sgt. Ng said"
    if start > 0 and scene.tokens[start - 1].text == ",":  # "the commissioner, Col. Ng"
        bare = scene.tokens[start].pos != "DET" and (title.rule in RANKS or not scene.office(title))
        other = _phrase_before(scene, start - 1, name) if bare else None
        return other if other is None or not scene.plural(other) else None
    joint = start - 1 if start > 1 and scene.tokens[start - 1].lower in JOINTS else i
    other = scene.title_at.get(joint - 1)
    if scene.tokens[joint].lower in JOINTS and other is not None:
        former = all(t.lower in scene.words.status or t.text in HYPHENS for t in scene.tokens[start : title.first])
        close = former or not _has_article(scene, other)
        starts = other.first == 0 or not scene.together(other.first - 1, other.first)
        same_case = starts or other.text[0].isupper() == title.text[0].isupper()
        return other if close and same_case and not scene.plural(other) else None
    turned = any(token.lower in TURNS for token in scene.tokens[start : title.first])
    return scene.title_at.get(start - 1) if turned else None


def _has_article(scene: Scene, title: Mention) -> bool:
    return any(token.pos == "DET" for token in scene.tokens[phrase.start_of(scene, title) : title.first])
