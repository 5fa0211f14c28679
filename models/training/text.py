"""One training text: its words and what is known of each of them."""

from dataclasses import dataclass, field

import numpy as np

LABELS = ("PERSON", "ORG", "LOC", "NORP", "DATE", "EVENT", "MISC", "FAC")
TAGS = ("O", *(f"{edge}-{label}" for label in LABELS for edge in "BI"))
ANY = (1 << len(TAGS)) - 1
UNKNOWN = -1

Span = tuple[int, int, str]  # first word, last word + 1, label


def bits(label: str) -> int:
    """The tags of one label, as bits."""
    place = 1 + 2 * LABELS.index(label)
    return 0b11 << place


@dataclass
class Text:
    """Words in order with what a corpus says of them; every list is as long as ``words``.

    outside: for a word in no entity, the tags it may have, as bits (0: nothing is known). weights: of the entity loss.
    blocks: the word begins a block. sent: 1 begins a sentence, 0 not, -1 unknown. upos, xpos, deps: labels, "" unknown.
    parents: the number of the parent word, the word's own number at the root, -1 unknown.
    """

    corpus: str
    words: list[str]
    entities: list[Span] = field(default_factory=list)
    outside: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    blocks: list[bool] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = len(self.words)
        defaults = {
            "outside": 0,
            "weights": 1.0,
            "blocks": False,
            "sent": UNKNOWN,
            "upos": "",
            "xpos": "",
            "deps": "",
            "parents": UNKNOWN,
        }
        for name, value in defaults.items():
            if not getattr(self, name):
                setattr(self, name, [value] * size)

    def cut(self, start: int, stop: int) -> "Text":
        """The words from ``start`` to ``stop``; entities and arcs that leave it are dropped, their words unknown."""
        piece = Text(self.corpus, self.words[start:stop])
        for name in ("outside", "weights", "blocks", "sent", "upos", "xpos", "deps"):
            setattr(piece, name, list(getattr(self, name)[start:stop]))
        piece.parents = [p - start if start <= p < stop else UNKNOWN for p in self.parents[start:stop]]
        for first, last, label in self.entities:
            if start <= first and last <= stop:
                piece.entities.append((first - start, last - start, label))
            else:
                for i in range(max(first, start), min(last, stop)):
                    piece.outside[i - start] = 0
        return piece

    def allowed(self) -> np.ndarray:
        """The tags every word may have, as bits [W]."""
        found = np.array(self.outside, dtype=np.int64)
        for first, last, label in self.entities:
            found[first:last] = 1 << TAGS.index(f"I-{label}")
            found[first] = 1 << TAGS.index(f"B-{label}")
        return found


def joined(texts: list[Text]) -> Text:
    """One text of several, in order."""
    whole = Text(texts[0].corpus, [word for text in texts for word in text.words])
    for name in ("outside", "weights", "blocks", "sent", "upos", "xpos", "deps"):
        setattr(whole, name, [value for text in texts for value in getattr(text, name)])
    whole.parents, whole.entities = [], []
    offset = 0
    for text in texts:
        whole.parents += [p + offset if p >= 0 else UNKNOWN for p in text.parents]
        whole.entities += [(first + offset, last + offset, label) for first, last, label in text.entities]
        offset += len(text.words)
    return whole
