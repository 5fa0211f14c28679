"""What is wrong as a line with its place: line and column count from 1, in code points."""

from __future__ import annotations

import pytest

from answers import (
    check,
    country,
    gold,
    person,
    record,
    role,
    scores,
    wanted_check,
    wanted_country,
    wanted_person,
    wanted_role,
)
from newstally.evaluate.items import Item

TEXT = "Peru wins 😀\r\nMayor Ana Roy, mayor of Lima,\nmet 20 people: 12 women\u2028and eight men.\rRoy left.\n"


def story(**kinds) -> dict:
    return gold(**kinds) | {"text": TEXT}


def found(**kinds) -> dict:
    return record(**kinds) | {"sha256": None}


COUNT = {"quote": "eight men", "value": 8, "unit": "man", "unit_text": "men", "modifier": "exact", "actor": []}


@pytest.mark.parametrize(
    ("measure", "wanted", "item"),
    [
        ("countries", {"countries": [wanted_country()]}, Item("PE", 1, 1)),
        ("people", {"people": [wanted_person("Ana Roy")]}, Item("Ana Roy", 2, 7)),
        ("counts", {"counts": [COUNT]}, Item("8 man (exact): “eight men”", 3, 29)),
        (
            "roles",
            {"people": [wanted_person("Ana Roy")], "roles": [wanted_role("MAYOR", "Lima")]},
            Item("Ana Roy | MAYOR | Lima |  | current", 2, 1),
        ),
        (
            "checks",
            {"counts": [COUNT], "checks": [wanted_check("list", 0)]},
            Item("list consistent: “eight men”", 3, 29),
        ),
        (
            "checks",
            {"checks": [wanted_check("name", verdict="contradictory", forms=["Roy left", "Roi"])]},
            Item("name contradictory: “Roy left”, “Roi”", 4, 1),
        ),
        ("checks", {"checks": [wanted_check("date") | {"note": "a Monday"}]}, Item("date consistent: a Monday")),
    ],
    ids=["at the start", "after a line end of two characters", "after a character beyond 16 bits", "the nearer title",
         "its first figure", "its first form", "no place"],
)  # fmt: skip
def test_what_was_missed(measure, wanted, item):
    assert scores(story(**wanted), found())[measure].missed == (("a", item),)


@pytest.mark.parametrize(
    ("measure", "kinds", "item"),
    [
        ("countries", {"countries": [country() | {"mentions": [{"text": "Peru", "start": 0}]}]}, Item("PE", 1, 1)),
        ("countries", {"countries": [country()]}, Item("PE")),
        (
            "roles",
            {"people": [person("Roy")], "roles": [role() | {"evidence": {"text": "mayor", "start": 28}}]},
            Item("Roy | mayor |  |  | current", 2, 16),
        ),
        (
            "checks",
            {"checks": [check("date") | {"spans": [{"text": "Lima", "start": 37}]}]},
            Item("date consistent: “Lima”", 2, 25),
        ),
        ("countries", {"countries": [country() | {"mentions": [{"text": "Peru", "start": 9999}]}]}, Item("PE")),
    ],
    ids=["a mention", "no mention", "the title", "the first span", "outside the text"],
)  # fmt: skip
def test_what_is_spurious(measure, kinds, item):
    assert scores(story(), found(**kinds))[measure].spurious == (("a", item),)
