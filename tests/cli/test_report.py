"""`newstally report` at its edges; the page is tested in tests/report."""

from __future__ import annotations

import pytest

from commands import newstally
from saved_records import write


@pytest.fixture(autouse=True)
def folder(two_saved):
    return two_saved


def test_a_story_without_its_text_is_shown_and_told(folder):
    result = newstally("report", "r.jsonl", "-o", "out/r.html", "--title", "Drafts")
    assert result.exit_code == 2
    assert result.stderr == (
        "newstally: b: its source 'b.txt' is no file; give the texts with --texts\n"
        "newstally: wrote 2 stories to out/r.html\n"
    )
    page = (folder / "out" / "r.html").read_text("utf-8")
    assert "<title>Drafts</title>" in page
    assert "Two cats." in page and '"blocks":null' in page


def test_texts_are_taken_from_elsewhere(folder):
    write(folder / "t.jsonl", {"text": "Two cats."}, {"text": "Gone."})
    result = newstally("report", "r.jsonl", "-o", "r.html", "--texts", "t.jsonl")
    assert (result.exit_code, result.stderr) == (0, "newstally: wrote 2 stories to r.html\n")


def test_a_text_that_changed_is_not_shown(folder):
    (folder / "a.txt").write_text("Two dogs.", "utf-8")
    assert newstally("report", "r.jsonl", "-o", "r.html").exit_code == 2
    assert "Two dogs" not in (folder / "r.html").read_text("utf-8")


def test_a_broken_line_is_told_and_the_rest_is_shown(folder):
    with (folder / "r.jsonl").open("a", encoding="utf-8") as file:
        file.write("{\n")
    result = newstally("report", "r.jsonl", "-o", "r.html")
    assert result.exit_code == 2
    assert "newstally: r.jsonl:3: not JSON (Expecting property name" in result.stderr
