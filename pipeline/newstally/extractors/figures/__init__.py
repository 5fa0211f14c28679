"""Finds the figures of a text and says what each is a figure of: ``doc.spans["figures"]``.

Labels: COUNT, MONEY, PERCENT, MEASURE, DURATION, AGE, DATE, TIME, ORDINAL, RATE, SCORE, BARE for a number that can
count nothing (a decimal), and NUMBER for one in a name, an address, a version. A span is the figure with its modifier
and, for quantities, its unit; ``span.id_`` is the modifier ("exact", "about", "at_least" …), or "tally" for the two
counts of a vote, "row" for the numbers of a table.

Pure modules do the work: ``line`` (the words as readers see them) and ``units`` (the tables by their words) → ``kinds``
(one number at a time, by ``measured`` and ``when``) → ``pairs`` and ``compound`` (numbers that belong together) →
``finding`` (all figures of a line) and ``rows`` (of the lines of a table).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from newstally.extractors.figures.finding import figures
from newstally.extractors.figures.line import Line
from newstally.extractors.figures.rows import tabled
from newstally.extractors.figures.units import Units
from newstally.rules import table
from newstally.words.lines import lines

FIGURES = "figures"
INSIDE = 1  # spaCy's code of a word within an entity, but for its first


@Language.factory("newstally_figures", assigns=["doc.spans"])
def make_figures(nlp: Language, name: str) -> FiguresExtractor:
    """Make the component; it reads tables ``units`` and ``modifiers`` from the vocabulary at its first Doc."""
    return FiguresExtractor(nlp.vocab)


class FiguresExtractor:
    """Writes the span group ``figures``: what a figure is of as label, its modifier as id."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._units: Units | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Find the figures and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The figures of ``doc`` in the order of the text; only the two counts of a vote tally overlap."""
        if self._units is None:
            self._units = Units(table(self.vocab, "units"), table(self.vocab, "modifiers"))
        texts = list(lines(doc))
        read = [as_line(words) for words in texts]
        found = [figures(line, self._units) for line in read]
        for first, last in _lists(doc, texts):
            found[first:last] = tabled(read[first:last], found[first:last], self._units)
        return [
            Span(doc, words[f.first].i, words[f.last - 1].i + 1, label=f.label, span_id=f.modifier)
            for words, line in zip(texts, found, strict=True)
            for f in line
        ]

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``figures``."""
        doc.spans[FIGURES] = spans
        return doc


def _lists(doc: Doc, texts: list[list[Token]]) -> Iterator[tuple[int, int]]:
    """The lists of the page, as ranges ``[first, last)`` of its lines."""
    starts = [words[0].i for words in texts]
    for block in doc.spans.get("blocks", ()):
        if block.label_ == "list":
            yield bisect_left(starts, block.start), bisect_left(starts, block.end)


def as_line(words: list[Token]) -> Line:
    """The words as the pure readers of ``newstally.extractors.figures`` see them."""
    return Line(
        [word.text for word in words],
        [word.lower_ for word in words],
        [word.tag_ for word in words],
        [word.ent_type_ for word in words],
        [word.ent_iob == INSIDE for word in words],
    )
