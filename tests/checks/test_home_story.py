"""The home case, built by hand, and its variants: each with all its findings and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstally import checks, registry
from newstally.types import Reach
from stories import Part, caption, findings, headline, note, rows, story, text

SUPPORT = (
    "<Australia>, <the EU>, <France>, <Germany>, <Britain>, <the U.S.>, <the Netherlands>, <Latvia>, <Lithuania>, "
    "<Estonia> and <Spain>"
)
HEADLINE = headline("Ministers hold {19 high-level talks|talk|P1 P2} on prisoners")
LEDE = text("The two ministers have held {19 high-level discussions|discussion:talk|P1 P2} to win allies.")
CAPTION = caption("The ministers have held {19 high-level discussions|discussion:talk|P1 P2} this month.")
NOTE = note(
    "An earlier version said the government had made {20 high-level calls|call:talk|government|old} "
    "about the prisoners. "
    "It has made {19 calls|call:talk|government|new}."
)


def home(
    *, nine: str = "nine", first: int = 8, second: int = 11, head: tuple[Part, ...] = (HEADLINE, LEDE, CAPTION),
    notes: tuple[Part, ...] = (NOTE,),
) -> tuple[Part, ...]:  # fmt: skip
    return (
        *head,
        text(
            f"Her office says Brandt held {{{nine} calls|call:talk|P1}}, including those with <Ann Roe>, <Li Wei>, "
            "<Max Katz> and <Ida Holm>."
        ),
        text("Okafor's push included {11 conversations|conversation:talk|P2} with everyone from allies to rivals."),
        text(f"They led to {{11 public statements|statement}} of support from {SUPPORT}."),
        rows("Prime Minister Brandt's high-level discussions", "discussion:talk", "P1", _names("Hale", first)),
        text("Last week {140 former envoys|envoy} signed a letter to the president."),
        rows("Foreign Minister Okafor's diplomatic push", "push", "P2", _names("Bow", second)),
        text("She doubts that the letter with its {140 signatures|signature} will help."),
        *notes,
    )


def _names(town: str, number: int) -> list[str]:
    return [f"Mayor of {town} {row}" for row in range(1, number + 1)]


def _with(figure: str, part: Part) -> Part:
    return replace(part, marked=part.marked.replace("{19 ", f"{{{figure} "))


def told(*parts: Part) -> dict[tuple[str, ...], tuple[str, str, object]]:
    """Every finding by its code, counts and lists: verdict, message, and the suggestion as count and value."""
    return {
        (one.code, *one.counts, *one.lists): (
            one.verdict,
            one.message,
            one.suggestion and (one.suggestion.count, one.suggestion.value),
        )
        for one in findings(story(*parts))
    }


ALWAYS = {
    ("T102", "N4", "L1"): ("consistent", "nine calls are stated, four are named among them", None),
    ("T102", "N6", "L2"): ("consistent", "11 public statements are stated, 11 are listed", None),
    ("T104", "N7", "N8"): ("consistent", "one figure, stated 2 times: 140 former envoys and 140 signatures", None),
}
REPEAT = (
    "consistent",
    "one figure, stated 3 times: 19 high-level talks and 19 high-level discussions",
    None,
)
LEFT_OVER = "nine and 11 make 20, not 19; 20 is the figure that the correction withdrew"
RIGHT = ("consistent", "the correction gives 19 for 20, and the text has 19 high-level discussions", None)
ELEVEN = ("consistent", "11 conversations are stated, 11 are listed", None)
NINETEEN = ("consistent", "the lists hold eight and 11, 19 in all", None)
EIGHT = ("contradictory", "nine calls are stated, eight are listed", ("N4", 8))


def test_the_home_story() -> None:
    assert told(*home()) == {
        **ALWAYS,
        ("T104", "N1", "N2", "N3"): REPEAT,
        ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, ("N4", 8)),
        ("T102", "N4", "L3"): EIGHT,
        ("T102", "N5", "L4"): ELEVEN,
        ("T103", "N2", "L3", "L4"): NINETEEN,
        ("X102", "N9", "N10", "N2"): RIGHT,
    }


def test_why_nine_should_be_eight() -> None:
    why = "eight are listed, and 8 + 11 = 19; nine + 11 make 20, the figure the correction withdrew"
    wrong = [one for one in findings(story(*home())) if one.verdict == "contradictory"]
    assert [one.suggestion and one.suggestion.why for one in wrong] == [why, why]
    assert [one.spans[0].text for one in wrong] == ["nine calls", "nine calls"]


def test_its_reach() -> None:
    reach = checks.run(story(*home()), tuple(registry.checks())).reach
    assert {kind: one for kind, one in reach.items() if one.tried} == {
        "correction": Reach(1, 1, 0, 1),
        "list": Reach(4, 4, 0, 4),
        "list_sum": Reach(1, 1, 0, 1),
        "repeat": Reach(2, 2, 0, 1),
        "sum": Reach(1, 1, 0, 1),
    }


def test_findings_come_in_the_order_of_the_text() -> None:
    starts = [one.spans[0].start for one in findings(story(*home()))]
    assert starts == sorted(starts)


def test_eight_instead_of_nine() -> None:
    found = told(*home(nine="eight"))
    assert {verdict for verdict, _, _ in found.values()} == {"consistent"}
    assert found["T101", "N2", "N4", "N5"] == ("consistent", "eight and 11 make 19", None)
    assert len(found) == 9


def test_without_the_note() -> None:
    found = told(*home(notes=()))
    assert found["T101", "N2", "N4", "N5"] == ("contradictory", "nine and 11 make 20, not 19", ("N4", 8))
    assert found["T102", "N4", "L3"] == EIGHT
    assert len(found) == 8


VARIANTS: dict[str, tuple[tuple[Part, ...], dict[tuple[str, ...], tuple[str, str, object]]]] = {
    "a row fewer in the first list": (
        home(first=7),
        {
            ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, None),
            ("T102", "N4", "L3"): ("contradictory", "nine calls are stated, seven are listed", None),
            ("T103", "N2", "L3", "L4"): ("contradictory", "the lists hold seven and 11, 18 in all, not 19", None),
        },
    ),
    "a row more in the first list": (
        home(first=9),
        {
            ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, None),
            ("T103", "N2", "L3", "L4"): ("contradictory", "the lists hold nine and 11, 20 in all, not 19", None),
        },
    ),
    "a row fewer in the second list": (
        home(second=10),
        {
            ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, None),
            ("T102", "N4", "L3"): ("contradictory", "nine calls are stated, eight are listed", None),
            ("T102", "N5", "L4"): ("contradictory", "11 conversations are stated, 10 are listed", None),
            ("T103", "N2", "L3", "L4"): ("contradictory", "the lists hold eight and 10, 18 in all, not 19", None),
        },
    ),
    "a total of 21": (
        home(head=(_with("21", HEADLINE), _with("21", LEDE), _with("21", CAPTION))),
        {
            ("T101", "N2", "N4", "N5"): (
                "contradictory",
                "nine and 11 make 20, not 21; 20 is the figure that the correction withdrew",
                None,
            ),
            ("T102", "N4", "L3"): ("contradictory", "nine calls are stated, eight are listed", None),
            ("T103", "N2", "L3", "L4"): ("contradictory", "the lists hold eight and 11, 19 in all, not 21", None),
            ("X102", "N9", "N10", "N2"): (
                "contradictory",
                "the correction gives 19 for 20, but the text has 21 high-level discussions",
                ("N2", 19),
            ),
        },
    ),
    "21 in the headline alone": (
        home(head=(_with("21", HEADLINE), LEDE, CAPTION)),
        {
            ("T104", "N1", "N2"): (
                "contradictory",
                "21 high-level talks in the headline, 19 high-level discussions in the text",
                ("N1", 19),
            ),
            ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, ("N4", 8)),
            ("T102", "N4", "L3"): EIGHT,
        },
    ),
    "the withdrawn figure in the headline": (
        home(head=(_with("20", HEADLINE), LEDE, CAPTION)),
        {
            ("X101", "N9", "N10", "N1", "N2"): (
                "contradictory",
                "the withdrawn figure still stands: 20 high-level talks",
                ("N1", 19),
            ),
            ("T101", "N2", "N4", "N5"): ("contradictory", LEFT_OVER, ("N4", 8)),
            ("T102", "N4", "L3"): EIGHT,
        },
    ),
    "the total only in the headline": (
        home(head=(HEADLINE,)),
        {
            ("T101", "N1", "N2", "N3"): ("contradictory", LEFT_OVER, ("N2", 8)),
            ("T102", "N2", "L3"): ("contradictory", "nine calls are stated, eight are listed", ("N2", 8)),
        },
    ),
    "at least 19": (
        home(head=(_with("at least 19", HEADLINE), _with("at least 19", LEDE))),
        {
            ("T102", "N3", "L3"): ("contradictory", "nine calls are stated, eight are listed", ("N3", 8)),
            ("X103", "N8", "N9", "N3", "N4"): (
                "contradictory",
                "nine and 11 make 20, the figure that the correction withdrew",
                ("N3", 8),
            ),
        },
    ),
    "about 20, without the note": (
        home(head=(_with("about 20", HEADLINE), _with("about 20", LEDE)), notes=()),
        {("T102", "N3", "L3"): ("contradictory", "nine calls are stated, eight are listed", ("N3", 8))},
    ),
}


@pytest.mark.parametrize(("parts", "wrong"), VARIANTS.values(), ids=VARIANTS)
def test_variants(parts: tuple[Part, ...], wrong: dict[tuple[str, ...], tuple[str, str, object]]) -> None:
    found = told(*parts)
    assert {key: one for key, one in found.items() if one[0] == "contradictory"} == wrong
    assert {one[0] for one in found.values()} == {"consistent", "contradictory"}


def test_where_no_single_change_helps_the_finding_says_so() -> None:
    (finding, *_) = [one for one in findings(story(*home(second=10))) if one.code == "T101"]
    assert finding.reason == "no single change makes these figures agree"
