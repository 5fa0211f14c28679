"""Every value that flows between the rooms: frozen, without behaviour beyond small properties.

Offsets are Unicode code points, ``[start, end)``, into ``Article.text`` exactly as it came in, so that
``article.text[span.start:span.end] == span.text`` holds for every span. What stands on the page, and what the
extractors see on it, is in ``page``. These modules import nothing else from newstally.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from newstally.types.page import Article, Block, BlockKind, Failure, Layout, Mention, Mentions, Span, Token

__all__ = ["Article", "Block", "BlockKind", "Failure", "Layout", "Mention", "Mentions", "Span", "Token"]

Modifier = Literal["exact", "about", "more_than", "at_least", "at_most", "less_than", "range"]
CountryKind = Literal["name", "abbreviation", "demonym", "part", "metonym", "bloc"]
Status = Literal["current", "former", "acting", "elect"]
Verdict = Literal["consistent", "contradictory", "unsettled"]
QuantityType = Literal[
    "money", "percent", "measure", "duration", "age", "date", "time", "ordinal", "rate", "score", "number", "label"
]
CheckKind = Literal["sum", "list", "list_sum", "repeat", "change", "share", "correction", "role", "name", "date"]

SET_ASIDE = frozenset({"rate", "negated", "average"})
"""Cues (see `Count`) of figures that count nothing by themselves; they are compared with nothing."""

Table = Mapping[str, Any]
"""One file of ``configs/tables``, as parsed; resolvers and checks get the tables they ask for passed in."""


# ---- the story: values worked out from the mentions ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as the interval of values it allows: "about 20", "at least 12", "10 to 15".

    ``low`` or ``high`` is None where unbounded; ``value`` is the figure as printed (for a range its lower end), None
    where the text gives none. For an open bound ("more than 20", "fewer than 20") the interval of a whole number
    excludes the printed figure: low is 21, high is 19.
    """

    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier = "exact"

    def allows(self, number: float) -> bool:
        """Whether ``number`` lies in the interval."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Person:
    """One human being called by a proper name; ``name`` is the fullest form, ``mentions`` in text order."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    byline: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where the story gives a person a role.

    ``office`` is the name in table ``offices`` of an office that one person holds, "" for other roles; ``shared`` says
    that several may. ``polity`` is the code of the country that the office is of, the plain name of another body, or
    "" where the place gives none.
    """

    evidence: Span
    status: Status
    office: str = ""
    polity: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """Who (a person's id), what (title), of what (of); ``country`` and ``to`` are ISO codes or "".

    ``told`` are all places where the story says so, in the order of the text; ``evidence`` is the first.
    """

    id: str
    person: str
    title: str
    of: str
    evidence: Span
    country: str = ""
    to: str = ""
    status: Status = "current"
    category: str = ""
    told: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a country is named, and how."""

    span: Span
    kind: CountryKind


@dataclass(frozen=True, slots=True)
class Country:
    """A state, territory or bloc by its ISO 3166-1 alpha-2 code (and EU, UN, XK)."""

    code: str
    name: str
    type: Literal["state", "territory", "bloc"]
    mentions: tuple[CountryMention, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A stated whole number of discrete things, people or events.

    ``kin`` is the class of the unit in the units table (talks, calls, conversations → "talk"), the unit itself where
    the table has none. ``actors`` holds person ids, or the article's words for other actors. ``cues`` are what the
    words around say of the figure, by the labels in configs/rules/figures.jsonl: ``total``, ``subset``, ``other``,
    ``rate``, ``average``, ``change``, ``forecast``, ``hypothetical``, ``negated``, ``earlier``, ``cumulative``.
    ``living``: whether the unit is of people or animals.
    """

    id: str
    span: Span
    amount: Amount
    unit: str
    unit_text: str
    kin: str
    actors: tuple[str, ...]
    block: int
    sentence: int
    cues: frozenset[str] = frozenset()
    living: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that is no count: money, percentages, measures, durations, ages, dates.

    A "number" stands alone or counts nothing ("one of the ten"), a "label" is part of a name ("Article 5").
    ``unit_text`` holds the words of what a number or a fraction is of, up to the head ("half the crew" → "crew").
    """

    id: str
    span: Span
    type: QuantityType
    amount: Amount
    unit: str
    unit_text: str = ""


class Uncounted(NamedTuple):
    """A number that is no count in tokens ``[first, last)``, with the noun after it: "one of the ten", "one man"."""

    first: int
    last: int
    amount: Amount
    unit: str
    unit_text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that is set against another, of whatever kind.

    ``unit`` is that of the count or quantity; "percent", "fraction" (an amount in percent), "point" and "factor" say
    how two others compare. ``grain`` is the unit to which the figure is printed: 100,000 for "1.2 million". ``count``
    is the id of the count that it is, or "".
    """

    span: Span
    amount: Amount
    unit: str
    grain: float = 1
    count: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, and what the text says of the one against the other.

    For a ``change``: ``base`` is the old figure and ``other`` the new one, for a ``share`` the whole and the part.
    ``rate`` is the stated percentage, fraction, factor or difference, None where only a part of a whole is stated;
    ``sign`` is 1 for a rise, -1 for a fall, 0 where the text does not say. ``said``: the words tie these figures
    together; otherwise they only stand near each other, and only their arithmetic can tell.
    """

    kind: Literal["change", "share"]
    base: Term
    other: Term | None
    rate: Term | None
    sign: int = 0
    said: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list; ``ref`` is the id of the person or code of the country it names, or ""."""

    span: Span
    ref: str = ""


@dataclass(frozen=True, slots=True)
class TextList:
    """Things enumerated together, in a sentence or in a block list.

    ``exhaustive`` is false after "including", "such as" and the like. ``count`` is the id of the count whose members
    the sentence says these are, "" where only the heading speaks: then ``unit``, ``kin`` and ``actors`` (as in
    ``Count``) tell what is listed, as far as the heading says it.

    ``firm`` says that the construction leaves no doubt, neither that these are the count's members nor how many there
    are; another list is only formed where it agrees with its count. ``of_kinds``: what is counted are kinds or matters
    ("three sectors"), so that an item in the plural is one of them.
    """

    id: str
    span: Span
    items: tuple[Item, ...]
    exhaustive: bool
    heading: Span | None = None
    count: str = ""
    unit: str = ""
    kin: str = ""
    actors: tuple[str, ...] = ()
    block: int = 0
    sentence: int = 0
    firm: bool = True
    of_kinds: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A note that withdraws a figure (``old``) for another (``new``); either is None where the note gives none.

    ``old`` and ``new`` are ids of counts that stand in the note.
    """

    id: str
    span: Span
    old: str | None
    new: str | None
    unit: str
    kin: str


@dataclass(frozen=True, slots=True)
class Story:
    """What the text says, as values. The checks see this and nothing else."""

    article: Article
    layout: Layout
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    countries: tuple[Country, ...] = ()
    counts: tuple[Count, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    lists: tuple[TextList, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sentences: tuple[Span, ...] = ()


# ---- findings ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The one change that makes the figures agree: ``count`` (its id) should read ``value``."""

    count: str
    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Relation:
    """``total`` equals the sum of ``parts``; terms are ids of counts ("N1") and, for their length, of lists ("L1").

    With ``closed`` false the parts may be fewer than the total (an open list), never more.
    """

    total: str
    parts: tuple[str, ...]
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: a verdict with its evidence and the arithmetic in words.

    ``stated`` and ``found`` are the two figures compared. ``reason`` says why an unsettled one could not be judged.
    ``relation`` is the equation behind the verdict, from which the diagnosis works. A finding is
    ``binding`` where words tie its figures so firmly together that a slip in one would have been a fault; another only
    confirms: had the figures not agreed, nothing would have been said.
    """

    code: str
    kind: CheckKind
    verdict: Verdict
    message: str
    spans: tuple[Span, ...]
    stated: float | None = None
    found: float | None = None
    counts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    reason: str = ""
    suggestion: Suggestion | None = None
    relation: Relation | None = None
    binding: bool = True


@dataclass(frozen=True, slots=True)
class Reach:
    """How often a kind of check found something to compare and could judge it; how many of these are binding."""

    tried: int = 0
    judged: int = 0
    unsettled: int = 0
    binding: int = 0


@dataclass(frozen=True, slots=True)
class CheckRun:
    """All findings on a story in the order of the text, and the reach by kind of check."""

    findings: tuple[Finding, ...] = ()
    reach: Mapping[str, Reach] = field(default_factory=dict)
