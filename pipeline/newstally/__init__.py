"""newstally: who is in a news story, in what role, for which country, and how many; and whether its figures agree.

    >>> import newstally
    >>> nlp = newstally.load()
    >>> record, = newstally.extract(nlp, [newstally.Article("draft", "Two ferries sank. Both ferries were old.")])

Names are imported when first used, so that `newstally --help` and `newstally.checks` need no spaCy.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
DEFAULT_MODEL = "en_newstally"
MAX_CHARS = 1_000_000  # of a text: the length that spaCy takes, and a book, not an article
__all__ = ["Article", "Record", "__version__", "extract", "load"]

_HOME = {
    "Article": "newstally.types",
    "Record": "newstally.records",
    "extract": "newstally.pipeline",
    "load": "newstally.nlp",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newstally' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
