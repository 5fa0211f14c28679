"""One pipeline in many hands: threads that share it, and processes that are given it, make the same records as one."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from newstally import nlp, write
from newstally.pipeline import extract
from newstally.types import Article

SEEDS = Path(__file__).parents[1] / "seeds"
SHORT = sorted(SEEDS.glob("*.txt"), key=lambda path: (path.stat().st_size, path))[:4]
STORIES = [Article(path.stem, path.read_text("utf-8")) for path in SHORT]


def lines(model, stories) -> list[bytes]:
    return [write.line(record) for record in extract(model, stories)]


@pytest.fixture(scope="module")
def alone(shipped):
    """The records that one thread makes."""
    return lines(shipped, STORIES)


def test_threads_that_share_a_pipeline_make_the_records_of_one(alone):
    """The pipeline is fresh, so that its tables, too, are first read by all at once."""
    fresh = nlp.load()
    with ThreadPoolExecutor(4) as threads:
        orders = [STORIES, STORIES[::-1], STORIES, STORIES[::-1]]
        found = list(threads.map(lines, [fresh] * len(orders), orders))
    assert found == [alone, alone[::-1]] * 2


@pytest.mark.slow
def test_a_pipeline_may_be_sent_to_another_process(shipped, alone):
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        assert processes.submit(lines, shipped, STORIES[:1]).result() == alone[:1]
