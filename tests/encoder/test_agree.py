import numpy as np
import pytest

from newstally.encoder.agree import agree

PERSON, LOC = 0, 1


def read(
    text: str, spans: list[tuple[int, int, int]], sure: dict[int, float], begins: tuple[int, ...] = ()
) -> list[str]:
    """Settle spans whose every word is given its label by ``sure`` (1.0 where not named)."""
    words = text.split()
    scores = np.zeros((len(words), 5))
    for first, last, label in spans:
        for i in range(first, last):
            scores[i, 1 + 2 * label : 3 + 2 * label] = sure.get(i, 1.0)
    blocks = [i == 0 or i in begins for i in range(len(words))]
    found = agree(spans, scores, words, blocks, PERSON)
    return [f"{' '.join(words[a:b])}/{'PL'[label]}" for a, b, label, _ in found]


@pytest.mark.parametrize(
    ("text", "spans", "sure", "expected"),
    [
        (
            "Jujuy and Jujuy and Jujuy",
            [(0, 1, LOC), (2, 3, PERSON), (4, 5, LOC)],
            {0: 4, 2: 0.5, 4: 4},
            "Jujuy/L Jujuy/L Jujuy/L",
        ),
        ("Jordan met Jordan", [(0, 1, PERSON), (2, 3, LOC)], {0: 6, 2: 6}, "Jordan/P Jordan/L"),
        ("Sauli Merkel met Merkel", [(0, 2, PERSON), (3, 4, LOC)], {0: 4, 1: 4, 3: 0.5}, "Sauli Merkel/P Merkel/P"),
        (
            "Freeland held , Chrystia Freeland said",
            [(0, 1, LOC), (3, 5, PERSON)],
            {0: 9},
            "Freeland/P Chrystia Freeland/P",
        ),
        ("Ann Le Do met Le Do", [(0, 3, PERSON), (4, 6, LOC)], {}, "Ann Le Do/P Le Do/P"),
        (
            "Jo Chad in Chad , Chad and Chad",
            [(0, 2, PERSON), (3, 4, LOC), (5, 6, LOC), (7, 8, LOC)],
            {3: 9, 5: 9, 7: 9},
            "Jo Chad/P Chad/L Chad/L Chad/L",
        ),
        ("UP and UP say UP", [(0, 1, LOC), (2, 3, LOC)], {}, "UP/L UP/L UP/L"),
        ("UP and UP say UP or UP", [(0, 1, LOC)], {}, "UP/L"),
        ("May and May in may", [(0, 1, LOC), (2, 3, LOC)], {}, "May/L May/L"),
        ("nothing here", [], {}, ""),
    ],
)
def test_one_form_one_label(text: str, spans: list, sure: dict[int, float], expected: str) -> None:
    assert " ".join(read(text, spans, sure)) == expected


def test_a_missed_name_is_not_found_across_blocks() -> None:
    spans = [(0, 2, LOC), (3, 5, LOC)]
    assert len(read("San Juan , San Juan , San Juan", spans, {}, begins=(7,))) == 2
    assert len(read("San Juan , San Juan , San Juan", spans, {})) == 3


def test_the_share_of_a_label_is_that_of_all_places() -> None:
    scores = np.array([[0, 4, 4, 0, 0], [9, 0, 0, 0, 0], [0, 0, 0, 2, 2]], dtype=float)
    first, second = agree([(0, 1, PERSON), (2, 3, LOC)], scores, ["Ana", "and", "Ana"], [True, False, False], PERSON)
    assert first.share + second.share == pytest.approx(1)
    assert first.share > second.share
