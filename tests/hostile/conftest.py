"""A real disk that is small."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest


class Disk:
    """A file system in memory, of ``size`` bytes (a number with k or m)."""

    def __init__(self, folder: Path, size: str) -> None:
        self.folder = folder
        self._mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs")

    def has(self, size: str) -> None:
        """Let there be more room."""
        self._mount("-o", f"remount,size={size}")

    def is_full(self) -> None:
        """Let there be no room at all."""
        with suppress(OSError), (self.folder / "filler").open("wb", buffering=0) as file:
            while file.write(b"." * 4096):
                pass

    def is_read_only(self) -> None:
        """Let nothing be written any more."""
        self._mount("-o", "remount,ro")

    def _mount(self, *options: str) -> None:
        done = subprocess.run(["mount", *options, str(self.folder)], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"needs to mount a small disk, which only root may: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path) -> Iterator[Disk]:
    """A disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        yield Disk(folder, "64k")
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=False)
