"""Finds names of persons: ``doc.spans["people"]``.

The model's PERSON entities come first; rules then cut titles off them, add the names that a title, an honorific, a verb
of speech, a list row or a photo credit gives away, and let a surname that was seen with a full name hold wherever it
recurs in the story. What is a thing, a family, a god or a storm goes.

The work is in ``words`` (the vocabulary), ``repair`` (of what the model found), ``nicknames``, ``places``,
``columns``, ``sheets`` and ``described`` (that give a name away) and ``doubt`` (what is no person after all).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from newstally.extractors.people import doubt, places, repair
from newstally.extractors.people.columns import columns
from newstally.extractors.people.described import given_away
from newstally.extractors.people.nicknames import nicknamed
from newstally.extractors.people.sheets import sheets
from newstally.extractors.people.words import LABEL, NameWords, name_words, named
from newstally.rules import table
from newstally.words.lines import lines

PEOPLE = "people"


@Language.factory("newstally_people", assigns=["doc.spans"])
def make_people(nlp: Language, name: str) -> PeopleExtractor:
    """Make the component; it reads table ``roles`` from the vocabulary at its first Doc."""
    return PeopleExtractor(nlp)


class PeopleExtractor:
    """Writes the span group ``people``: label PERSON, as id "model" or the rule that found or mended the name."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._words: NameWords | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Find the names and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The names of persons in the order of the text, without overlaps."""
        words = self._words = self._words or name_words(table(self.nlp.vocab, "roles"))
        entities = [entity for entity in doc.ents if entity.label_ == LABEL]
        several = (entity[-1] for entity in entities if len(entity) > 1)
        surnames = frozenset(token.text for token in several if token.lower_ not in words.roles.honorifics)
        page = list(lines(doc))
        capitals = [token.i for line in page for token in line if token.text[0].isupper()]
        alike = columns(doc, page)
        rows = [*nicknamed(doc, words), *places.rows(doc, words)]
        sheet = sheets(doc, page, words)
        rows += [named(doc, entry.name.start, entry.name.end, "row") for entry in sheet]
        rows += [named(doc, row.first.start, row.first.end, "row") for row in alike]
        taken = {token.i for span in rows for token in span}
        free = [entity for entity in entities if not any(token.i in taken for token in entity)]
        mended = [span for entity in free for span in repair.trimmed(entity, words, surnames)]
        spans = filter_spans([*places.credits(doc, words), *rows, *mended])
        spans = filter_spans([*given_away(doc, capitals, words), *spans])
        spans = filter_spans([*spans, *places.titled(doc, capitals, spans, words), *places.speakers(doc, spans, words)])
        spans = filter_spans(repair.joined(doc, sorted(spans, key=lambda span: span.start), words))
        parts = (*(row.second for row in alike), *(entry.bracket for entry in sheet))
        things = {token.i for part in parts for token in part}
        spans = [span for span in spans if span.start not in things and doubt.possible(span, words, surnames)]
        spans = doubt.believed(doc, spans, words)
        again = (named(doc, i, i + 1, "recurs") for i in doubt.recurring(doc, capitals, spans, words))
        return filter_spans([*spans, *(span for span in again if doubt.possible(span, words, surnames))])

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``people``."""
        doc.spans[PEOPLE] = spans
        return doc
