"""One-to-one matching: as many pairs as can be, then the closest, whatever stands first."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.evaluate import pair


def closeness(table: dict[str, int]):
    """``{"ax": 3}``: a is the same as x, with a closeness of 3."""
    return lambda ours, theirs: table.get(ours + theirs, 0)


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ("ab", "ba", {0: 1, 1: 0}),
        ("aa", "a", {0: 0}),
        ("a", "aa", {0: 0}),
        ("", "a", {}),
        ("a", "", {}),
        ("ab", "cd", {}),
    ],
    ids=["swapped", "gold twice", "predicted twice", "no gold", "nothing predicted", "nothing the same"],
)
def test_equal_objects(gold, predicted, pairs):
    assert pair(gold, predicted, lambda ours, theirs: ours == theirs) == pairs


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        ({"ax": 1, "ay": 1, "bx": 1}, {"ay", "bx"}),
        ({"ax": 9, "ay": 1, "bx": 1}, {"ay", "bx"}),
        ({"ax": 1, "bx": 9}, {"bx"}),
        ({"ax": 2, "ay": 1, "bx": 1, "by": 2}, {"ax", "by"}),
        ({"ax": 5, "ay": 4, "bx": 4, "by": 1}, {"ay", "bx"}),
        ({"ax": 1, "ay": 1, "bx": 1, "bz": 1, "cx": 1}, {"ay", "bz", "cx"}),
        ({"ax": 3}, {"ax"}),
    ],
    ids=[
        "the first in reach leaves one over", "the closest leaves one over", "one place, the closer gets it",
        "each to its own", "the closest pair costs more than it brings", "a chain of three", "one pair",
    ],
)  # fmt: skip
def test_what_greed_gets_wrong(table, pairs):
    found = pair("abc", "xyz", closeness(table))
    assert {"abc"[i] + "xyz"[j] for i, j in found.items()} == pairs


def test_a_long_chain_is_no_matter_of_recursion():
    size = 300
    found = pair(range(size), range(size), lambda ours, theirs: theirs - ours in (0, 1))
    assert len(found) == size


def test_objects_of_other_keys_are_not_compared():
    compared = []
    pair([1, 2], [1, 2], lambda *each: compared.append(each), key=lambda number: number)
    assert compared == [(1, 1), (2, 2)]


TABLES = st.dictionaries(st.sampled_from([g + p for g in "abcd" for p in "wxyz"]), st.integers(1, 9))


@given(TABLES)
def test_no_other_choice_has_more_pairs_or_closer_ones(table):
    found = pair("abcd", "wxyz", closeness(table))
    worth = [table["abcd"[i] + "wxyz"[j]] for i, j in found.items()]
    choices = ([table[g + p] for g, p in zip("abcd", order, strict=True) if g + p in table] for order in
               permutations("wxyz"))  # fmt: skip
    assert (len(worth), sum(worth)) == max((len(each), sum(each)) for each in choices)


@given(TABLES, st.randoms())
def test_the_order_of_either_side_makes_no_difference(table, chance: random.Random):
    gold, predicted = chance.sample("abcd", 4), chance.sample("wxyz", 4)
    found = pair(gold, predicted, closeness(table))
    straight = pair("abcd", "wxyz", closeness(table))
    assert {(gold[i], predicted[j]) for i, j in found.items()} == {
        ("abcd"[i], "wxyz"[j]) for i, j in straight.items()
    }
