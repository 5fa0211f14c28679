"""What the files of a run that was cut off hold already; memory stays flat, for a temporary SQLite database counts it.

A record is known by its id, source and the hash of its text; an error record by its id, source and place. The
database is SQLite's own kind of temporary file: nobody else sees it, and it is gone with the process.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

from newstally.errors import InputError
from newstally.types import Article, Failure

START = b'{"schema":'  # of each record, and each error record
TABLE = "CREATE TABLE done (key BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID"
ADD = "INSERT INTO done VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1"
TAKE = "UPDATE done SET times = times - 1 WHERE key = ? AND times > 0"


class Done:
    """The articles that need not be done again; one that stands twice in the input may stand twice here.

    maker: the version of newstally and the model of the last record, None where there is none.
    """

    def __init__(self) -> None:
        self.maker: tuple[str, str] | None = None
        self._rows = sqlite3.connect("", check_same_thread=False)  # filled in one thread, asked in the reader's
        self._execute(TABLE)

    def take_up(self, path: Path) -> int:
        """Count the records of a file, and cut off what stands behind the last whole one. Returns how many there are.

        Raises InputError, and leaves the file as it is, where it is no file of records.
        """
        if not path.exists():
            return 0
        lines = end = 0
        with path.open("r+b") as file:
            for line in file:
                if not self._add(line):
                    if end == 0 and not _is_ours(line):
                        raise InputError(f"{path}: line 1 is no record of newstally; give the output of the run before")
                    break
                lines, end = lines + 1, end + len(line)
            file.truncate(end)
        return lines

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

    def _add(self, line: bytes) -> bool:
        """Count a line, if it is a whole record or error record."""
        if not line.endswith(b"\n"):
            return False
        try:
            record = json.loads(line)
            if "error" in record:
                key = _key("error", record["id"], record["source"], record["error"]["where"])
            else:
                key = _key("record", record["id"], record["source"], record["sha256"])
                self.maker = maker(record)
        except (ValueError, KeyError, TypeError):
            return False
        self._execute(ADD, key)
        return True

    def _take(self, *parts: str) -> bool:
        return self._execute(TAKE, _key(*parts)).rowcount > 0

    def _execute(self, statement: str, *values: bytes) -> sqlite3.Cursor:
        try:
            return self._rows.execute(statement, values)
        except sqlite3.Error as error:
            fault = f"what is done cannot be kept in the folder for temporary files ({error})"
            raise InputError(f"{fault}; make room there, or name another with SQLITE_TMPDIR") from error


def maker(record: dict[str, Any]) -> tuple[str, str]:
    """What made a record: the version of newstally and the model."""
    return record["newstally"], record["model"]


def _key(*parts: str) -> bytes:
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).digest()


def _is_ours(line: bytes) -> bool:
    """Whether a damaged first line was a record: it begins like one, or with the zeros that a loss of power leaves."""
    return line.startswith((START, b"\0")) or START.startswith(line)
