"""The README against the code: its commands exist, run and print what it shows; every command and check is in it."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from typer.main import get_command

import newstally as package
from commands import newstally
from newstally import nlp, registry
from newstally.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = "".join((ROOT / "docs" / name).read_text("utf-8") for name in ("checking.md", "gate.md", "scale.md"))
COMMANDS = get_command(app).commands
SHOWN = re.findall(r"```console\n\$ newstally (.*)\n([^`]*)```", README)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(name):
    assert f"| `newstally {name}" in README
    assert COMMANDS[name].help


LINES = [
    *re.findall(r"newstally ([a-z]+(?: [^`|\n]*)?)`", README),
    *re.findall(r"(?:`|^ *(?:- )?(?:run: |entry: )?|sh ')newstally ([a-z]+ [^`'#\n]*)", PAGES, re.MULTILINE),
]


@pytest.mark.parametrize("line", sorted(set(LINES)))
def test_the_pages_name_only_commands_and_options_that_exist(line):
    name, *words = line.replace("\\", "").split()
    assert name in COMMANDS
    command = COMMANDS[name]
    if hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word.strip("[]") for word in words if word.lstrip("[").startswith("-")} - {"-"} <= options


@pytest.mark.parametrize("check", registry.checks().values(), ids=lambda check: check.code)
def test_every_check_is_in_the_readme_under_its_kind(check):
    assert f"| {check.code} | {check.kind} | " in README


def test_the_readme_names_no_check_that_does_not_exist():
    known = {check.code for check in registry.checks().values()}
    assert set(re.findall(r"^\| ([A-Z]\d+) \|", README, re.MULTILINE)) == known


@pytest.mark.parametrize(("command", "output"), SHOWN)
def test_commands_print_what_the_readme_shows(shipped, monkeypatch, command, output):
    monkeypatch.setattr(nlp, "load", lambda name: shipped)
    monkeypatch.chdir(ROOT)
    result = newstally(*command.split())
    assert (result.exit_code, result.stdout) == (0, output)


def test_the_readme_shows_its_first_output_on_the_first_screen():
    assert SHOWN
    assert README[: README.index("$ newstally")].count("\n") < 25


def test_the_python_of_the_readme_runs(shipped):
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted
    assert not results.failed


def test_the_gate_runs_what_the_readme_says():
    steps = re.search(r"```sh\n(.*pytest.*)\n```", README).group(1).split(" && ")
    gate = (ROOT / ".ci" / "run").read_text("utf-8").replace(" --quiet --disable-pip-version-check", "").splitlines()
    assert [line for line in gate if line in steps] == steps


def test_the_changelog_knows_this_version():
    assert f"## [{package.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_package_and_its_metadata_are_of_one_version():
    assert f'\nversion = "{package.__version__}"\n' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_models_ask_for_the_spacy_that_the_package_asks_for():
    assert f'dependencies = ["spacy{nlp.SPACY}", ' in (ROOT / "pyproject.toml").read_text("utf-8")
