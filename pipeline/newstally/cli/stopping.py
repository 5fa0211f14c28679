"""Signals: those that end a command let it leave in good order, and a batch run in its own.

Ctrl-C, what a service manager sends (SIGTERM) and what a terminal sends that is closed (SIGHUP). One that is ignored,
as under nohup, stays ignored.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

HANGUP = [signal.SIGHUP] if hasattr(signal, "SIGHUP") else []  # Windows has none
ENDING = [signal.SIGTERM, *HANGUP]
CLOSED_PIPE = 13  # SIGPIPE, which Python turns into an error


@contextmanager
def leaving() -> Iterator[None]:
    """What ends a command ends it as Ctrl-C does: no half file is left. The exit code is 128 and the signal's number.

    Nothing that catches what can go wrong with an article catches a SystemExit.
    """

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    with _handled(ENDING, leave):
        yield


@contextmanager
def until_stopped() -> Iterator[list[int]]:
    """The signals that came, empty while none has; the first asks the run to end, a second ends it at once.

    What is done and in its turn is written then, and the files are closed.
    """
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)
        restore()

    with _handled([signal.SIGINT, *ENDING], note) as restore:
        yield came


@contextmanager
def _handled(numbers: Iterable[int], handler: Callable[[int, object], None]) -> Iterator[Callable[[], None]]:
    """Have ``handler`` take signals, until the end or until what it gives is called."""
    if current_thread() is not main_thread():  # signals reach the main thread alone
        yield lambda: None
        return
    before = {number: signal.getsignal(number) for number in numbers}
    taken = {number: was for number, was in before.items() if was not in (signal.SIG_IGN, None)}

    def restore() -> None:
        for number, was in taken.items():
            signal.signal(number, was)

    for number in taken:
        signal.signal(number, handler)
    try:
        yield restore
    finally:
        restore()
