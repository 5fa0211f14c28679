"""R102: two holders of an office that one person holds."""

from __future__ import annotations

import pytest

from told import said, told


def holders(*parts: str | tuple[str, str]) -> list[str]:
    return [message for _, message in said(told(*parts), "office_with_two_holders", remembered=("president",))]


MAYOR = "{Hale Mayor|P1|mayor|hale} [Ana Roe|P1] opened the bridge."
HITS = {
    "a city": (
        [MAYOR, "“A fine bridge,” said [Tom Poe|P2], the {mayor of Hale|P2|mayor|hale}."],
        "two people are Hale Mayor: Ana Roe and Tom Poe",
    ),
    "a country": (
        [
            "{French President|P1|president|FR} [Ana Roe|P1] left. [Roe|P1] flew.",
            "{President of France|P2|president|FR} [Tom Poe|P2] spoke. [Poe|P2] left.",
        ],
        "two people are French President: Ana Roe and Tom Poe",
    ),
    "a ministry": (
        [
            "{Finnish foreign minister|P1|foreign minister|FI} [Ana Roe|P1] left.",
            "[Tom Poe|P2], the {Finnish minister of foreign affairs|P2|foreign minister|FI}, spoke.",
        ],
        "two people are Finnish foreign minister: Ana Roe and Tom Poe",
    ),
    "a company": (
        [
            "{Tolvex chief executive|P1|chief executive|tolvex} [Ana Roe|P1] left.",
            "{Tolvex CEO|P2|chief executive|tolvex} [Tom Poe|P2] spoke.",
        ],
        "two people are Tolvex chief executive: Ana Roe and Tom Poe",
    ),
    "a trust": (
        [
            "{Pier Trust chairwoman|P1|chair|pier trust} [Ana Roe|P1] left.",
            "[Tom Poe|P2], {chairman of the Pier Trust|P2|chair|pier trust}, spoke.",
        ],
        "two people are Pier Trust chairwoman: Ana Roe and Tom Poe",
    ),
    "in the headline": (
        [
            ("headline", "{Hale mayor|P1|mayor|hale} [Roe|P1] opens bridge"),
            "[Ana Roe|P1] came.",
            "{Hale mayor|P2|mayor|hale} [Tom Poe|P2] spoke.",
        ],
        "two people are Hale mayor: Ana Roe and Tom Poe",
    ),
    "in a caption": (
        [MAYOR, ("caption", "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2] on the bridge.")],
        "two people are Hale Mayor: Ana Roe and Tom Poe",
    ),
    "one told twice": (
        [MAYOR, "{Hale Mayor|P1|mayor|hale} [Roe|P1] spoke.", "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2] left."],
        "two people are Hale Mayor: Ana Roe and Tom Poe",
    ),
    "a new bridge is no new mayor": (
        [
            "{Hale Mayor|P1|mayor|hale} [Ana Roe|P1] opened the new bridge.",
            "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2] spoke.",
        ],
        "two people are Hale Mayor: Ana Roe and Tom Poe",
    ),
    "a change of something else": (
        [MAYOR, "The council was elected in May.", "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2] spoke."],
        "two people are Hale Mayor: Ana Roe and Tom Poe",
    ),
}


@pytest.mark.parametrize(("parts", "expected"), HITS.values(), ids=HITS)
def test_an_office_has_two_holders(parts: list[str | tuple[str, str]], expected: str) -> None:
    assert holders(*parts) == [expected]


NONE = {
    "one holder": [MAYOR, "{Hale Mayor|P1|mayor|hale} [Roe|P1] spoke."],
    "two cities": [MAYOR, "{Tolva Mayor|P2|mayor|tolva} [Tom Poe|P2] spoke."],
    "two countries": [
        "{French President|P1|president|FR} [Ana Roe|P1] left.",
        "{Chadian President|P2|president|TD} [Tom Poe|P2] spoke.",
    ],
    "no city said": ["{Mayor|P1|mayor} [Ana Roe|P1] left.", "{Mayor|P2|mayor} [Tom Poe|P2] spoke."],
    "one city unsaid": [MAYOR, "{Mayor|P2|mayor} [Tom Poe|P2] spoke."],
    "a former one": [MAYOR, "Former {Hale Mayor|P2|mayor|hale|former} [Tom Poe|P2] spoke."],
    "an acting one": [MAYOR, "Acting {Hale Mayor|P2|mayor|hale|acting} [Tom Poe|P2] spoke."],
    "an elected one": [MAYOR, "{Hale Mayor|P2|mayor|hale|elect}-elect [Tom Poe|P2] spoke."],
    "a deputy": [MAYOR, "{Hale deputy mayor|P2|deputy mayor|hale} [Tom Poe|P2] spoke."],
    "a shared office": [
        "{Tolvex vice president|P1|vice president|tolvex} [Ana Roe|P1] left.",
        "{Tolvex vice president|P2|vice president|tolvex} [Tom Poe|P2] spoke.",
    ],
    "a succession": [MAYOR, "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2], who succeeded her, spoke."],
    "a new holder": [MAYOR, "The new {Hale Mayor|P2|mayor|hale} [Tom Poe|P2] spoke."],
    "an election": [MAYOR, "[Tom Poe|P2], {mayor of Hale|P2|mayor|hale}, was elected on Sunday."],
    "a resignation": [
        "{Hale Mayor|P1|mayor|hale} [Ana Roe|P1] resigned.",
        "{Hale Mayor|P2|mayor|hale} [Tom Poe|P2] spoke.",
    ],
    "a president of old": [
        "{French President|P1|president|FR} [Ana Roe|P1] left. [Roe|P1] flew.",
        "She spoke like {French President|P2|president|FR} [Tom Poe|P2].",
    ],
    "a term of old": [MAYOR, "In his two terms {Hale Mayor|P2|mayor|hale} [Tom Poe|P2] said no."],
    "another year": [MAYOR, "In 1998 {Hale Mayor|P2|mayor|hale} [Tom Poe|P2] said no."],
    "relatives, or one person": [MAYOR, "{Hale Mayor|P2|mayor|hale} [Bob Roe|P2] spoke."],
    "one name, with a space": [
        "{Hale Mayor|P1|mayor|hale} [Ali al-Baghli|P1] left.",
        "{Hale Mayor|P2|mayor|hale} [Ali al- Baghli|P2] spoke.",
    ],
    "a name far from the title": [MAYOR, "The {mayor of Hale|P2|mayor|hale} told [Tom Poe|P2] to stop."],
    "a correction note": [MAYOR, ("correction", "We called [Tom Poe|P2] {mayor of Hale|P2|mayor|hale}.")],
}


@pytest.mark.parametrize("parts", NONE.values(), ids=NONE)
def test_two_holders_that_are_no_fault(parts: list[str | tuple[str, str]]) -> None:
    assert holders(*parts) == []
