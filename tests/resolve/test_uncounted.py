"""A number that is no count keeps the noun after it; one that counts, or is a pronoun, is not among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import NLP, parsed
from marked import TABLES
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.counts import counted
from newstally.types import Article

FOLDER = Path(__file__).parents[2] / "configs" / "tables"

# A sentence, its parse, its counts (value, unit, words), and the numbers that are none.
SENTENCES = [
    (
        "One of the best cars won.",
        "CD nsubj 6|IN case 5|DT det 5|JJS amod 5 good|NNS nmod 1 car|VBD root 0 win|. punct 6",
        [],
        [(1, "car", "best cars")],
    ),
    ("One man left.", "CD nummod 2|NN nsubj 3|VBD root 0 leave|. punct 3", [], [(1, "man", "man")]),
    ("No one lost.", "DT det 2|NN nsubj 3|VBD root 0 lose|. punct 3", [], []),
    ("It is one's life.", "PRP nsubj 5|VBZ cop 5 be|PRP nmod:poss 5|POS case 3|NN root 0|. punct 5", [], []),
    (
        "Two of the best cars won.",
        "CD nsubj 6|IN case 5|DT det 5|JJS amod 5 good|NNS nmod 1 car|VBD root 0 win|. punct 6",
        [(2, "car", "best cars")],
        [],
    ),
    (
        "Three of the US carriers sold 40 planes.",
        "CD nsubj 6|IN case 5|DT det 5|NNP compound 5|NNS nmod 1 carrier|VBD root 0 sell|CD nummod 8|"
        "NNS obj 6 plane|. punct 6",
        [(3, "carrier", "US carriers"), (40, "plane", "planes")],
        [],
    ),
    (
        "Three of us sold 40 planes.",
        "CD nsubj 4|IN case 3|PRP nmod 1|VBD root 0 sell|CD nummod 6|NNS obj 4 plane|. punct 4",
        [(3, "person", ""), (40, "plane", "planes")],
        [],
    ),
    (
        "It sold 63,000 Model 3 sedans.",
        "PRP nsubj 2|VBD root 0 sell|CD nummod 6|NN compound 6|CD flat 4|NNS obj 2 sedan|. punct 2",
        [(63_000, "sedan", "Model 3 sedans")],
        [],
    ),
    (
        "It sold 63,000 models 3 times.",
        "PRP nsubj 2|VBD root 0 sell|CD nummod 4|NNS obj 2 model|CD nummod 6|NNS obl 2 time|. punct 2",
        [(63_000, "model", "models"), (3, "time", "times")],
        [],
    ),
    (
        "It has a 12 page document.",
        "PRP nsubj 2|VBZ root 0 have|DT det 6|CD nummod 5|NN compound 6|NN obj 2|. punct 2",
        [(12, "page", "page")],
        [],
    ),
    (
        "It has 12 page documents.",
        "PRP nsubj 2|VBZ root 0 have|CD nummod 5|NN compound 5|NNS obj 2 document|. punct 2",
        [(12, "document", "page documents")],
        [],
    ),
    (
        "He averaged 3.7 rebounds.",
        "PRP nsubj 2|VBD root 0 average|CD nummod 4|NNS obj 2 rebound|. punct 2",
        [],
        [(3.7, "rebound", "rebounds")],
    ),
    ("It rose to 3.7.", "PRP nsubj 2|VBD root 0 rise|IN case 4|CD obl 2|. punct 2", [], []),
    (
        "Half the crew came.",
        "PDT det:predet 3|DT det 3|NN nsubj 4|VBD root 0 come|. punct 4",
        [],
        [(0.5, "crew", "crew")],
    ),
    ("Half came.", "NN nsubj 2|VBD root 0 come|. punct 2", [], []),
    (
        "About 1,000 come from Asia.",
        "RB advmod 2|CD nsubj 3|VBP root 0|IN case 5|NNP obl 3|. punct 3",
        [(1000, "person", "")],
        [],
    ),
    (
        "Dozens of people came.",
        "NNS nsubj 4 dozen|IN case 3|NNS nmod 1 person|VBD root 0 come|. punct 4",
        [],
        [(None, "person", "people")],
    ),
    ("The dozens came.", "DT det 2|NNS nsubj 3 dozen|VBD root 0 come|. punct 3", [], []),
]


@pytest.fixture(scope="module")
def read():
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(FOLDER))
    component = FiguresExtractor(NLP.vocab)

    def run(text: str, notes: str):
        doc = component(parsed(text, notes, blocks=[(text, "paragraph")], cues=[]))
        return counted(mentions.read(doc, Article("t", text)), (), TABLES)

    yield run
    NLP.vocab.lookups = lookups


@pytest.mark.parametrize(("text", "notes", "wanted", "others"), SENTENCES, ids=[text for text, *_ in SENTENCES])
def test_what_counts_and_what_does_not(read, text, notes, wanted, others):
    found, rest = read(text, notes)
    assert [(count.amount.value, count.unit, count.unit_text) for count in found] == wanted
    assert [(other.amount.value, other.unit, other.unit_text) for other in rest.values()] == others
