"""A spaCy pipeline of the architecture of en_core_web_sm, untrained: tok2vec, tagger, parser and ner.

The trained package need not be installed for its speed to be known: the networks are those that spaCy's own
`init config --optimize efficiency` sets up, and how long they take depends on their size, not on their weights. The
labels are those that newstally gives to the same texts. One caveat: a parser without training takes other steps.
"""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example


def stock_pipeline(read: Iterable[Doc]) -> Language:
    """The pipeline, with random weights and the labels of the texts in ``read``, which are tagged and parsed."""
    config = init_config(lang="en", pipeline=["tok2vec", "tagger", "parser", "ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    examples = [Example(nlp.make_doc(doc.text), _plain(doc)) for doc in read]
    nlp.initialize(lambda: examples)
    return nlp


def _plain(doc: Doc) -> Doc:
    """The same annotation, with entity labels only: newstally's ids of entities are no knowledge base's."""
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    ents = ["O" if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}" for token in doc]
    annotation = {"tags": [token.tag_ for token in doc], "deps": [token.dep_ for token in doc]}
    return Doc(doc.vocab, words, spaces, heads=[token.head.i for token in doc], ents=ents, **annotation)
