"""No sign of a story, its name or its address commands the terminal: what is printed holds no control character."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newstally.cli import app

ESCAPES = "\x1b[31m\x1b]0;owned\x07\x9b1m\x08\x7f\x90\u202e"
STORY = (
    "Boats sink{0}\n\nStorms hit the coast on Monday, Mayor Ida {0} Berg said. The storm sank 19 boats: "
    "nine trawlers and 11 ferries.\n{0}\nCorrection: An earlier version of this story said 20 boats sank. "
    "In fact, 19 boats sank. {0}\n"
)


def newstally(*arguments: object) -> Result:
    """Run a command as on a terminal: elsewhere escapes are taken out of what it prints."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], color=True)


def commands_of(shown: str) -> set[str]:
    """The characters that a terminal does not show but obeys, or that turn the line around."""
    allowed = "\n\r\t"
    return {sign for sign in shown if unicodedata.category(sign) == "Cc" and sign not in allowed} | (
        set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    )


@pytest.fixture
def hostile_file(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("a\x1b[2Jb\u202e.txt")
    path.write_text(STORY.format(ESCAPES), "utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check(hostile_file, form):
    result = newstally("check", hostile_file, "--format", form)
    assert result.exit_code == 1, "the story has no contradiction: the test shows nothing"
    assert commands_of(result.output) == set()


@pytest.mark.parametrize("form", ["text", "json"])
def test_compare(hostile_file, form):
    new = Path("new.txt")
    new.write_text(STORY.format(ESCAPES[::-1]).replace("19 boats", "18 boats"), "utf-8")
    result = newstally("compare", hostile_file, new, "--format", form)
    assert result.exit_code == 1
    assert commands_of(result.output) == set()


@pytest.mark.parametrize("command", [["extract", "-m", "TINY"], ["check", "-m", "TINY"],
                                     ["compare", "-m", "TINY", "new.txt"], ["report", "-o", "r.html"],
                                     ["export", "-o", "tables"], ["evaluate"]])  # fmt: skip
@pytest.mark.parametrize("name", ["no\x1b[31m such\u202e.txt", "bad\x1b[31m\u202e.jsonl"])
def test_errors(tmp_path, monkeypatch, tiny_model, command, name):
    monkeypatch.chdir(tmp_path)
    Path("new.txt").write_text("Nine boats sank.", "utf-8")
    Path("bad\x1b[31m\u202e.jsonl").write_text('{"id": "\\u001b[31m", "text": ""}\n{"\\u001b]0;x": 1}\n', "utf-8")
    result = newstally(*(str(tiny_model) if word == "TINY" else word for word in command), name)
    assert result.exit_code == 2
    assert "newstally: " in result.stderr
    assert commands_of(result.stdout + result.stderr) == set()
