"""Titles in definite descriptions: "the Vermont senator" after Sanders has been named."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.roles import phrase
from newstally.resolve.roles.predicate import unreal
from newstally.resolve.roles.principal import principal
from newstally.resolve.roles.scene import POSSESSIVE, Claim, Scene
from newstally.types import Mention
from newstally.words import syntax

TIED = {"who", "that", "whose", ",", "of", "for"}


def in_description(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The description stands for the person named last before it who is not speaking of another.

    It gives a role only where that person is not known to hold such a title, and nobody else is who may be meant.
    """
    start = phrase.start_of(scene, title)
    if scene.tokens[start].lower != "the" or scene.plural(title) or not _definite(scene, title):
        return
    speakers = set(_speakers(scene, title))
    named = [name for name in scene.starts.values() if name.first < start]
    name = next((name for name in reversed(named) if scene.person_at[name.first] not in speakers), None)
    if name is None or scene.tokens[start].sentence - scene.tokens[name.first].sentence > 1:
        return
    person = scene.person_at[name.first]
    if not _known(scene, title, person):
        yield Claim(person, title)


def _definite(scene: Scene, title: Mention) -> bool:
    """Whether the words describe one person: the title acts or has a polity, and is not said to be anyone's."""
    after = scene.following(title)
    tied = after is not None and (after.lower in TIED or after.pos in {"NOUN", "PROPN"})
    plain = phrase.start_of(scene, title) + 1 == title.first
    anyone = after is not None and after.text in POSSESSIVE and plain  # "the doctor's office", any doctor's
    head = syntax.head_of(scene.tokens, title.first, title.last)
    of = principal(scene, title).text
    acts = scene.tokens[head].dep.startswith("nsubj") or scene.tokens[head].dep == "nmod:poss"
    noun = scene.head(title).lower
    listed = title.text.lower() in scene.words.titles or (
        noun in scene.words.heads and noun not in scene.words.ambiguous
    )
    specific = acts or (of != "" and not of.islower())
    return specific and listed and not (tied or anyone) and not unreal(scene, next(_governors(scene, head), head))


def _governors(scene: Scene, head: int) -> Iterator[int]:
    """The verbs above a token, nearest first."""
    return (i for i in syntax.ancestors(scene.tokens, head) if scene.tokens[i].pos in {"VERB", "AUX"})


def _speakers(scene: Scene, title: Mention) -> Iterator[str]:
    """The subjects of the verbs above the title: who says of "the senator" is not the senator."""
    for verb in _governors(scene, syntax.head_of(scene.tokens, title.first, title.last)):
        subjects = [i for i in scene.below[verb] if scene.tokens[i].dep.startswith("nsubj")]
        yield from (scene.person_at[i] for i in subjects[-1:] if i in scene.person_at)


def _known(scene: Scene, title: Mention, person: str) -> bool:
    """Whether the person holds such a title already, or somebody else one that may be the same."""
    noun, of = scene.head(title).lower, _bare(principal(scene, title).text)
    same = (claim for claim in scene.claims() if noun in claim.title.text.lower())
    return any(c.person == person or not of or of & _bare(principal(scene, c.title).text) for c in same)


def _bare(words: str) -> set[str]:
    return set(words.lower().split()) - {"the", "of"}
