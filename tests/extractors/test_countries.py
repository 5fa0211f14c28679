"""Every way to write a country is a candidate; longer words that only hold one are not."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from newstally import rules
from newstally.extractors.countries import make_countries

NLP = spacy.blank("en")
NLP.vocab.lookups = rules.tables_reader(str(Path(__file__).parents[2] / "configs" / "tables"))
EXTRACTOR = make_countries(NLP, "countries")


def found(text):
    doc = EXTRACTOR(NLP(text))
    return [(span.text, span.label_, span.id_) for span in doc.spans["countries"]]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("China and the Netherlands", [("China", "CN", "name"), ("Netherlands", "NL", "name")]),
        ("the U.S. and the UAE", [("U.S.", "US", "abbreviation"), ("UAE", "AE", "abbreviation")]),
        ("Canadians met a Briton", [("Canadians", "CA", "demonym"), ("Briton", "GB", "demonym")]),
        ("Scotland's voters", [("Scotland", "GB", "part")]),
        ("in Northern Ireland", [("Northern Ireland", "GB", "part")]),
        ("Ottawa and the Kremlin", [("Ottawa", "CA", "metonym"), ("Kremlin", "RU", "metonym")]),
        ("the European Council", [("European Council", "EU", "bloc")]),
        ("the UN Security Council", [("UN Security Council", "UN", "bloc")]),
        ("Côte d’Ivoire", [("Côte d’Ivoire", "CI", "name")]),
        ("Guinea-Bissau, not Guinea", [("Guinea-Bissau", "GW", "name"), ("Guinea", "GN", "name")]),
        ("CHINA'S ARMY", [("CHINA", "CN", "name")]),
        ("US-led, Anglo-Chinese", [("US", "US", "abbreviation"), ("Chinese", "CN", "demonym")]),
        ("the U.S.-Mexico border", [("U.S.-Mexico", "MX", "name"), ("U.S.-Mexico", "US", "abbreviation")]),
        ("South\xa0 Korea", [("South\xa0 Korea", "KR", "name")]),
    ],
)
def test_a_form_of_a_country_is_a_candidate(text, candidates):
    assert sorted(found(text)) == sorted(candidates)


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico and New England",
        "He told us it was time.",
        "roast turkey on fine china",
        "Latin America",
        "the South China Sea",
        "French fries and guinea pigs",
        "African Americans",
        "US$5 million",
        "British Columbia",
        "the Gulf of Oman",
        "West Indian cricket",
        "a polish for shoes",
        "Indiana and Nigel",
        "South\nKorean",
    ],
)
def test_what_only_looks_like_one_is_not(text):
    assert [span for span in found(text) if span[0] != "Korean"] == []
