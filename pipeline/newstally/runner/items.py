"""What goes to a process at once and what comes back: items of bounded length, so that long and short texts balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newstally.types import Article, Failure

CHARS = 16_000  # of an item: about a second of work; a longer article is an item of its own
ARTICLES = 64  # of an item at most, however short they are


class Result(NamedTuple):
    """One article done: its record as a line of JSONL, its words, and the message where the record is an error."""

    line: bytes
    words: int
    error: str = ""


@dataclass(slots=True)
class Item:
    """Articles that follow one another in the input, and the results of those that are done, in the same order."""

    number: int
    articles: list[Article | Failure]
    results: list[Result] = field(default_factory=list)
    doubted: int = -1
    """The article in whose course a process was lost once."""

    @property
    def chars(self) -> int:
        """The length of its texts."""
        return sum(map(length, self.articles))

    @property
    def rest(self) -> list[Article | Failure]:
        """The articles that are still to be done."""
        return self.articles[len(self.results) :]


def length(article: Article | Failure) -> int:
    """The characters that are to be read; none where an article failed."""
    return len(article.text) if isinstance(article, Article) else 0


def items(articles: Iterable[Article | Failure]) -> Iterator[Item]:
    """Cut a stream of articles into items, numbered from 0."""
    number, chars, pack = 0, 0, []
    for article in articles:
        if pack and (chars + length(article) > CHARS or len(pack) == ARTICLES):
            yield Item(number, pack)
            number, chars, pack = number + 1, 0, []
        pack.append(article)
        chars += length(article)
    if pack:
        yield Item(number, pack)
