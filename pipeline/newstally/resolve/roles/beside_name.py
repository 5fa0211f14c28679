"""Titles beside a name: in a list row, in apposition, and those joined by "and" to a title that has its person."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.roles import phrase
from newstally.resolve.roles.principal import principal
from newstally.resolve.roles.scene import JOINTS, POSSESSIVE, Claim, Scene
from newstally.types import Mention

PAUSES = {",", "(", "—", "–", ":", "-"}
BETWEEN = {"himself", "herself", "themselves", "both", "all"}  # a comma and a title
SHARED = 4  # words between a title and the name that it shares with another word


def in_row(scene: Scene, title: Mention) -> Iterator[Claim]:
    """In an item, the name directly before the title or after what it is of.

    "Heiko Brandt  Foreign Minister of Germany", "EU  President of the European Council Donald Task".
    """
    if not scene.in_item(title.first):
        return
    whole = principal(scene, title)
    names = (scene.ends.get(title.first), scene.ends.get(whole.first), scene.starts.get(whole.last))
    for name in names:
        if name is not None and scene.tokens[name.first].block == title.block:
            yield Claim(scene.person_at[name.first], title)
            return


def in_apposition(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The name before a comma or bracket: "Mara Venn, chief financial officer of Tolvex"."""
    start = phrase.start_of(scene, title)
    if start > 2 and scene.tokens[start - 1].lower in BETWEEN:
        start -= 1
    after = scene.following(title)
    owns = after is not None and after.text in POSSESSIVE  # "Ng, the mayor's sister"
    if start < 2 or scene.tokens[start - 1].text not in PAUSES or owns:
        return
    if scene.plural(title):
        yield from (Claim(person, title) for person in _all_before(scene, start - 2))
        return
    i = _over_age(scene, start - 2)
    if i not in scene.person_at or not scene.together(i, title.first):
        return
    unknown = after is not None and after.pos == "PROPN" and after.i not in scene.name_at
    if not unknown:
        yield Claim(_next_name(scene, title, start) or scene.person_at[i], title)


def as_object(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The title right behind the name of whom a verb gives it: "Tolvex named Ana Kos chief executive"."""
    start = phrase.start_of(scene, title)
    name = scene.ends.get(start)
    if name is None or name.first < 1 or scene.plural(title) or not scene.together(name.first - 1, title.first):
        return
    verb = scene.tokens[name.first - 1]
    if verb.pos == "VERB" and verb.lemma in scene.group("status", "naming"):
        yield Claim(scene.person_at[name.first], title)


def _all_before(scene: Scene, i: int) -> list[str]:
    """The persons of an enumeration with "and" that ends at token ``i``: "Ng and Roe, both fishermen"."""
    persons: list[str] = []
    joints: set[str] = set()
    while i > 0 and i in scene.person_at:
        persons.insert(0, scene.person_at[i])
        while i > 0 and i not in scene.starts:
            i -= 1
        joint = scene.tokens[i - 1].lower
        if joint not in JOINTS | {","} or not scene.together(i - 1, i):
            break
        joints.add(joint)
        i -= 2
    return persons if len(persons) > 1 and joints & JOINTS else []


def _over_age(scene: Scene, i: int) -> int:
    """The token before an age or a bracket: "Ng, 45," and "Ng (45),"."""
    if scene.tokens[i].text == ")":
        while i > 0 and scene.tokens[i].text != "(":
            i -= 1
        return i - 1
    age = scene.tokens[i].pos == "NUM" and i > 1 and scene.tokens[i - 1].text == ","
    return i - 2 if age else i


def _next_name(scene: Scene, title: Mention, start: int) -> str | None:
    """The person before whose name the title stands, joined to another word: "Tolvex employee and survivor Ana"."""
    after = scene.following(title)
    if after is None or after.lower not in JOINTS or scene.tokens[start].pos == "DET":
        return None
    for i in range(title.last + 1, min(title.last + 1 + SHARED, len(scene.tokens))):
        if i in scene.starts and scene.together(i, title.first):
            return scene.person_at[i] if i > title.last + 1 else None
        if scene.tokens[i].pos not in {"NOUN", "ADJ"}:
            return None
    return None


def in_coordination(scene: Scene, title: Mention) -> Iterator[Claim]:
    """Whoever holds the first of two titles: "…, president of the union and chairman of its fund"."""
    start = phrase.start_of(scene, title)
    if start < 2 or scene.tokens[start - 1].lower not in JOINTS | {","} or scene.plural(title):
        return
    end = start - 2 if scene.tokens[start - 2].text == "," else start - 1
    for i in range(end - 1, max(end - phrase.REACH, -1), -1):
        other = scene.title_at.get(i)
        if other is not None:
            joined = end in {other.last, principal(scene, other).last}
            if joined and not any(j in scene.person_at for j in range(other.last, title.first)):
                yield from (Claim(claim.person, title, claim.state) for claim in scene.holders(other))
            return
