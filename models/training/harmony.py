"""Brings the corpora's labels nearer to one another.

Each corpus has its own idea of a name: titles inside or outside, nationalities as MISC or not at all, countries as ORG
where they act. Here a mention is moved to newstally's idea where a word list can tell, and declared unknown where none
can.
"""

import re

from newstally.encoder.edges import mend

from .tables import tables
from .text import LABELS, Span, Text, bits

NOT_NAMES = frozenset(["the", "The", "a", "an", "A", "An", "of", "and", "'s", "’s", "or", "#", ",", ".", ":", ";", "-"])
BEFORE_DATES = frozenset(["since", "from", "in", "on", "until", "by", "or", "Since", "From", "In", "On", "Until"])
PARTICLES = frozenset(
    (
        *(
            "al",
            "bin",
            "ibn",
            "de",
            "da",
            "do",
            "dos",
            "del",
            "della",
            "der",
            "den",
            "di",
            "du",
            "la",
            "le",
            "van",
            "von",
        ),
        *("el", "ul", "abu", "and", "of", "the", "for", "in", "on", "at", "to"),
    )
)
EVENT_WORDS = frozenset(
    (
        *("Battle", "War", "Cup", "Games", "Olympics", "Championship", "Championships", "Festival", "Revolution"),
        *("Uprising", "Election", "Tournament"),
    )
)
YEAR = re.compile(r"(1[5-9]|20)\d\d(s|-\d\d)?$")
LANGUAGE_CUES = frozenset(["in", "speak", "speaks", "spoke", "speaking"])


def harmonise(text: Text, annotated: list[str], *, soft: bool = False) -> Text:
    """Repair the entities of ``text`` and write down which tags its other words may have.

    annotated: the labels that the corpus marks wherever they occur. soft: its annotation misses names, so a capitalised
    word outside all entities counts for less.
    """
    names = tables()
    unknown: set[int] = set()
    kept: list[Span] = []
    for span in sorted(text.entities):
        better = _repair(text.words, span)
        if better is None or better[2] not in LABELS:
            unknown.update(range(span[0], span[1]))
        else:
            kept.append(better)
    kept = mend(kept, text.words, [False] * len(text.words), dict.fromkeys(names.pairs, "NORP"))
    taken = unknown | {i for first, last, _ in kept for i in range(first, last)}
    kept += _peoples(text.words, taken, unknown)
    free = sum(bits(label) for label in LABELS if label not in annotated)
    for i, word in enumerate(text.words):
        text.outside[i] = 0 if i in unknown else 1 | (free if _could_be_name(word) else 0)
        if soft and i not in taken and word[:1].isupper() and word not in names.titles and text.sent[i] != 1:
            text.weights[i] = 0.3
    text.entities = sorted(kept)
    return text


def _peoples(words: list[str], taken: set[int], unknown: set[int]) -> list[Span]:
    """Find the peoples and adjectives of nationality outside ``taken``; the name of a language becomes unknown."""
    names = tables()
    found: list[Span] = []
    for i, word in enumerate(words):
        last = i + 2 if " ".join(words[i : i + 2]) in names.pairs else i + 1
        if i in taken or (last == i + 1 and word not in names.norp and word not in names.pairs):
            continue
        if taken.intersection(range(i, last)) or (i and words[i - 1] in LANGUAGE_CUES):
            unknown.add(i)
            continue
        found.append((i, last, "NORP"))
        taken.update(range(i, last))
    return found


def _could_be_name(word: str) -> bool:
    """Whether a word may be part of a name that its corpus does not mark: lower-case words and titles may not."""
    return (word[:1].isupper() or any(c.isdigit() for c in word)) and word not in tables().titles


def _repair(words: list[str], span: Span) -> Span | None:
    """Return the better span, or None where nothing can be said of its words."""
    names = tables()
    first, last, label = span
    while first < last - 1 and words[first] in NOT_NAMES:
        first += 1
    while first < last - 1 and words[last - 1] in NOT_NAMES:
        last -= 1
    while label == "DATE" and first < last - 1 and words[first] in BEFORE_DATES:
        first += 1
    if label == "PERSON":
        if last - first > 7:
            return None
        while first < last - 1 and (words[first] in names.titles or words[first] in names.norp):
            first += 1
        if first > span[0] and (words[first].islower() or words[first] in names.titles):
            return None  # a description ("Minister of Foreign Affairs"), not a name
    return first, last, _better_label(words[first:last], label)


def _better_label(words: list[str], label: str) -> str:
    """The label that word lists give a mention, or its own."""
    names = tables()
    form = " ".join(words)
    if form in names.places:
        return "LOC"
    if form in names.pairs or names.norp.issuperset(words):
        return "NORP"
    if label == "MISC" and EVENT_WORDS.intersection(words):
        return "EVENT"
    if label == "DATE" and not any(word in names.calendar or YEAR.match(word) for word in words):
        return "?"  # "yesterday" and "the past two years" are dates to some corpora and not to others
    last = words[-1] if len(words) > 1 else ""
    if label == "ORG" and last in names.acts:
        label = "MISC"
    elif label == "LOC" and last in names.facilities:
        label = "FAC"
    return label


def clean_re3d(text: Text) -> Text:
    """Declare unknown the mentions of re3d that are descriptions: with a lower-case word, or a group's members."""
    kept = []
    for first, last, label in text.entities:
        words = text.words[first:last]
        plain = all(
            word[:1].isupper() or word[:1].isdigit() or word.lower() in PARTICLES or not word[0].isalpha()
            for word in words
        )
        if plain and words[0] not in {"Members", "Member"} and "," not in words:
            kept.append((first, last, label))
        else:
            kept.append((first, last, "?"))  # no label of ours: its words become unknown
    text.entities = kept
    return text
