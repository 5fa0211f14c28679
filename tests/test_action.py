"""The GitHub Action: its own steps are run here as GitHub runs them, in bash with its environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from answers import country, gold, record, wanted_country

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GATE = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "gate")
CODES = ("PE", "US", "CA", "FR", "DE", "JP")

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="GitHub runs the action's steps in bash")


def run(folder: Path, **inputs: str) -> subprocess.CompletedProcess:
    """The step "Gate" in ``folder``, with the action's defaults for what ``inputs`` leave out."""
    given = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()} | inputs
    filled = {name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
              for name, value in GATE["env"].items()}  # fmt: skip
    command = folder / "bin" / "newstally"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newstally.cli "$@"\n', "utf-8")
    command.chmod(0o755)
    files = {name: str(folder / name.lower()) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | filled | files | {"RUNNER_TEMP": str(folder), "PATH": path}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", GATE["run"]],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path) -> Path:
    files = {
        "gold": gold(countries=[wanted_country(code) for code in CODES]),
        "right": record(countries=[country(code) for code in CODES]),
        "wrong": record(countries=[country("PE")]),
    }
    for name, row in files.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "floors.toml").write_text("[countries]\nf1 = 0.9\n", "utf-8")
    return tmp_path


def test_what_is_right_passes_and_its_scores_stop_what_is_wrong(folder):
    first = run(folder, gold="gold.jsonl", records="right.jsonl", floors="floors.toml")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "::notice title=newstally gate::Gate: passed.\n"
    outputs = dict(line.split("=", 1) for line in (folder / "github_output").read_text("utf-8").splitlines())
    assert set(outputs) == set(ACTION["outputs"])
    shutil.copy(outputs["scores"], folder / "scores.json")

    second = run(folder, gold="gold.jsonl", records="wrong.jsonl", floors="floors.toml", baseline="scores.json")
    assert second.returncode == 1
    assert second.stdout.splitlines()[:2] == [
        "::error title=newstally gate::countries: f1 is 0.2857; its floor is 0.9",
        "::error title=newstally gate::countries: F1 fell from 1.0000 to 0.2857, by more than 0 "
        "(5 newly wrong, 0 newly right, p = 0.031)",
    ]
    assert "::warning file=gold.jsonl,line=1,col=1,title=newly wrong::a: countries missed: US" in second.stdout
    assert Path(outputs["report"]).read_text("utf-8").startswith("### ❌ Gate: STOPPED")
    assert "### ✅ Gate: passed" in (folder / "github_step_summary").read_text("utf-8")

    allowed = "people=0.1 countries=0.8"
    third = run(folder, gold="gold.jsonl", records="wrong.jsonl", baseline="scores.json", **{"max-drop": allowed})
    assert third.returncode == 0


def test_an_error_stops_the_job_with_its_sentence(folder):
    result = run(folder, gold="no.jsonl", floors="floors.toml")
    assert result.returncode == 2
    assert result.stderr.startswith("newstally: no.jsonl: cannot be read")
    assert not (folder / "github_step_summary").exists()


def test_no_input_reaches_the_shell_as_code():
    """Inputs come as environment only: one that holds `; rm -rf` is a name of no file."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(ACTION["inputs"])
