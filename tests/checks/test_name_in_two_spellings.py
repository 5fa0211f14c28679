"""R103: a name with a slip in it, and all that is none."""

from __future__ import annotations

import pytest

from told import findings, said, told

ENDINGS = (("v", "va"), ("ki", "ka"), ("k", "kova"))
EXPLAINED = ("spell", "born ", "(sic)")


def spellings(*parts: str | tuple[str, str]) -> list[str]:
    found = said(told(*parts), "name_in_two_spellings", explained=EXPLAINED, endings=ENDINGS)
    assert all(verdict == "contradictory" for verdict, _ in found)
    return [message for _, message in found]


def slip(one: str, other: str) -> list[str]:
    return [f"one name in two spellings: {one} and {other}"]


HITS = {
    "letters swapped": (
        ["Police chief [Anna Kowalczyk|P1] spoke. “No,” [Kowalcyzk|P1] said."],
        slip("“Kowalcyzk” once", "“Anna Kowalczyk” once"),
    ),
    "a letter dropped, once": (
        ["[Jan Eldridge|P1] spoke. [Eldridge|P1] left. [Eldrige|P1] came back."],
        slip("“Eldrige” once", "“Eldridge” twice"),
    ),
    "a letter doubled": (
        ["[Otto Bergmann|P1] wrote it, but they call him [Bergman|P1]. [Bergmann|P1] objects."],
        slip("“Bergman” once", "“Bergmann” twice"),
    ),
    "another vowel at the end": (
        ["[Raimo Peenda|P1] spoke. [Peenda|P1] left. [Peendo|P1] came back."],
        slip("“Peendo” once", "“Peenda” twice"),
    ),
    "letters swapped that are no neighbours": (
        ["[Amiri Toiham|P1] spoke. It rained, [Hoitam|P1] said."],
        slip("“Hoitam” once", "“Amiri Toiham” once"),
    ),
    "two slips in a long name": (
        ["[Aoife Ní Fhlatharta|P1] won. It split in favour of Ms [Ní Fhlaithearta|P1]. [Ní Fhlatharta|P1] spoke."],
        slip("“Ní Fhlaithearta” once", "“Ní Fhlatharta” twice"),
    ),
    "given names": (
        ["[Katherine Brandt|P1] spoke. [Brandt|P1] left. [Catherine Brandt|P1] told reporters."],
        slip("“Catherine Brandt” once", "“Katherine Brandt” once"),
    ),
    "given names that sound alike": (
        ["[Stephen Brandt|P1] spoke. [Brandt|P1] left. [Steven Brandt|P1] told reporters."],
        slip("“Steven Brandt” once", "“Stephen Brandt” once"),
    ),
    "in a longer quotation": (
        ["[Anna Kowalczyk|P1] spoke. “[Kowalcyzk|P1] never was there,” they said."],
        slip("“Kowalcyzk” once", "“Anna Kowalczyk” once"),
    ),
    "a full name that nothing sets apart": (
        ["[Peter Lundberg|P1] spoke. It rained. [Petter Lundberg|P1] left."],
        slip("“Petter Lundberg” once", "“Peter Lundberg” once"),
    ),
    "given names, a vowel": (
        ["[Kristen Wilkins|P1] spoke. [Kristen Wilkins|P1] left. [Kristin Wilkins|P1] told reporters."],
        slip("“Kristin Wilkins” once", "“Kristen Wilkins” twice"),
    ),
    "part of a double name": (
        ["[Hye Park-Coleman|P1] spoke. [Park-Colemen|P1] left."],
        slip("“Park-Colemen” once", "“Hye Park-Coleman” once"),
    ),
    "in the headline, in capitals": (
        [("headline", "[KOWALCYZK|P1] RESIGNS"), "[Anna Kowalczyk|P1] left. [Kowalczyk|P1] was tired."],
        slip("“KOWALCYZK” once", "“Kowalczyk” twice"),
    ),
    "equally often": (
        ["[Ida Moreas|P1] won. [Moreas|P1] spoke. [Moraes|P1] left. [Moraes|P1] drove off."],
        slip("“Moraes” twice", "“Moreas” twice"),
    ),
    "in the possessive": (
        ["[Anna Kowalczyk|P1] left. It was [Kowalcyzk’s|P1] last day."],
        slip("“Kowalcyzk’s” once", "“Anna Kowalczyk” once"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), HITS.values(), ids=HITS)
def test_one_name_is_spelled_in_two_ways(parts: list[str | tuple[str, str]], expected: list[str]) -> None:
    assert spellings(*parts) == expected


NONE = {
    "a genus and its species": ["[Dulce Monteiro|P1] left. They saw [Monteiroa|P1] clara, a sponge."],
    "one spelling": ["[Anna Kowalczyk|P1] left. [Kowalczyk|P1] was tired."],
    "two people of like names": ["[Jon Smith|P1] and [John Smith|P2] met."],
    "two people of like surnames": ["[Ana Jensen|P1] spoke. [Jan Jansen|P2] left."],
    "brothers": ["[Jon Smith|P1] spoke. [John Smith|P1] left."],
    "a short form": ["[Steven Brandt|P1] spoke. [Steve Brandt|P1] left."],
    "a nickname": ["[Robert Brandt|P1] spoke. [Bob Brandt|P1] left."],
    "the other sex": ["[Paulo Brandt|P1] spoke. [Paula Brandt|P1] left."],
    "man and wife": ["[Pavel Petrov|P1] spoke. Mrs [Petrova|P1] left."],
    "man and wife, another ending": ["[Jan Kowalski|P1] spoke. Mrs [Kowalska|P1] left."],
    "man and wife, a longer ending": ["[Jan Novak|P1] spoke. Mrs [Novakova|P1] left."],
    "an accent": ["[Andrés Muñoz|P1] spoke. [Munoz|P1] left."],
    "a letter that is plain elsewhere": ["[Łukasz Wałęsa|P1] spoke. [Walesa|P1] left."],
    "an umlaut in two letters": ["[Karl Müller|P1] spoke. [Mueller|P1] left."],
    "capitals": [("headline", "[KOWALCZYK|P1] RESIGNS"), "[Anna Kowalczyk|P1] left."],
    "a plural": ["[Anna Gibbon|P1] left. It was the [Gibbons|P1]' last day."],
    "the ending of another name": ["[Anna Williams|P1] left. [Williamson|P1] stayed."],
    "too short to tell": ["[Anna Reed|P1] left. [Read|P1] stayed."],
    "too far apart": ["[Anna Carter|P1] left. [Cutler|P1] stayed."],
    "another first letter": ["[Anna Hernandez|P1] left. [Fernandez|P1] stayed."],
    "side by side": ["[Anna Thomson|P1] spoke, and [Thomson|P1] and [Thompson|P1] left."],
    "the story explains it": ["[Anna Kowalczyk|P1] left. The name was spelled [Kowalcyzk|P1] on the door."],
    "a name of birth": ["[Anna Bergmann|P1] left. She was born [Anna Bergman|P1] in Ohio."],
    "a correction note": ["[Anna Kowalczyk|P1] left.", ("correction", "We wrote [Anna Kowalcyzk|P1], which is wrong.")],
    "a rival": ["[Peter Lundberg|P1] spoke. [Petter Lundberg|P1], his rival, left."],
    "a brother": ["[Peter Lundberg|P1] spoke. His brother, [Petter Lundberg|P1], left."],
    "two of unlike offices": [
        "{Mayor|P1|mayor} [Peter Lundberg|P1] spoke.",
        "The {president|P1|president} [Petter Lundberg|P1] left.",
    ],
    "a spelling in quotation marks": ["[Anna Kowalczyk|P1] left. The card said “[Anna Kowalcyzk|P1]”."],
    "a letter that is quoted": ["[Anna Kowalczyk|P1] left. “Dear Ms. [Kowalcyzk|P1],” it began."],
    "hyphen or space": ["[Ali al-Baghli|P1] left. [al Baghli|P1] was tired."],
}  # fmt: skip


@pytest.mark.parametrize("parts", NONE.values(), ids=NONE)
def test_two_names_and_other_forms_are_no_fault(parts: list[str | tuple[str, str]]) -> None:
    assert spellings(*parts) == []


def test_the_rare_spelling_is_pointed_at_first() -> None:
    page = told("[Anna Kowalczyk|P1] left. [Kowalcyzk|P1] was tired. [Kowalczyk|P1] slept.")
    (finding,) = findings(page, "name_in_two_spellings")
    assert [span.text for span in finding.spans] == ["Kowalcyzk", "Kowalczyk"]
