"""What a process does: it loads the model, and answers each item with a result per article.

A process that takes too long over an article is ended by the system's alarm clock, which also works in the middle of
a regular expression or of C code, and when the pool was killed; the pool sees which article that was.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from importlib import import_module
from multiprocessing.connection import Connection

from newstally.errors import NewstallyError
from newstally.runner.items import Result


def work(connection: Connection, worker: str, model: str, limit: float) -> None:
    """Answer with None once the model is loaded, or with what is wrong with it; then with results until the pipe ends.

    worker: the name of the module that has ``load`` and ``results``; it is imported only here, so that the process
    that reads and writes stays small. limit: seconds for one article.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, see `start`
    try:
        module = import_module(worker)
        loaded = module.load(model)
        connection.send(None)
        while True:
            for result in _limited(module.results(loaded, connection.recv()), limit):
                connection.send(result)
    except NewstallyError as error:
        connection.send(error)
    except (EOFError, OSError):  # the pool is gone, or needs this process no more
        return


def _limited(results: Iterator[Result], limit: float) -> Iterator[Result]:
    """The same results; the clock runs while one is made, and stands still while it is sent."""
    while True:
        _alarm(limit)
        result = next(results, None)
        _alarm(0)
        if result is None:
            return
        yield result


def _alarm(seconds: float) -> None:
    """End this process after so many seconds; 0 turns the clock off. Windows has none."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
