"""`newstally check`: streams, formats and exit codes; the text of a fault is tested in test_linter.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import srsly

from commands import newstally
from newstally import nlp, pipeline
from newstally.records import record
from newstally.types import Article, CheckRun, Failure, Finding, Layout, Reach, Span, Story

ROOT = Path(__file__).parents[2]


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


def test_a_row_is_named_by_its_id_whatever_its_source(folder):
    (folder / "a.jsonl").write_text('{"id": "7", "source": "Reuters", "text": "Nine of eight."}\n', "utf-8")
    assert newstally("check", "a.jsonl").stdout.startswith("7:1:1: T105 nine of eight\n")


def test_an_error_exits_with_2_and_the_others_are_done():
    result = newstally("check", "bad.txt", "broken.txt", "good.txt")
    assert result.exit_code == 2
    assert result.stderr == "newstally: broken.txt: not UTF-8 at byte 0; save the file as UTF-8\n"
    assert result.stdout.endswith("Found 1 contradiction in 1 of 2 stories (2 comparisons judged, 2 unsettled).\n")


def test_github():
    result = newstally("check", "bad.txt", "--format", "github")
    assert (result.exit_code, result.stdout) == (
        1, "::error file=bad.txt,line=1,endLine=1,col=1,endColumn=5,title=newstally (T105)::nine of eight\n",
    )  # fmt: skip


@pytest.mark.parametrize(("name", "codes"), [("bad.txt", ["T105"]), ("good.txt", [])])
def test_json(name, codes):
    result = newstally("check", name, "--format", "json")
    assert [fault["code"] for fault in json.loads(result.stdout)] == codes


def test_an_unknown_format_is_refused():
    assert newstally("check", "bad.txt", "--format", "xml").exit_code == 2


def test_sarif():
    result = newstally("check", "bad.txt", "broken.txt", "--format", "sarif")
    (run,) = json.loads(result.stdout)["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["T105"]
    assert run["invocations"][0]["executionSuccessful"] is False


# ---- which contradictions are shown ----------------------------------------------------------------------------------

NONE = "No contradictions in 1 story (1 comparison judged, 1 unsettled).\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--select", "T"], 1),
        (["--select", "X,T105"], 1),
        (["--select", "X", "--select", "T105"], 1),
        (["--select", "X, R"], 0),
        (["--ignore", "T105"], 0),
        (["--ignore", "T101,X"], 1),
    ],
)
def test_codes_are_selected_by_how_they_begin(options, code):
    assert newstally("check", "bad.txt", *options).exit_code == code


def test_the_project_selects_and_the_command_line_goes_before_it(folder):
    (folder / "pyproject.toml").write_text('[tool.newstally]\nignore = ["T"]', "utf-8")
    assert newstally("check", "bad.txt").stdout == NONE
    assert newstally("check", "bad.txt", "--ignore", "X").exit_code == 1


@pytest.mark.parametrize("options", [["--select", "T9"], ["--ignore", "nine"], ["--select", ""]])
def test_a_code_that_no_check_has_is_one_sentence(options):
    result = newstally("check", "bad.txt", *options)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"newstally: no check has a code that begins with '{options[1]}'; there are C101, ")


# ---- what is let stand -----------------------------------------------------------------------------------------------

SUPPRESSED = "No contradictions in 1 story (1 comparison judged, 1 unsettled, 1 suppressed).\n"


@pytest.mark.parametrize("code", ["T105", "T"])
def test_a_comment_lets_a_finding_stand(folder, code):
    (folder / "bad.txt").write_text(f"Nine of eight.\n<!-- newstally: ignore {code}: a joke -->", "utf-8")
    result = newstally("check", "bad.txt")
    assert (result.exit_code, result.stdout) == (0, SUPPRESSED)


def test_a_comment_without_a_reason_is_an_error_and_lets_nothing_stand(folder):
    (folder / "bad.txt").write_text("Nine of eight.\n<!-- newstally: ignore T105 -->", "utf-8")
    result = newstally("check", "bad.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("newstally: bad.txt:2: a comment to newstally needs codes and a reason; ")
    assert result.stdout.startswith("bad.txt:1:1: T105 nine of eight\n")


def test_the_settings_let_a_finding_stand(folder):
    rows = '[[suppress]]\nstory = "b*.txt"\ncode = "T105"\nwords = "Nine"\nreason = "a joke"\n'
    (folder / "newstally.toml").write_text(rows, "utf-8")
    assert newstally("check", "bad.txt").stdout == SUPPRESSED
    for output_format, shown in (("json", "[]\n"), ("github", "")):
        assert newstally("check", "bad.txt", "--format", output_format).stdout == shown
    (result,) = json.loads(newstally("check", "bad.txt", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "a joke"}]


# ---- how often -------------------------------------------------------------------------------------------------------


def test_statistics():
    result = newstally("check", "bad.txt", "good.txt", "--statistics")
    assert result.exit_code == 1
    assert result.stdout == (
        "    1  T105  a part is larger than its whole\n"
        "Found 1 contradiction in 1 of 2 stories (2 comparisons judged, 2 unsettled).\n"
    )
    counted = json.loads(newstally("check", "bad.txt", "--statistics", "--format", "json").stdout)
    assert counted == [{"code": "T105", "count": 1, "title": "a part is larger than its whole"}]


def test_statistics_have_no_other_format():
    result = newstally("check", "bad.txt", "--statistics", "--format", "sarif")
    assert result.exit_code == 2
    assert result.stderr == "newstally: --statistics knows no --format sarif; take text or json\n"


# ---- as a hook -------------------------------------------------------------------------------------------------------


def test_the_hook_runs_this_command():
    (hook,) = srsly.read_yaml(ROOT / ".pre-commit-hooks.yaml")
    assert set(hook) >= {"id", "name", "entry", "language"}
    program, *arguments = hook["entry"].split()
    assert program == "newstally"
    assert newstally(*arguments, "bad.txt", "good.txt").exit_code == 1
