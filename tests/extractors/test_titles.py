"""A title is its noun with the words that belong to it, and no more.

Parses stand in ``tests/resolve/parses/titles.jsonl``.
"""

from __future__ import annotations

import pytest

from helpers import NLP, parsed
from marked import ROOT, sentences
from newstally import rules
from newstally.extractors.people import PeopleExtractor
from newstally.extractors.titles import TitlesExtractor

SENTENCES = sentences("titles")

# A sentence and its titles.
HITS = [
    (
        "The deputy prime minister and the chief financial officer met.",
        "deputy prime minister|chief financial officer",
    ),
    (
        "An associate professor of history wrote to the Minister of Water and Energy.",
        "associate professor of history|Minister of Water and Energy",
    ),
    (
        "The Foreign Affairs Minister thanked the Secretary of State.",
        "Foreign Affairs Minister|Secretary of State",
    ),
    (
        "The former senior communications adviser called the then-president.",
        "senior communications adviser|president",
    ),
    ("Commander Col. Lee Grant met Lt. Gen. Dan Roe.", "Commander|Col.|Lt. Gen."),
    ("The president and CEO of Tolvex resigned.", "president|CEO"),
    (
        "Ana Kos holds the Marlow Chair in International Affairs.",
        "Marlow Chair in International Affairs",
    ),
    ("He is the trade, industry and tourism minister.", "trade, industry and tourism minister"),
    ("The co-founder and the vice-president agreed.", "co-founder|vice-president"),
    ("The singer-actor met a farmer.", "singer-actor|farmer"),
    ("A beekeeper and a physiotherapist won.", "beekeeper|physiotherapist"),
    ("The Minister of the Interior met the MP.", "Minister of the Interior|MP"),
    ("The veteran coach praised the billionaire businessman.", "coach|businessman"),
    (
        "Tolvex marketing manager Ana Kos met the UP representative.",
        "marketing manager|representative",
    ),
    (
        "The anti-corruption prosecutor called the police chief.",
        "anti-corruption prosecutor|police chief",
    ),
    ("The director of communications and the head of the mill left.", "director of communications|head"),
    ("Justice Minister Ana Kos met Chief Justice Jan Zor.", "Justice Minister|Chief Justice"),
    (
        "Tolvex chief human capital, corporate affairs and marketing officer Ana Kos left.",
        "chief human capital, corporate affairs and marketing officer",
    ),
    ("He met Las Vegas City Marshal Ana Kos.", "City Marshal"),
    ("The famous French actor met the Chinese president.", "actor|president"),
    (
        "The Minister for Roads, Rail and Inland Waterways met the spokesperson on housing, local planning and energy.",
        "Minister for Roads, Rail and Inland Waterways|spokesperson on housing, local planning and energy",
    ),
    (
        "The Minister for Health and HIV/AIDS met the special envoy for Central Asia.",
        "Minister for Health and HIV/AIDS|special envoy for Central Asia",
    ),
    (
        "The acting director general of health services called an infectious diseases specialist.",
        "director general of health services|infectious diseases specialist",
    ),
    (
        "Deputy Mayor Ana Kos met a Nominated MP and the Attorney-General.",
        "Deputy Mayor|Nominated MP|Attorney-General",
    ),
    ("A ward councillor met the police spokeswoman.", "ward councillor|spokeswoman"),
    ("The union's head of women's rugby met the harbour master.", "head of women's rugby|harbour master"),
    ("The crustacean specialist met the supply chain director.", "crustacean specialist|supply chain director"),
    ("The county secretary met the Cathaoirleach.", "county secretary|Cathaoirleach"),
    ("Rangers midfielder Ana Kos met PC Jan Zor.", "midfielder|PC"),
    ("Rangers Ana Kos and Jan Zor met the PC leader.", "Rangers|leader"),
    ("The Estonian specialist met the hotel chain director.", "specialist|director"),
    # What looks like more of a field or a modifier is none.
    ("The minister for health, teachers and nurses agreed.", "minister for health|teachers|nurses"),
    ("The Minister of Health, Tolvex and the bank agreed.", "Minister of Health"),
    ("The director of Central Asia Bank met a nervous MP.", "director|MP"),
    ("The veteran Ana Kos met the police sergeant.", "police sergeant"),
    ("The Chinese President and a tired specialist left.", "President|specialist"),
]

MISSES = [
    "The computer and the letter are on the counter.",
    "The Prime Minister's Office closed at 9 PM.",
    "He will head the team and chair the meeting.",
    "The Harbor Commissioners Court met at the King's Theatre.",
    "They will coach and judge the young.",
    "The campaign and the ministry agreed in summer.",
]


@pytest.fixture(scope="module")
def find():
    NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
    people, titles = PeopleExtractor(NLP), TitlesExtractor(NLP)

    def run(text):
        row = SENTENCES[text]
        doc = titles(people(parsed(text, row["notes"], ents=row["ents"])))
        return [(span.text, span.label_, span.id_) for span in doc.spans["titles"]]

    return run


@pytest.mark.parametrize(("text", "titles"), HITS)
def test_a_title_is_found_with_its_words(find, text, titles):
    assert "|".join(title for title, _, _ in find(text)) == titles


@pytest.mark.parametrize("text", MISSES)
def test_no_title_is_found(find, text):
    assert find(text) == []


def test_a_title_bears_its_category(find):
    found = find("The Foreign Affairs Minister thanked the Secretary of State.")
    assert [labels for _, *labels in found] == [["TITLE", "minister"], ["TITLE", "minister"]]
