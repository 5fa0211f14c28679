"""T103: a total of several people against the lists of each."""

from __future__ import annotations

import pytest

from stories import Part, caption, findings, headline, rows, story, text, verdicts

TOTAL = text("The mayors held {19 talks|talk|P1 P2}.")
EIGHT = rows("Brandt's talks", "talk", "P1", [f"Mayor of Hale {n}" for n in range(8)])
ELEVEN = rows("Okafor's talks", "talk", "P2", [f"Mayor of Bow {n}" for n in range(11)])
TWELVE = rows("Okafor's talks", "talk", "P2", [f"Mayor of Bow {n}" for n in range(12)])
PUSH = rows("Okafor's push", "push", "P2", [f"Mayor of Bow {n}" for n in range(11)])

JUDGED = {
    "as many as stated": ([TOTAL, EIGHT, ELEVEN], "consistent", "the lists hold eight and 11, 19 in all"),
    "one too many": ([TOTAL, EIGHT, TWELVE], "contradictory", "the lists hold eight and 12, 20 in all, not 19"),
    "about": (
        [text("The mayors held {about 20 talks|talk|P1 P2}."), EIGHT, ELEVEN],
        "consistent",
        "the lists hold eight and 11, 19 in all",
    ),
    "at least": (
        [text("The mayors held {at least 20 talks|talk|P1 P2}."), EIGHT, ELEVEN],
        "contradictory",
        "the lists hold eight and 11, 19 in all, not at least 20",
    ),
    "kin units": (
        [text("The mayors held {19 discussions|discussion:talk|P1 P2}."), EIGHT, ELEVEN],
        "consistent",
        "the lists hold eight and 11, 19 in all",
    ),
    "a heading of another kind whose count is known": (
        [TOTAL, text("Brandt held {eight|(talk)|P1}. Okafor held {11|(talk)|P2}."), EIGHT, PUSH],
        "consistent",
        "the lists hold eight and 11, 19 in all",
    ),
    "the total in a caption": (
        [caption("The mayors, who held {19 talks|talk|P1 P2}"), EIGHT, TWELVE],
        "contradictory",
        "the lists hold eight and 12, 20 in all, not 19",
    ),
}


@pytest.mark.parametrize(("parts", "verdict", "message"), JUDGED.values(), ids=JUDGED)
def test_lists_and_their_total(parts: list[Part], verdict: str, message: str) -> None:
    assert verdicts(story(*parts), "lists_and_total") == [("T103", verdict, message)]


NOT_COMPARED = {
    "one list alone": [TOTAL, EIGHT],
    "a third actor without a list": [text("The three held {19 talks|talk|P1 P2 P3}."), EIGHT, TWELVE],
    "a list of somebody else": [text("They held {19 talks|talk|P1 P3}."), EIGHT, TWELVE],
    "another kind of thing": [text("They gave {19 speeches|speech|P1 P2}."), EIGHT, TWELVE],
    "a total of nobody": [text("There were {19 talks|talk}."), EIGHT, TWELVE],
    "a total of one": [text("Brandt held {19 talks|talk|P1}."), EIGHT, TWELVE],
    "two lists of one actor": [TOTAL, EIGHT, EIGHT, TWELVE],
    "a heading of another kind": [TOTAL, EIGHT, PUSH],
    "a rate": [text("They hold {19 talks|talk|P1 P2|rate} a week."), EIGHT, TWELVE],
    "open lists in sentences": [
        text("They held {19 talks|talk|P1 P2}, including <Hale> and <Bow>."),
    ],
}


@pytest.mark.parametrize("parts", NOT_COMPARED.values(), ids=NOT_COMPARED)
def test_lists_that_make_no_total(parts: list[Part]) -> None:
    assert verdicts(story(*parts), "lists_and_total") == []


def test_one_finding_for_one_set_of_lists() -> None:
    page = story(headline("Mayors hold {21 talks|talk|P1 P2}"), TOTAL, EIGHT, ELEVEN)
    (finding,) = findings(page, "lists_and_total")
    assert (finding.counts, finding.lists) == (("N2",), ("L1", "L2"))
