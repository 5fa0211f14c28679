"""X103: parts that still make what the correction withdrew."""

from __future__ import annotations

import pytest

from stories import Part, findings, note, story, text, verdicts

NOTE = note("An earlier version said the city made {20 calls|call:talk||old}. It made {19 calls|call:talk||new}.")
MESSAGE = "nine and 11 make 20, the figure that the correction withdrew"

LEFT_OVER = {
    "in one sentence": [text("Roe held {nine talks|talk|P1} and Lim {11|(talk)|P2}."), NOTE],
    "in neighbouring paragraphs": [text("Roe held {nine talks|talk|P1}."), text("Lim held {11 talks|talk|P2}."), NOTE],
    "under a total that allows both": [
        text("They held {about 20 talks|talk|P1 P2}. Roe held {nine talks|talk|P1} and Lim {11|(talk)|P2}."),
        NOTE,
    ],
}


ROW = "They held {nine talks|talk} in Oslo, {eight|(talk)} in Bergen and {three|(talk)} in Tolva."


def test_a_row_of_a_sentence_makes_the_withdrawn_figure() -> None:
    (finding,) = findings(story(text(ROW), NOTE), "parts_make_withdrawn_figure")
    assert finding.message == "nine, eight and three make 20, the figure that the correction withdrew"


@pytest.mark.parametrize("parts", LEFT_OVER.values(), ids=LEFT_OVER)
def test_parts_make_the_withdrawn_figure(parts: list[Part]) -> None:
    assert verdicts(story(*parts), "parts_make_withdrawn_figure") == [("X103", "contradictory", MESSAGE)]


PUT_RIGHT = {
    "parts of the right figure": [text("Roe held {eight talks|talk|P1} and Lim {11|(talk)|P2}."), NOTE],
    "parts of neither": [text("Roe held {four talks|talk|P1} and Lim {11|(talk)|P2}."), NOTE],
    "another kind of thing": [text("Roe gave {nine speeches|speech|P1} and Lim {11|(speech)|P2}."), NOTE],
    "one actor": [text("Roe held {nine talks|talk|P1} in May and {11 talks|talk|P1} in June."), NOTE],
    "no actors": [text("There were {nine talks|talk} in May and {11 talks|talk} in June."), NOTE],
    "a third figure of the kind": [
        text("Roe held {nine talks|talk|P1}, Lim {11|(talk)|P2} and Katz {three|(talk)|P3}."),
        NOTE,
    ],
    "far apart": [
        text("Roe held {nine talks|talk|P1}."),
        text("It rained."),
        text("It snowed."),
        text("Lim held {11 talks|talk|P2}."),
        NOTE,
    ],
    "about": [text("Roe held {about nine talks|talk|P1} and Lim {11|(talk)|P2}."), NOTE],
    "one figure alone": [text("Roe held {20 talks|talk|P1}."), NOTE],
    "no right figure": [
        text("Roe held {nine talks|talk|P1} and Lim {11|(talk)|P2}."),
        note("An earlier version said the city made {20 calls|call:talk||old}."),
    ],
    "a row that makes the right figure": [text(ROW.replace("nine", "eight")), NOTE],
    "a row beside the right figure, of which T101 speaks": [text("They held {19 talks|talk}."), text(ROW), NOTE],
    "a row in two sentences": [
        text("They held {nine talks|talk} in Oslo. They held {eight|(talk)} in Bergen and {three|(talk)} in Tolva."),
        NOTE,
    ],
    "a row with another figure of the kind": [text(ROW.replace("and", "{five|(talk)} in Hale and")), NOTE],
    "a row of other things": [text(ROW.replace("talk", "speech")), NOTE],
    "no note": [text("Roe held {nine talks|talk|P1} and Lim {11|(talk)|P2}.")],
}


@pytest.mark.parametrize("parts", PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_parts_that_are_no_leftover(parts: list[Part]) -> None:
    assert verdicts(story(*parts), "parts_make_withdrawn_figure") == []


def test_a_wrong_sum_says_it_instead() -> None:
    page = story(
        text("They held {19 talks|talk|P1 P2}. Roe held {nine talks|talk|P1} and Lim {11|(talk)|P2}."),
        NOTE,
    )
    (finding,) = findings(page, "parts_and_total", "parts_make_withdrawn_figure")
    assert finding.code == "T101"
    assert finding.message == "nine and 11 make 20, not 19; 20 is the figure that the correction withdrew"


def test_either_part_may_be_wrong() -> None:
    (finding,) = findings(story(*LEFT_OVER["in one sentence"]), "parts_make_withdrawn_figure")
    assert finding.suggestion is None
    assert finding.reason == "eight for nine or 10 for 11 would make the figures agree"
