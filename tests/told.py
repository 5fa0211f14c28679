"""Builds stories of people, offices and dates by hand from marked text, so that checks are tested without a model.

    told("{French President|P1|president|FR} [Ana Kos|P1] left on <Tuesday, March 4, 2025>.", ("correction", "…"))

A name stands in square brackets with the id of its person; the person's name is the longest of them. The words that
give a role stand in braces: person, office (or "lawmaker"), polity and status, the last two optional. A date, an age
or a span of time stands in angle brackets. Parts are paragraphs, or a kind of block with its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newstally import checks
from newstally.types import (
    Amount,
    Article,
    Block,
    Finding,
    Layout,
    Person,
    Quantity,
    Role,
    Span,
    Story,
    Telling,
)
from newstally.words import amounts, dates

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]|\{([^|}]+)\|([^}]+)\}|<([^>]+)>")
SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"\[{<])")
UNIT = re.compile(r"\b(day|night|week|month|year|decade)s?$")
TABLE_OF_SHARED = {"vice president", "monarch"}


@dataclass
class _Page:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    names: dict[str, list[Span]] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)


def told(*parts: str | tuple[str, str]) -> Story:
    page = _Page()
    for part in parts:
        kind, marked = part if isinstance(part, tuple) else ("paragraph", part)
        page.text += "\n\n" if page.text else ""
        start = len(page.text)
        for sentence in SENTENCE.split(marked):
            page.text += "" if len(page.text) == start else " "
            first = len(page.text)
            _write(page, sentence)
            page.sentences.append(Span(first, len(page.text), page.text[first:]))
        page.blocks.append(Block(kind, start, len(page.text)))
    people = tuple(
        Person(name, max((span.text for span in spans), key=lambda text: len(text.split())), tuple(spans))
        for name, spans in page.names.items()
    )
    return Story(
        Article("s", page.text), Layout(tuple(page.blocks)), people, tuple(page.roles),
        quantities=tuple(page.quantities), sentences=tuple(page.sentences),
    )  # fmt: skip


def _write(page: _Page, marked: str) -> None:
    """Append a sentence without its marks, noting what they say."""
    at = 0
    for match in MARK.finditer(marked):
        page.text += marked[at : match.start()]
        at = match.end()
        name, person, title, role, figure = match.groups()
        words = name or title or figure
        span = Span(len(page.text), len(page.text) + len(words), words)
        page.text += words
        if name:
            page.names.setdefault(person, []).append(span)
        elif title:
            page.roles.append(_role(span, *role.split("|")))
        else:
            page.quantities.append(_quantity(span))
    page.text += marked[at:]


def _role(span: Span, person: str, office: str, polity: str = "", status: str = "current") -> Role:
    if office == "lawmaker":  # whom no office is told by, but a party
        title = span.text.split()[-1]
        return Role("R", person, title, polity, span, status=status, category=office, told=(Telling(span, status),))
    telling = Telling(span, status, office, polity, office in TABLE_OF_SHARED)
    return Role("R", person, span.text, polity, span, status=status, category=office, told=(telling,))


def _quantity(span: Span) -> Quantity:
    words = re.findall(r"\w+|[^\w\s]", span.text)
    found = next(dates.find(words), None)
    unit = UNIT.search(span.text)
    if unit and not found:
        modifier = "about" if span.text.startswith("about") else "exact"
        number = re.split(r"[\s-]", span.text.removeprefix("about "))[0]
        amount = amounts.amount(number.lower(), modifier)
        assert amount is not None, f"no number in {span.text!r}"
        return Quantity("Q", span, "duration", amount, unit[1])
    if found or dates.is_year(span.text):
        return Quantity("Q", span, "date", Amount(None, None, None), found.iso if found else span.text)
    years = int(re.sub(r"\D", "", span.text))
    return Quantity("Q", span, "age", Amount(years, years, years), "year")


def findings(page: Story, name: str, **options: object) -> list[Finding]:
    """What one check finds in the story."""
    return list(checks.run(page, [name], {name: options}).findings)


def said(page: Story, name: str, **options: object) -> list[tuple[str, str]]:
    """Verdict and message of every finding of one check."""
    return [(one.verdict, one.message) for one in findings(page, name, **options)]
