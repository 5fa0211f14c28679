"""Training texts as spaCy's own: what a corpus does not say is missing, not denied."""

import spacy
from models.training.docbins import doc_of
from models.training.text import Text

VOCAB = spacy.blank("en").vocab
WORDS = ["Ann", "Lee", "left", ".", "Oslo", "slept", "."]


def test_names_outside_and_unknown_words() -> None:
    text = Text(
        "gmb", list(WORDS), entities=[(0, 2, "PERSON")], outside=[1, 1, 1, 1, 0, 1, 1], sent=[1, 0, 0, 0, 1, 0, 0]
    )
    doc = doc_of(text, VOCAB)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ann Lee", "PERSON")]
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "O", "", "O", "O"]


def test_sentences_without_trees() -> None:
    doc = doc_of(Text("gmb", list(WORDS), outside=[1] * 7, sent=[1, 0, 0, 0, 1, 0, -1]), VOCAB)
    assert [token.is_sent_start for token in doc] == [True, False, False, False, True, False, None]
    assert not doc.has_annotation("DEP")


def test_a_treebank_denies_no_name_and_an_unknown_parent_breaks_no_sentence() -> None:
    deps, parents = ["nsubj", "", "root", "punct", "nsubj", "root", "punct"], [2, -1, 2, 2, 5, 5, 5]
    doc = doc_of(Text("syntax", list(WORDS), deps=deps, parents=parents, sent=[1, 0, 0, 0, 1, 0, 0]), VOCAB)
    assert [token.ent_iob_ for token in doc] == [""] * 7
    assert [len(sent) for sent in doc.sents] == [4, 3]
    assert (doc[1].dep_, doc[2].dep_) == ("", "ROOT")
