"""`newstally schema`: the JSON Schema of a record."""

from __future__ import annotations

from newstally.cli.terminal import show_json


def schema() -> None:
    """Print the JSON Schema of a record."""
    from newstally.records import Record

    show_json(Record.model_json_schema(by_alias=True))
