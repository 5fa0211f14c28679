"""`newstally rules`, `schema`, `--version` and `--help`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

import pytest

import newstally as package
from commands import newstally
from newstally import registry
from newstally.schema import json_schema

# ---- rules -----------------------------------------------------------------------------------------------------------


def test_rules_lists_every_check_by_its_code():
    lines = newstally("rules").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[check.code, check.kind] for check in registry.checks().values()]


@pytest.mark.parametrize("check", registry.checks().values(), ids=lambda check: check.code)
def test_rules_explains_every_check(check):
    result = newstally("rules", "--explain", check.code)
    assert result.stdout == f"{check.help}\n"
    assert result.stdout.startswith(f"{check.code}: ")
    for part in ("*What it finds.*", "*Why it matters.*", "*Example.*", "*Not a fault.*"):
        assert part in result.stdout


def test_an_unknown_code_is_one_sentence():
    result = newstally("rules", "--explain", "T999")
    assert result.exit_code == 2
    assert re.fullmatch(r"newstally: no check 'T999'; there are C101, .*, T101, .*\n", result.stderr)


@pytest.mark.parametrize(
    ("counterexample", "code", "output"),
    [
        ("two cows", 0, "{}: 1 rule, 0 tables, 0 faults.\n"),
        ("two cats", 1, "cat: fires on its counterexample 'two cats'\n{}: 1 rule, 0 tables, 1 fault.\n"),
    ],
    ids=["holds", "does not"],
)
def test_rules_of_a_folder_are_tried(tmp_path, tiny_model, counterexample, code, output):
    rule = {
        "id": "cat",
        "label": "CAT",
        "pattern": [{"LOWER": "cats"}],
        "example": "Cats.",
        "counterexample": counterexample,
    }
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "r.jsonl").write_text(json.dumps(rule), "utf-8")
    result = newstally("rules", "--lint", tmp_path, "-m", tiny_model)
    assert (result.exit_code, result.stdout) == (code, output.format(tmp_path))


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("rules/r.jsonl", "{}", "r.jsonl:1: missing key 'counterexample'"),
        ("tables/t.toml", "=", "t.toml: not TOML"),
        (None, "", "no such folder; give the one that holds rules/ and tables/"),
    ],
    ids=["rule", "table", "no folder"],
)
def test_data_that_does_not_hold_is_one_sentence(tmp_path, file, content, message):
    folder = tmp_path / "configs"
    if file:
        (folder / file).parent.mkdir(parents=True)
        (folder / file).write_text(content, "utf-8")
    result = newstally("rules", "--lint", folder)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert message in result.stderr


# ---- schema ----------------------------------------------------------------------------------------------------------


def test_the_schema_is_that_of_a_record():
    schema = json.loads(newstally("schema").stdout)
    assert list(schema["properties"])[:4] == ["schema", "newstally", "model", "id"]
    assert schema == json_schema()
    assert schema["additionalProperties"] is False


# ---- the command itself ----------------------------------------------------------------------------------------------


def test_version():
    assert newstally("--version").stdout == f"newstally {package.__version__}\n"


def test_help_answers_at_once():
    """Without spaCy, which alone takes longer; in CPU time, since the machine may be busy."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "newstally.cli", "--help"], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.8


@pytest.mark.parametrize("arguments", [["--colour"], ["extract"], ["extract", "a.txt", "--colour"], ["sing"]])
def test_a_wrong_command_line_exits_with_2(arguments):
    result = newstally(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
