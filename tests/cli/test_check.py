"""`newstally check`: streams, formats and exit codes; the text of a fault is tested in test_linter.py."""

from __future__ import annotations

import json

import pytest

from commands import newstally
from newstally import nlp, pipeline
from newstally.records import record
from newstally.types import Article, CheckRun, Failure, Finding, Layout, Reach, Span, Story


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Two stories, a good one and one whose first word is found to contradict itself; and no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(nlp, "load", lambda model: None)
    monkeypatch.setattr(pipeline, "extract", lambda nlp, articles: map(judged, articles))
    (tmp_path / "bad.txt").write_text("Nine of eight.", "utf-8")
    (tmp_path / "good.txt").write_text("Eight of eight.", "utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\xff")
    return tmp_path


def judged(article: Article | Failure):
    if isinstance(article, Failure):
        return pipeline.error_record(article)
    finding = Finding("T105", "sum", "contradictory", "nine of eight", (Span(0, 4, "Nine"),))
    run = CheckRun((finding,) if article.text.startswith("Nine") else (), {"sum": Reach(2, 1, 1)})
    return record(Story(article, Layout(())), run, "m 1")


def test_a_contradiction_is_shown_and_exits_with_1():
    result = newstally("check", "bad.txt", "good.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "bad.txt:1:1: T105 nine of eight\n"
        "1 | Nine of eight.\n"
        "  | ^^^^\n"
        "\n"
        "Found 1 contradiction in 1 of 2 stories (2 comparisons judged, 2 unsettled).\n"
    )


def test_clean_stories_exit_with_0():
    result = newstally("check", "good.txt")
    assert (result.exit_code, result.stdout) == (
        0, "No contradictions in 1 story (1 comparison judged, 1 unsettled).\n",
    )  # fmt: skip


def test_a_contradiction_may_exit_with_0():
    assert newstally("check", "bad.txt", "--exit-zero").exit_code == 0


def test_fields_are_named_by_options(folder):
    (folder / "a.csv").write_text("nr,lead\n7,Nine of eight.\n", "utf-8")
    assert newstally("check", "a.csv").exit_code == 2
    assert newstally("check", "a.csv", "--text-field", "lead", "--id-field", "nr").exit_code == 1


def test_an_error_exits_with_2_and_the_others_are_done():
    result = newstally("check", "bad.txt", "broken.txt", "good.txt")
    assert result.exit_code == 2
    assert result.stderr == "newstally: broken.txt: not UTF-8 at byte 0; save the file as UTF-8\n"
    assert result.stdout.endswith("Found 1 contradiction in 1 of 2 stories (2 comparisons judged, 2 unsettled).\n")


def test_github():
    result = newstally("check", "bad.txt", "--format", "github")
    assert (result.exit_code, result.stdout) == (1, "::error file=bad.txt,line=1,col=1,title=T105::nine of eight\n")


@pytest.mark.parametrize(("name", "codes"), [("bad.txt", ["T105"]), ("good.txt", [])])
def test_json(name, codes):
    result = newstally("check", name, "--format", "json")
    assert [fault["code"] for fault in json.loads(result.stdout)] == codes


def test_an_unknown_format_is_refused():
    assert newstally("check", "bad.txt", "--format", "xml").exit_code == 2
