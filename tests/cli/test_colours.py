"""Where what is printed has colours."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from newstally.cli.colours import STYLES, palette


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(monkeypatch, terminal, environment, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert ("\x1b[" in palette()("19", "primary")) is coloured


@pytest.mark.parametrize("style", STYLES)
def test_colour_changes_no_word(monkeypatch, style):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = palette()("19 talks", style)
    assert painted.startswith("\x1b[") and painted.endswith("m19 talks\x1b[0m")


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours(environment, coloured):
    ours, theirs = pytest.importorskip("pty").openpty()
    code = "import typer; from newstally.cli.colours import palette; typer.echo(palette()('19', 'code'), color=True)"
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM")}
    subprocess.run([sys.executable, "-c", code], stdout=theirs, env=kept | environment, check=True)
    os.close(theirs)
    assert (b"\x1b[" in os.read(ours, 100)) is coloured
    os.close(ours)
