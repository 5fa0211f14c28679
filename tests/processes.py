"""Commands as real processes, and moments of a run to wait for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
STAND_IN = [sys.executable, str(TESTS / "stand_in.py")]
EXTRACT = [sys.executable, "-m", "newstally.cli", "extract"]
EXTRACT_IN_PLACE = [sys.executable, str(TESTS / "stand_in_cli.py"), "extract", "-m", "m 1"]
"""The command with the stand-in in the model's place, which is there at once."""


LONGEST = 120
"""Seconds that a test waits for a process."""


class Process(subprocess.Popen):
    """A process that does not outlive its ``with``: one that a test has given up on is ended, and not waited for."""

    def __exit__(self, kind: type | None, *rest: Any) -> None:
        if kind:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
        super().__exit__(kind, *rest)


def start(command: list[object], **options: Any) -> Process:
    """Start a command as the leader of its own group of processes; what is ignored here is not ignored there."""
    path = os.pathsep.join([str(TESTS), *sys.path])
    given = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    try:
        return Process(
            list(map(str, command)), start_new_session=True, env={**os.environ, "PYTHONPATH": path}, text=True, **given
        )
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def finish(command: list[object], **options: Any) -> tuple[int, str]:
    """Run a command to its end; its exit code and what it says."""
    with start(command, **options) as process:
        said = process.communicate(timeout=LONGEST)[1]
    return process.returncode, said


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def wait_for_growth(process: subprocess.Popen, out: Path, growth: int = 1) -> None:
    """Wait until the output of a run has grown by so many bytes, or the run has ended."""
    goal = size(out) + growth
    wait_until(lambda: process.poll() is not None or size(out) >= goal)


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait until something is so. Raises TimeoutError where it never comes to be."""
    end = time.monotonic() + LONGEST
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"waited for {LONGEST} seconds in vain")
        time.sleep(0.002)


def wait_for_server(process: subprocess.Popen, *_: object) -> None:
    """Wait until a run has started the server that loads the model and forks the processes."""
    wait_until(lambda: server_of(process))


def wait_for_workers(process: subprocess.Popen, *_: object) -> None:
    """Wait until a run has started the processes that work."""
    wait_until(lambda: (server := server_of(process)) and children(server))


def wait_until_signals_are_taken(process: subprocess.Popen, *_: object) -> None:
    """Wait until a command does not end by SIGTERM as any process does."""
    wait_until(lambda: int(_status(process.pid)["SigCgt"], 16) & 1 << signal.SIGTERM - 1)


def wait_for_reader(process: subprocess.Popen, *_: object) -> None:
    """Wait until a run has started the thread that reads ahead."""
    wait_until(lambda: len(list(Path(f"/proc/{process.pid}/task").iterdir())) > 1)


def server_of(process: subprocess.Popen) -> int:
    """The server that forks the processes of a run; 0 where it is not there yet."""
    named = (child for child in children(process.pid) if b"forkserver" in Path(f"/proc/{child}/cmdline").read_bytes())
    return next(named, 0)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _status(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
