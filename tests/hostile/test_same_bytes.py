"""The same stories give the same bytes, whatever the processes, the order, the locale, the time zone or the seed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from hostile_texts import SIGNS, WORDS
from newstally import DEFAULT_MODEL

SEEDS = Path(__file__).parents[2] / "seeds"
WAYS = {
    "one process": (1, {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}),
    "two, in C": (2, {"LC_ALL": "C", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "1"}),
    "four, in Turkish": (4, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONHASHSEED": "77"}),
}  # fmt: skip


def extract(source: Path, out: Path, model: Path | str, jobs: int, around: dict[str, str]) -> bytes:
    options = ["-o", str(out), "-j", str(jobs), "-m", str(model)]
    command = [sys.executable, "-m", "newstally.cli", "extract", str(source), *options]
    environment = {**os.environ, **around, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    return out.read_bytes()


def holds(rows: list[dict], model: Path | str, folder: Path) -> None:
    """The rows give the same bytes in all WAYS, and the same records where they are shuffled."""
    source, shuffled = folder / "in.jsonl", folder / "mixed.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    written = {name: extract(source, folder / "out.jsonl", model, *way) for name, way in WAYS.items()}
    assert written["one process"].count(b"\n") == len(rows)
    assert len(set(written.values())) == 1
    order = random.Random(9).sample(rows, len(rows))
    shuffled.write_text("".join(json.dumps(row) + "\n" for row in order), "utf-8")
    mixed = extract(shuffled, folder / "mixed.out.jsonl", model, *WAYS["two, in C"])
    as_named = mixed.replace(b"mixed.jsonl", b"in.jsonl")
    assert sorted(as_named.splitlines()) == sorted(written["one process"].splitlines())


@pytest.mark.slow
def test_the_same_stories_give_the_same_bytes(tmp_path, tiny_model):
    chance = random.Random(9)
    rows = [{"id": f"İ{n}", "text": "I " + " ".join(chance.choices(SIGNS + WORDS, k=40))} for n in range(60)]
    holds(rows, tiny_model, tmp_path)


@pytest.mark.slow
def test_the_shipped_model_gives_the_same_bytes_too(tmp_path):
    """Its network in particular: a story reads the same, whichever stories a process has read before."""
    short = sorted(SEEDS.glob("*.txt"), key=lambda path: (path.stat().st_size, path))[:3]
    holds([{"id": path.stem, "text": path.read_text("utf-8")} for path in short], DEFAULT_MODEL, tmp_path)
