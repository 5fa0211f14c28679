"""R101: offices that nobody holds together, and all that a story may mean by two titles."""

from __future__ import annotations

import pytest

from told import findings, said, told

PAIRS = (("president", "prime minister"), ("mayor", "deputy mayor"))
FIELDS = ("commissioner",)
PARTIES = (("labour", "labor"), ("conservative", "tory"), ("alliance",), ("party",))
OPTIONS = {"incompatible": PAIRS, "fields": FIELDS, "parties": PARTIES}


def clashes(*parts: str | tuple[str, str]) -> list[str]:
    return [message for _, message in said(told(*parts), "two_offices_at_once", **OPTIONS)]


PRESIDENT = "{President|P1|president} [Ana Kos|P1] left for Oslo."
HITS = {
    "bare titles": (
        [PRESIDENT, "It rained. {Prime Minister|P1|prime minister} [Kos|P1] spoke."],
        "Ana Kos is President and Prime Minister",
    ),
    "of one country": (
        [
            "{French President|P1|president|FR} [Ana Kos|P1] left.",
            "{French Prime Minister|P1|prime minister|FR} [Kos|P1] spoke.",
        ],
        "Ana Kos is French President and French Prime Minister",
    ),
    "one without its country": (
        [
            "{French President|P1|president|FR} [Ana Kos|P1] left.",
            "{Prime Minister|P1|prime minister} [Ana Kos|P1] spoke.",
        ],
        "Ana Kos is French President and Prime Minister",
    ),
    "in the headline": (
        [
            ("headline", "{President|P1|president} [Kos|P1] in Oslo"),
            "[Ana Kos|P1], the {prime minister|P1|prime minister}, left.",
        ],
        "Ana Kos is President and prime minister",
    ),
    "of one city": (
        [
            "{Hale mayor|P1|mayor|hale} [Ana Kos|P1] left.",
            "[Ana Kos|P1], {deputy mayor of Hale|P1|deputy mayor|hale}, spoke.",
        ],
        "Ana Kos is Hale mayor and deputy mayor of Hale",
    ),
    "in a caption": (
        [PRESIDENT, ("caption", "{Prime Minister|P1|prime minister} [Ana Kos|P1] in Oslo.")],
        "Ana Kos is President and Prime Minister",
    ),
    "former, and held now": (
        [
            "Former {Hale mayor|P1|mayor|hale|former} [Ana Kos|P1] left.",
            "[Ana Kos|P1], {mayor of Hale|P1|mayor|hale}, spoke.",
        ],
        "Ana Kos is former Hale mayor and mayor of Hale",
    ),
    "held now, and former": (
        [
            "{Hale mayor|P1|mayor|hale} [Ana Kos|P1] left.",
            "[Kos|P1], a former {mayor of Hale|P1|mayor|hale|former}, spoke.",
        ],
        "Ana Kos is Hale mayor and former mayor of Hale",
    ),
    "told three times": (
        [
            PRESIDENT,
            "{Prime Minister|P1|prime minister} [Kos|P1] spoke.",
            "{President|P1|president} [Kos|P1] sat down.",
        ],
        "Ana Kos is President and Prime Minister",
    ),
    "two fields": (
        [
            "{Commissioner for Health|P1|health commissioner} [Ana Kos|P1] left.",
            "Schools open on Monday, said [Kos|P1], the {Commissioner for Education|P1|education commissioner}.",
        ],
        "Ana Kos is Commissioner for Health and Commissioner for Education",
    ),
    "two parties": (
        [
            "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
            "“No,” said [Ana Kos|P1], a {Conservative councillor|P1|lawmaker}.",
        ],
        "Ana Kos is Labour councillor and Conservative councillor",
    ),
    "a party of two words": (
        [
            "{National Alliance councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
            "“No,” said [Ana Kos|P1], a {Progressive Labour councillor|P1|lawmaker}.",
        ],
        "Ana Kos is National Alliance councillor and Progressive Labour councillor",
    ),
    "beside another's office": (
        [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana Kos|P1] met {Mayor|P2|mayor} [Jan Lah|P2]."],
        "Ana Kos is President and Prime Minister",
    ),
}


@pytest.mark.parametrize(("parts", "expected"), HITS.values(), ids=HITS)
def test_one_person_has_two_offices(parts: list[str | tuple[str, str]], expected: str) -> None:
    assert clashes(*parts) == [expected]


NONE = {
    "one office": [PRESIDENT, "{President|P1|president} [Kos|P1] spoke."],
    "two that go together": [PRESIDENT, "{Chair|P1|chair|tolvex} [Ana Kos|P1] spoke."],
    "two people": [PRESIDENT, "{Prime Minister|P2|prime minister} [Jan Lah|P2] spoke."],
    "of two countries": [
        "{French President|P1|president|FR} [Ana Kos|P1] left.",
        "{Chadian Prime Minister|P1|prime minister|TD} [Ana Kos|P1] spoke.",
    ],
    "a former one": [PRESIDENT, "Former {prime minister|P1|prime minister||former} [Ana Kos|P1] spoke."],
    "an elected one": [PRESIDENT, "{Prime minister|P1|prime minister||elect}-elect [Ana Kos|P1] spoke."],
    "an acting one": [PRESIDENT, "Acting {prime minister|P1|prime minister||acting} [Ana Kos|P1] spoke."],
    "an election": [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana Kos|P1] was elected president in May."],
    "an appointment": [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana Kos|P1] was named president by the king."],
    "a rise": [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana Kos|P1] succeeded him."],
    "another year": [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana Kos|P1] signed it in 1998."],
    "a relative of one surname": [
        PRESIDENT,
        "[Jan Kos|P2] was there. {Prime Minister|P1|prime minister} [Kos|P1] spoke.",
    ],
    "a first name alone": [PRESIDENT, "{Prime Minister|P1|prime minister} [Ana|P1] spoke."],
    "a name far from the title": [PRESIDENT, "The {prime minister|P1|prime minister} said that [Ana Kos|P1] left."],
    "a correction note": [PRESIDENT, ("correction", "We wrote {Prime Minister|P1|prime minister} [Ana Kos|P1].")],
    "then-president": [
        "Then-{president of Chad|P1|president|TD|former} [Ana Kos|P1] met her.",
        "{Chad's President|P1|president|TD} [Ana Kos|P1] was cautious.",
    ],
    "a bare title, of its time": [
        "Former {President|P1|president||former} [Ana Kos|P1] spoke.",
        "It was the idea of {President|P1|president} [Ana Kos|P1].",
    ],
    "former of one body, head of another": [
        "Former {Hale mayor|P1|mayor|hale|former} [Ana Kos|P1] left.",
        "[Ana Kos|P1], {mayor of Tolva|P1|mayor|tolva}, spoke.",
    ],
    "a minister, who may have several fields": [
        "{Minister of Trade|P1|trade minister} [Ana Kos|P1] left.",
        "{Agriculture Minister|P1|agriculture minister} [Ana Kos|P1] spoke.",
    ],
    "two fields that the story names together": [
        "{Commissioner for Health|P1|health commissioner} [Ana Kos|P1] left.",
        "{Commissioner for Education|P1|education commissioner} [Kos|P1] spoke.",
        "She is one of few who look after health and education.",
    ],
    "fields with a word in common": [
        "{Commissioner for Health|P1|health commissioner} [Ana Kos|P1] left.",
        "{Commissioner for Public Health|P1|health public commissioner} [Kos|P1] spoke.",
    ],
    "the fields of two": [
        "{Commissioner for Health|P1|health commissioner} [Ana Kos|P1] left.",
        "{Commissioner for Education|P2|education commissioner} [Jan Lah|P2] spoke.",
    ],
    "two names of one party": [
        "The {Conservative councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "“No,” said [Ana Kos|P1], a {Tory councillor|P1|lawmaker}.",
    ],
    "a party and its longer name": [
        "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "“No,” said [Ana Kos|P1], a {Progressive Labour councillor|P1|lawmaker}.",
    ],
    "what a lawmaker thinks": [
        "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "“No,” said [Ana Kos|P1], a {conservative councillor|P1|lawmaker}.",
    ],
    "what a lawmaker thinks, as a sentence begins": [
        "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "{Conservative councillor|P1|lawmaker} [Ana Kos|P1] said no.",
    ],
    "a change of party": [
        "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "“No,” said [Ana Kos|P1], a {Conservative councillor|P1|lawmaker}. [Kos|P1] crossed the floor in May.",
    ],
    "a former party": [
        "A former {Labour councillor|P1|lawmaker||former}, [Ana Kos|P1], spoke.",
        "“No,” said [Ana Kos|P1], a {Conservative councillor|P1|lawmaker}.",
    ],
    "the parties of two": [
        "The {Labour councillor|P1|lawmaker} [Ana Kos|P1] spoke.",
        "“No,” said [Jan Lah|P2], a {Conservative councillor|P2|lawmaker}.",
    ],
    "former, then held again": [
        "Former {Hale mayor|P1|mayor|hale|former} [Ana Kos|P1] left.",
        "[Ana Kos|P1], {mayor of Hale|P1|mayor|hale} until May, spoke.",
    ],
}


@pytest.mark.parametrize("parts", NONE.values(), ids=NONE)
def test_two_titles_that_are_no_fault(parts: list[str | tuple[str, str]]) -> None:
    assert clashes(*parts) == []


def test_the_later_title_is_pointed_at_first() -> None:
    page = told(PRESIDENT, "{Prime Minister|P1|prime minister} [Kos|P1] spoke.")
    (finding,) = findings(page, "two_offices_at_once", **OPTIONS)
    assert [span.text for span in finding.spans] == ["Prime Minister", "Kos", "President", "Ana Kos"]
