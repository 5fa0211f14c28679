import pytest

from newstally.encoder.edges import mend

ORG, NORP, LOC = 0, 1, 2
KNOWN = {"South African": NORP, "South Africa": LOC, "United States of America": LOC, "United States": LOC}


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("the JD ( S ) won", [(1, 4, ORG)], [(1, 5, ORG)]),
        ("the JD ( S won", [(1, 4, ORG)], [(1, 4, ORG)]),
        ("the JD ) won", [(1, 2, ORG)], [(1, 2, ORG)]),
        ("a South African farm", [(2, 3, NORP)], [(1, 3, NORP)]),
        ("a South African farm", [(1, 2, NORP), (2, 3, NORP)], [(1, 3, NORP)]),
        ("a South African farm", [(1, 3, ORG)], [(1, 3, NORP)]),
        ("a South African farm", [(0, 2, ORG), (2, 3, NORP)], [(0, 2, ORG), (2, 3, NORP)]),
        ("United States of America President", [(0, 3, ORG), (3, 4, LOC)], [(0, 4, LOC)]),
        ("United States President", [(0, 1, LOC)], [(0, 2, LOC)]),
        ("South African Airways", [(0, 3, ORG)], [(0, 3, ORG)]),
        ("a South African farm", [], []),
        ("an African farm", [(1, 2, NORP)], [(1, 2, NORP)]),
        ("", [], []),
    ],
)
def test_edges_are_mended(text: str, spans: list, expected: list) -> None:
    words = text.split()
    assert mend(spans, words, [i == 0 for i in range(len(words))], KNOWN) == expected


def test_no_edge_moves_over_the_start_of_a_block() -> None:
    assert mend([(1, 2, NORP)], ["South", "African"], [True, True], KNOWN) == [(1, 2, NORP)]
