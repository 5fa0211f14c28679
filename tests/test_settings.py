"""The settings of a project: where they are found, which codes they select, and faults in one sentence."""

from __future__ import annotations

import pytest

from newstally.errors import ConfigError
from newstally.settings import Settings, find
from newstally.suppress import Suppression


@pytest.mark.parametrize(
    ("select", "ignore", "code", "selected"),
    [
        ((), (), "T101", True),
        (("T",), (), "T101", True),
        (("T",), (), "X101", False),
        ((), ("T",), "T101", False),
        (("T101",), ("T",), "T101", True),
        (("T101",), ("T",), "T102", False),
        (("T",), ("T104",), "T104", False),
        (("T104",), ("T104",), "T104", False),
    ],
)
def test_the_longer_of_two_wins_and_of_equals_ignore(select, ignore, code, selected):
    assert Settings(select, ignore).selects(code) is selected


def test_the_nearest_file_holds(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.newstally]\nselect = ["T"]', "utf-8")
    near = tmp_path / "desk" / "drafts"
    near.mkdir(parents=True)
    assert find(near).select == ("T",)
    (tmp_path / "desk" / "pyproject.toml").write_text("[tool.other]", "utf-8")
    assert find(near).select == ("T",), "a pyproject.toml that says nothing of newstally is passed by"
    (tmp_path / "desk" / "newstally.toml").write_text('ignore = ["R"]', "utf-8")
    assert find(near) == Settings(ignore=("R",))


def test_newstally_toml_goes_before_pyproject(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.newstally]\nselect = ["T"]', "utf-8")
    (tmp_path / "newstally.toml").write_text('select = ["X"]', "utf-8")
    assert find(tmp_path).select == ("X",)


def test_suppressions(tmp_path):
    (tmp_path / "newstally.toml").write_text(
        '[[suppress]]\ncode = "T101"\nreason = "both"\nstory = "a*"\nwords = "nine calls"\n', "utf-8"
    )
    assert find(tmp_path).suppress == (Suppression("T101", "both", "a*", "nine calls", "external"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("select =", ": not TOML that can be read ("),
        ('selct = ["T"]', ": unknown key 'selct'; allowed: ignore, select, suppress"),
        ('select = "T"', ": select: 'T' is no list of texts, as in select = [\"T101\"]"),
        ("ignore = [1]", ": ignore: [1] is no list of texts, as in select = [\"T101\"]"),
        ("suppress = 1", ": suppress is a list of tables; write [[suppress]]"),
        ('[[suppress]]\ncode = "T"', ": [[suppress]]: no reason; say which code is let stand, and why"),
        ('[[suppress]]\ncode = "T"\nreason = " "', ": [[suppress]]: no reason; say which code is let stand, and why"),
        ('[[suppress]]\nreason = "x"', ": [[suppress]]: no code; say which code is let stand, and why"),
        ('[[suppress]]\nfile = "x"', ": [[suppress]]: unknown key 'file'; allowed: code, reason, story, words"),
    ],
)
def test_what_does_not_hold_is_one_sentence(tmp_path, content, message):
    (tmp_path / "newstally.toml").write_text(content, "utf-8")
    with pytest.raises(ConfigError) as caught:
        find(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'newstally.toml'}{message}")
