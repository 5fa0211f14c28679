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

SEEDS = Path(__file__).parents[2] / "seeds"
WAYS = {
    "one process": (1, {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}),
    "two, in C": (2, {"LC_ALL": "C", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "1"}),
    "four, in Turkish": (4, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONHASHSEED": "77"}),
}  # fmt: skip


def extract(source: Path, out: Path, jobs: int, around: dict[str, str]) -> bytes:
    options = ["-o", str(out), "-j", str(jobs)]
    command = [sys.executable, "-m", "newstally.cli", "extract", str(source), *options]
    environment = {**os.environ, **around, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    return out.read_bytes()


@pytest.mark.slow
def test_the_same_stories_give_the_same_bytes(tmp_path):
    """Shuffled, too: a story reads the same, by the network in particular, whichever a process has read before.

    Blank lines at their ends make the stories so long that every process is given some.
    """
    chance = random.Random(9)
    rows = [{"id": f"İ{n}", "text": "I " + " ".join(chance.choices(SIGNS + WORDS, k=40))} for n in range(20)]
    short = sorted(SEEDS.glob("*.txt"), key=lambda path: (path.stat().st_size, path))[:3]
    rows += [{"id": path.stem, "text": path.read_text("utf-8")} for path in short]
    rows = [{**row, "text": row["text"] + "\n" * 5_000} for row in rows]
    source, shuffled = tmp_path / "in.jsonl", tmp_path / "mixed.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    written = {name: extract(source, tmp_path / "out.jsonl", *way) for name, way in WAYS.items()}
    assert written["one process"].count(b"\n") == len(rows)
    assert len(set(written.values())) == 1
    shuffled.write_text("".join(json.dumps(row) + "\n" for row in chance.sample(rows, len(rows))), "utf-8")
    mixed = extract(shuffled, tmp_path / "mixed.out.jsonl", *WAYS["two, in C"]).replace(b"mixed.jsonl", b"in.jsonl")
    assert sorted(mixed.splitlines()) == sorted(written["one process"].splitlines())
