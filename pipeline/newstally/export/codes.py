"""Codes of countries in other schemes, by the code that records use.

The file ``codes.csv`` beside this module holds them: ISO 3166-1 alpha-3, and the abbreviation and number of the state
in the Correlates of War project. Facts, written down for newstally; a test keeps its rows to those of
configs/tables/countries.toml. Kosovo's XKX is user-assigned; what a scheme does not know has no code there.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def codes() -> dict[str, tuple[str, str, int | None]]:
    """(alpha-3, COW abbreviation, COW number) of every country by its code."""
    with resources.files(__package__).joinpath("codes.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: (row["alpha3"], row["cow"], int(row["cow_number"]) if row["cow_number"] else None)
            for row in csv.DictReader(file)
        }


def codes_of(code: str) -> tuple[str, str, int | None]:
    """The codes of the country ``code``; empty for "" and for what is none."""
    return codes().get(code, ("", "", None))
