"""Another model's labels, brought to ours: each sentence parsed in the CLEAR style, and what it is to become."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import parsed
from newstally import rules
from newstally.extractors.scheme import SchemeMapper

CONFIGS = Path(__file__).parents[2] / "configs"


@pytest.fixture(scope="module")
def mapper() -> SchemeMapper:
    """The component with the project's table."""
    return SchemeMapper(rules.read_tables(CONFIGS / "tables")["schemes"])


def shown(doc) -> str:
    """``word/relation<head`` for every word."""
    return " ".join(f"{t.text}/{'root' if t.head == t else f'{t.dep_}<{t.head.text}'}" for t in doc)


TURNED = [
    (
        "a preposition under its noun",
        "Ana held talks with envoys",
        "NNP nsubj 2|VBD ROOT 0|NNS dobj 2|IN prep 3|NNS pobj 4",
        "Ana/nsubj<held held/root talks/obj<held with/case<envoys envoys/nmod<talks",
    ),
    (
        "prepositions in a chain, under a verb first",
        "Ana spoke to envoys of Mali",
        "NNP nsubj 2|VBD ROOT 0|IN prep 2|NNS pobj 3|IN prep 4|NNP pobj 5",
        "Ana/nsubj<spoke spoke/root to/case<envoys envoys/obl<spoke of/case<Mali Mali/nmod<envoys",
    ),
    (
        "a passive and its agent",
        "Two men were held by police",
        "CD nummod 2|NNS nsubjpass 4|VBD auxpass 4|VBN ROOT 0|IN agent 4|NN pobj 5",
        "Two/nummod<men men/nsubj:pass<held were/aux:pass<held held/root by/case<police police/obl:agent<held",
    ),
    (
        "a predicate noun over its copula, with all that hung on that",
        "Ana is a minister .",
        "NNP nsubj 2|VBZ ROOT 0|DT det 4|NN attr 2|. punct 2",
        "Ana/nsubj<minister is/cop<minister a/det<minister minister/root ./punct<minister",
    ),
    (
        "a predicate within a clause keeps the clause's relation",
        "Ana said Ben was ill",
        "NNP nsubj 2|VBD ROOT 0|NNP nsubj 4|VBD ccomp 2|JJ acomp 4",
        "Ana/nsubj<said said/root Ben/nsubj<ill was/cop<ill ill/ccomp<said",
    ),
    (
        "what there is, is the subject",
        "There were 12 people",
        "EX expl 2|VBD ROOT 0|CD nummod 4|NNS attr 2",
        "There/expl<were were/root 12/nummod<people people/nsubj<were",
    ),
    (
        "a clause behind a preposition",
        "Ana left after meeting Ben",
        "NNP nsubj 2|VBD ROOT 0|IN prep 2|VBG pcomp 3|NNP dobj 4",
        "Ana/nsubj<left left/root after/mark<meeting meeting/advcl<left Ben/obj<meeting",
    ),
]
KEPT = [
    (
        "a UD tree with a case under its noun",
        "Ana spoke to envoys",
        "NNP nsubj 2|VBD root 0|IN case 4|NNS obl 2",
        "Ana/nsubj<spoke spoke/root to/case<envoys envoys/obl<spoke",
    ),
    (
        "a UD predicate over its copula",
        "Ana is minister",
        "NNP nsubj 3|VBZ cop 3|NN root 0",
        "Ana/nsubj<minister is/cop<minister minister/root",
    ),
    (
        "a predicate of another verb than be stays below it",
        "Ana became minister",
        "NNP nsubj 2|VBD ROOT 0|NN attr 2",
        "Ana/nsubj<became became/root minister/xcomp<became",
    ),
    (
        "a preposition that governs nothing",
        "Ana came in",
        "NNP nsubj 2|VBD ROOT 0|IN prep 2",
        "Ana/nsubj<came came/root in/obl<came",
    ),
    (
        "names in apposition and in a row have the same relations in both styles",
        "Ana Diop , Ben and Cy left",
        "NNP compound 2|NNP nsubj 7|, punct 2|NNP conj 2|CC cc 4|NNP conj 4|VBD ROOT 0",
        "Ana/compound<Diop Diop/nsubj<left ,/punct<Diop Ben/conj<Diop and/cc<Ben Cy/conj<Ben left/root",
    ),
]


@pytest.mark.parametrize(
    ("text", "notes", "wanted"), [row[1:] for row in TURNED + KEPT], ids=[row[0] for row in TURNED + KEPT]
)
def test_trees(mapper, text, notes, wanted):
    assert shown(_mapped(mapper, text, notes)) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("GPE", "LOC"), ("PER", "PERSON"), ("WORK_OF_ART", "MISC"), ("LOC", "LOC"), ("NORP", "NORP"), ("ORG", "ORG")],
)
def test_names_get_our_labels(mapper, given, wanted):
    doc = _mapped(mapper, "Ana left Mali", "NNP nsubj 2|VBD ROOT 0|NNP dobj 2", ents=[("Mali", given)])
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Mali", wanted)]


@pytest.mark.parametrize("label", ["CARDINAL", "MONEY", "ORDINAL", "LANGUAGE", "X"])
def test_what_is_no_name_here_is_dropped(mapper, label):
    doc = _mapped(mapper, "Ana left Mali", "NNP nsubj 2|VBD ROOT 0|NNP dobj 2", ents=[("Mali", label)])
    assert not doc.ents


def test_universal_tags_come_from_penn_tags_where_a_model_gives_none(mapper):
    doc = parsed("Ben was held", "NNP nsubjpass 3|VBD auxpass 3|VBN ROOT 0")
    for token in doc:
        token.pos_ = ""
    assert [token.pos_ for token in mapper(doc)] == ["PROPN", "AUX", "VERB"]


def test_universal_tags_of_the_model_are_kept(mapper):
    doc = parsed("Ben was held", "NNP nsubjpass 3|VBD auxpass 3|VBN ROOT 0")
    doc[2].pos_ = "ADJ"
    assert [token.pos_ for token in mapper(doc)] == ["PROPN", "VERB", "ADJ"]


def _mapped(mapper, text, notes, **groups):
    return mapper(parsed(text, notes, **groups))
