"""Batch runs over a Ray cluster: as `run`, with Ray Data in the place of the pool.

Articles ─items→ Feed ─Ray Data→ Readers, one a core ─in order→ Results

The inputs are read, and the output is written, by the process that was called, as in a run without a cluster; so ids,
order, errors and the taking up of a run that was cut off are the same, and the nodes need no folder in common. Each
reader keeps a pool of one process, so that an article that takes too long or ends its process costs no other.
Needs the extra ``newstally[ray]``, on every node.
"""

from __future__ import annotations

import logging
import os
import pickle
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import chain
from threading import Semaphore, Thread
from typing import Any

import pyarrow
import ray
from ray.data import ActorPoolStrategy, DataContext, Datasource, ReadTask
from ray.data.block import BlockMetadata
from ray.util.queue import Queue
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from newstally import DEFAULT_MODEL
from newstally.errors import NewstallyError
from newstally.runner import TIMEOUT, WINDOW, WORKER, Result
from newstally.runner.items import Item, items
from newstally.runner.pool import Pool
from newstally.runner.source import Source
from newstally.types import Article, Failure

PACKED = "packed"  # the one column of all tables: the articles of an item, or their results, pickled


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
    """As `runner.run`, on the cluster that RAY_ADDRESS names, or that runs here; where there is none, on these cores.

    jobs: readers; by default one a core of the cluster. Raises NewstallyError, too, where Ray gives up.
    """
    with ExitStack() as stack:
        stack.enter_context(_cluster(ordered))
        jobs = jobs or int(ray.cluster_resources()["CPU"])
        feed = stack.enter_context(_Feed(items(articles), slots=WINDOW * jobs))
        read = ray.data.read_datasource(feed, override_num_blocks=1, **_here())
        readers = {"fn_constructor_args": (model, timeout or TIMEOUT, worker), "compute": ActorPoolStrategy(size=jobs)}
        done = read.map_batches(_Reader, batch_size=1, batch_format="pyarrow", num_cpus=1, **readers)
        batches = stack.enter_context(closing(iter(done.iter_batches(batch_size=None, batch_format="pyarrow"))))
        for packed in chain.from_iterable(batch[PACKED] for batch in batches):
            results = pickle.loads(packed.as_py())
            if isinstance(results, NewstallyError):
                raise results
            yield from results
            feed.release()
            if stop():
                return
        if feed.fault:
            raise feed.fault


class _Feed(Datasource):
    """Reads ahead in a thread, no further than the writer allows; Ray Data takes the items from a queue.

    fault: what ended the reading, if that was no end.
    """

    def __init__(self, items: Iterator[Item], slots: int) -> None:
        super().__init__()
        self.fault: BaseException | None = None
        self._items = items
        self._slots = Semaphore(slots)
        self._queue = Queue(actor_options=_here())
        self._closed = False

    def __enter__(self) -> _Feed:
        Thread(target=self._fill, name="feed", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._slots.release()
        self._queue.shutdown(force=True)

    def release(self) -> None:
        """An item is written: another may be read."""
        self._slots.release()

    def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[ReadTask]:
        """One task, whatever the ``parallelism``: it hands the items on in their order."""
        queue = self._queue
        return [ReadTask(lambda: _taken(queue), BlockMetadata(None, None, None, None))]

    def estimate_inmemory_data_size(self) -> None:
        """Nobody knows."""

    def _fill(self) -> None:
        try:
            while self._slots.acquire() and not self._closed and (item := next(self._items, None)):
                self._queue.put(pickle.dumps(item.articles))
        except BaseException as error:  # raised again where the results are taken
            self.fault = error
        if not self._closed:
            self._queue.put(None)


def _taken(queue: Queue) -> Iterator[pyarrow.Table]:
    while packed := queue.get():
        yield pyarrow.table({PACKED: [packed]})


class _Reader:
    """The actor of one core: its pool holds the model and answers item by item."""

    def __init__(self, model: str, limit: float, worker: str) -> None:
        self._pool = Pool(model, 1, limit, worker)

    def __call__(self, batch: pyarrow.Table) -> pyarrow.Table:
        """The results of each item; what is wrong with the model in their place."""
        return pyarrow.table({PACKED: [pickle.dumps(self._results(each.as_py())) for each in batch[PACKED]]})

    def _results(self, packed: bytes) -> list[Result] | NewstallyError:
        source = Source(iter([Item(0, pickle.loads(packed))]), slots=2)
        try:
            (item,) = self._pool.run(source, stop=lambda: False)
        except NewstallyError as error:
            return error
        return item.results


def _here() -> dict[str, Any]:
    """For what only hands on: on the node of this process, and without a core of its own."""
    node = ray.get_runtime_context().get_node_id()
    return {"num_cpus": 0, "scheduling_strategy": NodeAffinitySchedulingStrategy(node, soft=False)}


@contextmanager
def _cluster(ordered: bool) -> Iterator[None]:
    """Join the cluster, or start one for as long as the run lasts; have Ray Data work item by item, and in silence."""
    warnings.filterwarnings("ignore", module="ray.data")  # it sees one block, and does not know that more will come
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    ours = not ray.is_initialized()
    if ours:
        ray.init(log_to_driver=False, logging_level="ERROR")
    context = DataContext.get_current().copy()
    context.execution_options.preserve_order = ordered
    context.target_max_block_size = 1  # byte: each item goes on as soon as it is read
    context.enable_progress_bars = context.print_on_execution_start = False
    try:
        with DataContext.current(context):
            yield
    except ray.exceptions.RayError as error:
        first = str(error).strip().splitlines()[0]
        raise NewstallyError(f"Ray gave up ({first}); see its logs, and go on with --resume") from error
    finally:
        if ours:
            ray.shutdown()
