"""Where an item stands: in its story, where that is a file of its own, else in its article."""

from __future__ import annotations

from collections.abc import Iterable

from newstally.evaluate.wrongs import Wrong
from newstally.gold.files import GoldRow


class Places:
    """The files of articles by their id."""

    def __init__(self, rows: Iterable[GoldRow] = ()) -> None:
        self._rows = {row.object["id"]: row for row in rows}

    def of(self, wrong: Wrong) -> str:
        """``story.txt:12:5``, or ``id:12:5`` where the story is no file, or the id alone where the place is unknown."""
        file = self._story(wrong.article) or wrong.article
        return f"{file}:{wrong.item.line}:{wrong.item.column}" if wrong.item.line else file

    def in_files(self, wrong: Wrong) -> tuple[str, int, int]:
        """File, line and column in the story where that is a file, else the line of the gold; "" where neither is."""
        if (story := self._story(wrong.article)) and wrong.item.line:
            return story, wrong.item.line, wrong.item.column
        row = self._rows.get(wrong.article)
        return (row.path.as_posix(), row.line, 1) if row else ("", 0, 0)

    def _story(self, article: str) -> str | None:
        row = self._rows.get(article)
        return row.story.as_posix() if row and row.story else None
