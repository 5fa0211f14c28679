"""Reads a whole text: windows, network and decoding together. Plain words in, plain arrays out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .agree import Name, agree
from .decode import entity_tags, sentence_starts, spans, tree
from .edges import mend
from .session import Encoder, Scores
from .windows import Window, units, windows


class Reading(NamedTuple):
    """What the model says of W words; numbers of labels in the order of ``meta.json``.

    entities: names with their labels, in order; starts: begins a sentence; parents: a word's own number at
    a root.
    """

    entities: list[Name]
    upos: np.ndarray
    xpos: np.ndarray
    starts: np.ndarray
    parents: np.ndarray
    deps: np.ndarray


def read(encoder: Encoder, words: Sequence[str], blocks: Sequence[bool]) -> Reading:
    """Read a text of any length; ``blocks`` is true where a block begins, and nothing crosses that line."""
    if not words:
        nothing = np.zeros(0, dtype=np.int64)
        return Reading([], nothing, nothing, nothing.astype(bool), nothing, nothing)
    pieces = encoder.cutter(words)
    sizes = [len(part) + int(begins) for part, begins in zip(pieces, blocks, strict=True)]
    plan = windows(sizes, units(words, blocks), **encoder.meta["window"])
    scores = [encoder.run(words[w.start : w.stop], pieces[w.start : w.stop], blocks[w.start : w.stop]) for w in plan]
    whole = {name: _kept(scores, plan, name) for name in ("tags", "upos", "xpos", "sent")}
    barriers = np.array(blocks, dtype=bool)
    label = encoder.meta["labels"].index
    found = mend(spans(entity_tags(whole["tags"], barriers)), words, blocks, encoder.known)
    entities = agree(found, whole["tags"], words, blocks, label("PERSON"))
    forced = barriers.copy()
    forced[[w.keep_start for w in plan]] = True  # a tree lies within one window
    starts = sentence_starts(whole["sent"], forced, entities)
    trees = [_trees(encoder, s, w, starts[w.keep_start : w.keep_stop]) for s, w in zip(scores, plan, strict=True)]
    parents, deps = (np.concatenate(part) for part in zip(*trees, strict=True))
    return Reading(entities, whole["upos"].argmax(1), whole["xpos"].argmax(1), starts, parents, deps)


def _kept(scores: list[Scores], plan: list[Window], name: str) -> np.ndarray:
    """One kind of scores for all words, from the windows that keep them."""
    return np.concatenate(
        [getattr(s, name)[w.keep_start - w.start : w.keep_stop - w.start] for s, w in zip(scores, plan, strict=True)]
    )


def _trees(encoder: Encoder, scores: Scores, window: Window, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Parents (numbers in the text) and arc labels of the words that a window keeps."""
    shift = window.keep_start - window.start
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    parents = np.zeros(len(starts), dtype=np.int64)
    for start, stop in pairwise(edges):
        rows = slice(shift + start, shift + stop)
        arcs = np.concatenate([scores.arcs[rows, :1], scores.arcs[rows, 1 + shift + start : 1 + shift + stop]], axis=1)
        parents[start:stop] = start + tree(arcs)
    roots = parents == np.arange(len(parents))
    upper = scores.rel_parent[shift + parents]
    upper[roots] = 0.0
    labels = encoder.relations(scores.rel_child[shift : shift + len(parents)], upper)
    root = encoder.meta["deps"].index("root")
    labels[~roots, root] = -np.inf
    deps = labels.argmax(axis=1)
    deps[roots] = root
    return window.keep_start + parents, deps
