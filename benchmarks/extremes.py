"""Texts and files as large as any: each must end within its limit, with a record or an error record.

    python benchmarks/extremes.py [NAME…]

Each goes through `newstally extract` with its clock, in a process of its own. Prints the seconds
that passed, and how it ended.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from newstally.read.extras import zstd

LIMIT = "300"  # seconds for one article, as by default
MEGA = 1_000_000
GIB = 1 << 30


def bomb(packed: IO[bytes], beginning: bytes = b"") -> None:
    """A gigabyte of one sign."""
    packed.write(beginning)
    for _ in range(GIB >> 20):
        packed.write(b"a" * (1 << 20))


def zstd_bomb(path: Path) -> None:
    """A gigabyte, packed by zstd."""
    with zstd("bomb").ZstdFile(path, "wb") as packed:
        bomb(packed)


def gzip_bomb(path: Path, beginning: bytes = b"") -> None:
    """A gigabyte, packed by gzip."""
    with gzip.open(path, "wb", 1) as packed:
        bomb(packed, beginning)


def text(written: str) -> Callable[[Path], None]:
    """A file of this text."""
    return lambda path: path.write_text(written, "utf-8") and None


def row(**fields: object) -> str:
    """An article as a line."""
    return json.dumps({"text": "Rain fell.", **fields}) + "\n"


EXTREMES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "one word of a megabyte": ("txt", text("a" * MEGA)),
    "200,000 lines of one word": ("txt", text("word\n" * 200_000)),
    "50,000 figures": ("txt", text("They met 19 envoys, " * 50_000)),
    "a number of 10,000 digits": ("txt", text(f"They met {'9' * 10_000} envoys.")),
    "1e9999": ("txt", text("They met 1e9999 envoys, -1e9999 of them late.")),
    "brackets 100,000 deep": ("txt", text(f"They met {'(' * 100_000}{')' * 100_000} on Monday.")),
    "values 100,000 deep": ("jsonl", text(row().replace("}", f', "m": {"[" * 100_000}{"]" * 100_000}}}'))),
    "a JSON number of 10,000 digits": ("jsonl", text(row().replace("}", f', "id": {"9" * 10_000}}}'))),
    "a gigabyte by gzip": ("txt.gz", gzip_bomb),
    "a line of a gigabyte by gzip": ("jsonl.gz", lambda path: gzip_bomb(path, b'{"text": "')),
    "a gigabyte by zstd": ("txt.zst", zstd_bomb),
}


def measured(path: Path, out: Path) -> tuple[float, str]:
    """Seconds, and how it ended."""
    command = [sys.executable, "-m", "newstally.cli", "extract", str(path), "-o", str(out), "--timeout", LIMIT]
    started = time.monotonic()
    code = subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode
    seconds = time.monotonic() - started
    ends = [*_ends(out), *_ends(out.with_suffix(".errors.jsonl"))]
    return seconds, f"exit {code}: {ends}"


def _ends(path: Path) -> Iterator[str]:
    with suppress(FileNotFoundError), path.open(encoding="utf-8") as file:
        for record in map(json.loads, file):
            yield record["error"]["message"].partition(": ")[2] if "error" in record else "a record"


def main() -> None:
    """Run those that are named, or all."""
    for name in sys.argv[1:] or EXTREMES:
        suffix, make = EXTREMES[name]
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"a.{suffix}"
            make(path)
            seconds, end = measured(path, Path(folder) / "out.jsonl")
        print(f"{name:32} {seconds:8.1f} s  {end}", flush=True)


if __name__ == "__main__":
    main()
