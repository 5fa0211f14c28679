"""Items: long and short texts weigh the same, and none is lost or moved."""

from __future__ import annotations

import pytest

from newstally.runner.items import ARTICLES, CHARS, items
from newstally.types import Article, Failure

SHORT, HALF, LONG = 10, CHARS // 2, CHARS * 3


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([], []),
        ([SHORT], [1]),
        ([HALF, HALF], [2]),
        ([HALF, HALF, SHORT], [2, 1]),
        ([LONG], [1]),
        ([SHORT, LONG, SHORT], [1, 1, 1]),
        ([LONG, LONG], [1, 1]),
        ([SHORT] * ARTICLES, [ARTICLES]),
        ([SHORT] * (ARTICLES + 1), [ARTICLES, 1]),
    ],
    ids=["none", "one", "full", "over", "long", "long among short", "long ones", "many", "too many"],
)
def test_items_are_of_bounded_length(lengths, sizes):
    articles = [Article(str(number), "x" * length) for number, length in enumerate(lengths)]
    found = list(items(articles))
    assert [len(item.articles) for item in found] == sizes
    assert [item.number for item in found] == list(range(len(sizes)))
    assert [article for item in found for article in item.articles] == articles


def test_what_could_not_be_read_has_its_place_and_no_length():
    stream = [Article("a", "x" * CHARS), Failure("b", "b", "InputError", "b: empty", "b"), Article("c", "x")]
    assert [[article.id for article in item.articles] for item in items(stream)] == [["a", "b"], ["c"]]


def test_a_stream_is_read_no_further_than_asked():
    def stream():
        yield Article("a", "x" * LONG)
        yield Article("b", "x")
        raise AssertionError("read ahead")

    assert next(items(stream())).articles[0].id == "a"
