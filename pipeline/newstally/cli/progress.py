"""How far a batch run is, on standard error: a bar on a terminal that shows no records, a line a minute elsewhere.

What is still to come is known where the inputs can be counted within a minute: a thread reads them once more.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from itertools import takewhile
from threading import RLock, Thread
from typing import TYPE_CHECKING

from tqdm import tqdm

from newstally.cli.terminal import tell
from newstally.plural import plural

if TYPE_CHECKING:
    from newstally.runner import Result

MINUTE = 60.0
UNCOUNTED = "{n_fmt} articles, {elapsed}{postfix}"
COUNTED = "{percentage:3.0f}% |{bar}| {n_fmt} of {total_fmt} articles, {elapsed}, {remaining} left{postfix}"


class Progress:
    """Counts articles, words and errors.

    articles: reads the inputs, None where they can be read but once. before: how many of them are done already.
    records: whether records go to standard output, which would run through the bar if that is a terminal.
    """

    def __init__(
        self, articles: Callable[[], Iterable[object]] | None, before: int = 0, *, records: bool = False
    ) -> None:
        self._start = self._told = time.monotonic()
        self._done, self._before = before, before
        self._words = self._errors = 0
        tqdm.set_lock(RLock())  # its own is for processes, and starts one that knows nothing of our signals
        shown = sys.stderr and sys.stderr.isatty() and not (records and sys.stdout and sys.stdout.isatty())
        self._bar = tqdm(initial=before, file=sys.stderr, disable=not shown, dynamic_ncols=True, bar_format=UNCOUNTED)
        if articles:
            Thread(target=self._count, args=(articles,), daemon=True).start()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def add(self, result: Result) -> None:
        """One article is done; an error is told on a line of its own."""
        self._done += 1
        self._words += result.words
        if result.error:
            self._errors += 1
            self._tell(result.error)
        self._bar.set_postfix_str(self._rates(), refresh=False)
        self._bar.update()
        if self._bar.disable and time.monotonic() - self._told >= MINUTE:
            self._told = time.monotonic()
            self._tell(str(self))

    def __str__(self) -> str:
        total, new = self._bar.total, self._done - self._before
        if not total or not new:
            return f"{self._done:,} articles, {self._rates()}"
        left = (total - self._done) * self._seconds() / new
        return f"{self._done:,} of {total:,} articles, {self._rates()}, {_clock(left)} left"

    def _tell(self, message: str) -> None:
        """A line on standard error; on a terminal above the bar."""
        with tqdm.external_write_mode(file=sys.stderr):
            tell(message)

    def _rates(self) -> str:
        return f"{self._words / self._seconds():,.0f} words/s, {plural(self._errors, 'error')}"

    def _seconds(self) -> float:
        return max(time.monotonic() - self._start, 0.001)

    def _count(self, articles: Callable[[], Iterable[object]]) -> None:
        """Find out how many there are, unless that takes more than a minute."""
        end = self._start + MINUTE
        try:
            total = sum(1 for _ in takewhile(lambda _: time.monotonic() < end, articles()))
        except OSError:
            return  # a folder went meanwhile; the run itself tells of what it cannot read
        if time.monotonic() < end:
            self._bar.total, self._bar.bar_format = total, COUNTED


def _clock(seconds: float) -> str:
    minutes = round(seconds / MINUTE)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
