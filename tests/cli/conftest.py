"""The config of a model without a trained part, and a folder with records of two stories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands import TINY
from saved_records import saved, write


@pytest.fixture
def tiny_config(tmp_path: Path) -> Callable[..., Path]:
    """Write the config, with a stretch of it replaced, into the test's folder."""

    def config(old: str = "", new: str = "") -> Path:
        assert old in TINY
        path = tmp_path / "tiny.cfg"
        path.write_text(TINY.replace(old, new) if old else TINY, "utf-8")
        return path

    return config


@pytest.fixture
def two_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with ``r.jsonl``, the records of two stories, and the text of the first of them."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "r.jsonl", saved("Two cats."), saved("Gone.", id="b", source="b.txt"))
    (tmp_path / "a.txt").write_text("Two cats.", "utf-8")
    return tmp_path
