"""The processes: each has at most one item in its hands, and is missed when it dies.

The pools of the standard library and of joblib give up all work when one process dies, and those that go on (pebble,
deadpool-executor) know only the task that it had, not which of the articles in it. Here each process answers article by
article over a pipe of its own; when the pipe ends, the article that it was at is the one.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from newstally.errors import ModelError, NewstallyError
from newstally.runner.items import Item
from newstally.runner.source import Source
from newstally.runner.start import start
from newstally.types import Article, Failure

LIFE = 250_000
"""Characters, after which a process makes room for a new one: 0.3 seconds of work in the minute that they take.

spaCy keeps every word it ever saw, and each page of the model that is written to is shared no more: all this ends with
the process. spaCy's memory zone would forget less, and costs more: the tokenizer remembers nothing in it.
"""
SOON, LATER = 0.01, 0.2  # seconds between looks at the reader, while a process waits for it and while none does
TRIES = 3  # processes one after the other that may die while they load
PATIENCE = 5.0  # seconds in which a process whose pipe has ended should have ended, too
ALARM = getattr(signal, "SIGALRM", None)  # Windows has none


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False
    item: Item | None = None
    chars: int = 0


class Pool:
    """Up to ``jobs`` processes that hold ``model``; ``limit`` and ``worker`` as for `process.work`."""

    def __init__(self, model: str, jobs: int, limit: float, worker: str) -> None:
        self._model, self._jobs, self._limit, self._worker = model, jobs, limit, worker
        self._workers: list[_Worker] = []
        self._again: deque[Item] = deque()
        self._unborn = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.connection.close()

    def run(self, source: Source, stop: Callable[[], bool]) -> Iterator[Item]:
        """Yield the items of ``source`` as they are done, until all are or ``stop`` says so."""
        while not stop():
            self._hand_out(source)
            busy = [worker for worker in self._workers if worker.item or not worker.ready]
            if source.ended() and not self._again and not any(worker.item for worker in busy):
                return
            connections = [worker.connection for worker in self._workers]
            for connection in wait(connections, LATER if len(busy) == self._jobs else SOON):
                worker = next(worker for worker in self._workers if worker.connection is connection)
                if item := self._receive(worker):
                    yield item

    def _hand_out(self, source: Source) -> None:
        """Give every process that waits an item; start as many as there is work for."""
        for worker in self._workers:
            if worker.ready and not worker.item:
                worker.item = self._again.popleft() if self._again else source.take()
                if not worker.item:
                    break
                try:
                    worker.connection.send(worker.item.rest)
                except OSError:  # it died; so its pipe has ended, too
                    self._again.append(worker.item)
                    worker.item = None
        waiting = len(source) + len(self._again) + sum(worker.item is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, waiting):
            self._start()

    def _receive(self, worker: _Worker) -> Item | None:
        """Take one message of a process; the item that is done with it, if any."""
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._lost(worker)
            return None
        if isinstance(message, NewstallyError):
            raise message
        worker.ready, self._unborn = True, 0
        if message is None:
            return None
        item = worker.item
        item.results.append(message)
        if item.rest:
            return None
        worker.item = None
        worker.chars += item.chars
        if worker.chars > LIFE:
            self._retire(worker)
        return item

    def _retire(self, worker: _Worker) -> None:
        worker.connection.close()
        self._workers.remove(worker)

    def _lost(self, worker: _Worker) -> None:
        """A process died: its item is done again from the article it was at, which fails the second time.

        The first time need not be its fault: the system ends processes when memory runs out.
        """
        worker.process.join(PATIENCE)
        worker.process.kill()
        worker.process.join()
        self._retire(worker)
        code, item = worker.process.exitcode, worker.item
        if not worker.ready:
            self._not_loaded(_death(code))
        if not item:
            return
        place = len(item.results)
        if item.doubted == place:
            item.articles[place] = self._failure(item.articles[place], code)
        item.doubted = place
        self._again.append(item)

    def _not_loaded(self, death: str) -> None:
        """A process died while it loaded the model: another may fare better, but not for ever."""
        self._unborn += 1
        if self._unborn == TRIES:
            raise ModelError(
                f"the model {self._model!r}: {TRIES} processes died while they loaded it ({death}); "
                "free memory, or run fewer with --jobs"
            )

    def _failure(self, article: Article | Failure, code: int) -> Failure:
        """Why an article has no record; it goes through in the article's place, like one that could not be read."""
        source = article.source or article.id
        if ALARM and code == -ALARM:
            reason = f"not done within {self._limit:g} seconds; leave it out, or raise the limit with --timeout"
            return Failure(article.id, source, "TimeoutError", f"{article.id}: {reason}", source)
        reason = f"the process that worked on it died ({_death(code)}); leave it out, or report it with the text"
        return Failure(article.id, source, "ProcessDied", f"{article.id}: {reason}", source)

    def _start(self) -> None:
        try:
            self._workers.append(_Worker(*start(self._worker, self._model, self._limit)))
        except (EOFError, ConnectionError):
            self._not_loaded("the server that forks processes ended")


def _death(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
