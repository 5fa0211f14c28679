"""The cues: a rule fires wherever spaCy's own ruler lets it, though it is tried only around the words it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.errors import MatchPatternError
from spacy.language import Language
from spacy.pipeline import SpanRuler

from helpers import NLP
from newstally.extractors.cues import GAP, CuesExtractor
from newstally.rules import rules_reader

CONFIGS = Path(__file__).parents[2] / "configs"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def rule(*tokens: dict) -> dict:
    return {"id": "r", "label": "R", "pattern": list(tokens)}


def fired(text: str, *rules: dict) -> list[str]:
    cues = CuesExtractor(NLP.vocab)
    cues.add_patterns(rules)
    doc = cues(NLP(text))  # held, since spans do not outlive their Doc
    return [span.text for span in doc.spans["cues"]]


IN_ERROR = rule({"LOWER": "in"}, {"LOWER": "error"})
FROM = rule({"LOWER": {"IN": ["cut", "raised"]}}, {"OP": "{0,3}", "IS_PUNCT": False}, {"LOWER": "from"})
LED = rule({"LOWER": "led"}, {"OP": "*", "IS_ALPHA": True}, {"LOWER": "by"})
NUMBER = rule({"LIKE_NUM": True}, {"TEXT": "%"})
LIKE = rule({"LOWER": "like"}, {"LOWER": "them", "OP": "?"})


@pytest.mark.parametrize(
    ("given", "text", "wanted"),
    [
        (IN_ERROR, "It was In error.", ["In error"]),
        (IN_ERROR, "In error it said in error.", ["In error", "in error"]),
        (IN_ERROR, "An error in it.", []),
        (IN_ERROR, "It was in  \u00a0 error.", ["in  \u00a0 error"]),
        (IN_ERROR, "It was in\nerror.", []),
        (FROM, "They cut it from five.", ["cut it from"]),
        (FROM, "They cut a bit of from.", ["cut a bit of from"]),
        (FROM, "They cut a bit of it from.", []),
        (FROM, "Cut   a  from  it.", ["Cut   a  from"]),
        (LED, "It was led for many more years than most by her.", ["led for many more years than most by"]),
        (LED, "It was led for 2 years by her.", []),
        (NUMBER, "Only 5% came, then 6% more.", ["5%", "6%"]),
        (NUMBER, "Only five came.", []),
        (LIKE, "Those like them", ["like", "like them"]),
        (LIKE, "Those alike", []),
        (LIKE, "", []),
    ],
)
def test_where_a_rule_fires(given, text, wanted):
    assert fired(text, given) == wanted


@pytest.fixture(scope="module")
def both() -> tuple[Language, CuesExtractor, SpanRuler]:
    """Our rules and spaCy's ruler with the same, white space allowed between their words."""
    nlp = spacy.blank("en")
    given = [one for one in rules_reader(str(CONFIGS / "rules")) if not any("POS" in token for token in one["pattern"])]
    cues, ruler = CuesExtractor(nlp.vocab), SpanRuler(nlp, spans_key="cues")
    cues.add_patterns(given)
    for one in given:
        first, *others = one["pattern"]
        spaced = [first, *(token for other in others for token in (GAP, other))]
        ruler.add_patterns([{**one, "pattern": spaced}])
    return nlp, cues, ruler


@pytest.mark.parametrize("path", SEEDS[::7], ids=lambda path: path.stem)
@pytest.mark.parametrize("space", [" ", "  "], ids=["as it is", "spaced"])
def test_they_fire_where_spacys_ruler_does(both, path, space):
    nlp, cues, ruler = both
    doc = nlp(path.read_text("utf-8").replace(" ", space))
    ours, theirs = cues.match(doc), ruler.match(doc)
    assert [(one.start, one.end, one.label_, one.id_) for one in ours] == [
        (one.start, one.end, one.label_, one.id_) for one in theirs
    ]
    assert ours


def test_saved_and_loaded_they_are_the_same(tmp_path):
    cues = CuesExtractor(spacy.blank("en").vocab)
    cues.add_patterns([IN_ERROR, FROM])
    cues.to_disk(tmp_path)
    again = [CuesExtractor(cues.vocab).from_disk(tmp_path), CuesExtractor(cues.vocab).from_bytes(cues.to_bytes())]
    assert [one.patterns for one in again] == [[IN_ERROR, FROM]] * 2


@pytest.mark.parametrize("token", [{"LOWWER": "x"}, {"IS_PUNCT": "maybe"}, {"OP": "??"}], ids=str)
def test_a_pattern_that_the_matcher_does_not_know_is_refused_when_the_model_is_built(token):
    nlp = spacy.blank("en")
    with pytest.raises(MatchPatternError):
        CuesExtractor(nlp.vocab).initialize(nlp=nlp, patterns=[rule({"LOWER": "x"}, token)])
