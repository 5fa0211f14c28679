"""Runs that are killed: real processes, real files, the whole group at once, and taken up again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newstally.read import articles
from newstally.runner.output import Output, errors_of
from newstally.runner.worker import results

TESTS = Path(__file__).parents[1]
SEEDS = TESTS.parent / "seeds"
KILLS = 30
ARTICLES = 2_000
STAND_IN = [sys.executable, str(TESTS / "stand_in.py")]
EXTRACT = [sys.executable, "-m", "newstally.cli", "extract"]


def start(command: list[object]) -> subprocess.Popen:
    """Start a command as the leader of its own group of processes."""
    path = os.pathsep.join([str(TESTS), *sys.path])
    return subprocess.Popen(
        list(map(str, command)), start_new_session=True, env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finish(command: list[object]) -> tuple[int, str]:
    """Run a command to its end; its exit code and what it says."""
    with start(command) as process:
        said = process.communicate()[1]
    return process.returncode, said


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def kill_at(command: list[object], out: Path, growth: int, pause: float, number: int = signal.SIGKILL) -> int:
    """Run a command until its output has grown by so many bytes and some time has passed; end its whole group."""
    goal = size(out) + growth
    with start(command) as process:
        while process.poll() is None and size(out) < goal:
            time.sleep(0.001)
        time.sleep(pause)
        if process.poll() is None:
            os.killpg(process.pid, number)
        process.stderr.close()
    return process.returncode


def same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes() and errors_of(one).read_bytes() == errors_of(other).read_bytes()


@pytest.fixture
def story_files(tmp_path) -> tuple[Path, Path, Path]:
    """The input (some of one id, some that fail); the output of a run that nothing disturbs; that of one that is."""
    chance = random.Random(1)
    source = tmp_path / "in.jsonl"
    with source.open("w") as file:
        for number in range(ARTICLES):
            act = chance.choices(["calm", "sleep 0.004", "fail"], [6, 3, 1])[0]
            file.write(json.dumps({"id": f"a{number % 1900}", "text": act + " x" * chance.randrange(2000)}) + "\n")
    return source, tmp_path / "whole.jsonl", tmp_path / "out.jsonl"


@pytest.mark.slow
def test_thirty_kills_end_with_the_records_of_a_run_that_nothing_disturbed(story_files):
    source, whole, out = story_files
    assert finish([*STAND_IN, source, whole, 2])[0] == 0
    chance = random.Random(30)
    for _ in range(KILLS):
        growth, pause = chance.randrange(size(whole) // KILLS), chance.random() * 0.02
        code = kill_at([*STAND_IN, source, out, chance.randint(1, 3)], out, growth, pause)
        assert code == -signal.SIGKILL, "the run was over before it was killed often enough"
    assert finish([*STAND_IN, source, out, 2])[0] == 0
    assert same(out, whole)


@pytest.mark.slow
def test_the_command_can_be_stopped_and_killed_and_taken_up(tmp_path, shipped):
    """With the shipped model: Ctrl-C as a terminal sends it, to the whole group; then SIGKILL; then to the end."""
    source, whole, out = (tmp_path / name for name in ("in.jsonl", "whole.jsonl", "out.jsonl"))
    texts = (path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    pieces = [text[start : start + 80] for text in texts for start in range(0, 400, 80)] + [""]
    source.write_text("".join(json.dumps({"text": piece}) + "\n" for piece in pieces), "utf-8")
    with Output(whole) as output:
        for result in results(shipped, articles([str(source)])):
            output.write(result)

    command = [*EXTRACT, source, "-o", out, "-j", 2, "--resume"]
    with start(command) as process:
        while size(out) == 0:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate()[1]
    written = out.read_bytes()
    assert (process.returncode, said.splitlines()) == (
        130, [f"newstally: wrote {written.count(10)} records to {out}", "newstally: stopped; --resume goes on"],
    )  # fmt: skip
    assert whole.read_bytes().startswith(written) and written.endswith(b"\n")
    assert kill_at(command, out, 1, 0) == -signal.SIGKILL
    assert finish(command)[0] == 2
    assert same(out, whole)
