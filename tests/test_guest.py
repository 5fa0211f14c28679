"""Another spaCy pipeline in the encoder's place: a small one, taught two sentences in OntoNotes' and CLEAR's names."""

from __future__ import annotations

import pytest
import spacy
from spacy.training import Example

import newstally
from helpers import parsed
from newstally import Article, nlp
from newstally.errors import ModelError

STORY = "Mali Foreign Minister Anna Berg held nine talks with envoys of Ghana .\n\nBerg was in Accra .\n"
TAUGHT = [
    (
        "Mali Foreign Minister Anna Berg held nine talks with envoys of Ghana .",
        "NNP compound 3|NNP compound 3|NNP compound 5|NNP compound 5|NNP nsubj 6|VBD ROOT 0|CD nummod 8|NNS dobj 6"
        "|IN prep 8|NNS pobj 9|IN prep 10|NNP pobj 11|. punct 6",
        [("Mali", "GPE"), ("Anna Berg", "PERSON"), ("nine", "CARDINAL"), ("Ghana", "GPE")],
    ),
    (
        "Berg was in Accra .",
        "NNP nsubj 2|VBD ROOT 0|IN prep 2|NNP pobj 3|. punct 2",
        [("Berg", "PERSON"), ("Accra", "GPE")],
    ),
]
PIPES = ("tagger", "parser", "ner")


def taught(*pipes: str, rounds: int = 30) -> spacy.Language:
    """A blank pipeline that has learnt ``TAUGHT``: by heart, after so many rounds."""
    made = spacy.blank("en")
    made.meta.update(name="taught", version="1.2.3")
    for pipe in pipes:
        made.add_pipe(pipe, config={"min_action_freq": 1} if pipe == "parser" else {})
    examples = [Example(made.make_doc(text), parsed(text, notes, ents=ents)) for text, notes, ents in TAUGHT]
    spacy.util.fix_random_seed(7)
    optimiser = made.initialize(lambda: examples)
    for _ in range(rounds):
        made.update(examples, sgd=optimiser)
    return made


@pytest.fixture(scope="module")
def guest(tmp_path_factory: pytest.TempPathFactory) -> spacy.Language:
    """newstally's pipeline with what was taught in the encoder's place."""
    folder = tmp_path_factory.mktemp("guest") / "en_taught"
    taught(*PIPES).to_disk(folder)
    return nlp.load(folder)


@pytest.fixture(scope="module")
def record(guest):
    (found,) = newstally.extract(guest, [Article("story", STORY)])
    return found


def test_its_names_become_people_and_countries(record):
    assert [(person.name, len(person.mentions)) for person in record.people] == [("Anna Berg", 2)]
    assert [country.code for country in record.countries] == ["ML", "GH"]


def test_its_trees_carry_roles_and_counts(record):
    assert [(role.title, role.country) for role in record.roles] == [("Foreign Minister", "ML")]
    assert [(count.value, count.unit, count.actors) for count in record.counts] == [(9, "talk", ["P1"])]


def test_the_record_names_both_models(record):
    assert record.model == "en_newstally 0.1.0 over en_taught 1.2.3"


def test_no_sentence_of_its_crosses_a_block(guest):
    doc = guest("Anna Berg held\n\nTalks\n")
    assert [sent.text.strip() for sent in doc.sents if not sent.text.isspace()] == ["Anna Berg held", "Talks"]


@pytest.mark.parametrize(
    ("pipes", "lacking"),
    [(("tagger", "parser"), "lacks names;"), (("ner",), "lacks tags, a parse;")],
)
def test_a_pipeline_that_lacks_something_is_refused(tmp_path, pipes, lacking):
    taught(*pipes, rounds=0).to_disk(tmp_path / "en_less")
    with pytest.raises(ModelError, match=lacking):
        nlp.load(tmp_path / "en_less")
