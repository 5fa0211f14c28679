"""Ctrl-C and SIGTERM end a batch run in good order: what is done and in its turn is written, the files are closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def until_stopped() -> Iterator[list[int]]:
    """The signals that came, empty while none has; the first asks the run to end, a second ends it at once."""
    came: list[int] = []
    if current_thread() is not main_thread():  # signals reach the main thread alone
        yield came
        return
    before = {number: signal.getsignal(number) for number in SIGNALS}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def note(number: int, _: object) -> None:
        came.append(number)
        restore()

    for number in SIGNALS:
        signal.signal(number, note)
    try:
        yield came
    finally:
        restore()
