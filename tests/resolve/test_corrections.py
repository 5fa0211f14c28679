"""Corrections: which figure of a note is withdrawn and which is right. Parses stand in ``parses/corrections.jsonl``."""

from __future__ import annotations

import pytest

from marked import TABLES, counts, page, sentences
from newstally.resolve.corrections import corrections

SENTENCES = sentences("corrections")
FIRST_BOAT = "An earlier headline misstated the number of boats. The storm sank 12 boats."
ALL_NINE = "An earlier version said that nine ports were closed. All nine ports were closed."
THE_TWO = "An earlier version said that the two had made 18 visits. The correct number is 17 visits."
CASES = [
    # old and new in words of the note, None where it gives none
    ("An earlier version of this story said the town had made 20 calls. In fact, it has made 19 calls.",
     "20 calls", "19 calls"),
    ("The library has 30 rooms, not 19 rooms.", "19 rooms", "30 rooms"),
    ("The article incorrectly stated that 14 people had died; 11 people did.", "14 people", "11 people"),
    ("The correct number is 40 seats. A previous version gave 14 seats.", "14 seats", "40 seats"),
    ("The death brings the total to nine deaths, not eight deaths.", "eight deaths", "nine deaths"),
    ("An earlier version said that three dogs bit 20 people. It was 19 people.", "20 people", "19 people"),
    ("The number of votes was changed from 310 votes to 301 votes.", "310 votes", "301 votes"),
    ("The story should have said that six clubs had joined, rather than five clubs.", "five clubs", "six clubs"),
    (THE_TWO, "18 visits", "17 visits"),
    ("The caption said two ships were on fire.", "two ships", None),
    (FIRST_BOAT, None, "12 boats"),
    ("Correction: We wrote that 14 boats sank. The actual number was 12 boats.", "14 boats", "12 boats"),
    ("For the record: A story on Friday said the storm sank 14 boats. The storm sank 12 boats.",
     "14 boats", "12 boats"),
    ("An earlier version stated that there were 34 berths when there are 43 berths.", "34 berths", "43 berths"),
    ("This story has been updated to correct the number of boats that sank from 14 boats to 12 boats.",
     "14 boats", "12 boats"),
]  # fmt: skip
NONE = [
    (
        "no figure is withdrawn",
        "This story was updated on Monday. There are seven ports on the coast.",
        ["seven ports"],
    ),
    ("the note is of a name", "An earlier version of this story misspelled the name of the mayor of Orvik.", []),
    (
        "the note is of a name, beside a figure",
        "An earlier version of this article misspelled the name of Anna Kos, one of two mayors.",
        ["two mayors"],
    ),
    (
        "the note makes clear whose things they are",
        "The story has been updated to make clear that the 12 boats belong to the city.",
        ["12 boats"],
    ),
    (
        "the note is of a day",
        "An earlier version of this story said that 12 boats sank on Monday. They sank on Tuesday.",
        ["12 boats"],
    ),
    (
        "the story was only added to",
        "This story was updated on Friday with details from four witnesses.",
        ["four witnesses"],
    ),
    (
        "the note is of a quotation",
        "An earlier version of this story misquoted the mayor. She said that 12 boats sank.",
        ["12 boats"],
    ),
    (
        "the note is of a town",
        "The storm hit Orvik, where 14 boats lie. An earlier version named the wrong town.",
        ["14 boats"],
    ),
    ("the figure stays as it was", ALL_NINE, ["nine ports", "nine ports"]),
]


@pytest.mark.parametrize(("text", "old", "new"), CASES)
def test_the_old_and_the_new_figure(text: str, old: str | None, new: str | None) -> None:
    note = page(SENTENCES[text], (text, "correction"))
    phrases = [
        *filter(None, (old, new)),
        *(other.removesuffix(" had") for other in ("three dogs", "two had") if other in text),
    ]
    stated = counts(note, *sorted(phrases, key=text.index))
    words = {count.id: count.span.text for count in stated}
    [one] = corrections(note, stated, TABLES)
    assert (one.old and words[one.old], one.new and words[one.new]) == (old, new)
    assert one.id == "X1" and one.span.text == text


@pytest.mark.parametrize(("text", "phrases"), [row[1:] for row in NONE], ids=[row[0] for row in NONE])
def test_a_note_without_a_correction(text: str, phrases: list[str]) -> None:
    note = page(SENTENCES[text], (text, "correction"))
    assert corrections(note, counts(note, *phrases), TABLES) == ()


def test_the_same_words_in_a_paragraph_correct_nothing() -> None:
    text = CASES[1][0]
    story = page(SENTENCES[text])
    assert corrections(story, counts(story, "30 rooms", "19 rooms"), TABLES) == ()


def test_unit_and_kin_are_those_of_the_figures() -> None:
    text = CASES[0][0]
    note = page(SENTENCES[text], (text, "correction"))
    [one] = corrections(note, counts(note, "20 calls", "19 calls"), TABLES)
    assert (one.unit, one.kin) == ("call", "talk")
