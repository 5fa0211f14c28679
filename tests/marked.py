"""Mentions, people, countries and counts of annotated sentences, for the tests of resolvers that build on them.

The sentences stand in ``tests/resolve/parses/NAME.jsonl``: text, notes as in `helpers.parsed`, names with labels.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Span

from helpers import NLP, parsed
from newstally import mentions, rules
from newstally.extractors.cues import CuesExtractor
from newstally.types import Amount, Article, Count, Country, CountryMention, Mentions, Person
from newstally.words.living import Living

ROOT = Path(__file__).parents[1]
TABLES = rules.read_tables(ROOT / "configs/tables")
LIVING = Living(TABLES)
CUES = CuesExtractor(NLP.vocab)
CUES.add_patterns(rules.rules_reader(str(ROOT / "configs/rules")))
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
CODES = {
    "France": "FR",
    "Spain": "ES",
    "Peru": "PE",
    "Chile": "CL",
    "Kenya": "KE",
    "Norway": "NO",
    "EU": "EU",
    "U.S.": "US",
}


def sentences(name: str) -> dict[str, dict]:
    """The annotated sentences of one file by their text."""
    lines = (ROOT / f"tests/resolve/parses/{name}.jsonl").read_text("utf-8").splitlines()
    return {row["text"]: row for row in map(json.loads, lines)}


def page(row: dict, *blocks: tuple[str, str]) -> Mentions:
    """Mentions of annotated sentences with the rules' cues; an empty line parts paragraphs unless blocks are given."""
    doc = parsed(row["text"], row["notes"], ents=row["ents"])
    doc.spans["blocks"] = list(_blocks(doc, blocks or [(part, "paragraph") for part in row["text"].split("\n\n")]))
    return mentions.read(CUES(doc), Article("t", row["text"]))


def _blocks(doc: Doc, rows: Iterable[tuple[str, str]]) -> Iterator[Span]:
    """Blocks by their text and kind, in the order of the page; a list is followed by its items."""
    position = 0
    for words, kind in rows:
        position = doc.text.index(words, position)
        yield doc.char_span(position, position + len(words), label=kind)
        position += 0 if kind == "list" else len(words)


def people(page: Mentions) -> tuple[Person, ...]:
    """P1, P2 …: every person named, the same name the same person."""
    spans: dict[str, list] = {}
    for mention in page["entities"]:
        if mention.label == "PERSON":
            spans.setdefault(mention.text, []).append(mention.span)
    return tuple(Person(f"P{n}", name, tuple(each)) for n, (name, each) in enumerate(spans.items(), 1))


def countries(page: Mentions) -> tuple[Country, ...]:
    """Every country named, by its code."""
    names = [mention.span for mention in page["entities"] if mention.text in CODES]
    return tuple(Country(CODES[span.text], span.text, "state", (CountryMention(span, "name"),)) for span in names)


def counts(page: Mentions, *phrases: str) -> tuple[Count, ...]:
    """N1, N2 …: each phrase found left to right; the value is its first word, the unit its last."""
    found, position = [], 0
    for n, phrase in enumerate(phrases, 1):
        position = page.article.text.index(phrase, position)
        found.append(_count(page, f"N{n}", position, phrase))
        position += 1
    return tuple(found)


def _count(page: Mentions, name: str, start: int, phrase: str) -> Count:
    figure, *noun = re.split(r"[ -]", phrase)
    value = NUMBERS.index(figure.lower()) if figure.lower() in NUMBERS else int(figure)
    tokens = [token for token in page.tokens if start <= token.start < start + len(phrase)]
    unit = tokens[-1].lemma if noun else "person"
    kin = next((kin for kin, units in TABLES["units"]["kin"].items() if unit in units), unit)
    span, amount = page.span(start, start + len(phrase)), Amount(value, value, value)
    living = LIVING.has(unit)
    return Count(name, span, amount, unit, " ".join(noun), kin, (), tokens[0].block, tokens[0].sentence, living=living)
