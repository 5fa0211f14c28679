"""Finished records as far as they are judged: those of newstally, or any tool's that say as much in the same form.

Only what is judged is read: a record needs its ``id`` and those of ``people``, ``roles``, ``countries``, ``counts`` and
``checks`` that its tool finds; what it leaves out is not measured, and other keys are passed over.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from newstally.errors import InputError
from newstally.gold.lint import explained
from newstally.types import CheckKind, Modifier, Status, Verdict

Number = int | float | None


class _Span(BaseModel):
    text: str
    start: int | None = None


class _Person(BaseModel):
    id: str = ""
    name: str
    mentions: list[_Span] = []
    byline: bool = False


class _Role(BaseModel):
    person: str
    title: str
    of: str = ""
    country: str = ""
    status: Status = "current"
    evidence: _Span | None = None


class _Country(BaseModel):
    code: str
    mentions: list[_Span] = []


class _Count(BaseModel):
    id: str = ""
    value: Number
    start: int
    end: int
    text: str = ""
    unit: str = ""
    modifier: Modifier = "exact"


class _Check(BaseModel):
    kind: CheckKind
    verdict: Verdict
    counts: list[str] = []
    spans: list[_Span] = []
    stated: Number = None
    found: Number = None
    message: str = ""


class _Reach(BaseModel):
    tried: int = 0
    judged: int = 0
    unsettled: int = 0
    binding: int = 0


class _Record(BaseModel):
    id: Annotated[str, Field(min_length=1)]
    sha256: str | None = None
    people: list[_Person] | None = None
    roles: list[_Role] | None = None
    countries: list[_Country] | None = None
    counts: list[_Count] | None = None
    checks: list[_Check] | None = None
    reach: dict[str, _Reach] = {}


def judged_part(row: dict[str, Any], place: str) -> dict[str, Any]:
    """The part of a record that is judged, with defaults for what a kind may leave out; of an error record its error.

    Raises InputError, naming the key, where it does not hold.
    """
    try:
        record = _Record.model_validate(row).model_dump()
    except ValidationError as error:
        raise InputError(f"{place}: {explained(error.errors(include_url=False)[0])}") from error
    return {"id": record["id"], "error": row["error"]} if "error" in row else record
