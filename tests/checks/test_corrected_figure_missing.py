"""X102: the corrected figure in the body, or what stands in its stead."""

from __future__ import annotations

import pytest

from stories import Part, findings, headline, note, story, text, verdicts

NOTE = note(
    "An earlier version said the mayors had made {20 calls|call:talk|city|old} about the dam. They "
    "made {19 calls|call:talk|city|new}."
)
RIVER = note(
    "An earlier version said the mayors had held {20 talks|talk||old} about the river. They held {19|(talk)||new}."
)


def test_the_corrected_figure_is_there() -> None:
    page = story(
        headline("Mayors hold {19 talks|talk|P1 P2} on dam"), text("The mayors held {19 talks|talk|P1 P2}."), NOTE
    )
    (finding,) = findings(page, "corrected_figure_missing")
    assert (finding.verdict, finding.counts) == ("consistent", ("N3", "N4", "N2"))
    assert finding.message == "the correction gives 19 for 20, and the text has 19 talks"


THERE = {
    "in the headline alone": [headline("Mayors hold {19 talks|talk|P1 P2}"), NOTE],
    "without the old figure": [
        text("The mayors held {19 talks|talk|P1 P2}."),
        note("The mayors made {19 calls|call:talk||new}, which was wrong in an earlier version."),
    ],
    "in a figure that allows it": [text("The mayors held {about 20 talks|talk|P1 P2} on the dam."), NOTE],
}


@pytest.mark.parametrize("parts", THERE.values(), ids=THERE)
def test_the_corrected_figure_may_be_there_otherwise(parts: list[Part]) -> None:
    assert [verdict for _, verdict, _ in verdicts(story(*parts), "corrected_figure_missing")] == ["consistent"]


MISSING = {
    "another total": (
        [
            text("The mayors held {21 talks|talk|P1 P2} on the dam. Roe held {nine|(talk)|P1}, Lim {11|(talk)|P2}."),
            NOTE,
        ],
        "the correction gives 19 for 20, but the text has 21 talks",
    ),
    "the only figure of its kind": (
        [headline("Mayors hold {15 talks|talk|P1 P2} on dam"), text("The talks went well."), NOTE],
        "the correction gives 19 for 20, but the text has 15 talks",
    ),
    "of several the one of the note's matter": (
        [
            text("The mayors held {15 talks|talk} about the river."),
            text("In {30 talks|talk} last year other towns shared out their schools."),
            RIVER,
        ],
        "the correction gives 19 for 20, but the text has 15 talks",
    ),
    "beside a part of it": (
        [text("The mayors held {15 talks|talk|P1 P2} about the dam, {three of them|(talk)||subset} in May."), NOTE],
        "the correction gives 19 for 20, but the text has 15 talks",
    ),
    "the only figure of the things, where the note names nothing else": (
        [
            text("Wind took {57 barns|barn} on Monday."),
            note("An earlier version gave the number of barns as {64|(barn)||old}. It is {46|(barn)||new}."),
        ],
        "the correction gives 46 for 64, but the text has 57 barns",
    ),
}


@pytest.mark.parametrize(("parts", "message"), MISSING.values(), ids=MISSING)
def test_another_figure_stands_in_its_stead(parts: list[Part], message: str) -> None:
    assert verdicts(story(*parts), "corrected_figure_missing") == [("X102", "contradictory", message)]


SILENT = {
    "a figure without a noun of its own": [text("The mayors held {21|(talk)|P1 P2} on the dam."), NOTE],
    "no figure of the kind": [text("The mayors talked about the dam."), NOTE],
    "another kind of thing": [text("The mayors gave {21 speeches|speech|P1 P2} about the dam."), NOTE],
    "another matter": [text("In May other towns held {21 talks|talk} on schools."), NOTE],
    "two figures of the kind": [
        text("The mayors held {nine talks|talk|P1} on the dam and {three talks|talk|P3} on the road."),
        NOTE,
    ],
    "the withdrawn figure": [text("The mayors held {20 talks|talk|P1 P2} on the dam."), NOTE],
    "a figure that allows the withdrawn one": [text("The mayors held {at least 20 talks|talk} on the dam."), NOTE],
    "a forecast that is set aside": [text("The mayors hold {21 talks|talk||rate} a day on the dam."), NOTE],
    "a figure withdrawn and not replaced": [
        text("The mayors held {21 talks|talk} on the dam."),
        note("An earlier version said the mayors had held {20 talks|talk||old} on the dam."),
    ],
    "a vague figure": [text("The mayors held {more than 10 talks|talk} in all."), NOTE],
    "several of the note's matter": [
        text("The mayors held {15 talks|talk} about the river."),
        text("Before it rose, mayors had held {30 talks|talk}."),
        RIVER,
    ],
    "one word of the note's matter among several figures": [
        text("At home the mayors had {15 talks|talk}."),
        text("In {30 talks|talk} last year towns shared out their schools."),
        RIVER,
    ],
    "a part alone": [text("In {three of the talks|talk||subset} the mayors spoke of the dam."), NOTE],
    "people, of whom there are always others": [
        text("The flood killed {15 people|person} in Tolva."),
        note("An earlier version gave the number of people as {20|(person)||old}. It is {19|(person)||new}."),
    ],
    "no note": [text("The mayors held {21 talks|talk|P1 P2} on the dam.")],
}


@pytest.mark.parametrize("parts", SILENT.values(), ids=SILENT)
def test_nothing_can_be_said(parts: list[Part]) -> None:
    assert verdicts(story(*parts), "corrected_figure_missing") == []
