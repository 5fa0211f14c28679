"""Correction notes as papers write them: what is withdrawn and what is right, and notes that correct no figure.

Every wording stands under a story whose body has the right figure, then the withdrawn one, as a desk might leave it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newstally import Article, extract

PAGE = (
    "A headline about a place\n\nTOLVA — {}\n\nNobody else was there to say more of it, and it rained all day.\n\n{}\n"
)

# Each row: the body's sentence with the right figure, the note, the withdrawn figure and the right one, if it has them.
ROWS = Path(__file__).with_name("correction_notes.jsonl").read_text("utf-8").splitlines()
NOTES = [tuple(json.loads(row).values()) for row in ROWS]


@pytest.fixture(scope="module")
def read(shipped):
    """The pairs that the note of a story gives, and the story's contradictions over corrections."""

    def pairs(body: str, note: str, page: str = PAGE) -> tuple[list[tuple], list[str]]:
        (record,) = extract(shipped, [Article("note", page.format(body, note))])
        found = record.as_dict()
        said = [(one["old"], one["new"]) for one in found["corrections"]]
        wrong = [one["code"] for one in found["checks"] if one["verdict"] == "contradictory"]
        return said, [code for code in wrong if code.startswith("X")]

    return pairs


@pytest.mark.parametrize(("body", "note", "old", "new"), NOTES, ids=[row[1][:60] for row in NOTES])
def test_a_note_gives_its_figures_and_a_story_put_right_raises_nothing(read, body, note, old, new):
    assert read(body, note) == ([(old, new)], [])


@pytest.mark.parametrize(("body", "note", "old", "new"), NOTES[:3], ids=["not", "it has", "there were"])
def test_a_note_may_stand_at_the_top(read, body, note, old, new):
    assert read(note, body, "A headline about a place\n\n{}\n\nTOLVA — {}\n")[0] == [(old, new)]


STANDING = [row for row in NOTES if row[2] and row[3] and f"{row[3]:,}" in row[0]]


@pytest.mark.parametrize(("body", "note", "old", "new"), STANDING[::3], ids=[row[1][:60] for row in STANDING[::3]])
def test_the_withdrawn_figure_may_still_stand(read, body, note, old, new):
    assert read(body.replace(f"{new:,}", f"{old:,}"), note)[1] == ["X101"]


# The note, where it stands under a body that has each of its figures.
NO_NOTES = [
    ("a name", "Correction: An earlier version of this story misspelled the name of Ana Kos, one of the 14 judges."),
    ("a town", "Correction: An earlier version of this article gave the wrong town. All 14 judges live in Tolva."),
    ("a day", "Correction: An earlier version said that the 14 judges met on Monday. They met on Tuesday."),
    ("a title", "Correction: An earlier version of this article misidentified one of the 14 judges as a lawyer."),
    ("a date", "Correction: An earlier version of this story gave an incorrect date for the vote of the 14 judges."),
    ("a quotation", "Correction: An earlier version misquoted the mayor. She said that 14 judges had voted."),
    ("a photograph", "Correction: A caption on an earlier version named the wrong person among the 14 judges."),
    ("a link", "Correction: An earlier version of this article had the wrong link to the names of the 14 judges."),
    ("whose they are", "This story has been updated to make clear that the 14 judges work for the county."),
    ("what was meant", "Clarification: This story has been updated to clarify that the county pays the 14 judges."),
    ("more news", "Update: This story has been updated with comments from the 14 judges."),
    ("more witnesses", "This story was updated on Friday with details from 14 judges."),
    ("an addition", "This article was updated on 3 May 2024 to add the names of the 14 judges."),
    ("no figure", "Correction: An earlier version of this story misstated the number of judges. We regret the error."),
    ("no figure, of money", "Correction: An earlier version misstated what the judges earn."),
    ("the figure stays", "Correction: An earlier version said that 14 judges were ill. All 14 judges were on strike."),
    ("a percentage", "Correction: An earlier version said that pay had risen 14 percent. It rose 41 percent."),
    ("an age", "Correction: An earlier version gave the wrong age for the mayor. She is 41."),
    ("a year", "Correction: An earlier version of this article said that the court opened in 1914. It opened in 1941."),
    ("a sum of money", "Correction: An earlier version said the court cost $14 million. It cost $41 million."),
    ("an editor's note on the author", "Editor's note: Ana Kos is one of the 14 judges and writes for this page."),
    ("an editor's note on the story", "Editor's note: This is the first of 14 stories about the judges of the county."),
    ("an earlier count", "An earlier count had found 41 judges, the county said, and there are 14 judges now."),
    ("an earlier bill", "An earlier version of the bill named 41 judges; the law that passed names 14 judges."),
    ("officers of correction", "Correction officers said that 14 judges, not 41, had come to see the prison."),
    ("a correction in prices", "The correction was swift: 14 judges, not 41, sold their shares in a day."),
    ("a report in the news", "The report said that 41 judges were needed and that the county had 14 judges."),
    ("a report's mistake", "The ministry's report wrongly gave 41 judges, said the mayor, who counted 14 judges."),
    ("an update in the news", "Update, 7:15 p.m.: Another 14 judges have come to the court, and 41 lawyers."),
    ("a speaker who corrects himself", "“There are 41 judges,” said the mayor and corrected herself: “No, 14.”"),
    ("not without a note", "There are 14 judges, not 41, in the county, whatever the mayor says of them."),
    ("a toll that rises", "The number of judges rose from 14 to 41 in a year, the county said on Monday."),
    ("a change", "The council changed the number of judges from 41 to 14 when it met on Monday."),
    ("a time of day", "15.20 The mayor says that 14 judges, not 41, are on their way to the court."),
    ("a date in a note", "This article was amended on 14 May 2024. An earlier version named the wrong mayor."),
]  # fmt: skip


@pytest.mark.parametrize("note", [note for _, note in NO_NOTES], ids=[name for name, _ in NO_NOTES])
def test_a_note_that_corrects_no_figure(read, note):
    assert read("The 14 judges of the county went on strike, the court said on Sunday.", note) == ([], [])
