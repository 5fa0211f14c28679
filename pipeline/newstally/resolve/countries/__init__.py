"""Mentions → countries: which candidates count as a country, and whose each is.

A candidate counts unless something shows that it is another thing there: a person, a longer name, a language, a town.
A capital or office counts only where it stands for its government.

``homonyms`` tells what else a candidate may be, ``metonymy`` whether a capital acts or is only a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newstally.resolve.countries import homonyms
from newstally.resolve.countries.homonyms import Context
from newstally.resolve.countries.metonymy import Surroundings, acts_beside, capital_acts, office_acts
from newstally.types import Country, CountryMention, Mention, Mentions, Span, Table
from newstally.words.countrywords import country_code
from newstally.words.tables import read_once

CREDITS = frozenset({"dateline", "byline"})
DATELINE_ENDS = frozenset(":-–—(")
# The tokenizer keeps "U.S.-led" together.
JOINED = re.compile(r"\.[-–/]|[-–/][^-–/\n]*\.")


def countries(mentions: Mentions, tables: Mapping[str, Table]) -> tuple[Country, ...]:
    """The countries that the text names, in the order of their first mention."""
    if not mentions["countries"]:
        return ()
    context = homonyms.read(mentions, tables["countries"], tables["country_cues"])
    plain = [m for m in mentions["countries"] if m.rule != "metonym" and not homonyms.is_other(context, m)]
    named = {m.label for m in plain if m.text not in context.table["shared"]}
    counted = [*plain, *_governments(context, plain, named)]
    found: dict[str, list[CountryMention]] = {}
    for span, mention in sorted(((_span(context, m), m) for m in counted), key=lambda pair: pair[0].start):
        code = _code(context, mention, named)
        if code:
            found.setdefault(code, []).append(CountryMention(span, mention.rule))  # type: ignore[arg-type]
    rows = context.table["countries"]
    return tuple(Country(code, rows[code]["name"], rows[code]["type"], tuple(ms)) for code, ms in found.items())


def _code(context: Context, mention: Mention, named: set[str]) -> str:
    """The mention's country; of those that share the form the one that the article names otherwise, or the first."""
    codes = context.table["shared"].get(mention.text, [mention.label])
    return next((code for code in codes if code in named), codes[0])


def _span(context: Context, mention: Mention) -> Span:
    """The mention's words; of a token such as "U.S.-led" the country's part only."""
    if mention.last - mention.first > 1 or not JOINED.search(mention.text):
        return mention.span
    for part in re.finditer(r"[^-–/]+", mention.text):
        if country_code(part.group(), context.table) == mention.label:
            start = mention.span.start + part.start()
            return context.mentions.span(start, start + len(part.group()))
    return mention.span


# ---- capitals and offices --------------------------------------------------------------------------------------------


def _governments(context: Context, plain: Sequence[Mention], named: set[str]) -> Iterator[Mention]:
    """The candidates among capitals and offices that stand for a government."""
    cues = context.cues["metonyms"]
    around = Surroundings.of(context.tokens, cues, context.table["organs"]["words"])
    offices = _offices(context.table)
    cities = _cities(context)
    beside = {i for mention in plain for i in range(mention.first, mention.last)}
    waiting: list[Mention] = []
    acting: list[Mention] = []
    for mention in _capitals_and_offices(context.mentions):
        if homonyms.is_namesake_place(context, mention) or _in_credit(context, mention):
            continue
        known = mention.text not in cues["namesakes"] or _code(context, mention, named) in named
        if mention.text in offices or mention.text.title() in offices:
            if known and office_acts(around, mention):
                yield mention
        elif mention.text not in cities:
            acts = capital_acts(around, mention, beside, mention.label in named)
            (acting if acts and known else waiting).append(mention)
    yield from acting
    # "Washington" beside a government that acts is one itself: "London had hesitated; Washington had not."
    together = {(m.sentence, m.block): m.label for m in acting}
    for mention in waiting:
        other = together.get((mention.sentence, mention.block), mention.label)
        if other != mention.label and acts_beside(around, mention):
            yield mention


@read_once
def _offices(table: Table) -> frozenset[str]:
    """The buildings and offices that stand for a government."""
    return frozenset(office for entry in table["countries"].values() for office in entry.get("offices", ()))


def _capitals_and_offices(mentions: Mentions) -> Iterator[Mention]:
    return (mention for mention in mentions["countries"] if mention.rule == "metonym")


def _in_credit(context: Context, mention: Mention) -> bool:
    """In a dateline or by-line, or the first word of a paragraph that such a line opens: "PARIS: The minister"."""
    block = context.mentions.layout.blocks[mention.block]
    opens = mention.span.start == block.start and context.text(mention.last, mention.last + 1) in DATELINE_ENDS
    return opens or block.kind in CREDITS


def _cities(context: Context) -> frozenset[str]:
    """Cities that the article speaks of as such: their mayor, their residents."""
    city_words = context.cues["metonyms"]["city_words"]
    return frozenset(
        mention.text
        for mention in _capitals_and_offices(context.mentions)
        if any(token.lower in city_words for token in context.tokens[max(mention.first - 2, 0) : mention.last + 2])
    )
