"""The values of a mark as text that a person edits in an annotation tool: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newstally.errors import InputError


def written(values: Mapping[str, Any]) -> str:
    """One line of JSON."""
    return json.dumps(values, ensure_ascii=False)


def values_of(text: str | list[str], place: str) -> dict[str, Any]:
    """The values of a text, or of the parts of one. Raises InputError where they are no JSON object."""
    whole = text if isinstance(text, str) else "".join(text)
    if not whole.strip():
        return {}
    try:
        values = json.loads(whole)
    except ValueError as error:
        raise InputError(f'{place}: its values are not JSON ({error}); write {{"key": value, …}}') from error
    if not isinstance(values, dict):
        raise InputError(f'{place}: its values are {whole}; write {{"key": value, …}}')
    return values
