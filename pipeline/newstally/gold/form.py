"""The form of one article's gold: its keys, their types and vocabularies, as the annotation guidelines give them.

Keys that are not here are refused, for a misspelt key is an answer lost.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from newstally.types import CheckKind, CountryKind, Modifier, Status, Verdict

Text = Annotated[str, Field(min_length=1)]
Code = Annotated[str, Field(pattern="^([A-Z]{2})?$")]
Number = int | float
Measured = Literal["money", "percent", "measure", "count"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Person(_Strict):
    """One human being: the fullest form, every other surface form, and whether it is a credit's."""

    name: Text
    aliases: list[Text] = []
    byline: bool = False


class Role(_Strict):
    """Who, what, of what; ``to`` is the country an envoy is accredited to."""

    person: Text
    title: Text
    of: str
    country: Code
    status: Status
    to: Code = ""


class CountryMention(_Strict):
    """One surface form of a country."""

    text: Text
    kind: CountryKind


class Country(_Strict):
    """A country with its surface forms, and the longer quotes in which they do not count."""

    code: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    mentions: list[CountryMention]
    except_: list[Text] = Field(default=[], alias="except")


class Count(_Strict):
    """A stated whole number of things; ``high`` goes with the modifier ``range``."""

    quote: Text
    value: int
    unit: Text
    unit_text: str
    modifier: Modifier
    actor: list[Text] = []
    high: int | None = None


class Check(_Strict):
    """What a copy editor would check; ``counts`` are indexes into the article's counts."""

    kind: CheckKind
    counts: list[int]
    verdict: Verdict
    note: str = ""
    items: list[Text] | None = None
    exhaustive: bool | None = None
    forms: list[Text] | None = None
    quantity: Measured | None = None
    stated: Number | None = None
    parts: list[Number] | None = None


class Article(_Strict):
    """One article, or one passage (its id holds a ``#``), which carries counts and checks only."""

    id: Text
    source: str = ""
    headline: str = ""
    date: str = ""
    text: Text
    people: list[Person]
    roles: list[Role]
    countries: list[Country]
    counts: list[Count]
    checks: list[Check]


def keys(model: type[BaseModel]) -> list[str]:
    """The keys that an object may have, as they stand in JSON."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(path: tuple[Any, ...]) -> type[BaseModel]:
    """The form of the object that a key path leads to: that of a count for ``("counts", 3, "unitt")``."""
    within = {
        "people": Person, "roles": Role, "countries": Country, "mentions": CountryMention, "counts": Count,
        "checks": Check,
    }  # fmt: skip
    return next((within[part] for part in reversed(path[:-1]) if part in within), Article)
