"""Brings the corpora's labels nearer to one another.

Each corpus has its own idea of a name: titles inside or outside, nationalities as MISC or not at all, countries as ORG where
they act. Here a mention is moved to newstally's idea where a word list can tell, and declared unknown where none can.
"""

from .tables import tables
from .text import LABELS, Span, Text, bits

NOT_NAMES = frozenset("the The a an A An of and 's ’s".split())
PARTICLES = frozenset("al bin ibn de da do dos del della der den di du la le van von el ul abu and of the for in on at to".split())
EVENT_WORDS = frozenset("Battle War Cup Games Olympics Championship Championships Festival Revolution Uprising Election Tournament".split())
LANGUAGE_CUES = frozenset("in speak speaks spoke speaking".split())


def harmonise(text: Text, annotated: list[str], *, soft: bool = False) -> Text:
    """Repair the entities of ``text`` and write down which tags its other words may have.

    annotated: the labels that the corpus marks wherever they occur. soft: its annotation misses names, so a capitalised
    word outside all entities counts for less.
    """
    names = tables()
    taken: set[int] = set()
    kept: list[Span] = []
    for span in sorted(text.entities):
        better = _repair(text.words, span)
        taken.update(range(span[0], span[1]))
        if better is not None and better[2] in LABELS:
            kept.append(better)
            taken.difference_update(set(range(span[0], span[1])) - set(range(better[0], better[1])))
    unknown = taken - {i for first, last, _ in kept for i in range(first, last)}
    free = sum(bits(label) for label in LABELS if label not in annotated)
    for i, word in enumerate(text.words):
        if i in taken:
            text.outside[i] = 0
            continue
        text.outside[i] = 1 | (free if _could_be_name(word) else 0)
        if word in names.norp:
            if i and text.words[i - 1] in LANGUAGE_CUES:
                text.outside[i] = 0
            else:
                kept.append((i, i + 1, "NORP"))
        elif soft and i and word[:1].isupper() and word not in names.titles and text.sent[i] != 1:
            text.weights[i] = 0.3
    for i in unknown:
        text.outside[i] = 0
    text.entities = sorted(kept)
    return text


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
    if label == "PERSON":
        while first < last - 1 and (words[first] in names.titles or words[first] in names.norp):
            first += 1
    form = " ".join(words[first:last])
    if form in names.places:
        return first, last, "LOC"
    if form in names.norp:
        return first, last, "NORP"
    return first, last, label


def clean_re3d(text: Text) -> Text:
    """Drop the mentions of re3d that are descriptions, not names: a lower-case word that no name holds, or a group's members."""
    kept = []
    for first, last, label in text.entities:
        words = text.words[first:last]
        plain = all(word[:1].isupper() or word[:1].isdigit() or word.lower() in PARTICLES or not word[0].isalpha() for word in words)
        if plain and words[0] not in {"Members", "Member"} and "," not in words:
            kept.append((first, last, label))
        else:
            kept.append((first, last, "?"))  # no label of ours: its words become unknown
    text.entities = kept
    return text
