"""The component with a made-up network: alignment, white space, blocks, and what may not be crossed."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from encoder.tiny import definition
from newstally.encoder.component import EncoderComponent
from newstally.encoder.session import Encoder, Scores
from newstally.encoder.words import WordPieces

BLANK = spacy.blank("en")
META = {
    "labels": ["PERSON", "NORP"],
    "upos": ["NOUN", "PROPN", "PUNCT"],
    "xpos": ["NN", "NNP", "."],
    "deps": ["dep", "flat", "root"],
    "window": {"size": 12, "overlap": 2},
}


class CapitalsAreNames(Encoder):
    """Stands for a network: capitalised words are people, ``.`` ends a sentence, a word hangs on the one before."""

    def __init__(self) -> None:
        self._files, self.meta, self.cutter = {}, META, WordPieces(definition())
        self.known = {}

    def relations(self, child, parent) -> np.ndarray:
        return np.tile([0.0, 1.0, 2.0], (len(child), 1))

    def run(self, words, pieces, breaks) -> Scores:
        size = len(words)
        tags, arcs = np.zeros((size, 5)), np.zeros((size, 1 + size))
        kinds = [2 if w == "." else int(w[:1].isupper()) for w in words]
        for i, word in enumerate(words):
            if word[:1].isupper():
                tags[i, 1:3] = 1.0, 2.0
            arcs[i, i] = 1.0  # column i is word i - 1, column 0 the root
        sent = np.array([1.0 if i and words[i - 1] == "." else -1.0 for i in range(size)])
        upos = np.eye(3)[kinds]
        return Scores(tags, upos, upos, sent, arcs, np.zeros((size, 4)), np.zeros((size, 4)))


@pytest.fixture
def component() -> EncoderComponent:
    made = EncoderComponent(BLANK)
    made._set(CapitalsAreNames())
    return made


def read(component: EncoderComponent, words: list[str], *starts: int) -> Doc:
    doc = Doc(BLANK.vocab, words=words, spaces=[False] * len(words))
    for i in starts:
        doc[i].is_sent_start = True
    return component(doc)


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        (["Angela", "Merkel", "met", "him"], [], ["AngelaMerkel"]),
        (["Angela", "Merkel", "Heiko", "Maas"], [2], ["AngelaMerkel", "HeikoMaas"]),
        (["Angela", " ", "Merkel"], [], ["Angela Merkel"]),
        (["Angela", "\n\n", "Merkel"], [], ["Angela", "Merkel"]),
        (["Angela", "\n", "Merkel"], [2], ["Angela", "Merkel"]),
        (["Angela", "\n", "Merkel"], [1], ["Angela", "Merkel"]),
        (["\n", "Angela", "\n"], [], ["Angela"]),
        (["a", "\n"], [], []),
    ],
)
def test_entities_keep_to_words_and_blocks(component, words: list[str], starts: list[int], expected: list[str]) -> None:
    assert [e.text for e in read(component, words, *starts).ents] == expected


def test_an_entity_tells_how_sure_its_label_is(component) -> None:
    assert {e.id_ for e in read(component, ["Angela", "Merkel", "met", "him"]).ents} <= {f"0.{n}" for n in range(10)}


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        (["a", ".", "b", "."], [], [0, 2]),
        (["a", "b", "c"], [0, 2], [0, 2]),
        (["a", "\n", "b"], [1], [0, 1]),
        (["a", "\n", "b"], [2], [0, 2]),
        (["\n", "a", "b"], [], [0]),
        (["a", "\n\n", " ", "b"], [], [0, 3]),
        (["a", "\n"], [1], [0, 1]),
        (["\n", " ", "\n"], [], [0]),
        (["a"], [], [0]),
    ],
)
def test_sentences_begin_at_marked_tokens(component, words: list[str], starts: list[int], expected: list[int]) -> None:
    doc = read(component, words, *starts)
    assert [s.start for s in doc.sents] == expected
    for sentence in doc.sents:
        assert len([t for t in sentence if t.head.i == t.i]) == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_white_space_has_its_own_tags(component) -> None:
    doc = read(component, ["a", "\n", "B"])
    assert [(t.tag_, t.pos_, t.head.i) for t in doc] == [("NN", "NOUN", 0), ("_SP", "SPACE", 0), ("NNP", "PROPN", 0)]
    assert doc[0].dep_ == "ROOT" and doc[2].dep_ == "flat"


def test_an_empty_document_stays_empty(component) -> None:
    assert len(read(component, [])) == 0


def test_a_long_document_is_read_whole(component) -> None:
    doc = read(component, ["a", "B", "."] * 4000)
    assert len(doc.ents) == 4000 and len(list(doc.sents)) == 4000


def test_without_weights_it_says_what_to_do() -> None:
    with pytest.raises(RuntimeError, match="initialize"):
        EncoderComponent(spacy.blank("en"))(Doc(spacy.blank("en").vocab, words=["a"]))


def test_a_model_folder_must_be_whole() -> None:
    with pytest.raises(ValueError, match=r"relations\.onnx"):
        Encoder({"model.onnx": b"", "tokenizer.json": b"", "meta.json": b""})


def test_a_file_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match=r"model\.onnx"):
        EncoderComponent(BLANK).from_disk(tmp_path)
