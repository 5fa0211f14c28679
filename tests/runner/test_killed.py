"""Runs that are ended from outside: real processes, real files, real signals; and taken up again."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from newstally import nlp
from newstally.read import articles
from newstally.runner.output import Output, errors_of
from newstally.runner.worker import results
from processes import EXTRACT, STAND_IN, TESTS, finish, size, start, wait_for_growth, wait_for_server

SEEDS = TESTS.parent / "seeds"
KILLS = 30
ARTICLES = 2_000


def same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes() and errors_of(one).read_bytes() == errors_of(other).read_bytes()


def in_this_process(model: object, source: Path, out: Path) -> None:
    """What a run must give, made without the runner."""
    with Output(out) as output:
        for result in results(model, articles([str(source)])):
            output.write(result)


@pytest.fixture
def story_files(tmp_path) -> tuple[Path, Path, Path]:
    """The input (some of one id, some that fail); the output of a run that nothing disturbs; that of one that is."""
    chance = random.Random(1)
    source = tmp_path / "in.jsonl"
    with source.open("w") as file:
        for number in range(ARTICLES):
            act = chance.choices(["calm", "sleep 0.002", "fail"], [6, 3, 1])[0]
            file.write(json.dumps({"id": f"a{number % 1900}", "text": act + " x" * chance.randrange(2000)}) + "\n")
    return source, tmp_path / "whole.jsonl", tmp_path / "out.jsonl"


@pytest.mark.slow
def test_thirty_kills_end_with_the_records_of_a_run_that_nothing_disturbed(story_files):
    """Half of the kills at any time from the start on, half once more is written: all processes at once, SIGKILL."""
    source, whole, out = story_files
    assert finish([*STAND_IN, source, whole, 2])[0] == 0
    chance, sizes = random.Random(30), set()
    for number in range(KILLS):
        with start([*STAND_IN, source, out, chance.randint(1, 3)]) as process:
            if number % 2:
                wait_for_growth(process, out, chance.randrange(size(whole) * 3 // 2 // KILLS))
            time.sleep(chance.random() * (0.02 if number % 2 else 0.6))
            assert process.poll() is None, "the run was over before it was killed often enough"
            os.killpg(process.pid, signal.SIGKILL)
            process.stderr.close()
        sizes.add(size(out))
    assert len(sizes) > KILLS // 3
    assert finish([*STAND_IN, source, out, 2])[0] == 0
    assert same(out, whole)


def test_no_process_outlives_a_run_that_is_killed(tmp_path):
    """Not even one that would work for ever: its clock goes on."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("calm", "hang in C", "calm")), "utf-8")
    with start([*STAND_IN, source, out, 2, 1.0]) as process:
        wait_for_growth(process, out)
        process.kill()
    end = time.monotonic() + 10
    with pytest.raises(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(process.pid, 0)
            time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_the_command_ends_in_good_order_and_is_taken_up(tmp_path, tiny_model):
    """Ctrl-C, which reaches the whole group of processes: first while they start; then SIGTERM to the command alone."""
    source, whole, out = (tmp_path / name for name in ("in.jsonl", "whole.jsonl", "out.jsonl"))
    text = "The ministers of Peru met 12 envoys on Monday. " * 25
    rows = [{"text": text[n:] if n % 9 else ""} for n in range(80)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    in_this_process(nlp.load(tiny_model), source, whole)

    command = [*EXTRACT, source, "-o", out, "-j", 2, "--resume", "-m", tiny_model]
    ways = ((wait_for_server, os.killpg, signal.SIGINT, 130), (wait_for_growth, os.killpg, signal.SIGINT, 130),
            (wait_for_growth, os.kill, signal.SIGTERM, 143))  # fmt: skip
    for wait, end, number, code in ways:
        with start(command) as process:
            wait(process, out)
            end(process.pid, number)
            said = process.communicate()[1].splitlines()
        written = out.read_bytes()
        assert (process.returncode, said[-1]) == (code, "newstally: stopped; --resume goes on")
        assert said[-2].startswith(f"newstally: wrote {written.count(10)} record")
        assert whole.read_bytes().startswith(written) and written[-1:] in (b"", b"\n")
    assert finish(command)[0] == 2
    assert same(out, whole)


@pytest.mark.slow
def test_two_processes_give_the_bytes_that_the_shipped_model_gives_here(tmp_path, shipped):
    source, whole, out = (tmp_path / name for name in ("in.jsonl", "whole.jsonl", "out.jsonl"))
    texts = [path.read_text("utf-8")[:800] for path in sorted(SEEDS.glob("*.txt"))[:10]]
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in [*texts, ""]), "utf-8")
    in_this_process(shipped, source, whole)
    assert finish([*EXTRACT, source, "-o", out, "-j", 2])[0] == 2
    assert same(out, whole)
