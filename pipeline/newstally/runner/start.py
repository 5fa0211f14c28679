"""How processes come to be.

On Linux a server loads the model once and forks them, so that they share its memory; elsewhere each loads by itself.
Ctrl-C, and what a service manager or a terminal that is closed sends to all, reaches none of them, not even while they
start: it is for the process that reads and writes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from newstally.runner.process import work

TO_ALL = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
FORKED = "NEWSTALLY_FORKED"  # what to load before any fork: the environment is all that reaches a fork server first


def start(worker: str, model: str, limit: float) -> tuple[BaseProcess, Connection]:
    """A process that does `process.work`, and the pipe to it.

    Raises EOFError or ConnectionError where the server ends while it starts.
    """
    context = _context(worker, model)
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, worker, model, limit), daemon=True)
    with _deaf():
        process.start()
    theirs.close()
    return process, ours


def _context(worker: str, model: str) -> BaseContext:
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    os.environ[FORKED] = f"{worker} {model}"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newstally.runner.warm"])
    return context


@contextmanager
def _deaf() -> Iterator[None]:
    """What starts here inherits the mask; Windows has none."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, TO_ALL)
    try:
        resource_tracker.ensure_running()  # multiprocessing starts it with the first process, and lifts the mask
        signal.pthread_sigmask(signal.SIG_BLOCK, TO_ALL)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
