"""The arithmetic of findings, drawn."""

from __future__ import annotations

import pytest

from newstally.report.equations import lines
from saved_records import saved, seed_record

SIGN = {True: " ✓", False: " ✗", None: ""}


def drawn(check: dict, record: dict) -> list[str]:
    return [
        " ".join(part if isinstance(part, str) else part[0] for part in line["parts"]) + SIGN[line["holds"]]
        for line in lines(check, record)
    ]


def of_seed(name: str, code: str, verdict: str = "contradictory") -> list[str]:
    record = seed_record(name)
    check = next(check for check in record["checks"] if (check["code"], check["verdict"]) == (code, verdict))
    return drawn(check, record)


@pytest.mark.parametrize(
    ("seed", "code", "expected"),
    [
        ("nineteen-talks", "T101", ["19 = 9 + 11 ✗", "8 + 11 = 19 ✓", "20 withdrawn"]),
        ("nineteen-talks", "T102", ["9 = 8 listed ✗", "8 = 8 listed ✓"]),
        ("caraga-quake", "T101", ["19 = 11 + 5 + 4 ✗"]),
        ("malaria-trial", "T104", ["4,650 = 4,560 ✗"]),
        ("flood-correction", "X101", ["17 withdrawn → 12", "17 stands ✗"]),
        ("alliance-leader", "R103", []),
        ("warsaw-override", "D101", []),
    ],
)
def test_contradictions_of_the_seeds(seed, code, expected):
    assert of_seed(seed, code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("T103", ["19 = 8 listed + 11 listed ✓"]),
        ("T104", ["19 = 19 ✓"]),
        ("X102", ["20 withdrawn → 19", "19 stands ✓"]),
        ("T102", ["9 ≥ 4 listed ✓"]),
    ],
)
def test_agreements_of_the_home_story(code, expected):
    assert of_seed("nineteen-talks", code, "consistent") == expected


def count(name: str, value: float | None, **more) -> dict:
    return {"id": name, "value": value, "low": value, "high": value, "modifier": "exact", "unit": "cat", "start": 0,
            "end": 1} | more  # fmt: skip


@pytest.mark.parametrize(
    "parts",
    [
        [count("N1", 20), count("N2", 9), count("N3", 12)],
        [count("N1", 19), count("N2", None), count("N3", 11)],
        [count("N1", 19), count("N2", 20)],
    ],
    ids=["other total", "no value", "one part"],
)
def test_what_the_figures_do_not_bear_out_is_not_drawn(parts):
    check = {"code": "T101", "verdict": "contradictory", "stated": 19, "found": 20, "suggestion": None, "lists": [],
             "counts": [each["id"] for each in parts]}  # fmt: skip
    assert drawn(check, saved(counts=parts)) == []
    assert drawn(check | {"counts": ["N1", "N9"]}, saved(counts=parts)) == [], "a count that is not there"


def test_bounds_are_shown():
    parts = [count("N1", 20, modifier="about"), count("N2", 9, modifier="at_least"),
             count("N3", 11, low=11, high=14, modifier="range")]  # fmt: skip
    check = {"code": "T101", "verdict": "consistent", "stated": 20, "found": 20, "suggestion": None, "lists": [],
             "counts": ["N1", "N2", "N3"]}  # fmt: skip
    assert drawn(check, saved(counts=parts)) == ["≈ 20 = ≥ 9 + 11–14 ✓"]
