"""Whether a title is held now, by the words of its noun phrase: "former", "acting", "-elect", "nominee"."""

from __future__ import annotations

from collections.abc import Sequence

from newstally.resolve.roles.scene import CLAUSE, JOINTS, POSSESSIVE, RANKS, Scene
from newstally.types import Mention, Status
from newstally.words.names import HYPHENS

SPAN = 9  # words from "from" to the year of an end, at most
REACH = 10  # words before a title that may tell its state
NOW = {"now", "current", "currently"}


def status(scene: Scene, title: Mention) -> Status:
    """The state of ``title``; "current" where its noun phrase says nothing."""
    if scene.end(title) > title.last or title.rule == "candidate":
        return "elect"
    for i in range(title.first - 1, max(title.first - REACH, -1), -1):
        if not scene.together(i, title.first):
            break
        word = _word(scene, i)
        # "a retired officer and coach" still coaches; "a former governor and senator" is neither now,
        # but the general in "former governor Gen. Ng" and the professor in "acting dean Prof. Ng" are what they are.
        crossed = any(j in scene.title_at for j in range(i + 1, title.first))
        beside = crossed and title.rule in RANKS and title.first - 1 in scene.title_at
        if word in scene.words.status and not (crossed and word == "retired") and not (beside and word != "late"):
            return scene.words.status[word]  # type: ignore[return-value]
        if _ends(scene, i, title):
            then = scene.tokens[i].lower == "the" and i > 0 and scene.tokens[i - 1].lower == "then"
            return "former" if then or _ended(scene, title) else "current"  # "Sen, then the science minister"
    return _behind_name(scene, title) or ("former" if _ended(scene, title) else "current")


def _behind_name(scene: Scene, title: Mention) -> Status | None:
    """What stands in brackets behind the name that follows the title: "Col. Ng (retired)"."""
    name = scene.starts.get(title.last)
    words = [token.lower for token in scene.tokens[name.last : name.last + 3]] if name is not None else []
    state = scene.words.status.get(words[1].rstrip(".")) if len(words) == 3 and words[0] == "(" else None
    return state  # type: ignore[return-value]


def _word(scene: Scene, i: int) -> str:
    """The word at ``i``, with what a hyphen ties to it on the left: "one-time"."""
    tokens = scene.tokens
    tied = i > 1 and tokens[i - 1].text in HYPHENS and tokens[i - 2].end == tokens[i - 1].start
    form = f"{tokens[i - 2].lower}-{tokens[i].lower}"
    return form if tied and form in scene.words.status else tokens[i].lower


def _ended(scene: Scene, title: Mention) -> bool:
    """Whether an end follows the title: "until 2020", "from 2013 to 2021"."""
    words: list[str] = []
    for token in scene.tokens[title.last : title.last + REACH]:
        pause = token.pos == "PUNCT" and token.text != ","
        if not scene.together(token.i, title.first) or token.pos in CLAUSE or pause:
            break
        words.append(token.lower)
    return "until" in words or spanned(words)


def spanned(words: Sequence[str]) -> bool:
    """Whether the words say from when until when: "from 1996 to 2001", "from May 1996 until June 2001"."""
    for i, word in enumerate(words):
        if word != "from":
            continue
        years = [j for j in range(i + 1, min(i + SPAN, len(words))) if words[j].isdigit()]
        if len(years) > 1 and {"to", "until"} & set(words[years[0] : years[-1]]):
            return True
    return False


def _ends(scene: Scene, i: int, title: Mention) -> bool:
    """Whether token ``i`` is out of the title's noun phrase."""
    token = scene.tokens[i]
    if i in scene.person_at:
        return i not in scene.name_at
    joint = token.lower in JOINTS or token.text in HYPHENS | POSSESSIVE
    outside = token.pos in CLAUSE or (token.pos == "PUNCT" and not joint)
    other = i in scene.title_at and not _coordinated(scene, scene.title_at[i], title)
    return outside or other or token.lower in NOW or (token.pos == "DET" and token.lower not in scene.words.status)


def _coordinated(scene: Scene, other: Mention, title: Mention) -> bool:
    """Whether ``other`` is joined to ``title``, which follows it, by "and" or nothing."""
    between = [token.lower for token in scene.tokens[other.last : title.first]]
    return not between or bool(JOINTS.intersection(between))
