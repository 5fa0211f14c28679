"""From scores to answers: entity tags without contradictions, sentences, one tree for each sentence.

Tags are numbered as in training: 0 is outside, then beginning and inside of each label in turn (1 and 2, 3 and 4, …).
"""

from collections.abc import Sequence

import numpy as np

NEVER = -1e9


def entity_tags(scores: np.ndarray, barriers: np.ndarray) -> np.ndarray:
    """Return the best tags [W] in which every inside tag follows its own label.

    scores: [W, tags]; barriers: [W], true where an entity may not reach over from the word before.
    """
    tags = scores.argmax(axis=1)
    starts = np.flatnonzero(barriers)
    unsound = np.flatnonzero(_unsound(tags, starts))
    for block in np.unique(np.searchsorted(starts, unsound, side="right")).tolist():
        start = int(starts[block - 1]) if block else 0
        stop = int(starts[block]) if block < len(starts) else len(tags)
        tags[start:stop] = _best_path(scores[start:stop])
    return tags


def _unsound(tags: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Where an inside tag does not follow the beginning or the inside of its own label [W]; none does at a start."""
    before = np.concatenate([[0], tags[:-1]])
    before[starts] = 0
    inside = (tags > 0) & (tags % 2 == 0)
    return inside & (before != tags) & (before != tags - 1)


def _best_path(scores: np.ndarray) -> list[int]:
    """Viterbi over one block: the sound row of tags with the highest sum. In lists, for there are few tags."""
    tags = scores.shape[1]
    first, *rows = scores.tolist()
    best = [NEVER if tag and tag % 2 == 0 else score for tag, score in enumerate(first)]
    back: list[list[int]] = []
    for row in rows:
        top = best.index(max(best))
        before = [top] * tags
        for tag in range(2, tags, 2):
            before[tag] = tag - 1 if best[tag - 1] >= best[tag] else tag
        best = [best[one] + score for one, score in zip(before, row, strict=True)]
        back.append(before)
    path = [best.index(max(best))]
    for before in reversed(back):
        path.append(before[path[-1]])
    return path[::-1]


def spans(tags: np.ndarray) -> list[tuple[int, int, int]]:
    """Return (first word, last word + 1, label number) of every entity in sound tags."""
    found: list[tuple[int, int, int]] = []
    for i in np.flatnonzero(tags).tolist():
        tag = int(tags[i])
        if tag % 2:
            found.append((i, i + 1, tag // 2))
        else:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def sentence_starts(scores: np.ndarray, forced: np.ndarray, entities: Sequence[tuple]) -> np.ndarray:
    """Return where sentences begin [W]: at every forced place, and where the score is above 0 and no entity is cut."""
    inside = np.zeros(len(scores), dtype=bool)
    for first, last, *_ in entities:
        inside[first + 1 : last] = True
    starts = forced | ((scores > 0) & ~inside)
    starts[:1] = True
    return starts


def tree(arcs: np.ndarray) -> np.ndarray:
    """Return the parent of every word [n] of one sentence; the one root is its own parent.

    arcs: [n, 1 + n] scores of each parent, column 0 the root. The tree is the best one under the root that wins by
    most.
    """
    size = len(arcs)
    scores = arcs[:, 1:].astype(np.float64)
    np.fill_diagonal(scores, NEVER)
    if size == 1:
        return np.zeros(1, dtype=np.int64)
    lead = arcs[:, 0] - scores.max(axis=1)
    root = int(lead.argmax())
    parents = scores.argmax(axis=1)
    parents[root] = root
    if _cycle(parents, root) is None:
        return parents
    return _arborescence(scores, root)


def _cycle(parents: np.ndarray, root: int) -> list[int] | None:
    """Return the words of one cycle, or None where every word leads to the root."""
    state = [0] * len(parents)  # 0 new, 1 on the way, 2 known to reach the root
    state[root] = 2
    above = parents.tolist()
    for word in range(len(above)):
        way, here = [], word
        while state[here] == 0:
            state[here] = 1
            way.append(here)
            here = above[here]
        if state[here] == 1:
            return way[way.index(here) :]
        for done in way:
            state[done] = 2
    return None


def _arborescence(scores: np.ndarray, root: int) -> np.ndarray:
    """Chu-Liu-Edmonds: the best tree over ``scores`` [n, n] (child, parent) under ``root``, which is its own parent."""
    parents = scores.argmax(axis=1)
    parents[root] = root
    cycle = _cycle(parents, root)
    if cycle is None:
        return parents
    rest = [i for i in range(len(scores)) if i not in set(cycle)]
    kept = scores[cycle, parents[cycle]]
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]  # what it costs to break the cycle at each of its words
    leaving = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[:-1, -1] = leaving.max(axis=1)
    small[-1, :-1] = entering.max(axis=0)
    solved = _arborescence(small, rest.index(root))
    for i, word in enumerate(rest):
        inner = int(solved[i]) == len(rest)
        parents[word] = cycle[int(leaving[i].argmax())] if inner else rest[int(solved[i])]
    outer = int(solved[-1])
    parents[cycle[int(entering[:, outer].argmax())]] = rest[outer]
    parents[root] = root
    return parents
