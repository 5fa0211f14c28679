"""Texts and files as large as any that end within seconds; benchmarks/extremes.py has them all, with the encoder."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from newstally import Article, extract
from newstally.read import articles
from newstally.read.extras import zstd

MEGA = 1_000_000
LIMIT = 60
"""Seconds of work, where some are enough."""


TEXTS = {
    "one word of a megabyte": ("a" * MEGA, []),
    "a number of 10,000 digits": (f"They met {'9' * 10_000} envoys, and 12 talks.", [12]),
    "numbers beyond any": ("They met 1e9999 envoys, -1e9999 of them late, and 12 talks.", [12]),
    "brackets 20,000 deep": (f"They met {'(' * 20_000}12 envoys{')' * 20_000} on Monday.", [12]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_beyond_measure_is_read(light, name):
    """What is no figure is none, and the figure beside it is found."""
    text, values = TEXTS[name]
    started = time.process_time()
    (record,) = extract(light, [Article("a", text)])
    row = record.as_dict()
    assert "error" not in row
    found = [figure for figure in (*row["counts"], *row["quantities"]) if figure["text"] != "1e9999"]
    assert [figure["value"] for figure in found if figure["value"] == 12] == values
    assert all(abs(figure["value"] or 0) < float("inf") for figure in found)
    assert time.process_time() - started < LIMIT


def gzipped(path: Path, head: bytes, unit: bytes, times: int) -> None:
    with gzip.open(path, "wb", 1) as file:
        file.write(head)
        for _ in range(times):
            file.write(unit)


def zstandard(path: Path, head: bytes, unit: bytes, times: int) -> None:
    with zstd("bomb").ZstdFile(path, "wb") as file:
        file.write(head)
        for _ in range(times):
            file.write(unit)


BOMBS = {"a text": ("a.txt", b""), "a line": ("a.jsonl", b'{"text": "'), "a row": ("a.csv", b"id,text\n1,")}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize(("pack", "suffix"), [(gzipped, ".gz"), (zstandard, ".zst")])
def test_a_bomb_is_a_fault(tmp_path, long, name, pack, suffix):
    """Small as it is, and 80 megabytes (`--hypothesis-profile=long`: 256) unpacked."""
    file, head = BOMBS[name]
    path = tmp_path / f"{file}{suffix}"
    size = 256 if long else 80
    pack(path, head, b"a" * (1 << 20), size)
    assert path.stat().st_size < (size << 20) // 64
    (one,) = articles([str(path)])
    assert "longer than 67,108,864 bytes, which no article is; split it into articles" in one.message
