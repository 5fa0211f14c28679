"""Titles of several: "ministers Ng and Roe", "three of her ministers, Ng, Roe and Day", "the founders, Ng and Roe,"."""

from __future__ import annotations

from collections.abc import Sequence

from newstally.resolve.roles import phrase
from newstally.resolve.roles.scene import JOINTS, POSSESSIVE, Scene
from newstally.types import Mention
from newstally.words.numerals import NOUNS, ONES

KIN = 4  # words from a comma to a name over words of kin and an honorific
DIGITS = 4  # of a number of those who are named, fewer
BRACKET = 8  # tokens of a bracket behind a name
AGE = 5  # tokens of "58-year-old"
OWNERS = {"the", "his", "her", "its", "their", "our"}
CLOSING = {",", ".", ";", "”", '"'}


def listed(scene: Scene, name: Mention) -> list[Mention]:
    """The names in a row from ``name`` on: "A, B and C", "A of X and B of Y", "A (Y) and B (Z)"."""
    names, joined = [name], False
    while True:
        last = _over_details(scene, names[-1].last)
        if last + 1 >= len(scene.tokens) or not scene.together(last, name.first):
            break
        one, other = scene.tokens[last].lower, scene.tokens[last + 1].lower
        step = 2 if one == "," and other in JOINTS else int(one in JOINTS | {","})
        following = _name_after(scene, last + step) if step else None
        if following is None or (joined and step > 1):
            break  # "the librarians Ng and Roe, and Day, a former mayor"
        joined = joined or one in JOINTS
        names.append(following)
    return names


def fits(scene: Scene, title: Mention, names: Sequence[Mention], pause: str) -> bool:
    """Whether a title of several is that of all ``names``, which stand behind it and a pause."""
    told = stated(scene, title)
    if not pause:
        return True
    if pause == ":" and not told and _sorts(scene, title, names):
        return False
    if told or pause != ",":
        return len(names) == told if told else len(names) > 1
    owned = {token.lower for token in scene.tokens[phrase.start_of(scene, title) : title.first]} & (OWNERS | POSSESSIVE)
    after = scene.tokens[names[-1].last] if names[-1].last < len(scene.tokens) else None
    return len(names) > 1 and bool(owned) and (after is None or after.text in CLOSING)


def _sorts(scene: Scene, title: Mention, names: Sequence[Mention]) -> bool:
    """Whether the title is the label of a line, which sorts the names rather than telling of them: "Defenders: Ng, …".

    An office is told of them ("Judges: Ng and Roe"), and so is whatever a row that says more of each heads:
    "Defenders: Ng (Orvik), Roe (Marne)".
    """
    start = phrase.start_of(scene, title)
    first = start == 0 or scene.tokens[start - 1].block != scene.tokens[start].block
    return first and not scene.office(title) and not all(in_bracket(scene, name) for name in names)


def in_bracket(scene: Scene, name: Mention) -> tuple[int, int] | None:
    """The tokens in the bracket right behind a name."""
    i = name.last
    if i + 1 >= len(scene.tokens) or scene.tokens[i].text != "(":
        return None
    closing = _over_details(scene, i)
    return (i + 1, closing - 1) if closing > i + 2 else None


def announced(scene: Scene, colon: int, names: Sequence[Mention]) -> Mention | None:
    """The title of as many as are named behind a colon: "Four ministers voted against it: Ng, Roe, Day and Hart"."""
    for i in range(colon - 1, -1, -1):
        title = scene.title_at.get(i)
        if not scene.together(i, colon):
            return None
        if title is not None and scene.plural(title) and len(names) > 1 and stated(scene, title) == len(names):
            return title
    return None


def stated(scene: Scene, title: Mention) -> int:
    """How many the words before a title say there are: "two", "three of her", "a trio of"; 0 where none do."""
    for i in range(title.first - 1, max(title.first - phrase.REACH, -1), -1):
        word = scene.tokens[i].lower
        if not scene.together(i, title.first) or scene.tokens[i].pos in {"VERB", "AUX", "PUNCT"}:
            break
        if word in ONES or word in NOUNS:
            return ONES.get(word, 0) or NOUNS.get(word, 0)
        if word.isdecimal() and len(word) < DIGITS:
            return int(word)
    return 0


def _over_details(scene: Scene, i: int) -> int:
    """The token behind what is told of one in a row: "of Orvik", "(Transport)"."""
    if i + 1 >= len(scene.tokens):
        return i
    if scene.tokens[i].text == "(":
        closing = (j + 1 for j in range(i + 1, min(i + BRACKET, len(scene.tokens))) if scene.tokens[j].text == ")")
        return next(closing, i)
    whose = phrase.starting_at(scene, i + 1) if scene.tokens[i].lower in {"of", "from"} else None
    return whose.last if whose is not None else i


def _name_after(scene: Scene, i: int) -> Mention | None:
    """The name that starts at ``i``, over words of kin before it."""
    return next((scene.starts[j] for j in range(i, i + KIN) if j in scene.starts and before_kin(scene, j) <= i), None)


def before_age(scene: Scene, first: int) -> int:
    """The token at which an age before a name starts: "one diver, 58-year-old Ng"."""
    if first <= AGE or scene.tokens[first - 1].lower != "old":
        return first
    aged = scene.text(first - AGE + 2, first).lower() == "year-old"
    return first - AGE if aged and scene.tokens[first - AGE].pos == "NUM" else first


def before_kin(scene: Scene, first: int) -> int:
    """The token at which honorifics and words of kin before a name start: "brothers Ng", "their cousin Dr. Ng"."""
    kin, i = scene.group("names", "kin"), first
    while i and _honorific(scene, i - 1):
        i -= 1
    if i and (scene.tokens[i - 1].lower in kin or scene.tokens[i - 1].lemma in kin):
        i -= 2 if i > 1 and scene.tokens[i - 2].lower in OWNERS else 1
    return i


def _honorific(scene: Scene, i: int) -> bool:
    """Whether token ``i`` is an honorific or its point: "Dr."."""
    word = scene.tokens[i - 1] if i and scene.tokens[i].text == "." else scene.tokens[i]
    return word.lower.rstrip(".") in scene.words.honorifics and i not in scene.title_at
