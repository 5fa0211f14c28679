"""A country is counted where it is named, not where its name belongs to something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import NLP, parsed
from marked import TABLES
from newstally import mentions as mentions_module
from newstally import rules
from newstally.extractors.countries import CountriesExtractor
from newstally.resolve.countries import countries
from newstally.types import Article

FOLDER = Path(__file__).parents[2] / "configs" / "tables"


@pytest.fixture(scope="module")
def extractor():
    NLP.vocab.lookups = rules.tables_reader(str(FOLDER))
    return CountriesExtractor(NLP)


@pytest.fixture
def resolve(extractor):
    def run(text, notes="", **groups):
        groups.setdefault("blocks", [(text.strip(), "paragraph")])
        doc = extractor(parsed(text, notes, **groups))
        return countries(mentions_module.read(doc, Article("t", text)), TABLES)

    return run


@pytest.mark.parametrize(
    ("text", "ents", "code"),
    [
        ("the Canadian government", [], "CA"),
        ("the Supreme Court of India", [("Supreme Court of India", "ORG")], "IN"),
        ("the Bank of England", [("Bank of England", "ORG")], "GB"),
        ("the Indian Air Force", [("Indian Air Force", "ORG")], "IN"),
        ("the U.N. refugee agency", [("U.N.", "ORG")], "UN"),
        ("U.S. National Security Adviser Ann Roe", [("U.S. National Security", "ORG"), ("Ann Roe", "PERSON")], "US"),
        ("Lagos, Nigeria", [("Lagos, Nigeria", "LOC")], "NG"),
        ("Northern Nigeria", [("Northern Nigeria", "LOC")], "NG"),
        ("the EU for Foreign Affairs", [("EU for Foreign Affairs", "ORG")], "EU"),
        ("Ann Roe U.S. Secretary of State", [("Ann Roe U.S.", "PERSON")], "US"),
        ("Canadian Robert Roe", [("Canadian Robert Roe", "PERSON")], "CA"),
        ("across Jordan", [("Jordan", "LOC")], "JO"),
        ("fighting in Georgia, near Abkhazia", [("Georgia", "LOC")], "GE"),
        ("the Chinese factory", [], "CN"),
        ("in Turkey", [], "TR"),
        ("a Paris-based Cuban writer", [], "CU"),
        ("EU Health Commissioner Ann Roe", [("EU Health", "ORG"), ("Ann Roe", "PERSON")], "EU"),
        ("the US dollar", [], "US"),
        ("Iranian Energy Minister Ann Roe", [("Ann Roe", "PERSON")], "IR"),
        ("the UN Board of Inquiry", [("UN Board of Inquiry", "ORG")], "UN"),
        ("Turkey's Export Union", [("Turkey's Export Union", "ORG")], "TR"),
        ("Zimbabwe, not Ohio", [], "ZW"),
        ("the Uganda High Court", [("Uganda High Court", "ORG")], "UG"),
        ("met US officials", [], "US"),
    ],
)
def test_a_country_and_its_organs_count(resolve, text, ents, code):
    assert [country.code for country in resolve(text, ents=ents)] == [code]


@pytest.mark.parametrize(
    ("text", "ents"),
    [
        ("Air Canada", [("Air Canada", "ORG")]),
        ("Bank of China", []),
        ("Kenya Airways", []),
        ("Air Canada President Ann Roe", [("Air Canada", "ORG"), ("Ann Roe", "PERSON")]),
        ("University of Namibia", [("University of Namibia", "ORG")]),
        ("South China Morning Post", [("South China Morning Post", "ORG")]),
        ("the Football Federation of Chile", [("Football Federation of Chile", "ORG")]),
        ("the American Recovery Act", [("American Recovery Act", "MISC")]),
        ("the United Nations Association", [("United Nations Association", "ORG")]),
        ("Kuwait Energy shares", []),
        ("Telecom Namibia's prices", [("Telecom Namibia", "ORG")]),
        ("Nigeria Street", [("Nigeria Street", "LOC")]),
        ("Jordan Peele", [("Jordan Peele", "PERSON")]),
        ("Chad Roe arrived. Chad left.", [("Chad Roe", "PERSON")]),
        ("Georgia Tech", []),
        ("courts in Atlanta, Georgia", []),
        ("Cuba, Mo.", []),
        ("in Lebanon, Ohio", []),
        ("Peru High School won. Peru led.", []),
        ("English-language papers", []),
        ("spoke in Spanish", []),
        ("the Chinese restaurant", []),
        ("Turkey sandwiches", []),
        ("a crash on U.S. 31", []),
    ],
)
def test_other_things_of_that_name_do_not(resolve, text, ents):
    assert resolve(text, ents=ents) == ()


ACTS = [
    ("Ottawa wants talks", "NNP nsubj 2|VBZ root 0 want|NNS obj 2 talk"),
    ("Ottawa's dispute deepened", "NNP nmod:poss 3|POS case 1|NN nsubj 4 dispute|VBD root 0 deepen"),
    ("They accused Ottawa", "PRP nsubj 2|VBD root 0 accuse|NNP obj 2"),
    ("It was rejected by Ottawa", "PRP nsubj:pass 3|VBD aux:pass 3|VBN root 0 reject|IN case 5|NNP obl:agent 3"),
    ("talks with Ottawa", "NNS root 0 talk|IN case 3|NNP nmod 1"),
    ("the Ottawa government", "DT det 3|NNP compound 3|NN root 0 government"),
    ("The Kremlin said nothing", "DT det 2|NNP nsubj 3|VBD root 0 say|NN obj 3"),
    ("a White House spokesman", "DT det 4|NNP compound 3|NNP compound 4|NN root 0 spokesman"),
]
IS_A_PLACE = [
    ("She spoke in Ottawa", "PRP nsubj 2|VBD root 0 speak|IN case 4|NNP obl 2"),
    ("Ottawa's parks opened", "NNP nmod:poss 3|POS case 1|NNS nsubj 4 park|VBD root 0 open"),
    ("They left Ottawa", "PRP nsubj 2|VBD root 0 leave|NNP obj 2"),
    ("It was built near Ottawa", "PRP nsubj:pass 3|VBD aux:pass 3|VBN root 0 build|IN case 5|NNP obl 3"),
    ("talks in Ottawa", "NNS root 0 talk|IN case 3|NNP nmod 1"),
    ("the Ottawa office", "DT det 3|NNP compound 3|NN root 0 office"),
    ("Crowds met outside the Kremlin", "NNS nsubj 2|VBD root 0 meet|IN case 5|DT det 5|NNP obl 2"),
    ("the White House lawn", "DT det 4|NNP compound 3|NNP compound 4|NN root 0 lawn"),
]


@pytest.mark.parametrize(("text", "notes"), ACTS)
def test_a_capital_or_office_counts_where_it_acts_or_is_dealt_with(resolve, text, notes):
    (country,) = resolve(text, notes)
    assert [mention.kind for mention in country.mentions] == ["metonym"]


@pytest.mark.parametrize(("text", "notes"), IS_A_PLACE)
def test_a_capital_or_office_does_not_where_it_is_a_place(resolve, text, notes):
    assert resolve(text, notes) == ()


def test_a_city_that_the_text_treats_as_a_city_is_no_government(resolve):
    notes = "NNP nsubj 2|VBZ root 0 want|NNS obj 2 bus|. punct 2|NNP compound 6|NN root 0 mayor|. punct 6"
    assert resolve("Ottawa wants buses. Ottawa mayor.", notes) == ()


@pytest.mark.parametrize(
    ("text", "notes", "codes"),
    [
        (
            "Beijing agreed and Washington did not.",
            "NNP nsubj 2|VBD root 0 agree|CC cc 5|NNP nsubj 5|VBD conj 2 do|RB advmod 5|. punct 2",
            ["CN", "US"],
        ),
        (
            "Beijing agreed and people in Washington did not.",
            "NNP nsubj 2|VBD root 0 agree|CC cc 7|NNS nsubj 7|IN case 6|NNP nmod 4|VBD conj 2 do|RB advmod 7|. punct 2",
            ["CN"],
        ),
        ("Controls by Beijing", "NNS root 0 control|IN case 3|NNP nmod 1", ["CN"]),
        ("Stopovers by Beijing", "NNS root 0 stopover|IN case 3|NNP nmod 1", []),
    ],
)
def test_a_capital_acts_beside_another_or_by_a_deed(resolve, text, notes, codes):
    assert [country.code for country in resolve(text, notes)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Jordan Moe left. Jordan wept.", []),
        ("Jordan Moe left. He lives in Jordan.", ["JO"]),
        ("Chad Moe left. Chad, a guest team, lost.", ["TD"]),
        ("Chad Moe left. Chad, a tired man, lost.", []),
    ],
)
def test_what_somebody_is_called_names_a_country_only_where_the_story_says_so(resolve, text, codes):
    name = " ".join(text.split()[:2])
    assert [country.code for country in resolve(text, ents=[(name, "PERSON")])] == codes


def test_a_capital_with_namesakes_counts_only_where_its_country_is_named(resolve):
    notes = "NNP nsubj 2|VBZ root 0 want|NN obj 2 aid"
    assert resolve("Athens wants aid", notes) == ()
    (greece,) = resolve("Athens wants aid. Greece", f"{notes}|. punct 2|NNP root 0")
    assert [mention.kind for mention in greece.mentions] == ["metonym", "name"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Congo", ["CD"]),
        ("Congo and Brazzaville's Republic of Congo", ["CG"]),
        ("Korean athletes", ["KR"]),
        ("North Korea and the Korean side", ["KP"]),
    ],
)
def test_a_shared_form_goes_to_the_country_that_the_text_names_otherwise(resolve, text, codes):
    assert [country.code for country in resolve(text)] == codes


def test_one_country_a_code_in_the_order_of_first_mention_with_all_its_mentions(resolve):
    china, us = resolve("Chinese goods reached the U.S. from China.")
    assert (china.code, china.name, china.type) == ("CN", "China", "state")
    assert [(m.span.text, m.span.start, m.kind) for m in china.mentions] == [
        ("Chinese", 0, "demonym"),
        ("China", 36, "name"),
    ]
    assert us.code == "US"


def test_of_a_joined_word_only_the_country_is_the_mention(resolve):
    us, mexico = resolve("the U.S.-Mexico border")
    assert [(c.mentions[0].span.text, c.mentions[0].span.start) for c in (us, mexico)] == [("U.S.", 4), ("Mexico", 9)]
