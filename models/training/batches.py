"""From texts to the batches of one epoch."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import torch
from torch import Tensor

from newstally.encoder.windows import units
from newstally.encoder.words import Inputs, WordPieces

from .augment import Pool, change_case, swap_mentions, swap_people
from .losses import UNKNOWN
from .made_up import made_up
from .text import Text

TARGETS = ((0.15, 8, 40), (0.25, 40, 110), (0.6, 110, 190))  # share of windows, their least and greatest size in pieces


@dataclass(frozen=True)
class Labels:
    """The labels of the three labelling heads, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deps: tuple[str, ...]

    @classmethod
    def of(cls, texts: list[Text]) -> "Labels":
        """Collect them from the texts, sorted."""
        return cls(
            *(tuple(sorted({x for t in texts for x in getattr(t, name) if x})) for name in ("upos", "xpos", "deps"))
        )


@dataclass(frozen=True)
class Mix:
    """What an epoch is made of: share of each corpus's texts, and how often texts are changed."""

    shares: dict[str, float]
    people: float
    mentions: float
    case: dict[str, float]
    made_up: int


def windows_of(text: Text, cutter: WordPieces, rng: Random) -> Iterator[Text]:
    """Cut a text into runs of whole sentences, of random sizes."""
    sizes = [len(p) for p in cutter(text.words)]
    known = any(s == 1 for s in text.sent[1:])
    starts = (
        [i for i, s in enumerate(text.sent) if s == 1 or text.blocks[i]] if known else units(text.words, text.blocks)
    )
    starts = [*dict.fromkeys([0, *starts]), len(text.words)]
    begin, target, filled = 0, _target(rng), 0
    for start, stop in pairwise(starts):
        weight = sum(sizes[start:stop])
        if filled and filled + weight > target:
            yield text.cut(begin, start)
            begin, target, filled = start, _target(rng), 0
        filled += weight
        if filled > 250:  # a monster: keep its beginning
            yield text.cut(begin, min(stop, begin + 120))
            begin, filled = stop, 0
    if filled:
        yield text.cut(begin, len(text.words))


def _target(rng: Random) -> int:
    draw = rng.random()
    for share, low, high in TARGETS:
        if draw < share:
            return rng.randint(low, high)
        draw -= share
    return TARGETS[-1][2]


def epoch(texts: list[Text], mix: Mix, mentions: Pool, cutter: WordPieces, rng: Random) -> list[Text]:
    """The windows of one epoch, changed, in no order."""
    found: list[Text] = []
    for text in texts:
        share = mix.shares[text.corpus]
        times = int(share) + (rng.random() < share % 1)
        for _ in range(times):
            for window in windows_of(text, cutter, rng):
                found.append(_changed(window, mix, mentions, rng))
    lists = made_up(mix.made_up, rng)
    for text in lists:
        change_case(text, mix.case, rng)
    found += lists
    rng.shuffle(found)
    return [window for window in found if window.words]


def _changed(window: Text, mix: Mix, mentions: Pool, rng: Random) -> Text:
    if rng.random() < mix.people:
        swap_people(window, rng)
    if not any(window.deps):
        window = swap_mentions(window, mentions, mix.mentions, rng)
    change_case(window, mix.case, rng)
    for i, begins in enumerate(window.sent):  # the marks of blocks are sometimes missing, sometimes more
        draw = rng.random()
        window.blocks[i] = draw < 0.9 if window.blocks[i] else begins == 1 and draw < 0.03
    return window


def batches(windows: list[Text], cutter: WordPieces, size: int, rng: Random) -> list[list[Text]]:
    """Group windows of like length, ``size`` pieces a batch (padding counted), in random order."""
    weights = [sum(len(p) for p in cutter(window.words)) for window in windows]
    order = sorted(range(len(windows)), key=lambda i: weights[i] + rng.randint(0, 12))
    found: list[list[Text]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, weights[i])
        if found[-1] and longest * (len(found[-1]) + 1) > size:
            found.append([])
            longest = weights[i]
        found[-1].append(windows[i])
    rng.shuffle(found)
    return found


def tensors(batch: list[Text], labels: Labels, cutter: WordPieces) -> dict[str, Tensor]:
    """One batch as tensors: the network's inputs and every task's answers (see ``losses``)."""
    inputs = [cutter.inputs(text.words, cutter(text.words), text.blocks) for text in batch]
    n, w = max(len(i.pieces) for i in inputs), max(len(t.words) for t in batch)
    arrays = {
        name: np.full((len(batch), w), UNKNOWN, dtype=np.int64)
        for name in ("upos", "xpos", "deps", "parents", "sent", "sentences")
    }
    arrays |= {name: np.zeros((len(batch), n), dtype=np.int64) for name in ("pieces", "shapes")}
    arrays |= {"first": np.zeros((len(batch), w), dtype=np.int64), "allowed": np.zeros((len(batch), w), dtype=np.int64)}
    arrays |= {"mask": np.zeros((len(batch), n), dtype=bool), "weights": np.zeros((len(batch), w), dtype=np.float32)}
    for row, (text, coded) in enumerate(zip(batch, inputs, strict=True)):
        _fill({name: array[row] for name, array in arrays.items()}, text, coded, labels)
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _fill(row: dict[str, np.ndarray], text: Text, coded: Inputs, labels: Labels) -> None:
    n, w = len(coded.pieces), len(text.words)
    row["pieces"][:n], row["shapes"][:n], row["first"][:w], row["mask"][:n] = (
        coded.pieces,
        coded.shapes,
        coded.first,
        True,
    )
    row["allowed"][:w], row["weights"][:w], row["sent"][:w] = text.allowed(), text.weights, text.sent
    row["sentences"][:w] = np.cumsum([s == 1 for s in text.sent])
    for name in ("upos", "xpos", "deps"):
        known = getattr(labels, name)
        row[name][:w] = [known.index(x) if x else UNKNOWN for x in getattr(text, name)]
    row["parents"][:w] = [0 if p == i else p + 1 if p >= 0 else UNKNOWN for i, p in enumerate(text.parents)]
    outside = [i for i, p in enumerate(text.parents) if p >= 0 and row["sentences"][p] != row["sentences"][i]]
    row["parents"][outside] = UNKNOWN  # a tree that the tokens do not cut as the treebank does
