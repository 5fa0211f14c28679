"""Which country words name, by itself or by one of its organs, and which words name none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newstally.words.countrywords import country_code

TABLE = tomllib.loads(Path("configs/tables/countries.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("U.S.", "US"),
        ("the United Kingdom", "GB"),
        ("French", "FR"),
        ("Namibia's finance ministry", "NA"),
        ("Czech Republic", "CZ"),
        ("Guinea-Bissau", "GW"),
        ("South Sudan", "SS"),
        ("Côte d’Ivoire", "CI"),
        ("Britain's Parliament", "GB"),
        ("Scottish government", "GB"),
        ("Supreme Court of India", "IN"),
        ("Iraqi oil ministry", "IQ"),
        ("Indian Air Force", "IN"),
        ("Ecuadorian team", "EC"),
        ("House of Representatives of Japan", "JP"),
        ("US Department of Justice", "US"),
        ("Reserve Bank of Australia", "AU"),
        ("Bank of England", "GB"),
        ("U.S.-Mexico border patrol", "US"),
        ("U.S. Embassy in Iraq", "US"),
        ("European Council", "EU"),
        ("European Commission", "EU"),
        ("EU", "EU"),
        ("UN Human Rights Council", "UN"),
        ("United Nations Development Programme", "UN"),
        ("UN refugee agency", "UN"),
    ],
)
def test_a_country_and_its_organs_have_its_code(words, code):
    assert country_code(words, TABLE) == code


@pytest.mark.parametrize(
    "words",
    [
        "",
        "FBI",
        "Texas",
        "Huawei",
        "higher education ministry",
        "London",
        "White House",
        "Bank of China",
        "Bank of America",
        "Air Canada",
        "British Airways",
        "University of Namibia",
        "MTC Namibia",
        "Georgia Tech",
        "New Mexico",
        "British Columbia government",
        "Football Federation of Chile",
        "Ecuadorian Football Federation",
        "South China Morning Post",
        "Korea Sword Association",
        "American Federation of Government Employees",
        "Canada Post",
        "Norwegian Refugee Council",
        "Chinese press agency",
        "Indian Orchard Citizens Council",
        "Latin American parliament",
    ],
)
def test_nothing_else_has(words):
    assert country_code(words, TABLE) == ""
