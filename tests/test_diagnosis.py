"""The figure that is wrong: one change that makes all agree, or the reason why none is named."""

from __future__ import annotations

import pytest

from newstally import diagnosis
from newstally.types import Finding, Relation
from stories import Part, findings, headline, note, rows, story, text

TALKS = text("They held {19 talks|talk|P1 P2}. Roe held {nine calls|call:talk|P1}. Lim held {11 talks|talk|P2}.")


def roe(number: int) -> Part:
    return rows("Roe's talks", "talk", "P1", [f"Mayor {row}" for row in range(number)])


def lim(number: int) -> Part:
    return rows("Lim's talks", "talk", "P2", [f"Mayor {row}" for row in range(number)])


SUGGESTED = {
    "a list and a sum": (
        [TALKS, roe(8)],
        ("N2", 8, "eight are listed, and 8 + 11 = 19"),
    ),
    "two lists and a sum": (
        [TALKS, roe(8), lim(11)],
        ("N2", 8, "eight are listed, and 8 + 11 = 19"),
    ),
    "lists that confirm the parts, not the total": (
        [TALKS, roe(9), lim(11)],
        ("N1", 20, "9 + 11 = 20"),
    ),
    "a list alone, which is trusted more than a figure": (
        [text("Roe held {nine calls|call:talk|P1}."), roe(8)],
        ("N1", 8, "eight are listed"),
    ),
    "a note, which is trusted more than anything": (
        [text("Helicopters reached {17 villages|village}."), note(
            "We said helicopters reached {17 villages|village||old}; it was {12 villages|village||new}."
        )],
        ("N1", 12, "the correction gives 12"),
    ),
    "a headline against a lede that a sum confirms": (
        [headline("They held {21 talks|talk|P1 P2}"),
         text("They held {20 talks|talk|P1 P2}. Roe held {nine calls|call:talk|P1}. Lim held {11 talks|talk|P2}.")],
        ("N1", 20, "20 is stated elsewhere"),
    ),
    "the figure left over from the withdrawn total": (
        [TALKS, roe(8), note("We said the city held {20 talks|talk||old}; it held {19 talks|talk||new}.")],
        ("N2", 8, "eight are listed, and 8 + 11 = 19; nine + 11 make 20, the figure the correction withdrew"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), SUGGESTED.values(), ids=SUGGESTED)
def test_one_change_makes_all_agree(parts: list[Part], expected: tuple[str, float, str]) -> None:
    wrong = [one for one in findings(story(*parts)) if one.verdict == "contradictory"]
    assert wrong
    for finding in wrong:
        assert finding.suggestion is not None
        assert (finding.suggestion.count, finding.suggestion.value, finding.suggestion.why) == expected
        assert finding.counts.index(expected[0]) >= 0
        assert finding.reason == ""


NOT_SUGGESTED = {
    "a sum alone": ([TALKS], "20 for 19, eight for nine or 10 for 11 would make the figures agree"),
    "a headline and a lede": (
        [headline("They held {21 talks|talk|P1 P2}"), text("They held {19 talks|talk|P1 P2}.")],
        "19 for 21 or 21 for 19 would make the figures agree",
    ),
    "a list that fits neither": ([TALKS, roe(7)], "no single change makes these figures agree"),
    "two figures at once": ([TALKS, roe(8), lim(10)], "no single change makes these figures agree"),
    "a change that the note forbids": (
        [TALKS, roe(9), lim(11), note("We said the city held {18 talks|talk||old}; it held {19 talks|talk||new}.")],
        "no single change makes these figures agree",
    ),
    "vague figures": (
        [text("They held {30 talks|talk|P1 P2}. Roe held {at most nine|(talk)|P1}, Lim {about 11|(talk)|P2}.")],
        "no single change makes these figures agree",
    ),
}


@pytest.mark.parametrize(("parts", "reason"), NOT_SUGGESTED.values(), ids=NOT_SUGGESTED)
def test_no_change_is_suggested(parts: list[Part], reason: str) -> None:
    wrong = [one for one in findings(story(*parts)) if one.verdict == "contradictory"]
    assert wrong
    assert {one.suggestion for one in wrong} == {None}
    assert {one.reason for one in wrong} == {reason}


def test_faults_of_two_matters_are_settled_apart() -> None:
    page = story(
        TALKS,
        roe(8),
        text("{Two towns|town} voted: <Hale>, <Bow> and <Sutton>."),
    )
    settled = [one.suggestion for one in findings(page) if one.verdict == "contradictory"]
    assert [(one.count, one.value) for one in settled if one] == [("N2", 8), ("N2", 8), ("N4", 3)]


def test_the_figure_to_change_is_where_the_linter_points() -> None:
    (total, listed) = [one for one in findings(story(TALKS, roe(8))) if one.verdict == "contradictory"]
    assert [span.text for span in total.spans] == ["nine calls", "19 talks", "11 talks"]
    assert listed.spans[0].text == "nine calls"


def test_consistent_findings_pass_through_unchanged() -> None:
    page = story(text("{Two towns|town} voted."))
    finding = Finding("T102", "list", "consistent", "fine", (page.counts[0].span,), relation=Relation("N1", ("N1",)))
    assert diagnosis.diagnose(page, [finding]) == (finding,)


def test_larger_systems_are_left_undiagnosed() -> None:
    number = diagnosis.MOST_UNKNOWNS + 1
    owners = [f"P{row}" for row in range(number)]
    parts = ", ".join(f"{{two talks|talk|{owner}}}" for owner in owners)
    page = story(text(f"They held {{900 talks|talk|{' '.join(owners)}}}: {parts}."))
    (finding,) = [one for one in findings(page) if one.code == "T101"]
    assert finding.suggestion is None
