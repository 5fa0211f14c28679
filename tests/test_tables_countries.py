"""The tables of countries hold: every ISO code, no form for two codes unless shared on purpose."""

from __future__ import annotations

from collections import defaultdict

import pytest

from marked import TABLES
from newstally.words.countrywords import forms

CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES, CUES = TABLES["countries"], TABLES["country_cues"]


def test_every_code_of_iso_3166_stands_once_with_kosovo_and_the_blocs():
    assert len(CODES.split()) == 249
    assert sorted(COUNTRIES["countries"]) == sorted([*CODES.split(), "EU", "UN", "XK"])


def test_every_entry_has_a_name_a_type_and_names():
    for code, entry in COUNTRIES["countries"].items():
        assert entry["type"] in ("state", "territory", "bloc"), code
        assert entry["name"] in entry["names"], code


def test_states_have_a_capital_and_a_demonym():
    states = {code: entry for code, entry in COUNTRIES["countries"].items() if entry["type"] == "state"}
    city_states = {"MC", "SG", "SM", "VA"}
    assert {code for code, entry in states.items() if "capitals" not in entry} == city_states
    assert {code for code, entry in states.items() if "demonyms" not in entry} == {"CF", "VA"}


def test_no_form_stands_under_two_codes_unless_it_is_shared():
    codes = defaultdict(set)
    for form in forms(COUNTRIES):
        codes[form.text].add(form.code)
    shared = {text: set(codes) - {""} for text, codes in COUNTRIES["shared"].items()}
    assert {text: found for text, found in codes.items() if len(found) > 1} == shared


def test_no_form_stands_twice_in_an_entry():
    for code, entry in COUNTRIES["countries"].items():
        texts = [text for value in entry.values() if isinstance(value, list) for text in value]
        assert len(texts) == len(set(texts)), code


@pytest.mark.parametrize("form", sorted(CUES["ambiguous"]))
def test_what_is_ambiguous_is_a_form_with_known_cues(form):
    assert form in {known.text for known in forms(COUNTRIES)}
    assert set(CUES["ambiguous"][form]) <= {"not_before", "not_after", "only_with", "for", "against", "road"}


def test_languages_are_demonyms_and_namesakes_are_capitals_or_offices():
    of_kind = defaultdict(set)
    for form in forms(COUNTRIES):
        of_kind[form.kind].add(form.text)
    assert set(CUES["languages"]["names"]) - of_kind["demonym"] <= {"Afrikaans", "Amharic", "Catalan"}
    assert set(CUES["metonyms"]["namesakes"]) <= of_kind["metonym"]
