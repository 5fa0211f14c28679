"""How far a run is: what it says where there is no terminal."""

from __future__ import annotations

import time

import pytest

from newstally.cli import progress
from newstally.runner import Result

STORY = Result(b"", 300)
FAULT = Result(b"", 0, "b.txt: empty")


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """Seconds since the start, as the module sees them; the count of what is to come waits for no real minute."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def lines(capsys) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_it_tells_a_line_a_minute(clock, capsys):
    with progress.Progress(None) as run:
        for second in range(0, 130, 10):
            clock[0] = second
            run.add(STORY)
    assert lines(capsys) == [
        "newstally: 7 articles, 35 words/s, 0 errors", "newstally: 13 articles, 32 words/s, 0 errors",
    ]  # fmt: skip


def test_an_error_is_told_at_once(clock, capsys):
    with progress.Progress(None) as run:
        run.add(STORY)
        run.add(FAULT)
    assert lines(capsys) == ["newstally: b.txt: empty"]


@pytest.mark.parametrize(
    ("total", "before", "said"),
    [
        (40, 0, "10 of 40 articles, 10 words/s, 1 error, 14 min left"),
        (1_000, 500, "510 of 1,000 articles, 10 words/s, 1 error, 3 h 40 min left"),
        (10, 0, "10 of 10 articles, 10 words/s, 1 error, 0 min left"),
    ],
    ids=["many left", "taken up", "none left"],
)
def test_the_time_that_is_left_comes_from_what_this_run_has_done(clock, total, before, said):
    """What a run before has done says nothing of the speed of this one."""
    with progress.Progress(lambda: iter(range(total)), before) as run:
        while run._bar.total is None:
            time.sleep(0.001)
        for second in range(0, 270, 27):
            clock[0] = second + 27
            run.add(FAULT if second == 0 else STORY)
        assert str(run) == said
