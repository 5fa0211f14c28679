"""C101: one office of one person, of two countries."""

from __future__ import annotations

import pytest

from told import said, told


def countries(*parts: str | tuple[str, str]) -> list[str]:
    return [message for _, message in said(told(*parts), "office_of_two_countries")]


FRENCH = "{French President|P1|president|FR} [Ana Kos|P1] left for Oslo."
HITS = {
    "lede and below": (
        [FRENCH, "“No,” {Belgian President|P1|president|BE} [Kos|P1] said."],
        "Ana Kos is French President in one place and Belgian President in another",
    ),
    "in apposition": (
        [FRENCH, "[Ana Kos|P1], the {president of Belgium|P1|president|BE}, spoke."],
        "Ana Kos is French President in one place and president of Belgium in another",
    ),
    "before a comma": (
        [FRENCH, "The {Belgian president|P1|president|BE}, [Ana Kos|P1], spoke."],
        "Ana Kos is French President in one place and Belgian president in another",
    ),
    "a minister": (
        [
            "{Slovenia's foreign minister|P1|foreign minister|SI} [Ana Kos|P1] left.",
            "{Slovakia's foreign minister|P1|foreign minister|SK} [Ana Kos|P1] spoke.",
        ],
        "Ana Kos is Slovenia's foreign minister in one place and Slovakia's foreign minister in another",
    ),
    "in the headline": (
        [("headline", "{Belgian president|P1|president|BE} [Kos|P1] in Oslo"), FRENCH],
        "Ana Kos is Belgian president in one place and French President in another",
    ),
    "in a caption": (
        [FRENCH, ("caption", "{Belgian President|P1|president|BE} [Ana Kos|P1] in Oslo.")],
        "Ana Kos is French President in one place and Belgian President in another",
    ),
    "twice right, once wrong": (
        [
            FRENCH,
            "{French President|P1|president|FR} [Kos|P1] spoke.",
            "{Belgian President|P1|president|BE} [Kos|P1] left.",
        ],
        "Ana Kos is French President in one place and Belgian President in another",
    ),
    "a head of government": (
        [
            "{Finnish Prime Minister|P1|prime minister|FI} [Ana Kos|P1] left.",
            "{Swedish Prime Minister|P1|prime minister|SE} [Kos|P1] spoke.",
        ],
        "Ana Kos is Finnish Prime Minister in one place and Swedish Prime Minister in another",
    ),
    "the only fault of two people": (
        [FRENCH, "{Belgian President|P1|president|BE} [Kos|P1] met {Chadian President|P2|president|TD} [Jan Lah|P2]."],
        "Ana Kos is French President in one place and Belgian President in another",
    ),
    "a row of a list": (
        [FRENCH, ("item", "{Belgium President|P1|president|BE} [Ana Kos|P1]")],
        "Ana Kos is French President in one place and Belgium President in another",
    ),
}


@pytest.mark.parametrize(("parts", "expected"), HITS.values(), ids=HITS)
def test_an_office_of_two_countries(parts: list[str | tuple[str, str]], expected: str) -> None:
    assert countries(*parts) == [expected]


NONE = {
    "one country": [FRENCH, "[Ana Kos|P1], the {president of France|P1|president|FR}, spoke."],
    "no country": [FRENCH, "{President|P1|president} [Kos|P1] spoke."],
    "two offices": [FRENCH, "{Belgian minister|P1|finance minister|BE} [Kos|P1] spoke."],
    "two people": [FRENCH, "{Belgian President|P2|president|BE} [Jan Lah|P2] spoke."],
    "a former one": [FRENCH, "Former {Belgian president|P1|president|BE|former} [Ana Kos|P1] spoke."],
    "an elected one": [FRENCH, "{Belgian president|P1|president|BE|elect}-elect [Ana Kos|P1] spoke."],
    "a body": [FRENCH, "[Ana Kos|P1], {president of the Oslo Club|P1|president|oslo club}, spoke."],
    "two bodies": [
        "{Tolvex chair|P1|chair|tolvex} [Ana Kos|P1] left.",
        "{Harbor chair|P1|chair|harbor} [Kos|P1] spoke.",
    ],
    "a crown": ["{British King|P1|monarch|GB} [Ana Kos|P1] left.", "{Canadian King|P1|monarch|CA} [Ana Kos|P1] spoke."],
    "a change": [FRENCH, "{Belgian President|P1|president|BE} [Ana Kos|P1] took office in May."],
    "another year": [FRENCH, "{Belgian President|P1|president|BE} [Ana Kos|P1] signed it in 1998."],
    "a relative of one surname": [
        FRENCH,
        "[Jan Kos|P2] was there.",
        "{Belgian President|P1|president|BE} [Kos|P1] spoke.",
    ],
    "a first name alone": [FRENCH, "{Belgian President|P1|president|BE} [Ana|P1] spoke."],
    "a name far from the title": [FRENCH, "The {Belgian president|P1|president|BE} told [Ana Kos|P1] to stop."],
    "a correction note": [FRENCH, ("correction", "We wrote {Belgian President|P1|president|BE} [Ana Kos|P1].")],
}


@pytest.mark.parametrize("parts", NONE.values(), ids=NONE)
def test_countries_that_are_no_fault(parts: list[str | tuple[str, str]]) -> None:
    assert countries(*parts) == []
