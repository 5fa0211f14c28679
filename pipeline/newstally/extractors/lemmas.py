"""Lemmas by spaCy's rules and tables for English: ``token.lemma``, worked out once for a word in a form."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

REMEMBERED = 5_000  # forms kept in memory at most, a MiB and a half of them; a text has a few hundred


@Language.factory("newstally_lemmatizer", assigns=["token.lemma"], default_score_weights={"lemma_acc": 1.0})
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Make the component; its tables come with ``initialize`` or ``from_disk``."""
    return Lemmatizer(nlp.vocab, None, name, mode="rule")


class Lemmatizer(EnglishLemmatizer):
    """spaCy's lemmatizer with a memory for all it answers: by itself it has none for base forms and names, the most.

    A word that has a lemma keeps it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As spaCy's."""
        super().__init__(*args, **kwargs)
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemmas of the words of ``doc``."""
        known = self._known
        forms = list(map(tuple, doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()))
        for i, form in enumerate(forms):
            if form not in known:
                known[form] = form[-1] or self.vocab.strings.add(self.lemmatize(doc[i])[0])
        doc.from_array([LEMMA], np.array([known[form] for form in forms], dtype=np.uint64))
        if len(known) > REMEMBERED:
            self._known = {}  # another thread may still read the one that was
        return doc
