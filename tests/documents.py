"""The code of a page of documentation, run as a reader would: block after block, in one folder."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import yaml
from spacy.util import load_config_from_str

from commands import newstally
from newstally import nlp, settings, suppress

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
ROOT = Path(__file__).parents[1]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


@dataclass(frozen=True)
class Block:
    """A block of code: its language, its text without the indentation of the list that it stands in, and its line."""

    language: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    return [
        Block(found[2], re.sub(f"^{found[1]}", "", found[3], flags=re.MULTILINE), page[: found.start()].count("\n") + 1)
        for found in FENCE.finditer(page)
    ]


@dataclass
class Reader:
    """Runs blocks in the current folder; what one defines, the next knows."""

    names: dict[str, Any] = field(default_factory=dict)

    def run(self, block: Block) -> None:
        """Run one block; AssertionError where it does not do what it says, KeyError for a language without a way."""
        ways: dict[str, Callable[[str], None]] = {
            "sh": _shell, "console": _console, "python": self._python, "sql": lambda text: duckdb.sql(text).fetchall(),
            "toml": _toml, "ini": _config, "html": _comment, "yaml": _yaml, "json": _json, "groovy": _groovy,
            "text": _drawing,
        }  # fmt: skip
        ways[block.language](block.text)

    def _python(self, text: str) -> None:
        if "def test_" in text:
            Path("test_page.py").write_text(text, "utf-8")
            plugin = ["-p", "newstally.pytest_plugin", "--assert=plain"]  # plain: starts sooner, explains less
            command = [sys.executable, "-m", "pytest", "-q", *plugin, "test_page.py"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout
            return
        test = doctest.DocTestParser().get_doctest(text, self.names, "page", None, 0)
        assert test.examples
        told: list[str] = []
        result = doctest.DocTestRunner().run(test, out=told.append, clear_globs=False)
        self.names = test.globs
        assert not result.failed, "".join(told)


def _shell(text: str) -> None:
    for line in text.replace("\\\n", "").splitlines():
        words = shlex.split(line, comments=True)
        if words[:2] == ["pip", "install"]:
            for extra in re.findall(r"newstally\[(.*?)\]", line):
                assert set(extra.split(",")) <= set(EXTRAS)
        elif words:
            assert words[0] == "newstally", line
            _told(words[1:])


def _console(text: str) -> None:
    for command, output in re.findall(r"^\$ newstally (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        assert _told(shlex.split(command)) == output


def _told(words: list[str]) -> str:
    """What a command says on standard output, which may go to a file; it must end well."""
    into = Path(words.pop()) if words[-2:-1] == [">"] else None
    if into:
        words.pop()
    result = newstally(*words)
    assert result.exit_code == 0, f"{words}: {result.output}"
    if into:
        into.write_text(result.stdout, "utf-8")
    return result.stdout


def _config(text: str) -> None:
    """Sections of a pipeline's config, each of which it may have."""
    assert set(load_config_from_str(text)) <= nlp.SECTIONS


def _toml(text: str) -> None:
    if {"select", "ignore", "suppress"} & set(tomllib.loads(text)):
        Path("newstally.toml").write_text(text, "utf-8")
        assert settings.find(Path.cwd()) != settings.Settings()
        Path("newstally.toml").unlink()


def _comment(text: str) -> None:
    assert suppress.in_text(text, "page")
    assert not suppress.without_comments(text).strip()


def _yaml(text: str) -> None:
    assert isinstance(yaml.safe_load(text), dict)


def _json(text: str) -> None:
    """JSON with "…" for what was left out."""
    assert json.loads(re.sub(r", …|…(?=[\]}])", "", text))


def _groovy(text: str) -> None:
    """Its commands are looked at with those of all pages; here, that it is whole."""
    assert text.count("{") == text.count("}") > 0


def _drawing(text: str) -> None:
    assert text.strip()
