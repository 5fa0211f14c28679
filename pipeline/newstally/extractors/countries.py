"""Finds all that may name a country: ``doc.spans["countries"]``, labelled with the code, the kind as the span's id.

These are candidates, by the forms of the table ``countries`` alone; whether "Georgia" is the state or "Ottawa" the
government is settled by the resolver. Lookalikes ("New Mexico") are left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newstally import rules
from newstally.types import Table
from newstally.words.countrywords import Form, forms

COUNTRIES = "countries"
SHORT = 3
# The tokenizer keeps "U.S.-led" and "U.S./UK" together.
JOINED = re.compile(r"[-–/]")


@Language.factory("newstally_countries", assigns=["doc.spans"])
def make_countries(nlp: Language, name: str) -> CountriesExtractor:
    """Make the component; it reads table ``countries`` from the vocabulary at its first Doc."""
    return CountriesExtractor(nlp)


class CountriesExtractor:
    """Finds candidates for countries, all-caps forms included; a form that several codes share gets its first."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._gazetteer: rules.Gazetteer | None = None
        self._joined: dict[str, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The candidates in the order of the text; of overlapping ones the longest."""
        gazetteer = self._read(doc.vocab)
        found = [_candidate(span, span.label_) for span in gazetteer(doc)]
        return sorted([span for span in found if span.label_] + list(self._within_tokens(doc)))

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``countries``."""
        doc.spans[COUNTRIES] = spans
        return doc

    def _read(self, vocab: Vocab) -> rules.Gazetteer:
        """The matcher, built from the table when the first Doc comes."""
        if self._gazetteer is None:
            labels = dict(_labels(rules.table(vocab, COUNTRIES)))
            entries: dict[str, list[str]] = {}
            for text, label in labels.items():
                entries.setdefault(label, []).append(text)
            self._joined = {text: label for text, label in labels.items() if not label.endswith("metonym")}
            self._gazetteer = rules.Gazetteer(entries)  # last: what another thread sees of this must be whole
        return self._gazetteer

    def _within_tokens(self, doc: Doc) -> Iterator[Span]:
        """Countries in tokens that the tokenizer did not part; the span is the whole token."""
        for token in doc:
            if "." in token.text and JOINED.search(token.text):
                labels = {self._joined[part]: None for part in JOINED.split(token.text) if part in self._joined}
                yield from (_candidate(doc[token.i : token.i + 1], label) for label in labels)


def _labels(table: Table) -> Iterator[tuple[str, str]]:
    """Every form with its label ``code kind``, and its all-caps variant where that is no acronym of its own."""
    for form in forms(table) if table else ():
        label = f"{_first(form, table)} {form.kind}"
        yield form.text, label
        if form.kind != "abbreviation" and len(form.text) > SHORT:
            yield form.text.upper(), label


def _first(form: Form, table: Table) -> str:
    """The form's code; the first of those that share it."""
    return next((code for code in table["shared"].get(form.text, ()) if code), form.code)


def _candidate(span: Span, label: str) -> Span:
    code, kind = label.split(" ")
    return Span(span.doc, span.start, span.end, label=code, span_id=kind)
