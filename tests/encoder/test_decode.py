from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.encoder.decode import entity_tags, sentence_starts, spans, tree

O, B1, I1, B2, I2 = range(5)  # noqa: E741, the names of tags


def sound(tags: list[int]) -> bool:
    return all(tag == 0 or tag % 2 or before in (tag, tag - 1) for before, tag in zip([0, *tags], tags, strict=False))


def scores(*rows: dict[int, float]) -> np.ndarray:
    found = np.zeros((len(rows), 5))
    for i, row in enumerate(rows):
        for tag, value in row.items():
            found[i, tag] = value
    return found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{O: 1}, {B1: 1}, {I1: 1}], [O, B1, I1]),
        ([{O: 2}, {I1: 3, B1: 2}], [O, B1]),
        ([{B1: 2}, {I2: 2.5, I1: 1}], [B1, I1]),
        ([{B1: 1, B2: 0.9}, {I2: 3, I1: 1}], [B2, I2]),
    ],
)
def test_an_inside_tag_follows_its_own_label(rows: list[dict[int, float]], expected: list[int]) -> None:
    assert entity_tags(scores(*rows), np.zeros(len(rows), dtype=bool)).tolist() == expected


def test_no_entity_reaches_over_a_barrier() -> None:
    rows = scores({B1: 1}, {I1: 3, B1: 1}, {I1: 1})
    assert entity_tags(rows, np.array([True, True, False])).tolist() == [B1, B1, I1]


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_tags_are_the_best_sound_ones(seed: int, size: int) -> None:
    table = np.random.default_rng(seed).normal(size=(size, 5))
    found = entity_tags(table, np.zeros(size, dtype=bool)).tolist()
    best = max(
        sum(table[i, t] for i, t in enumerate(row)) for row in product(range(5), repeat=size) if sound(list(row))
    )
    assert sound(found)
    assert sum(table[i, t] for i, t in enumerate(found)) == pytest.approx(best)


def test_spans() -> None:
    assert spans(np.array([O, B1, I1, B1, B2, I2, O])) == [(1, 3, 0), (3, 4, 0), (4, 6, 1)]


def test_sentences_begin_where_forced_and_never_inside_an_entity() -> None:
    found = sentence_starts(np.array([-1.0, 2.0, 2.0, -2.0]), np.array([False, False, False, True]), [(0, 2, 0)])
    assert found.tolist() == [True, False, True, True]


def is_tree(parents: np.ndarray) -> bool:
    roots = [i for i, p in enumerate(parents) if i == p]
    for word in range(len(parents)):
        top = word
        for _ in range(len(parents)):
            top = parents[top]
        if [top] != roots:
            return False
    return len(roots) == 1


@given(st.integers(0, 100_000), st.integers(1, 30))
def test_any_scores_give_one_tree(seed: int, size: int) -> None:
    assert is_tree(tree(np.random.default_rng(seed).normal(size=(size, size + 1))))


@given(st.integers(0, 100_000), st.integers(2, 5))
def test_the_tree_is_the_best_under_its_root(seed: int, size: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(size, size + 1))
    found = tree(arcs)
    root = next(i for i, p in enumerate(found) if i == p)

    def weight(parents: np.ndarray) -> float:
        return sum(arcs[i, 1 + p] for i, p in enumerate(parents) if i != p)

    others = (np.array(p) for p in product(range(size), repeat=size))
    best = max(weight(p) for p in others if p[root] == root and is_tree(p))
    assert weight(found) == pytest.approx(best)


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    arcs = np.array([[5.0, 0, 0, 0], [0.0, 1, 0, 9], [0.0, 4, 9, 0]])  # words 1 and 2 would be each other's parents
    assert tree(arcs).tolist() == [0, 2, 0]
