"""The roles of an annotated sentence, found by the extractors and resolvers and shown in a line each, for their tests.

Parses and the model's entities stand in ``tests/resolve/parses/roles.jsonl``; people and titles are the extractors'.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from helpers import NLP, parsed
from marked import ROOT, TABLES, sentences
from newstally import mentions, rules
from newstally.extractors.people import PeopleExtractor
from newstally.extractors.titles import TitlesExtractor
from newstally.resolve.people import people
from newstally.resolve.roles import roles
from newstally.types import Article, Role

SENTENCES = sentences("roles")


def _lines(doc: Doc) -> Iterator[Span]:
    """The lines as blocks: sentences and headings are paragraphs, the others rows."""
    start = 0
    for line in doc.text.split("\n"):
        kind = "paragraph" if line.endswith((".", ":")) else "item"
        yield doc.char_span(start, start + len(line), label=kind)
        start += len(line) + 1


class RoleReader:
    """Reads the sentences of the file with the tables of this checkout."""

    def __init__(self) -> None:
        NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
        self.names, self.titles = PeopleExtractor(NLP), TitlesExtractor(NLP)

    def __call__(self, text: str) -> tuple[dict[str, str], tuple[Role, ...]]:
        """Names by the ids of persons, and the roles."""
        row = SENTENCES[text]
        doc = parsed(text, row["notes"], ents=row["ents"])
        doc.spans["blocks"] = list(_lines(doc))
        page = mentions.read(self.titles(self.names(doc)), Article("t", text))
        persons = people(page, TABLES)
        return {person.id: person.name for person in persons}, roles(page, persons, (), TABLES)

    def lines(self, text: str) -> list[str]:
        """The roles as lines: person | title | of | country | status | country of an envoy, empty ends left out."""
        names, found = self(text)
        return [shown(names[role.person], role) for role in found]


def shown(name: str, role: Role) -> str:
    """A role in one line; what is as usual at the end is left out."""
    parts = [name, role.title, role.of, role.country, role.status, role.to]
    usual = [None, None, "", "", "current", ""]
    while parts[-1] == usual[len(parts) - 1]:
        parts.pop()
    return " | ".join(parts)
