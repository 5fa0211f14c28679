"""Which titles name one office, and which name none that one alone holds."""

from __future__ import annotations

import pytest

from marked import TABLES
from newstally.words.officewords import office_words

OFFICES = office_words(TABLES["offices"])


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("President", "president"),
        ("PM", "prime minister"),
        ("Prime Minister", "prime minister"),
        ("CEO", "chief executive"),
        ("chief executive officer", "chief executive"),
        ("chairwoman", "chair"),
        ("Secretary-General", "secretary general"),
        ("Gov.", "governor"),
        ("foreign minister", "foreign minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("external affairs minister", "foreign minister"),
        ("Defense Minister", "defence minister"),
        ("minister for trade and industry", "industry trade minister"),
        ("foreign secretary", "foreign secretary"),
        ("deputy mayor", "deputy mayor"),
        ("Commissioner for Health", "health commissioner"),
        ("commissioner for trade and industry", "industry trade commissioner"),
    ],
)
def test_titles_of_one_office(title: str, office: str) -> None:
    assert OFFICES.office(title) == office


@pytest.mark.parametrize(
    "title",
    [
        "minister",
        "deputy foreign minister",
        "minister of state",
        "Secretary of State",
        "general secretary",
        "press secretary",
        "shadow health secretary",
        "union minister",
        "senator",
        "director",
        "professor",
        "spokesman",
        "co-chair",
        "vice-captain",
        "county commissioner",
        "commissioner",
    ],
)
def test_titles_that_several_hold(title: str) -> None:
    assert OFFICES.office(title) == ""


def test_offices_that_are_shared_are_known() -> None:
    assert OFFICES.shared <= set(OFFICES.offices.values())
    assert office_words({}).office("president") == ""
