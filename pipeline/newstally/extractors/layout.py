"""The first component: writes the page's blocks to ``doc.spans["blocks"]`` and begins a sentence with every block."""

from __future__ import annotations

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span

from newstally import rules
from newstally.layout import Cues, layout


@Language.factory("newstally_layout", assigns=["doc.spans"])
def make_layout(nlp: Language, name: str) -> LayoutExtractor:
    """Make the component; it reads table ``layout`` from the vocabulary at its first Doc."""
    return LayoutExtractor()


class LayoutExtractor:
    """Finds the blocks of a Doc's text. A list's block covers its items; no sentence crosses a block's edge."""

    def __init__(self) -> None:
        self._cues: Cues | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Mark the blocks of ``doc``."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The blocks as spans labelled with their kind, in the order of the page."""
        if self._cues is None:
            self._cues = Cues(rules.table(doc.vocab, "layout"))
        blocks = layout(doc.text, self._cues).blocks
        return [doc.char_span(block.start, block.end, label=block.kind, alignment_mode="expand") for block in blocks]

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write the spans; the first word of each begins a sentence, the rest is left to the model."""
        doc.spans["blocks"] = spans
        starts = numpy.zeros(len(doc), dtype="uint64")  # 0 is unset, 1 begins a sentence
        for span in spans:
            if span.label_ != "list":
                starts[next(token.i for token in span if not token.is_space)] = 1
        # At one stroke: setting a token's flag looks through the whole Doc each time.
        return doc.from_array(["SENT_START"], starts)
