"""A model without a trained part, built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands import TINY, newstally


@pytest.fixture
def tiny_config(tmp_path: Path) -> Callable[..., Path]:
    """Write the config, with a stretch of it replaced, into the test's folder."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in TINY
        path = tmp_path / "tiny.cfg"
        path.write_text(TINY.replace(old, new) if old else TINY, "utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that splits the page and reads the cues, nothing else."""
    folder = tmp_path_factory.mktemp("model")
    config = folder / "tiny.cfg"
    config.write_text(TINY, "utf-8")
    assert newstally("build", config, "-o", folder / "en_tiny").exit_code == 0
    return folder / "en_tiny"
