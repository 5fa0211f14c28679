"""Where one article's gold does not hold: in its form first, then against its text, then in its checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from newstally.gold import form, sums, text
from newstally.gold.fault import Fault, key_of

ADVICE = {
    "string_pattern_mismatch": "write a country's code of two capitals",
    "string_too_short": "write it, or take the whole entry out",
    "model_type": "write a JSON object as the guidelines give it",
    "string_type": "write a string",
    "list_type": "write a list",
    "bool_type": "write true or false",
    "int_type": "write a whole number",
    "float_type": "write a number",
}  # what pydantic says in its own terms


def faults(gold: Any) -> list[Fault]:
    """All faults of one article's gold, in the order of its keys; the text is asked only where the form holds."""
    return list(_of_form(gold)) or [*text.faults(gold), *sums.faults(gold)]


def _of_form(gold: Any) -> Iterator[Fault]:
    try:
        form.Article.model_validate(gold)
    except ValidationError as error:
        yield from dict.fromkeys(map(explained, error.errors(include_url=False)))


def explained(error: Mapping[str, Any]) -> Fault:
    """One error of pydantic in the words of a fault."""
    path, value = error["loc"], repr(error["input"])
    match error["type"]:
        case "missing":
            return Fault(key_of(path), "is missing", "add it")
        case "extra_forbidden":
            return Fault(key_of(path), "is an unknown key", _unknown(path))
        case "literal_error":
            return Fault(key_of(path), f"is {value}", f"write {error['ctx']['expected']}")
    # A number that may be whole or not has a fault for each; the last part of its path is the type, not a key.
    path = tuple(part for part in path if part not in ("int", "float"))
    return Fault(key_of(path), f"is {value}", ADVICE.get(error["type"], f"{error['msg'][0].lower()}{error['msg'][1:]}"))


def _unknown(path: tuple[Any, ...]) -> str:
    allowed = form.keys(form.model_at(path))
    near = get_close_matches(str(path[-1]), allowed, n=1)
    return f"did you mean {near[0]!r}?" if near else f"take it out; there are {', '.join(allowed)}"

