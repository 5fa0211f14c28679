"""The one page that names every stage in order: Article → Doc → Mentions → Story → findings → Record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from newstally import checks, mentions, registry, rules
from newstally.nlp import make_doc
from newstally.records import ErrorRecord, Record, error_record, record
from newstally.resolve import resolve
from newstally.types import Article, Failure

if TYPE_CHECKING:
    from spacy.language import Language


def extract(nlp: Language, articles: Iterable[Article | Failure]) -> Iterator[Record | ErrorRecord]:
    """The record of each article, in order and streaming; what was not read, or fails here, becomes an error record.

    Raises ConfigError where the section ``[checks]`` of the model's config does not hold.
    """
    stages = _stages(nlp)
    for article in articles:
        if isinstance(article, Failure):
            yield error_record(article)
            continue
        try:
            yield stages(article)
        except Exception as error:  # nothing is lost: the other articles are still done
            yield error_record(_failure(article, error))


def _stages(nlp: Language) -> Callable[[Article], Record]:
    """Every stage in order, with the tables, checks and options that the model carries."""
    tables = rules.tables(nlp.vocab)
    enabled, options = registry.settings(nlp.config["checks"])
    meta = nlp.meta
    model = f"{nlp.lang}_{meta['name']} {meta['version']}" + (f" over {meta['reader']}" if "reader" in meta else "")

    def run(article: Article) -> Record:
        doc = nlp(make_doc(nlp, article.text))
        story = resolve(mentions.read(doc, article), tables)
        findings = checks.run(story, enabled, options)
        return record(story, findings, model)

    return run


def _failure(article: Article, error: Exception) -> Failure:
    name, source = type(error).__name__, article.source or article.id
    message = f"{article.id}: {name} while it was worked through ({error}); please report it with the text"
    return Failure(article.id, source, name, message, source)
