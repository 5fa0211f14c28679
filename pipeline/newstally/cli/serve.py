"""`newstally serve`: the report's page on this machine, with a box for a draft."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import Model
from newstally.cli.terminal import tell
from newstally.errors import ConfigError
from newstally.suppress import without_comments

if TYPE_CHECKING:
    from spacy.language import Language

MOST = 100_000  # half a minute on one core


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")] = 8765,
    model: Model = DEFAULT_MODEL,
    max_chars: Annotated[int, typer.Option("--max-chars", min=1, help="Refuse drafts longer than this.")] = MOST,
) -> None:
    """Show a page on 127.0.0.1 where a story is typed, pasted or dropped, and checked at once; nothing is stored."""
    from newstally import nlp, registry
    from newstally.report import write_live
    from newstally.serve import Server

    page = StringIO()
    write_live(page, registry.titles(), "newstally", max_chars)
    pipeline = nlp.load(model)
    try:
        server = Server(port, page.getvalue(), lambda draft: _found(pipeline, draft), max_chars)
    except OSError as error:
        raise ConfigError(f"port {port}: cannot be had ({error.strerror}); name another with --port") from error
    tell(f"{server.url} (Ctrl-C ends it)")
    with server:
        server.serve_forever()


def _found(nlp: Language, draft: str) -> Mapping[str, Any]:
    """What the page shows of a draft, or the reason why it cannot be read."""
    from newstally import pipeline
    from newstally.records import ErrorRecord
    from newstally.report import live
    from newstally.types import Article

    text = without_comments(draft)
    (record,) = pipeline.extract(nlp, [Article("draft", text)])
    return {"error": record.error.message} if isinstance(record, ErrorRecord) else live(record.as_dict(), text)
