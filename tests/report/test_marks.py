"""What is marked in a story: nested, cut where marks cross, and no character lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newstally.report.marks import KINDS, Mark, Node, marks, tree
from saved_records import seed_record

TEXT = "two Canadians met"


def shown(*found: Mark, start: int = 0, end: int = len(TEXT)) -> str:
    """The tree in brackets: ``[count:two [country:Canadians]]``."""
    ordered = sorted(found, key=lambda mark: (mark.start, -mark.end, KINDS.index(mark.kind)))
    return "".join(map(bracketed, tree(TEXT, start, end, ordered)))


def bracketed(node: Node) -> str:
    return node if isinstance(node, str) else f"[{node[0]}:{''.join(map(bracketed, node[5]))}]"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "two Canadians met"),
        ([Mark(4, 13, "country", "CA")], "two [country:Canadians] met"),
        ([Mark(0, 13, "count", "N1"), Mark(4, 13, "country", "CA")], "[count:two [country:Canadians]] met"),
        ([Mark(4, 13, "person", "P1"), Mark(4, 13, "item", "L1")], "two [item:[person:Canadians]] met"),
        ([Mark(0, 7, "count", "N1"), Mark(4, 13, "role", "R1")], "[count:two [role:Can]][role:adians] met"),
        ([Mark(4, 4, "role", "R1"), Mark(13, 99, "person", "P1")], "two Canadians[person: met]"),
    ],
    ids=["none", "one", "nested", "same words", "crossing", "empty, and past the end"],
)
def test_marks_become_a_tree(found, expected):
    assert shown(*found) == expected


def test_a_block_cuts_what_reaches_beyond_it():
    assert shown(Mark(0, 13, "count", "N1"), start=4, end=17) == "[count:Canadians] met"


def test_marks_do_not_nest_without_end():
    nested = tree(TEXT, 0, len(TEXT), [Mark(0, 17, "person", "P1")] * 3000)
    assert (words(nested[0]), len(nested)) == (TEXT, 1)


def words(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(words, node[5]))


@given(some.lists(some.tuples(some.integers(-2, 19), some.integers(-2, 19), some.sampled_from(KINDS)), max_size=8))
def test_no_character_is_lost_or_doubled(found):
    ordered = sorted((Mark(*each, "") for each in found), key=lambda mark: (mark.start, -mark.end))
    assert "".join(map(words, tree(TEXT, 0, len(TEXT), ordered))) == TEXT


def test_verdicts_go_to_the_figures_they_rest_on():
    by_place = {(mark.start, mark.end): mark for mark in marks(seed_record("nineteen-talks"))}
    assert by_place[610, 620].verdict == "wrong", "nine calls, which should read eight"
    assert by_place[821, 837].verdict == "contradictory", "11 conversations, which are part of the sum"
    assert by_place[23, 42].verdict == "consistent", "19 high-level talks, which the lists bear out"
    assert by_place[309, 322].verdict == "", "two Canadians, who are compared with nothing"
    assert by_place[1089, 1137].kind == "words", "a heading, which is nothing else"
