"""The words of news, where they are not those of spaCy's English."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from newstally.tokenizer import for_news


@pytest.fixture(scope="module")
def nlp() -> Language:
    return for_news()(spacy.blank("en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6–5", "6 – 5"),
        ("6-5", "6 - 5"),
        ("six–five", "six – five"),
        ("A–6", "A–6"),
        ("(8)", "( 8 )"),
        ("(Nov 18):", "( Nov 18 ) :"),
        ("(XD)", "( XD )"),
        ("8 a.m.", "8 a.m."),
        ("8am", "8 am"),
        ("don't", "do n't"),
        ("can’t", "ca n’t"),
        ("needn't've", "need n't 've"),
        ("they'll", "they 'll"),
        ("People’ve", "People ’ve"),
        ("I'm", "I 'm"),
        ("we'd", "we 'd"),
        ("She's", "She 's"),
        ("cannot", "can not"),
        ("Wed", "Wed"),
        ("Id", "Id"),
        ("Sa'd", "Sa'd"),
        ("n't", "n't"),
        ("front", "front"),
        ("Łódź-based", "Łódź - based"),
        ("talks,vows", "talks , vows"),
        ("R&D_lab", "R&D_lab"),
        ("Xi'an", "Xi'an"),
        ("o'clock", "o'clock"),
        ("U.S.", "U.S."),
    ],
)
def test_words(nlp, text, words):
    assert [token.text for token in nlp.tokenizer(text)] == words.split()


@pytest.mark.parametrize("text", ["He won't say: “It’s 8) or 9”", "The (8) of ’em couldn’t’ve, could they?"])
def test_nothing_is_lost(nlp, text):
    assert nlp.tokenizer(text).text == text


def test_it_travels_with_the_model(nlp):
    again = spacy.blank("en")
    again.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    text = "They won't count (8) on Wed"
    assert [token.text for token in again.tokenizer(text)] == [token.text for token in nlp.tokenizer(text)]


def test_it_is_soon_read(nlp):
    """A listed word takes 0.1 ms of every start, a thousand letters spelt out in a pattern 4 ms."""
    assert len(nlp.tokenizer.rules) < 400
    assert len(nlp.tokenizer.infix_finditer.__self__.pattern) < 9_000
