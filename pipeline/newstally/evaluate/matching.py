"""One-to-one matching: as many pairs as can be, and of these choices the closest, whatever the order of either side."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

Edges = dict[int, dict[int, int]]
Key = Callable[[Any], Hashable]


def pair(
    gold: Sequence[Any], predicted: Sequence[Any], same: Callable[[Any, Any], int], key: Key = lambda _: None
) -> dict[int, int]:
    """Match one to one: index in ``gold`` → index in ``predicted``.

    ``same`` gives 0 for objects that are not the same, else how close they are (a truth value counts as 1). The number
    of pairs comes first, their closeness second; what is equally good is settled by what the objects say, not by where
    they stand, so that shuffled lists give the same pairs of objects. ``key`` is equal for whatever may be the same:
    objects of other keys are not compared.
    """
    alike: dict[Hashable, list[tuple[int, Any]]] = {}
    for j, theirs in enumerate(predicted):
        alike.setdefault(key(theirs), []).append((j, theirs))
    edges = {}
    for i, ours in enumerate(gold):
        close = {j: int(near) for j, theirs in alike.get(key(ours), ()) if (near := same(ours, theirs))}
        if close:
            edges[i] = close
    pairs: dict[int, int] = {}
    for rows, columns in _components(edges):
        if len(rows) == len(columns) == 1:
            pairs[rows[0]] = columns[0]
            continue
        rows.sort(key=lambda i: _content(gold[i]))
        columns.sort(key=lambda j: _content(predicted[j]))
        pairs.update(_best(edges, rows, columns))
    return dict(sorted(pairs.items()))


def _components(edges: Edges) -> Iterator[tuple[list[int], list[int]]]:
    """What hangs together: mostly one object of each side, so that little is left to weigh."""
    back: dict[int, list[int]] = {}
    for i, close in edges.items():
        for j in close:
            back.setdefault(j, []).append(i)
    seen: set[int] = set()
    for first, close in edges.items():
        if len(close) == 1 and len(back[only := next(iter(close))]) == 1:
            yield [first], [only]
            continue
        if first in seen:
            continue
        rows, columns, waiting = {first}, set(), [first]
        while waiting:
            for j in edges[waiting.pop()].keys() - columns:
                columns.add(j)
                waiting += [i for i in back[j] if i not in rows]
                rows.update(back[j])
        seen |= rows
        yield list(rows), list(columns)


def _content(item: Any) -> str:
    """What an object says but for its id, which tells where it stood."""
    if isinstance(item, Mapping):
        item = {key: value for key, value in item.items() if key != "id"}
    return json.dumps(item, sort_keys=True, default=str)


def _best(edges: Edges, rows: list[int], columns: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one component: one more pair outweighs any closeness."""
    one_more = 1 + sum(max(edges[i].values()) for i in rows)
    weights = [[one_more + edges[i][j] if j in edges[i] else 0 for j in columns] for i in rows]
    if len(rows) > len(columns):
        chosen = [(i, j) for j, i in enumerate(_assignment([list(each) for each in zip(*weights, strict=True)]))]
    else:
        chosen = list(enumerate(_assignment(weights)))
    yield from ((rows[i], columns[j]) for i, j in chosen if weights[i][j])


def _assignment(weights: list[list[int]]) -> list[int]:
    """The column of each row, no column twice, of greatest total weight; there are no more rows than columns.

    Kuhn's and Munkres's Hungarian method with potentials, O(rows² · columns): rows are added one at a time, each along
    the cheapest augmenting path. Written here, for SciPy's would bring 100 MB for these lines.
    """
    size, width = len(weights), len(weights[0])
    row_potential, column_potential = [0] * (size + 1), [0] * (width + 1)
    owner = [0] * (width + 1)  # of each column, rows counted from 1; column 0 holds the row that is being added
    for row in range(1, size + 1):
        owner[0] = row
        _augment(weights, row_potential, column_potential, owner)
    column_of = {row: column - 1 for column, row in enumerate(owner) if column and row}
    return [column_of[row] for row in range(1, size + 1)]


def _augment(weights: list[list[int]], row_potential: list[int], column_potential: list[int], owner: list[int]) -> None:
    width = len(owner) - 1
    slack, came_from, done = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    column = 0
    while owner[column]:
        done[column] = True
        row, step, following = owner[column], float("inf"), 0
        for j in range(1, width + 1):
            if not done[j]:
                cost = -weights[row - 1][j - 1] - row_potential[row] - column_potential[j]
                if cost < slack[j]:
                    slack[j], came_from[j] = cost, column
                if slack[j] < step:
                    step, following = slack[j], j
        for j in range(width + 1):
            if done[j]:
                row_potential[owner[j]] += step
                column_potential[j] -= step
            else:
                slack[j] -= step
        column = following
    while column:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
