"""Batch runs: many articles over many processes, from the reader to the writer in bounded memory.

Articles ─items→ Source ─pool→ Items that are done ─in order→ Results → Output

``items`` cuts the stream into work of bounded length, ``source`` reads ahead, ``pool`` keeps the processes, each does
what ``process`` says with the model of ``worker``; ``output`` writes what they give, and takes up a run that was cut
off. No stage knows of all this.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from newstally import DEFAULT_MODEL
from newstally.runner.items import Item, Result, items
from newstally.runner.pool import Pool
from newstally.runner.source import Source
from newstally.types import Article, Failure

__all__ = ["TIMEOUT", "Result", "cores", "run"]

WORKER = "newstally.runner.worker"  # imported only where there is work, for it brings spaCy
TIMEOUT = 300.0  # seconds; a million characters take one minute or, on old cores, four
WINDOW = 32  # items per process between reader and writer: a text as long as allowed does not hold the others up


def run(
    articles: Iterable[Article | Failure],
    model: str = DEFAULT_MODEL,
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    ordered: bool = True,
    stop: Callable[[], bool] = lambda: False,
    worker: str = WORKER,
) -> Iterator[Result]:
    """The result of each article, streaming and (``ordered``) in their order; the same whatever the number of jobs.

    jobs: processes; by default one a core, and none for one article alone. timeout: seconds for one article,
    by default TIMEOUT; an article that takes longer, or ends its process, becomes an error record.
    stop: asked many times a second; once it says yes, what is done and in order has been yielded, and the run ends.
    worker: the module that loads the model and makes the results.
    Raises ModelError where the model cannot be loaded. A script that calls this needs ``if __name__ == "__main__":``.
    """
    is_free = jobs is None and timeout is None
    jobs = jobs or cores()
    source = Source(items(articles), slots=WINDOW * jobs)
    try:
        if is_free and (alone := source.only(stop)):
            yield from _here(alone, model, worker)
            return
        with Pool(model, jobs, timeout or TIMEOUT, worker) as pool:
            done = pool.run(source, stop)
            for item in _in_order(done) if ordered else done:
                yield from item.results
                source.release()
    finally:
        source.close()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _here(alone: Item, model: str, worker: str) -> Iterator[Result]:
    """One article alone is done in this process, which has no other to lose."""
    module = import_module(worker)
    yield from module.results(module.load(model), alone.articles)


def _in_order(done: Iterable[Item]) -> Iterator[Item]:
    """The same items by their numbers; one that comes early waits for those before it."""
    waiting: dict[int, Item] = {}
    number = 0
    for item in done:
        waiting[item.number] = item
        while number in waiting:
            yield waiting.pop(number)
            number += 1
