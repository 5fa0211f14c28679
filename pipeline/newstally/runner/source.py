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
        self._queue: SimpleQueue[Item] = SimpleQueue()
        self._closed = self._over = False
        self._fault: BaseException | None = None
        Thread(target=self._read, name="reader", daemon=True).start()

    def __len__(self) -> int:
        """How many items are ready to be taken."""
        return self._queue.qsize()

    def take(self) -> Item | None:
        """The next item; None where none is ready."""
        try:
            return self._queue.get_nowait()
        except Empty:
            return None

    def ended(self) -> bool:
        """Whether all items are taken. Raises what ended the reader, if that was no end."""
        if not (self._over and self._queue.empty()):
            return False
        if self._fault:
            raise self._fault
        return True

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
        except BaseException as error:  # raised again where the items are taken
            self._fault = error
        self._over = True
