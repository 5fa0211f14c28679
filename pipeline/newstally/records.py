"""Story + findings → Record: the JSON object of one article, strict and in a fixed order of keys.

Field names and their order are the format ``newstally/1``: changing them is changing the format. The fields of
`Record.OPTIONAL` stand last, and only where there is something in them. What is made here is right by its making;
records that come from outside are held to the format in `schema`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, dataclass_transform

from newstally import __version__, types
from newstally.types import BlockKind, CheckKind, CheckRun, CountryKind, Modifier, QuantityType, Status, Story, Verdict

SCHEMA: Literal["newstally/1"] = "newstally/1"
Number = int | float


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Object:
    """What becomes an object of JSON: a frozen dataclass whose fields are its keys."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid", "use_attribute_docstrings": True}

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)

    def fields(self) -> dict[str, Any]:
        """What it holds by the documented order of keys; objects in it stay objects."""
        return vars(self)

    def as_dict(self) -> dict[str, Any]:
        """The object as a JSON-safe dict in the documented order of keys."""
        return {key: _plain(value) for key, value in self.fields().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, _Object):
        return value.as_dict()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return {key: _plain(inner) for key, inner in value.items()} if isinstance(value, dict) else value


class Span(_Object):
    """A stretch of the text, in Unicode code points: ``text[start:end]``."""

    text: str
    start: int
    end: int


class Block(_Object):
    """A piece of the page."""

    kind: BlockKind
    start: int
    end: int


class Person(_Object):
    """One human being called by a proper name; ``byline``: of the credits, not of the story."""

    id: str
    name: str
    """The fullest form of it in the story."""
    mentions: list[Span]
    byline: bool


class Role(_Object):
    """Who (a person's id), what (title), of what (of)."""

    id: str
    person: str
    """The id of who has it."""
    title: str
    """In the story's words, without country and body."""
    category: str
    """The kind of role by our table of offices, such as minister, police or coach; may be empty."""
    of: str
    """The company, party, city or other body that it is a role of."""
    country: str
    """The code of the country that it is a role of."""
    to: str
    """The code of the country that an envoy is sent to."""
    status: Status
    evidence: Span
    """The words that give the role, where the story first does so."""


class CountryMention(Span):
    """One place where a country is named, and how."""

    kind: CountryKind


class Country(_Object):
    """A state, territory or bloc."""

    code: str
    """ISO 3166-1 alpha-2, and EU, UN, XK."""
    name: str
    type: Literal["state", "territory", "bloc"]
    mentions: list[CountryMention]


class Count(_Object):
    """A stated whole number of things; null bounds are open, block and sentence count from 0."""

    id: str
    value: Number | None
    """The figure as printed, of a range the lower end."""
    low: Number | None
    """The least that the words allow."""
    high: Number | None
    """The most that the words allow."""
    modifier: Modifier
    unit: str
    """The noun that is counted, in the singular."""
    unit_text: str
    """The noun with what describes it, in the story's words."""
    actors: list[str]
    """Whose they are: ids of people, or the story's words."""
    text: str
    start: int
    end: int
    block: int
    sentence: int


class Quantity(_Object):
    """A figure that is no count: money, percentages, measures, durations, ages, dates, bare numbers, labels."""

    id: str
    type: QuantityType
    value: Number | None
    low: Number | None
    high: Number | None
    modifier: Modifier
    unit: str
    unit_text: str
    text: str
    start: int
    end: int


class Item(Span):
    """One member of a list; ``ref`` is a person's id, a country's code or ""."""

    ref: str


class List(_Object):
    """Things enumerated together."""

    id: str
    exhaustive: bool
    """False after “including”, “such as” and the like."""
    heading: Span | None
    items: list[Item]
    start: int
    end: int


class Correction(_Object):
    """A note that withdraws the figure ``old`` for ``new``."""

    id: str
    old: Number | None
    new: Number | None
    unit: str
    text: str
    start: int
    end: int


class Suggestion(_Object):
    """The one change that makes the figures agree."""

    count: str
    """The id of the figure to change."""
    value: Number
    """What it should read."""
    why: str


class Check(_Object):
    """What one check found, with its evidence."""

    id: str
    code: str
    """The fault that it looks for, such as T101."""
    kind: CheckKind
    verdict: Verdict
    message: str
    """The finding in a sentence."""
    stated: Number | None
    """The figure that the story states."""
    found: Number | None
    """What it was held against."""
    counts: list[str]
    """Ids of the counts compared, the total first."""
    lists: list[str]
    """Ids of the lists compared."""
    spans: list[Span]
    """All words that the finding rests on."""
    reason: str
    """Why an unsettled one cannot be judged, or why nothing is suggested."""
    suggestion: Suggestion | None
    binding: bool
    """Words tie the figures so firmly together that a slip would have been a fault."""


class Reach(_Object):
    """How often a kind of check found something to compare and could judge it; how many of these are binding."""

    tried: int
    judged: int
    unsettled: int
    binding: int


class Record(_Object):
    """All that newstally has to say about one article."""

    schema: Literal["newstally/1"] = SCHEMA
    newstally: str
    """The version that wrote it."""
    model: str
    """Name and version of the model that read it."""
    id: str
    """The article's own, else its place: the path, or path:line."""
    source: str
    """What its row calls its source, else the file or address that it came from."""
    sha256: str
    """Of the text in UTF-8."""
    chars: int
    """The length of the text in code points."""
    headline: Span | None
    blocks: list[Block]
    people: list[Person]
    roles: list[Role]
    countries: list[Country]
    counts: list[Count]
    quantities: list[Quantity]
    lists: list[List]
    corrections: list[Correction]
    checks: list[Check]
    reach: dict[str, Reach]
    """By kind of check, how much could be compared."""
    date: str = ""
    """The day it was published, YYYY-MM-DD, where that was given."""
    meta: dict[str, Any] = field(default_factory=dict)
    """Fields of the article's own, where they were asked for."""
    text: str = ""
    """The text that the offsets count into, where it was asked for."""

    OPTIONAL: ClassVar[frozenset[str]] = frozenset(("date", "meta", "text"))

    def fields(self) -> dict[str, Any]:
        """What it holds by the documented order of keys; of the optional ones, where there is something."""
        return {key: value for key, value in super().fields().items() if value or key not in self.OPTIONAL}


class ErrorDetail(_Object):
    """What went wrong, in one sentence with the next step, and where."""

    type: str
    message: str
    where: str


class ErrorRecord(_Object):
    """Stands for an article that could not be read or worked through."""

    schema: Literal["newstally/1"] = SCHEMA
    id: str
    source: str
    error: ErrorDetail


# ---- from values -----------------------------------------------------------------------------------------------------


def record(story: Story, run: CheckRun, model: str) -> Record:
    """The record of a story and its findings; ``model`` is the pipeline's name and version."""
    article = story.article
    values = {count.id: count.amount.value for count in story.counts}
    headline = next((block for block in story.layout.blocks if block.kind == "headline"), None)
    return Record(
        newstally=__version__,
        model=model,
        id=article.id,
        source=article.source or article.id,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        chars=len(article.text),
        headline=headline
        and _span(types.Span(headline.start, headline.end, article.text[headline.start : headline.end])),
        blocks=[Block(kind=block.kind, start=block.start, end=block.end) for block in story.layout.blocks],
        people=[_person(person) for person in story.people],
        roles=[_role(role) for role in story.roles],
        countries=[_country(country) for country in story.countries],
        counts=[_count(count) for count in story.counts],
        quantities=[_quantity(quantity) for quantity in story.quantities],
        lists=[_list(each) for each in story.lists],
        corrections=[_correction(correction, values) for correction in story.corrections],
        checks=[_check(f"K{number}", finding) for number, finding in enumerate(run.findings, 1)],
        reach={kind: _reach(run.reach[kind]) for kind in sorted(run.reach)},
        date=article.date,
        meta=dict(article.meta),
        text=article.text if article.with_text else "",
    )


def error_record(failure: types.Failure) -> ErrorRecord:
    """The error record of an article that failed."""
    detail = ErrorDetail(type=failure.type, message=failure.message, where=failure.where)
    return ErrorRecord(id=failure.id, source=failure.source, error=detail)


def _number(value: float | None) -> Number | None:
    """A whole number as an int, so that it prints as 19 and not as 19.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def _span(span: types.Span) -> Span:
    return Span(text=span.text, start=span.start, end=span.end)


def _place(span: types.Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _amount(amount: types.Amount) -> dict[str, Any]:
    return {
        "value": _number(amount.value), "low": _number(amount.low), "high": _number(amount.high),
        "modifier": amount.modifier,
    }  # fmt: skip


def _person(person: types.Person) -> Person:
    return Person(id=person.id, name=person.name, mentions=[*map(_span, person.mentions)], byline=person.byline)


def _role(role: types.Role) -> Role:
    return Role(
        id=role.id, person=role.person, title=role.title, category=role.category, of=role.of, country=role.country,
        to=role.to, status=role.status, evidence=_span(role.evidence),
    )  # fmt: skip


def _country(country: types.Country) -> Country:
    mentions = [CountryMention(kind=mention.kind, **_place(mention.span)) for mention in country.mentions]
    return Country(code=country.code, name=country.name, type=country.type, mentions=mentions)


def _count(count: types.Count) -> Count:
    return Count(
        id=count.id, unit=count.unit, unit_text=count.unit_text, actors=list(count.actors), block=count.block,
        sentence=count.sentence, **_amount(count.amount), **_place(count.span),
    )  # fmt: skip


def _quantity(quantity: types.Quantity) -> Quantity:
    return Quantity(
        id=quantity.id, type=quantity.type, unit=quantity.unit, unit_text=quantity.unit_text,
        **_amount(quantity.amount), **_place(quantity.span),
    )  # fmt: skip


def _list(each: types.TextList) -> List:
    items = [Item(ref=item.ref, **_place(item.span)) for item in each.items]
    heading = each.heading and _span(each.heading)
    return List(
        id=each.id, exhaustive=each.exhaustive, heading=heading, items=items, start=each.span.start, end=each.span.end
    )


def _correction(correction: types.Correction, values: dict[str, float | None]) -> Correction:
    old, new = (_number(values.get(count or "")) for count in (correction.old, correction.new))
    return Correction(id=correction.id, old=old, new=new, unit=correction.unit, **_place(correction.span))


def _check(name: str, finding: types.Finding) -> Check:
    advice = finding.suggestion
    return Check(
        id=name, code=finding.code, kind=finding.kind, verdict=finding.verdict, message=finding.message,
        stated=_number(finding.stated), found=_number(finding.found), counts=list(finding.counts),
        lists=list(finding.lists), spans=[*map(_span, finding.spans)], reason=finding.reason,
        suggestion=advice and Suggestion(count=advice.count, value=_number(advice.value), why=advice.why),
        binding=finding.binding,
    )  # fmt: skip


def _reach(reach: types.Reach) -> Reach:
    return Reach(tried=reach.tried, judged=reach.judged, unsettled=reach.unsettled, binding=reach.binding)
