import pytest

from newstally.encoder.edges import mend

PEOPLES = {"South African", "Costa Ricans"}
ORG, NORP = 0, 1


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
        ("an African farm", [(1, 2, NORP)], [(1, 2, NORP)]),
        ("", [], []),
    ],
)
def test_edges_are_mended(text: str, spans: list, expected: list) -> None:
    words = text.split()
    assert mend(spans, words, [i == 0 for i in range(len(words))], PEOPLES, NORP) == expected


def test_no_edge_moves_over_the_start_of_a_block() -> None:
    assert mend([(1, 2, NORP)], ["South", "African"], [True, True], PEOPLES, NORP) == [(1, 2, NORP)]
