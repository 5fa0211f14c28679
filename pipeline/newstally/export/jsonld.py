"""Correction notes as schema.org's ``CorrectionComment``, in JSON-LD: one NewsArticle a line of ``corrections.jsonl``.

A line is what a publisher puts into the page of that story, so that search engines and archives see the correction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newstally.files import open_text
from newstally.saved import RecordDict, Texts


@contextmanager
def open_in(folder: Path, _texts: Texts) -> Iterator[Callable[[RecordDict], None]]:
    """Write ``corrections.jsonl``, a line for each story that has a correction note, into ``folder``."""
    with open_text(folder / "corrections.jsonl") as file:

        def put(record: RecordDict) -> None:
            if record["corrections"]:
                file.write(json.dumps(news_article(record), ensure_ascii=False) + "\n")

        yield put


def news_article(record: RecordDict) -> dict[str, Any]:
    """The story as a schema.org NewsArticle with its corrections; a note that several figures share stands once."""
    notes = dict.fromkeys(note["text"] for note in record["corrections"])
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": record["id"],
        "headline": record["headline"]["text"] if record["headline"] else "",
        "correction": [{"@type": "CorrectionComment", "text": text} for text in notes],
    }
    return {key: value for key, value in article.items() if value}
