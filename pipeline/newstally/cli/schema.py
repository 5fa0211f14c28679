"""`newstally schema`: the JSON Schema of a record."""

from __future__ import annotations

from newstally.cli.terminal import show_json


def schema() -> None:
    """Print the JSON Schema of a record."""
    from newstally.schema import json_schema

    show_json(json_schema())
