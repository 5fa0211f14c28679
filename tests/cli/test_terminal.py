"""How wide a line may be."""

from __future__ import annotations

import sys

import pytest

from newstally.cli.terminal import columns


@pytest.mark.parametrize(
    ("is_terminal", "wide", "expected"),
    [(True, "80", 80), (True, "300", 120), (False, "80", 100)],
    ids=["a terminal", "a very wide one", "a file, the same everywhere"],
)
def test_a_line_is_as_wide_as_the_terminal_that_it_goes_to(monkeypatch, is_terminal, wide, expected):
    monkeypatch.setenv("COLUMNS", wide)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert columns() == expected
