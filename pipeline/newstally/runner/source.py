"""Reads ahead in a thread, and never further than the writer allows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from threading import Semaphore, Thread

from newstally.runner.items import Item

SOON = 0.005  # seconds between looks at the first items


class Source:
    """Items as they are read; at most ``slots`` of them are anywhere between the reader and the writer.

    So memory stays flat however far one long article holds up those that are written after it.
    """

    def __init__(self, items: Iterator[Item], slots: int) -> None:
        self._items = items
        self._slots = Semaphore(slots)
        self._queue: deque[Item] = deque()
        self._closed = self._over = False
        self._fault: BaseException | None = None
        Thread(target=self._read, name="reader", daemon=True).start()

    def __len__(self) -> int:
        """How many items are ready to be taken."""
        return len(self._queue)

    def take(self) -> Item | None:
        """The next item; None where none is ready."""
        return self._queue.popleft() if self._queue else None

    def only(self, stop: Callable[[], bool]) -> Item | None:
        """The item of an article that has no other beside it, as soon as that is known; None else.

        It waits for the reader, who may have to wait for the next article, and no longer than ``stop`` says.
        """
        while not (self._over or len(self) > 1 or (self and len(self._queue[0].articles) > 1) or stop()):
            time.sleep(SOON)
        is_one = self._over and not self._fault and len(self) == 1 and len(self._queue[0].articles) == 1
        return self.take() if is_one else None

    def ended(self) -> bool:
        """Whether all items are taken. Raises what ended the reader, if that was no end."""
        if not self._over or self._queue:
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
                self._queue.append(item)
        except BaseException as error:  # raised again where the items are taken
            self._fault = error
        self._over = True
