"""Lemmas: those of spaCy's own rule lemmatizer, word for word, though each is worked out once."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc

from newstally.extractors import lemmas
from newstally.extractors.lemmas import Lemmatizer

TABLES = Path(__file__).parents[2] / "models" / "en_newstally" / "lemmatizer"
FEATURES = {"NNS": "Number=Plur", "NN": "Number=Sing", "VBD": "Tense=Past|VerbForm=Fin", "JJR": "Degree=Cmp"}

Word = tuple[str, str, str]  # as written, part of speech, Penn tag


@pytest.fixture(scope="module")
def ours(light) -> Lemmatizer:
    return Lemmatizer(light.vocab, None, mode="rule").from_disk(TABLES, exclude=["vocab"])


@pytest.fixture(scope="module")
def theirs(light) -> EnglishLemmatizer:
    return EnglishLemmatizer(light.vocab, None, mode="rule").from_disk(TABLES, exclude=["vocab"])


def parsed(vocab, words: list[Word]) -> Doc:
    texts, poses, tags = zip(*words, strict=True)
    return Doc(vocab, texts, pos=poses, tags=tags, morphs=[FEATURES.get(tag, "") for tag in tags])


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        (("women", "NOUN", "NNS"), "woman"),
        (("Ministers", "NOUN", "NNS"), "minister"),
        (("said", "VERB", "VBD"), "say"),
        (("larger", "ADJ", "JJR"), "large"),
        # near-misses: what is no inflected form stays as it is
        (("news", "NOUN", "NN"), "news"),
        (("Women", "PROPN", "NNP"), "Women"),
        (("saw", "NOUN", "NN"), "saw"),
        (("\n\n", "SPACE", "_SP"), "\n\n"),
    ],
)
def test_the_lemma_of_a_word(ours, light, word, lemma):
    assert ours(parsed(light.vocab, [word]))[0].lemma_ == lemma


def test_a_word_has_the_lemma_of_its_part_of_speech_wherever_it_stands(ours, theirs, light):
    words = [("saw", "NOUN", "NN"), ("saw", "VERB", "VBD"), ("Leaves", "NOUN", "NNS"), ("leaves", "VERB", "VBZ")] * 2
    wanted = [token.lemma_ for token in theirs(parsed(light.vocab, words))]
    assert [token.lemma_ for token in ours(parsed(light.vocab, words))] == wanted
    assert wanted[:2] == ["saw", "see"]


def test_a_lemma_that_was_given_stays(ours, light):
    doc = parsed(light.vocab, [("women", "NOUN", "NNS"), ("women", "NOUN", "NNS")])
    doc[0].lemma_ = "wife"
    assert [token.lemma_ for token in ours(doc)] == ["wife", "woman"]


def test_an_empty_text_has_none(ours, light):
    assert len(ours(Doc(light.vocab))) == 0


def test_what_is_remembered_is_bounded(ours, light, monkeypatch):
    monkeypatch.setattr(lemmas, "REMEMBERED", 3)
    for number in range(9):
        doc = ours(parsed(light.vocab, [(f"dogs{number}", "NOUN", "NNS"), ("women", "NOUN", "NNS")]))
        assert doc[1].lemma_ == "woman"
        assert len(ours._known) <= 3
