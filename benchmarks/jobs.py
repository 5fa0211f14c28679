"""Several processes against one: words per second from the first record to the last, memory, and the same bytes.

    python benchmarks/jobs.py [--articles 400] [--jobs 1 2]

The articles are those of `load.py`. Each number of processes reads them all, in one run after the other, so the ratio
holds only where nobody else uses the cores. Memory is each process's own share (PSS), of which Linux alone tells.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import re
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from load import articles

from newstally import runner
from newstally.types import Article


class Run(NamedTuple):
    """What one run over the articles gave; memory in MiB a process, own and shared."""

    rate: float
    digest: str
    memory: float


def measure(texts: Sequence[Article], jobs: int) -> Run:
    """Read all articles with so many processes; raises RuntimeError where one failed, for a failure is fast."""
    digest, words, start, memory = hashlib.sha256(), 0, 0.0, 0.0
    for number, result in enumerate(runner.run(texts, jobs=jobs)):
        if result.error:
            raise RuntimeError(result.error)
        digest.update(result.line)
        if number == 0:
            start = time.perf_counter()
        else:
            words += result.words
        if number == len(texts) * 3 // 4:
            memory = mean(_memory(child.pid) for child in multiprocessing.active_children())
    return Run(words / (time.perf_counter() - start), digest.hexdigest(), memory)


def _memory(process: int) -> float:
    path = Path(f"/proc/{process}/smaps_rollup")
    return int(re.search(r"Pss:\s+(\d+)", path.read_text()).group(1)) / 1024 if path.exists() else float("nan")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args(arguments)
    texts = [Article(article["id"], article["text"]) for article in articles(options.articles)]
    first: Run | None = None
    for jobs in options.jobs:
        run = measure(texts, jobs)
        first = first or run
        same = "same bytes" if run.digest == first.digest else "OTHER BYTES"
        ratio = run.rate / first.rate
        print(f"{jobs:3} processes {run.rate:10,.0f} words/s {ratio:6.2f} times  {run.memory:5.0f} MiB each  {same}")


if __name__ == "__main__":
    main()
