"""The word lists of ``tables.toml``, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Tables:
    """The lists, by name.

    countries: names to adjectives; places: every country name; norp, pairs: peoples and adjectives, of one word and of
    more; acts, facilities: last words of laws and plans, and of buildings; names: (given, family) by culture; parts: of
    made-up names.
    """

    countries: dict[str, list[str]]
    places: frozenset[str]
    norp: frozenset[str]
    titles: frozenset[str]
    calendar: frozenset[str]
    pairs: frozenset[str]
    acts: frozenset[str]
    facilities: frozenset[str]
    names: list[tuple[list[str], list[str]]]
    parts: dict[str, list[str]]


@cache
def tables() -> Tables:
    """Read ``tables.toml``, which stands beside this file."""
    raw = tomllib.loads((Path(__file__).parent / "tables.toml").read_text(encoding="utf-8"))
    countries = {name: forms.split() for name, forms in raw["countries"].items()}
    words = raw["words"]
    forms = {form for forms in countries.values() for form in forms} - {"Lankan", "Rican", "Zealander", "Verdean"}
    return Tables(
        countries=countries,
        places=frozenset({*countries, *words["short_countries"]}),
        norp=frozenset(forms | set(words["more_norp"].split())),
        titles=frozenset(words["titles"].split()),
        pairs=frozenset(words["pairs"].replace("\n", "|").split("|")),
        **{name: frozenset(words[name].split()) for name in ("calendar", "acts", "facilities")},
        names=[tuple(side.split() for side in row.split(" / ")) for row in raw["names"].values()],
        parts={name: rows.replace("\n", "|").split("|") for name, rows in raw["made_up"].items()},
    )
