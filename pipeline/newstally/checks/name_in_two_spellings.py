"""R103: one person's name is spelled in two ways.

*What it finds.* A person whose name stands there with a slip in it: the same given name or no other bearer of that
spelling, one letter or two that differ, in a name long enough to tell.

*Why it matters.* People forgive much, but not a misspelt name; and search engines forgive nothing.

*Example.* "Anna Kowalczyk" in the lede, "Kowalcyzk said" below; "Katherine Brandt", then "Catherine Brandt".

*Not a fault.* Two people ("Jon and John Smith"; "Petter Lund, his rival"; a coach and a captain); short forms and
nicknames; the endings of man and wife ("Novak", "Novakova"); accents, capitals, plurals; "ue" for an umlaut; another
spelling that the story explains, or sets in quotation marks; a name in a correction note or a credit; a genus and its
species that are named after a person ("Monteiroa clara").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from newstally.evidence import namesakes, places
from newstally.evidence.wording import joined, times
from newstally.registry import check
from newstally.types import Finding, Person, Span, Story
from newstally.words import spelling
from newstally.words.names import name_words

SPECIES = re.compile(r"\s[a-z]+(?:a|us|um|is|ii|ae|ens)\b(?=\s*(?:[,.;:)(\n]|and\b|\Z))")  # behind the name of a genus
OPENED = re.compile(r"[\"“‘]\s*(?:Dear\s+(?:[A-Z][a-z]{1,3}\.?\s+)?)?\Z")  # a quotation, or a letter in it, begins
CLOSED = re.compile(r"['’s]*[,.]?\s*[\"”’]")
JOINED = re.compile(r"[\W_]*(?:(?:and|or|with|for|to|versus|vs|v|by|from|of|than|is|was)\b)?[\W_]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One word of a name in one of its spellings, and where it stands; ``given`` says that it begins full names."""

    word: str
    spans: tuple[Span, ...]
    given: bool


@check("R103", kind="name")
def name_in_two_spellings(
    story: Story, *, explained: Sequence[str] = (), endings: Sequence[Sequence[str]] = ()
) -> Iterator[Finding]:
    """Compare the spellings of every person's name; ``endings`` are those that tell two bearers of one name apart."""
    for person in story.people:
        is_spelled_alike = len({name.text for name in person.mentions}) < 2
        forms = [] if is_spelled_alike else _forms(story, person)
        for pair in combinations(forms, 2):
            rare, usual = sorted(pair, key=lambda form: (len(form.spans), -form.spans[0].start))
            if not _is_fault(rare, usual, endings) or _is_meant(story, rare, usual, explained):
                continue
            if not namesakes.are_two(story, person, rare.spans, usual.spans):
                yield _finding(rare, usual)


def _forms(story: Story, person: Person) -> list[Form]:
    """The words of a person's name, as the text of the story itself spells them, in the order of the text."""
    found: dict[str, list[Span]] = {}
    begins: dict[str, bool] = {}
    for span in person.mentions if not person.byline else ():
        if places.kind(story, span) != "correction" and not SPECIES.match(story.article.text, span.end):
            words = [part for word in name_words(span.text) for part in re.split(r"[-‑–]", word) if part]
            for i, word in enumerate(words):
                found.setdefault(word, []).append(span)
                begins[word] = begins.get(word, False) or (i == 0 and len(words) > 1)
    return [Form(word, tuple(spans), begins[word]) for word, spans in found.items()]


def _is_fault(rare: Form, usual: Form, endings: Sequence[Sequence[str]]) -> bool:
    is_slip = spelling.is_given_slip if rare.given or usual.given else spelling.is_slip
    is_apart = not set(rare.spans) & set(usual.spans)
    return is_apart and is_slip(rare.word, usual.word) and not _are_kin(rare.word, usual.word, endings)


def _are_kin(one: str, other: str, endings: Sequence[Sequence[str]]) -> bool:
    """Whether the two differ as the names of man and wife do: "Kowalski", "Kowalska"."""
    return any(
        {one, other} == {stem + first, stem + second}
        for first, second in endings
        for stem in (one.removesuffix(first), one.removesuffix(second))
    )


def _is_meant(story: Story, rare: Form, usual: Form, explained: Sequence[str]) -> bool:
    """Whether the two spellings stand side by side, or the story quotes the one or says why there are two."""
    for span in rare.spans:
        text = story.article.text
        if OPENED.search(text[: span.start][-20:]) and CLOSED.match(text, span.end):
            return True
        sentence = places.sentence(story, span)
        if any(re.search(rf"\b{re.escape(cue)}", sentence.text, re.IGNORECASE) for cue in explained):
            return True
        for other in usual.spans:
            first, second = sorted((span, other), key=lambda one: one.start)
            if sentence.covers(other) and JOINED.fullmatch(text[first.end : second.start]):
                return True
    return False


def _finding(rare: Form, usual: Form) -> Finding:
    forms = (rare, usual)
    shown = tuple(min(form.spans, key=lambda span: (len(span.text.split()), span.start)) for form in forms)
    said = [
        f"“{' '.join(span.text.split())}” {times(len(form.spans))}" for span, form in zip(shown, forms, strict=True)
    ]
    return Finding("R103", "name", "contradictory", f"one name in two spellings: {joined(said)}", spans=shown)
