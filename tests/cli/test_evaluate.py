"""`newstally evaluate`: what it scores, what it prints, and what its gate stops."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from answers import country, gold, record, wanted_country
from commands import newstally

CODES = ("PE", "US", "CA", "FR", "DE", "JP")
GOLD = gold(countries=[wanted_country(code) for code in CODES])


def write(path: Path, *rows: dict) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def answers(tmp_path) -> Path:
    return write(tmp_path / "gold.jsonl", GOLD)


@pytest.fixture
def right(tmp_path) -> Path:
    return write(tmp_path / "right.jsonl", record(countries=[country(code) for code in CODES]))


@pytest.fixture
def must_fail(tmp_path) -> Path:
    """Records in which all countries but one are gone and a false one stands: no gate may let them pass."""
    return write(tmp_path / "wrong.jsonl", record(countries=[country("PE"), country("GB")]))


@pytest.fixture
def floors(tmp_path) -> Path:
    path = tmp_path / "floors.toml"
    path.write_text("[countries]\nf1 = 0.9\nprecision = 0.95\n", "utf-8")
    return path


@pytest.fixture
def baseline(tmp_path, answers, right) -> Path:
    path = tmp_path / "scores.json"
    path.write_text(newstally("evaluate", answers, right, "--format", "json").stdout, "utf-8")
    return path


# ---- scores ----------------------------------------------------------------------------------------------------------


def test_records_are_scored(answers, right):
    result = newstally("evaluate", answers, right)
    assert result.exit_code == 0
    assert "countries                    1.000  1.000  1.000           -    6     6          6" in result.stdout


def test_how_far_the_checks_reach_is_shown(tmp_path, answers):
    reach = {"tried": 3, "judged": 2, "unsettled": 1, "binding": 2}
    records = write(tmp_path / "r.jsonl", record() | {"reach": {"sum": reach}})
    lines = newstally("evaluate", answers, records).stdout.splitlines()
    head, row = (line.split() for line in lines if line.startswith(("checks by kind", "sum ")))
    assert dict(zip(head[-4:], map(int, row[-4:]), strict=True)) == reach


def test_without_records_the_model_reads_the_gold(answers, tiny_model):
    result = newstally("evaluate", answers, "-m", tiny_model, "--format", "json")
    scores = json.loads(result.stdout)
    assert (scores["measures"]["countries"]["hit"], scores["measures"]["countries"]["gold"]) == (0, 6)
    assert scores["articles"]["a"]["missed"]["countries"][0] == ["CA", 1, 85]


def test_what_is_wrong_is_shown_with_its_place(answers, must_fail):
    lines = newstally("evaluate", answers, must_fail, "--show").stdout.splitlines()
    assert {"  a:1:85: countries missed: US", "  a: countries spurious: GB"} <= set(lines)
    assert "Wrong" not in newstally("evaluate", answers, must_fail).stdout


@pytest.mark.parametrize("option", ["--floors", "--baseline"])
def test_a_missing_file_is_one_sentence(tmp_path, answers, right, option):
    for arguments in ([tmp_path / "no"], [answers, right, option, tmp_path / "no"]):
        result = newstally("evaluate", *arguments)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


# ---- the gate --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["floors", "baseline", "both"])
@pytest.mark.parametrize(("records", "code"), [("right", 0), ("must_fail", 1)])
def test_the_gate_stops_what_must_fail_and_nothing_else(request, answers, floors, baseline, given, records, code):
    options = {"floors": ["--floors", floors], "baseline": ["--baseline", baseline]}
    options["both"] = options["floors"] + options["baseline"]
    result = newstally("evaluate", answers, request.getfixturevalue(records), *options[given])
    assert result.exit_code == code
    assert ("Gate: STOPPED" in result.stdout, "Gate: passed" in result.stdout) == (code == 1, code == 0)


@pytest.mark.parametrize(
    ("allowed", "code"),
    [("0.8", 0), ("0.7", 1), ("countries=0.8", 0), ("people=0.8", 1)],
    ids=["by more", "by less", "of this measure", "of another"],
)
def test_a_fall_may_be_allowed(answers, must_fail, baseline, allowed, code):
    """F1 falls from 1 to 0.25; five newly wrong and none newly right come about by chance once in 32 times."""
    result = newstally("evaluate", answers, must_fail, "--baseline", baseline, "--max-drop", allowed)
    assert result.exit_code == code


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("a lot", "--max-drop a lot: 'a lot' is no number; write 0.01, or checks=0.01"),
        ("chequers=1", "--max-drop chequers=1: no measure 'chequers'; there are 'people', "),
    ],
)
def test_a_drop_that_cannot_be_read_is_named(answers, right, baseline, option, message):
    result = newstally("evaluate", answers, right, "--baseline", baseline, "--max-drop", option)
    assert result.exit_code == 2
    assert message in result.stderr


# ---- formats ---------------------------------------------------------------------------------------------------------


def shown(answers, records, floors, baseline, output_format) -> str:
    return newstally(
        "evaluate", answers, records, "--floors", floors, "--baseline", baseline, "--format", output_format
    ).stdout


def test_text_names_what_is_newly_wrong(answers, must_fail, floors, baseline):
    text = shown(answers, must_fail, floors, baseline, "text")
    assert "Newly wrong (6)\n" in text
    assert "  a: countries spurious: GB\n" in text
    assert text.splitlines()[-1].startswith("  countries: F1 fell from 1.0000 to 0.2500")


def test_markdown_is_fit_for_a_pull_request(answers, must_fail, floors, baseline):
    text = shown(answers, must_fail, floors, baseline, "markdown")
    assert text.startswith("### ❌ Gate: STOPPED; 1 article compared with the baseline.\n\n- countries: f1 is 0.2500")
    assert "**Newly wrong** (6)\n\n- `a` countries spurious: GB\n" in text
    assert "| countries: f1 | 0.900 | 0.250 | BELOW |\n" in text
    assert "\n\n**Scores.** 1 article. Intervals by the bootstrap over articles.\n\n|  | P | R | F1 |" in text


def test_json_tells_the_gate_and_is_a_baseline(tmp_path, answers, must_fail, floors, baseline):
    again = tmp_path / "again.json"
    again.write_text(shown(answers, must_fail, floors, baseline, "json"), "utf-8")
    scores = json.loads(again.read_text("utf-8"))
    assert (scores["gate"]["passed"], len(scores["gate"]["faults"])) == (False, 3)
    assert newstally("evaluate", answers, must_fail, "--baseline", again).exit_code == 0


@pytest.mark.parametrize(("records", "failures"), [("right", 0), ("must_fail", 3)])
def test_junit_has_a_case_for_each_floor_and_measure(request, answers, floors, baseline, records, failures):
    suite = ET.fromstring(shown(answers, request.getfixturevalue(records), floors, baseline, "junit"))
    assert (suite.get("tests"), suite.get("failures")) == ("14", str(failures))
    failed = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None]
    assert failed == ["countries: f1", "countries: precision", "countries"][:failures]
    if failures:
        assert "a: countries spurious: GB" in suite.find("testcase[@name='countries']/failure").text


def test_github_annotates_the_gold_where_the_story_is_no_file(answers, must_fail, floors, baseline):
    lines = shown(answers, must_fail, floors, baseline, "github").splitlines()
    assert [line.partition(" title")[0] for line in lines[:3]] == ["::error"] * 3
    assert f"::warning file={answers.as_posix()},line=1,col=1,title=newly wrong::a: countries spurious: GB" in lines
    assert len(lines) == 3 + 6


def test_github_annotates_the_line_of_the_story(tmp_path, floors):
    (tmp_path / "a.txt").write_text(GOLD["text"], "utf-8")
    answers = write(tmp_path / "a.gold.jsonl", GOLD)
    kept = tmp_path / "kept.json"
    right = write(tmp_path / "right.jsonl", record(countries=[country(code) for code in CODES]))
    kept.write_text(newstally("evaluate", answers, right, "--format", "json").stdout, "utf-8")
    wrong = write(tmp_path / "wrong.jsonl", record())
    story = (tmp_path / "a.txt").as_posix()
    assert f"::warning file={story},line=1,col=85,title=newly wrong::a: countries missed: US" in shown(
        answers, wrong, floors, kept, "github"
    )


@pytest.mark.parametrize("option", [("--format", "junit"), ("--format", "github"), ("--report", "x.xml")])
def test_what_tells_of_the_gate_alone_needs_one(answers, right, option):
    result = newstally("evaluate", answers, right, *option)
    assert result.exit_code == 2
    assert "tells what the gate says; give --floors, --baseline or both" in result.stderr


def test_reports_are_written_beside_what_is_printed(tmp_path, answers, must_fail, floors):
    formats = {"r.md": "markdown", "r.xml": "junit", "r.json": "json", "r.txt": "text"}
    options = [option for name in formats for option in ("--report", tmp_path / name)]
    result = newstally("evaluate", answers, must_fail, "--floors", floors, "--format", "github", *options)
    assert (result.exit_code, result.stdout[:7]) == (1, "::error")
    for name, output_format in formats.items():
        printed = newstally("evaluate", answers, must_fail, "--floors", floors, "--format", output_format).stdout
        assert (tmp_path / name).read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("name", "message"), [("r.pdf", "must end in one of .txt, .json, .md, .xml"), ("no/r.md", "cannot be written")]
)
def test_a_report_that_cannot_be_written_is_named(tmp_path, answers, right, name, message):
    result = newstally("evaluate", answers, right, "--report", tmp_path / name)
    assert result.exit_code == 2
    assert message in result.stderr
