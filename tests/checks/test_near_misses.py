"""Every check is held against at least ten texts in which it must find no fault."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from newstally import registry

LEAST = 10
# Check → the table of its near-misses, in the test file of its name.
NEAR_MISSES = {
    "parts_and_total": "NO_ROWS",
    "listed_and_stated": "NO_FAULT",
    "lists_and_total": "NOT_COMPARED",
    "repeated_figure": "NO_CLASH",
    "part_exceeds_whole": "SMALLER",
    "change_and_rate": "RIGHT",
    "part_and_rate": "RIGHT",
    "withdrawn_figure_stands": "PUT_RIGHT",
    "corrected_figure_missing": "SILENT",
    "parts_make_withdrawn_figure": "PUT_RIGHT",
    "two_offices_at_once": "NONE",
    "office_with_two_holders": "NONE",
    "name_in_two_spellings": "NONE",
    "office_of_two_countries": "NONE",
    "dates_that_disagree": "NONE",
}


def test_every_check_has_its_near_misses() -> None:
    assert set(NEAR_MISSES) == {one.name for one in registry.checks().values()}


@pytest.mark.parametrize(("check", "table"), NEAR_MISSES.items())
def test_near_misses_are_enough(check: str, table: str) -> None:
    assert len(runpy.run_path(str(Path(__file__).with_name(f"test_{check}.py")))[table]) >= LEAST
