"""The pages in docs/ against the code: every block runs, the reference is what the code says, the site builds."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.main import get_command

from commands import newstally
from documents import Reader, blocks
from newstally import DEFAULT_MODEL, nlp, registry
from newstally.cli import app
from newstally.schema import json_schema

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
REFERENCE = ROOT / "docs" / "reference"
READ = ("council-vote", "medal-count")  # small stories to stand for a reader's own


@pytest.fixture
def folder(shipped, tmp_path, monkeypatch):
    """What the pages take for granted: articles, gold with floors, the seeds; and one model for all commands."""
    for name in ("articles", "gold"):
        (tmp_path / name).mkdir()
    for story in READ:
        shutil.copy(ROOT / "seeds" / f"{story}.txt", tmp_path / "articles")
        shutil.copy(ROOT / "seeds" / f"{story}.txt", tmp_path / "gold")
        shutil.copy(ROOT / "seeds" / f"{story}.gold.jsonl", tmp_path / "gold")
    (tmp_path / "gold" / "floors.toml").write_text("[people]\nf1 = 0.5\n", "utf-8")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    load = nlp.load
    monkeypatch.setattr(nlp, "load", lambda name=DEFAULT_MODEL: shipped if name == DEFAULT_MODEL else load(name))
    return tmp_path


WITH_CODE = [page for page in PAGES if blocks(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.stem)
def test_every_block_of_code_runs(folder, page):
    reader = Reader()
    for block in blocks(page.read_text("utf-8")):
        try:
            reader.run(block)
        except AssertionError as error:
            raise AssertionError(f"docs/{page.name}:{block.line}: {error}") from error


def test_no_page_is_without_its_place_in_the_site():
    places = re.findall(r"[\w/]+\.md", (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert sorted(places) == sorted(str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md"))


# ---- the reference


def reference() -> dict[str, str]:
    return runpy.run_path(str(ROOT / "docs" / "reference.py"))["pages"]()


def test_the_reference_is_what_the_code_says():
    """After a change: python docs/reference.py."""
    assert {path.name: path.read_text("utf-8") for path in REFERENCE.iterdir()} == reference()


def test_every_command_is_in_the_reference_with_its_help_and_all_its_options():
    page = (REFERENCE / "commands.md").read_text("utf-8")
    for name, command in get_command(app).commands.items():
        for inner, each in getattr(command, "commands", {"": command}).items():
            section = page.split(f"\n## newstally {f'{name} {inner}'.rstrip()}\n")[1].split("\n## ")[0]
            assert " ".join(each.help.split()) in section
            for parameter in each.params:
                assert all(f"`{option}" in section for option in parameter.opts if option.startswith("-"))
                assert " ".join(parameter.help.split()).replace("|", "\\|") in section


def test_every_field_of_the_record_is_in_the_reference():
    page = (REFERENCE / "record.md").read_text("utf-8")
    schema = json_schema()
    for name, each in {"Record": schema, **schema["$defs"]}.items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(each["properties"])


def test_every_check_is_in_the_reference_as_the_command_explains_it():
    page = (REFERENCE / "checks.md").read_text("utf-8").replace("`", "")
    for check in registry.checks().values():
        title, *said = newstally("rules", "--explain", check.code).stdout.replace("`", "").strip().split("\n\n")
        assert f"## {title.rstrip('.')}\n" in page
        assert all(paragraph in page for paragraph in said)


# ---- the site


@pytest.mark.skipif(not find_spec("zensical"), reason="needs zensical (the extra newstally[docs])")
def test_the_site_builds_without_a_warning_and_fetches_nothing(tmp_path):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "arning" in done.stdout + done.stderr) == (0, False), done.stdout + done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        fetched = re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"?(https?://[^\" >]+)", page.read_text("utf-8"))
        assert not fetched, page
