"""What the processes of a batch run hold in common: the model, and how an article becomes a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newstally import nlp, pipeline, write
from newstally.records import ErrorRecord
from newstally.runner.items import Result
from newstally.types import Article, Failure

if TYPE_CHECKING:
    from spacy.language import Language

FIRST = "President Mary Ono met nine envoys from Peru on Monday; in all, 12 have come, 20 percent more than last year."

load = cache(nlp.load)
"""A model by name: once per process, and not at all where the process was forked from one that holds it."""


def load_before_fork(model: str) -> None:
    """Load what processes may share that are forked from this one: our own model, whose networks run without threads.

    It reads a sentence, so that what is made for the first text (the words of tables, patterns) is shared, too. What
    another pipeline brings (torch and its threads) may hang in a forked process, so each loads that by itself.
    """
    if nlp.is_own(model):
        list(results(load(model), [Article("first", FIRST)]))


def results(language: Language, articles: Iterable[Article | Failure]) -> Iterator[Result]:
    """The result of each article, in order and one by one."""
    articles = list(articles)
    for article, record in zip(articles, pipeline.extract(language, articles), strict=True):
        words = len(article.text.split()) if isinstance(article, Article) else 0
        yield Result(write.line(record), words, record.error.message if isinstance(record, ErrorRecord) else "")
