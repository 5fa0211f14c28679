"""Signals at every stage of a run, a terminal that is closed, processes that the system ends: real ones, all of them.

A run that is ended leaves whole lines and the exit code of its signal, and goes on with --resume.
"""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newstally.runner.output import errors_of
from processes import (
    EXTRACT_IN_PLACE,
    children,
    finish,
    server_of,
    size,
    start,
    wait_for_growth,
    wait_for_reader,
    wait_for_server,
    wait_for_workers,
    wait_until,
    wait_until_signals_are_taken,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
AS_FROM_3_14 = """
import multiprocessing, runpy, sys
multiprocessing.set_start_method("forkserver")
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
FILLER = " " * 20_000  # makes a text an item of its own


def rows(path: Path, *texts: str) -> Path:
    written = (json.dumps({"id": f"a{number}", "text": text}) + "\n" for number, text in enumerate(texts))
    path.write_text("".join(written), "utf-8")
    return path


def ids(path: Path) -> list[str]:
    """The ids of a file of records, each line of which is whole."""
    data = path.read_bytes() if path.exists() else b""
    assert data[-1:] in (b"", b"\n")
    return [json.loads(line)["id"] for line in data.splitlines()]


STAGES = {
    "beginning": (wait_until_signals_are_taken, "m 1"),
    "reading": (wait_for_reader, "m 1"),
    "starting": (wait_for_server, "sleep 30"),
    "loading": (wait_for_workers, "sleep 30"),
    "working": (wait_for_growth, "m 1"),
}


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("stage", STAGES)
def test_a_signal_to_all_processes_ends_a_run_in_good_order(tmp_path, stage, number):
    """As a terminal sends it, and a service manager; the reader waits for its input, a process at an article."""
    wait, model = STAGES[stage]
    texts = ["calm" + FILLER, "hang" + FILLER, "calm" + FILLER]
    source, out = rows(tmp_path / "in.jsonl", *texts), tmp_path / "out.jsonl"
    sent = "" if stage in ("beginning", "reading") else source.read_text("utf-8")
    command = [*EXTRACT_IN_PLACE, "-", "-o", out, "-j", 2]
    with start([*command, "-m", model], stdin=subprocess.PIPE) as process:
        process.stdin.write(sent)
        process.stdin.flush()
        wait(process, out)
        os.killpg(process.pid, number)
        code, said = process.wait(20), process.stderr.read()
    assert (code, said.splitlines()[-1:]) in (
        [(128 + number, ["newstally: stopped; --resume goes on"])] + [(128 + number, [])] * (stage == "beginning")
    ), said
    assert ids(out) == (["a0"] if stage == "working" else [])
    with source.open() as file:
        assert finish([*command, "--resume", "--timeout", "0.3"], stdin=file)[0] == 2, "one article takes too long"
    assert (ids(out), ids(errors_of(out))) == (["a0", "a2"], ["a1"])


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_no_process_of_pythons_own_speaks_up(tmp_path, number):
    """From Python 3.14 on, every lock between processes has one that watches over it; older ones can be told to."""
    source, out = rows(tmp_path / "in.jsonl", "calm" + FILLER, "hang" + FILLER), tmp_path / "out.jsonl"
    python, *command = EXTRACT_IN_PLACE
    with start([python, "-c", AS_FROM_3_14, *command, source, "-o", out, "-j", 1]) as process:
        wait_for_growth(process, out)
        os.killpg(process.pid, number)
        code, said = process.wait(20), process.stderr.read()
    told = [f"newstally: wrote 1 record to {out}", "newstally: stopped; --resume goes on"]
    assert (code, said.splitlines()) == (128 + number, told)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_run_that_waits_for_its_reader_ends_once_that_reads_on(tmp_path, number):
    source = rows(tmp_path / "in.jsonl", *["calm" + FILLER] * 60)
    with start([*EXTRACT_IN_PLACE, source, "-j", 1], stdout=subprocess.PIPE) as process:
        first = process.stdout.readline()
        time.sleep(0.3)
        os.killpg(process.pid, number)
        lines = [first, *process.stdout]
        assert process.wait(20) == 128 + number
    assert all(line.endswith("\n") and json.loads(line) for line in lines)
    assert 2 < len(lines) < 60


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_second_signal_ends_it_at_once(tmp_path, number):
    """Even while nobody reads what it writes."""
    source = rows(tmp_path / "in.jsonl", *["calm" + FILLER] * 60)
    with start([*EXTRACT_IN_PLACE, source, "-j", 1], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        time.sleep(0.3)
        for _ in range(2):
            os.killpg(process.pid, number)
            time.sleep(0.1)
        assert process.wait(20) == 128 + number
        assert process.stderr.read() == ""


def test_what_is_ignored_stays_ignored(tmp_path):
    """As nohup has it."""
    source, out = rows(tmp_path / "in.jsonl", "sleep 0.5", "calm"), tmp_path / "out.jsonl"
    with start(["nohup", *EXTRACT_IN_PLACE, source, "-o", out, "-j", 1]) as process:
        wait_until_signals_are_taken(process)
        os.killpg(process.pid, signal.SIGHUP)
        assert process.wait(20) == 0
    assert ids(out) == ["a0", "a1"]


def test_a_terminal_that_is_closed_ends_a_run_in_good_order(tmp_path):
    """A real one, with its bar: nothing can be said there any more."""
    source, out = rows(tmp_path / "in.jsonl", "calm" + FILLER, "hang" + FILLER), tmp_path / "out.jsonl"
    command = [*map(str, EXTRACT_IN_PLACE), str(source), "-o", str(out), "-j", "1"]
    process, terminal = pty.fork()
    if not process:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(EXTRACT_IN_PLACE[1]).parent), *sys.path])
        os.execv(command[0], command)
    wait_until(lambda: size(out))
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 128 + signal.SIGHUP
    assert ids(out) == ["a0"]


def test_a_run_that_was_halted_goes_on(tmp_path):
    """Ctrl-Z for longer than an article may take, and fg: the time counts against no article."""
    texts = ["sleep 0.3" + FILLER] * 4
    source, out = rows(tmp_path / "in.jsonl", *texts), tmp_path / "out.jsonl"
    with start([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 2, "--timeout", "0.8"]) as process:
        wait_for_growth(process, out)
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(1)
        os.killpg(process.pid, signal.SIGCONT)
        assert process.wait(20) == 0
    assert ids(out) == ["a0", "a1", "a2", "a3"]


VICTIMS = {
    "a process": lambda server: children(server)[:1],
    "every process": children,
    "the server": lambda server: [server] if server else [],  # nobody starts another while its processes live
    "the server and every process": lambda server: [server, *children(server)],
}


@pytest.mark.parametrize("victims", VICTIMS)
def test_what_the_system_kills_costs_no_article(tmp_path, victims):
    """Twice in one run; the output is that of a run that nothing disturbed.

    The second time comes when all that was in hand at the first is written: an article whose process dies twice fails.
    """
    texts = [f"sleep 0.02 {number}" + FILLER for number in range(60)]
    source, out, whole = rows(tmp_path / "in.jsonl", *texts), tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    command = [*EXTRACT_IN_PLACE, source, "-j", 2]
    assert finish([*command, "-o", whole])[0] == 0
    with start([*command, "-o", out]) as process:
        for share in (4, 2):
            wait_for_growth(process, out, size(whole) // share)
            for victim in VICTIMS[victims](server_of(process)):
                os.kill(victim, signal.SIGKILL)
        assert process.wait(30) == 0, process.stderr.read()
    assert out.read_bytes() == whole.read_bytes()
