"""Titles in definite descriptions: "the Vermont senator" after Sanders has been named."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.roles import phrase
from newstally.resolve.roles.predicate import referents, unreal
from newstally.resolve.roles.principal import principal
from newstally.resolve.roles.scene import POSSESSIVE, Claim, Scene
from newstally.types import Mention
from newstally.words import syntax

NEAR = 2  # sentences from a person's name to a description that may be theirs
BESIDE = {"judge", "lawyer", "police"}  # categories of those who deal with whom the story is about: "the judge"
TIED = {"who", "that", "whose", ",", "of", "for"}


def in_description(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The description stands for the person named last before it who is not speaking of another.

    It gives a role only where that person is not known to hold such a title, and nobody else is who may be meant.
    """
    start = phrase.start_of(scene, title)
    if scene.tokens[start].lower != "the" or scene.plural(title) or not _definite(scene, title):
        return
    person = next(_meant(scene, title, start), "")
    if person and not _known(scene, title, person):
        yield Claim(person, title)


def _meant(scene: Scene, title: Mention, start: int) -> Iterator[str]:
    """Who may be meant, the likeliest first: whom the sentence before speaks of, and who was named last.

    "The French president" is no one who is known as president of something else.
    """
    speakers, here = set(_speakers(scene, title)), scene.tokens[start].sentence
    near = [name for name in scene.starts.values() if name.first < start and here - _sentence(scene, name) <= 1]
    named = [name for name in near if scene.person_at[name.first] not in speakers]
    spoken_of = [name for name in named if _sentence(scene, name) < here and _is_subject(scene, name)]
    inside = named and _sentence(scene, named[-1]) == here
    noun, of = scene.head(title).lower, _bare(principal(scene, title).text)
    for name in [*([] if inside else reversed(spoken_of)), *named[-1:]]:
        person = scene.person_at[name.first]
        held = [claim for claim in scene.claims() if claim.person == person and noun in claim.title.text.lower()]
        same = not of or all(of & _bare(principal(scene, claim.title).text) for claim in held)
        if same and not _is_other(scene, title, person, start):
            yield person


def _is_other(scene: Scene, title: Mention, person: str, start: int) -> bool:
    """Whether the sentence has just called the person something of that kind: "its manager, Ng, left; the chairman"."""
    beside = (claim.title for claim in scene.claims() if claim.person == person and claim.title.first < start)
    return any(scene.together(other.first, start) and other.rule == title.rule for other in beside)


def _sentence(scene: Scene, name: Mention) -> int:
    return scene.tokens[name.first].sentence


def _is_subject(scene: Scene, name: Mention) -> bool:
    return scene.tokens[syntax.head_of(scene.tokens, name.first, name.last)].dep.startswith("nsubj")


def _definite(scene: Scene, title: Mention) -> bool:
    """Whether the words describe one person: the title acts or has a polity, and is not said to be anyone's."""
    after = scene.following(title)
    tied = after is not None and (after.lower in TIED or after.pos in {"NOUN", "PROPN"} or after.tag == "VBG")
    plain = phrase.start_of(scene, title) + 1 == title.first
    anyone = after is not None and after.text in POSSESSIVE and plain  # "the doctor's office", any doctor's
    head = syntax.head_of(scene.tokens, title.first, title.last)
    of = principal(scene, title).text
    acts = scene.tokens[head].dep.startswith("nsubj") or scene.tokens[head].dep == "nmod:poss"
    noun = scene.head(title).lower
    listed = title.text.lower() in scene.words.titles or (
        noun in scene.words.heads and noun not in scene.words.ambiguous
    )
    specific = (acts and title.rule not in BESIDE) or (of != "" and not of.islower())
    return specific and listed and not (tied or anyone) and not unreal(scene, next(_governors(scene, head), head))


def _governors(scene: Scene, head: int) -> Iterator[int]:
    """The verbs above a token, nearest first."""
    return (i for i in syntax.ancestors(scene.tokens, head) if scene.tokens[i].pos in {"VERB", "AUX"})


def _speakers(scene: Scene, title: Mention) -> Iterator[str]:
    """The subjects of the verbs above the title: who says of "the senator" is not the senator."""
    for verb in _governors(scene, syntax.head_of(scene.tokens, title.first, title.last)):
        subjects = [i for i in scene.below[verb] if scene.tokens[i].dep.startswith("nsubj")]
        for subject in subjects[-1:]:
            yield from referents(scene, subject)


def _known(scene: Scene, title: Mention, person: str) -> bool:
    """Whether the person holds such a title already, or somebody else one that may be the same."""
    noun, of = scene.head(title).lower, _bare(principal(scene, title).text)
    same = (claim for claim in scene.claims() if noun in claim.title.text.lower())
    return any(
        c.person == person or (of & _bare(principal(scene, c.title).text) if of else _near(scene, title, c.person))
        for c in same
    )


def _near(scene: Scene, title: Mention, person: str) -> bool:
    """Whether the person is named in the title's sentence or one of the two before."""
    here = scene.tokens[title.first].sentence
    places = (i for i, owner in scene.person_at.items() if owner == person and i < title.first)
    return any(here - scene.tokens[i].sentence <= NEAR for i in places)


def _bare(words: str) -> set[str]:
    return set(words.lower().split()) - {"the", "of"}
