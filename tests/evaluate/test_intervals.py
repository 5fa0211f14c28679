"""Bootstrap intervals: known ones, and what they must hold."""

from __future__ import annotations

import pytest

from newstally.evaluate.intervals import intervals

PERFECT, HALF, EMPTY = (4, 4, 4), (2, 4, 4), (0, 0, 0)


def of(*articles):
    """The intervals of one measure."""
    (found,) = intervals([[article] for article in articles])
    return found


@pytest.mark.parametrize(
    ("articles", "interval"),
    [
        ([PERFECT] * 5, (1.0, 1.0)),
        ([HALF] * 5, (0.5, 0.5)),
        ([PERFECT, HALF], (0.5, 1.0)),
        ([PERFECT], None),
        ([EMPTY, EMPTY], None),
    ],
    ids=["all right", "all half right", "one of two", "one article says nothing of others", "nothing to measure"],
)
def test_known_intervals(articles, interval):
    assert of(*articles) == {"precision": interval, "recall": interval, "f1": interval}


def test_precision_and_recall_apart():
    found = of((3, 4, 6), (3, 4, 6))
    assert found == {"precision": (0.5, 0.5), "recall": (0.75, 0.75), "f1": (0.6, 0.6)}


def test_more_articles_make_a_narrower_interval():
    widths = [high - low for low, high in (of(*[PERFECT, HALF] * number)["f1"] for number in (5, 50))]
    assert 0 < widths[1] < widths[0] / 2


def test_the_width_is_that_of_the_normal_approximation():
    """Of 100 articles with one mention each, 80 found: recall 0.8 ± 1.96 · √(0.8 · 0.2 / 100)."""
    low, high = of(*[(1, 1, 1)] * 80, *[(0, 1, 0)] * 20)["recall"]
    assert (low, high) == (pytest.approx(0.8 - 0.078, abs=0.015), pytest.approx(0.8 + 0.078, abs=0.015))


def test_each_measure_has_its_own_and_two_runs_have_the_same():
    articles = [[PERFECT, HALF], [HALF, HALF], [PERFECT, HALF]]
    assert intervals(articles) == intervals(articles)
    assert intervals(articles)[1]["f1"] == (0.5, 0.5)
    assert intervals([]) == []
