"""The config of a model without a trained part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands import TINY


@pytest.fixture
def tiny_config(tmp_path: Path) -> Callable[..., Path]:
    """Write the config, with a stretch of it replaced, into the test's folder."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in TINY
        path = tmp_path / "tiny.cfg"
        path.write_text(TINY.replace(old, new) if old else TINY, "utf-8")
        return path

    return write
