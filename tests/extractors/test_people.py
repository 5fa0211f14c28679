"""A person's name is found where the model or its place gives it away, and things that look like names are not.

Parses and the model's entities, right and wrong ones, stand in ``tests/resolve/parses/people.jsonl``.
"""

from __future__ import annotations

import pytest
import spacy

from helpers import NLP, parsed
from marked import ROOT, sentences
from newstally import rules
from newstally.extractors.people import PeopleExtractor

SENTENCES = sentences("people")

HITS = [
    ("titles and possessives come off", "President Ana Kos met Mr Lah's lawyer and Dr. Wu.", ["Ana Kos", "Lah", "Wu"]),
    (
        "a surname holds wherever it recurs",
        "Ana Kos and Jan Zor spoke. Kos said the Kos government would wait.",
        ["Ana Kos", "Jan Zor", "Kos", "Kos"],
    ),
    (
        "names cut in two are joined, hyphens kept",
        "Osama bin Hadi met Lu Mei-lan and Karl-Otto Brandt.",
        ["Osama bin Hadi", "Lu Mei-lan", "Karl-Otto Brandt"],
    ),
    (
        "suffix and nickname belong to a name",
        'Donald J. Trask Jr. met John "Jack" Reed.',
        ["Donald J. Trask Jr.", 'John "Jack" Reed'],
    ),
    (
        "a title gives a name away",
        "Reporters asked Minister Quellan Ostrovar about the plan.",
        ["Quellan Ostrovar"],
    ),
    ("a photo credit", "The talks went well. (Adrian Wyn/Harbor Press)", ["Adrian Wyn"]),
    ("a row, name first", "Heiko Brandt Foreign Minister of Germany", ["Heiko Brandt"]),
    ("a row, name last", "Singapore  Prime Minister Lim Hsu Long", ["Lim Hsu Long"]),
    (
        "a row, an organisation seen over name and title",
        "Federica Moro High Representative of the EU for Foreign Trade",
        ["Federica Moro"],
    ),
    ("a row, a country between name and title", "Jeremy Hall U.K. Foreign Secretary", ["Jeremy Hall"]),
    (
        "a row with brackets",
        "Robert Mall President and CEO of the Orvik Crisis Group (Kos's employer)",
        ["Robert Mall"],
    ),
    (
        "a surname that is a title",
        "Martin King spoke. King then left for the West.",
        ["Martin King", "King"],
    ),
    ("a job with an article", "Ants Moe, a farmer from Marne, left.", ["Ants Moe"]),
    ("an initial", "The shooting of Tyra M. Boll was ruled lawful.", ["Tyra M. Boll"]),
    ("an age", "The death of 46-year-old Wanda Snell was ruled lawful.", ["Wanda Snell"]),
    ("a title with an owner", "Peru's envoy to Mali, Hine Paki-Rangi, agreed.", ["Hine Paki-Rangi"]),
    (
        "cut at a hyphen, or before it",
        "Ionu-Marin Dobre met Lau Wing-sum.",
        ["Ionu-Marin Dobre", "Lau Wing-sum"],
    ),
    (
        "a surname with two letters in each other's place, once",
        "Ana Kowalczyk spoke. Kowalczyk left. It rained, Kowalcyzk said.",
        ["Ana Kowalczyk", "Kowalczyk", "Kowalcyzk"],
    ),
    (
        "of a surname that stands there once, nothing else is a slip",
        "Ana Kowalczyk spoke. It rained, Kowalcyzk said.",
        ["Ana Kowalczyk"],
    ),
    (
        "a long surname with another letter",
        "Ana Kowalczyk spoke. Kowalczyk left. It rained, and Kowalszyk sang.",
        ["Ana Kowalczyk", "Kowalczyk", "Kowalszyk"],
    ),
    (
        "a surname with another letter may be a place",
        "Ana Kowalczyk spoke. Kowalczyk left. It rained in Kowalszyk.",
        ["Ana Kowalczyk", "Kowalczyk"],
    ),
    (
        "a short surname with another letter may be anything",
        "Ana Marlin spoke. Marlin left. It rained, and Martin sang.",
        ["Ana Marlin", "Marlin"],
    ),
    (
        "what stands there twice is no slip",
        "Ana Marlin spoke. Marlin left. Marnil is a town, and Marnil is small.",
        ["Ana Marlin", "Marlin"],
    ),
    ("a surname that is a place", "Joe Hall spoke. Hall lives near the Hall.", ["Joe Hall", "Hall"]),
    (
        "a counted title introduces two names, whatever one is taken for",
        "Two fishermen, Manoel Reis and Tiago Bravo, were picked up.",
        ["Manoel Reis", "Tiago Bravo"],
    ),
    ("an owned title introduces an unsure name", "The plan is good, said its curator, Aud Moe.", ["Aud Moe"]),
    ("initials without points", "A retired judge, V N Kulkarni, led it.", ["V N Kulkarni"]),
    ("an honorific of two words", "The Speaker, Tan Sri Zulkifli Hamdan, refused.", ["Zulkifli Hamdan"]),
    ("a given name cut short", "It was Ma. Luisa Moe.", ["Ma. Luisa Moe"]),
    ("an honorific of a priest", "It was Fr. Ivo Moe.", ["Ivo Moe"]),
    (
        "rows that go alike",
        "Ana Kos, Harbor Post (Peru)\nIda Aba N'Goran, Orvik Presse (Mali)\nIvo Lah, La Voz (Peru)",
        ["Ana Kos", "Ida Aba N'Goran", "Ivo Lah"],
    ),
    (
        "rows of two names",
        "Ana Kos, Ivo Lah (Peru)\nNed Flint, Ida Moe (Mali)\nJo Reed, Tom Hale (Chad)",
        ["Ana Kos", "Ivo Lah", "Ned Flint", "Ida Moe", "Jo Reed", "Tom Hale"],
    ),
    ("particles", "It was Ana de Castro.", ["Ana de Castro"]),
    ("a title in lower case gives a name away", "It was captain Joost Brand.", ["Joost Brand"]),
    (
        "nicknames in quotes",
        "Ana “the Fox” Kos met Ivo 'Bud' Lah and Jo \"El Mayo\" de Castro.",
        ["Ana “the Fox” Kos", "Ivo 'Bud' Lah", 'Jo "El Mayo" de Castro'],
    ),
    ("a word in quotes behind a name is no nickname", "Ana Kos “Hates” Peru, and the “Big Four” left.", ["Ana Kos"]),
    (
        "a team sheet",
        "Defenders: Ever Alba (Orvik), Ken Dahl (Vida) and Leo Park (Real Marne)",
        ["Ever Alba", "Ken Dahl", "Leo Park"],
    ),
    (
        "titles of several and ranks in letters come off",
        "It was Cllrs Kos and Ivo Lah who met SP Ida Moe.",
        ["Kos", "Ivo Lah", "Ida Moe"],
    ),
    ("a saint within a name", "Oliver St John Kos left.", ["Oliver St John Kos"]),
]

MISSES = [
    ("firms", "The firm Kaya, based in Orvik, sued the startup Yasser."),
    ("families and storms", "The Windsors met the Kos family and Hurricane Maria."),
    (
        "names of things, and places in a row",
        "Students of the Munro School in Oran, Setif and Blida won the Ana Rivas Scholarship.",
    ),
    ("datelines and ships", "PORT TOLVA, May 27 (Harbor News) -- The ship named Nella Maru sank."),
    ("gods, heroes and handles", "God and Batman won, said @annakos."),
    ("a place with an apposition", "Port Tolva, a town near Marne, slept."),
    ("a firm that may be a person's trade", "Orvik Farms, a producer of milk, closed."),
    ("a band", "The jazz band Lost Owls played on Monday."),
    ("an old thing", "The plan for the 46-year-old Harbor Bridge was approved."),
    ("what is surely a place elsewhere", "Tai Tokerau is far. The approach is very Tai Tokerau."),
    ("parts in a play", "She is known for her turn as Dora in Kaya."),
    ("two firms", "Two firms, Manoel Reis and Tiago Bravo, were picked up."),
    ("a word for persons and firms introduces none", "The plan is good, said its partner, Aud Moe."),
    ("a ship", "The MV Raj Hans sank in the bay."),
    ("species and other tongues", "The limpet Patella vulgata slept. \"Ang dagat po,\" he said."),
    ("a town of a saint", "It rained on the houses of Sta. Rosa."),
    ("a broadcaster may be a company", "It was broadcaster Joost Brand."),
    ("a list that is no team sheet", "Colours: Deep Red (Orvik), Old Green (Vida) and Sky Blue (Marne)"),
    ("parishes", "St James and St Thomas are wet."),
    ("a firm by its trade and its plant", "The tyre manufacturer Halden closes its plant in Orvik."),
    ("a firm by its staff", "Halden's chief executive spoke, and Halden's workforce left."),
    ("what has a mayor", "The mayor of Moreira spoke."),
]


@pytest.fixture(scope="module")
def extractor():
    NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
    return PeopleExtractor(NLP)


def found(extractor, text):
    row = SENTENCES[text]
    doc = parsed(text, row["notes"], ents=row["ents"])
    sentence = text.endswith((".", ")")) and "CEO" not in text
    doc.spans["blocks"] = [doc.char_span(0, len(text), label="paragraph" if sentence else "item")]
    return [(span.text, span.id_) for span in extractor(doc).spans["people"]]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in HITS], ids=[case[0] for case in HITS])
def test_a_name_is_found(extractor, text, names):
    assert [name for name, _ in found(extractor, text)] == names


@pytest.mark.parametrize("text", [case[1] for case in MISSES], ids=[case[0] for case in MISSES])
def test_no_name_is_found(extractor, text):
    assert found(extractor, text) == []


def test_the_rule_that_found_a_name_is_its_id(extractor):
    assert found(extractor, "The talks went well. (Adrian Wyn/Harbor Press)") == [("Adrian Wyn", "credit")]


def test_without_entities_and_tables_nothing_is_found():
    doc = PeopleExtractor(spacy.blank("en"))(parsed("Ana left"))
    assert list(doc.spans["people"]) == []
