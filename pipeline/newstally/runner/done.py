"""What an output holds already, counted in a temporary SQLite database, so that memory stays flat.

A record is known by its id, source and the hash of its text; an error record by its id, source and place. The
database is SQLite's own kind of temporary file: nobody else sees it, and it is gone with the process.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

from newstally.types import Article, Failure

TABLE = "CREATE TABLE done (key BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID"
ADD = "INSERT INTO done VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1"
TAKE = "UPDATE done SET times = times - 1 WHERE key = ? AND times > 0"


class Done:
    """The articles that need not be done again; one that stands twice in the input may stand twice here."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("", check_same_thread=False)  # filled in one thread, asked in the reader's
        self._rows.execute(TABLE)

    def add(self, record: dict[str, Any]) -> None:
        """Count a record, or error record, that is written. Raises KeyError or TypeError where it is neither."""
        if "error" in record:
            key = _key("error", record["id"], record["source"], record["error"]["where"])
        else:
            key = _key("record", record["id"], record["source"], record["sha256"])
        self._rows.execute(ADD, (key,))

    def take(self, article: Article | Failure) -> bool:
        """Whether the article is done; each record counts for one article."""
        source = article.source or article.id
        if isinstance(article, Failure):
            return self._take("error", article.id, source, article.where)
        digest = hashlib.sha256(article.text.encode(errors="surrogatepass")).hexdigest()
        return self._take("record", article.id, source, digest) or self._take("error", article.id, source, source)

    def close(self) -> None:
        """Forget all."""
        self._rows.close()

    def _take(self, *parts: str) -> bool:
        return self._rows.execute(TAKE, (_key(*parts),)).rowcount > 0


def _key(*parts: str) -> bytes:
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).digest()
