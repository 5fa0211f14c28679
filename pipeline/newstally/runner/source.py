"""Reads ahead in a thread, and never further than the writer allows."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Semaphore, Thread

from newstally.runner.items import Item


class Source:
    """Items as they are read; at most ``slots`` of them are anywhere between the reader and the writer.

    So memory stays flat however far one long article holds up those that are written after it.
    """

    def __init__(self, items: Iterator[Item], slots: int) -> None:
        self._items = items
        self._slots = Semaphore(slots)
        self._queue: SimpleQueue[Item | BaseException | None] = SimpleQueue()
        self._closed = False
        self.ended = False
        Thread(target=self._read, name="reader", daemon=True).start()

    def __len__(self) -> int:
        """How many items are ready to be taken, about."""
        return self._queue.qsize()

    def take(self) -> Item | None:
        """The next item; None where none is ready, or (``ended``) none is left. Raises what the reader raised."""
        try:
            item = self._queue.get_nowait()
        except Empty:
            return None
        if isinstance(item, BaseException):
            raise item
        self.ended = item is None
        return item

    def release(self) -> None:
        """An item is written: another may be read."""
        self._slots.release()

    def close(self) -> None:
        """Read no further."""
        self._closed = True
        self._slots.release()

    def _read(self) -> None:
        try:
            while self._slots.acquire() and not self._closed and (item := next(self._items, None)):
                self._queue.put(item)
            self._queue.put(None)
        except BaseException as error:  # raised again where the items are taken
            self._queue.put(error)
