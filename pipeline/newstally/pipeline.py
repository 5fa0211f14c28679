"""The one page that names every stage in order: Article → Doc → Mentions → Story → findings → Record."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newstally import checks, mentions, registry, rules
from newstally.errors import InputError
from newstally.records import ErrorRecord, Record, error_record, record
from newstally.resolve import resolve
from newstally.tokenizer import make_doc
from newstally.types import Article, Failure, Mentions

if TYPE_CHECKING:
    from spacy.language import Language


def extract(nlp: Language, articles: Iterable[Article | Failure]) -> Iterator[Record | ErrorRecord]:
    """The record of each article, in order and streaming; what was not read, or fails here, becomes an error record.

    Raises ConfigError where the sections ``[checks]`` and ``[limits]`` of the model's config do not hold.
    """
    stages = _stages(nlp)
    for article in articles:
        if isinstance(article, Failure):
            yield error_record(article)
            continue
        try:
            with _collector_waiting():
                found = stages(article)
            yield found
        except Exception as error:  # nothing is lost: the other articles are still done
            yield error_record(_failure(article, error))


def _stages(nlp: Language) -> Callable[[Article], Record]:
    """Every stage in order, with the tables, checks and options that the model carries."""
    tables = rules.tables(nlp.vocab)
    enabled, options = registry.settings(nlp.config["checks"])
    limits = registry.limits(nlp.config.get("limits", {}))
    meta = nlp.meta
    model = f"{nlp.lang}_{meta['name']} {meta['version']}" + (f" over {meta['reader']}" if "reader" in meta else "")

    def run(article: Article) -> Record:
        found = mentions.read(nlp(make_doc(nlp, article.text)), article)
        _hold_to(limits.read, found)
        story = resolve(found, tables)
        findings = checks.run(story, enabled, options, limits.checked)
        return record(story, findings, model)

    return run


@contextmanager
def _collector_waiting() -> Iterator[None]:
    """Let the collector of circular garbage wait: an article makes none, and it would walk through its words for it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _hold_to(limit: int, found: Mentions) -> None:
    """Raise InputError where a text has more of anything than any news has: it would take hours."""
    for name, group in found.groups.items():
        if len(group) > limit:
            raise InputError(
                f"{found.article.id}: {len(group):,} {name}, more than the {limit:,} of a story; "
                "split it into articles, or raise `read` in the section [limits] of the model's config"
            )


def _failure(article: Article, error: Exception) -> Failure:
    name, source = type(error).__name__, article.source or article.id
    if isinstance(error, InputError):
        return Failure(article.id, source, name, str(error), source)
    message = f"{article.id}: {name} while it was worked through ({error}); please report it with the text"
    return Failure(article.id, source, name, message, source)
