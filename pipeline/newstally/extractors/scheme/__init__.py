"""Brings another model's labels to the names that the extractors read: entities, Penn tags, relations.

A pipeline that was trained elsewhere may stand in the encoder's place (see `newstally.guest`). What it calls GPE is LOC
here, and a tree in the CLEAR style (``dobj``, ``prep`` over ``pobj``, a copula over its predicate) is turned into one
of Universal Dependencies. Table ``schemes`` holds the names; a Doc that has ours already is left as it is.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newstally.encoder.penn import FEATURES
from newstally.extractors.scheme.trees import Tree, Turns, turned
from newstally.rules import table
from newstally.types import Table


@Language.factory("newstally_scheme", assigns=["doc.ents", "token.dep", "token.head", "token.pos", "token.morph"])
def make_scheme(nlp: Language, name: str) -> SchemeMapper:
    """Make the component; it reads table ``schemes`` from the vocabulary."""
    return SchemeMapper(table(nlp.vocab, "schemes"))


class SchemeMapper:
    """Renames the labels of a Doc, and turns its trees where they are of another style."""

    def __init__(self, names: Table) -> None:
        self.entities, self.upos = names["entities"], names["upos"]
        self.auxiliaries = frozenset(names["auxiliaries"]["relations"])
        self.turns = Turns.of(names)

    def __call__(self, doc: Doc) -> Doc:
        """Rename what ``doc`` holds."""
        _rename_entities(doc, self.entities)
        if doc.has_annotation("DEP"):
            _set_tree(doc, turned(_tree(doc), self.turns))
        _set_tags(doc, self.upos, self.auxiliaries)
        return doc


def _rename_entities(doc: Doc, names: Table) -> None:
    doc.set_ents(
        [Span(doc, ent.start, ent.end, label=names[ent.label_]) for ent in doc.ents if ent.label_ in names],
        default="outside",
    )


def _tree(doc: Doc) -> Tree:
    return Tree(
        [token.head.i for token in doc],
        [token.dep_ for token in doc],
        [token.lower_ for token in doc],
        [token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.tag_[:2] in {"NN", "PR", "CD"} for token in doc],
    )


def _set_tree(doc: Doc, tree: Tree) -> None:
    for token, head, dep in zip(doc, tree.heads, tree.deps, strict=True):
        token.dep_ = dep
        if token.head.i != head:
            token.head = doc[head]


def _set_tags(doc: Doc, upos: Table, auxiliaries: frozenset[str]) -> None:
    """Write the universal tag and features that the Penn tag tells, wherever the model gave none."""
    for token in doc:
        if not token.pos:
            tag = upos.get(token.tag_, "X")
            token.pos_ = "AUX" if tag == "VERB" and token.dep_ in auxiliaries else tag
        if not token.morph and token.tag_ in FEATURES:
            token.set_morph(FEATURES[token.tag_])
