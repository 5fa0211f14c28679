"""Several processes against one: words per second after a warm-up, memory, and whether the bytes are the same.

    python benchmarks/jobs.py [--articles 400] [--jobs 1 2]

The articles are those of `load.py`. Each number of processes reads them all, one run after the other, so the ratio
holds only where nobody else uses the cores; words per second of CPU time, over the processes that read, say what the
runner itself costs even where somebody does. Memory is each process's share (PSS). Needs Linux, for its /proc.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
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
    """What one run over the articles gave: words per second, and per second of CPU time; MiB a process."""

    rate: float
    thrift: float
    memory: float
    digest: str


def measure(texts: Sequence[Article], jobs: int) -> Run:
    """Read all articles with so many processes; raises RuntimeError where one failed, for a failure is fast.

    The first quarter is for warming up.
    """
    digest, words, warm = hashlib.sha256(), 0, len(texts) // 4
    for number, result in enumerate(runner.run(texts, jobs=jobs)):
        if result.error:
            raise RuntimeError(result.error)
        digest.update(result.line)
        words += result.words
        processes = [child.pid for child in multiprocessing.active_children()]
        if number == warm:
            start, used, words = time.perf_counter(), sum(map(_seconds, processes)), 0
        if number == len(texts) - 1:
            took, used = time.perf_counter() - start, sum(map(_seconds, processes)) - used
            memory = mean(map(_memory, processes))
    return Run(words / took, words / used, memory, digest.hexdigest())


def _seconds(process: int) -> float:
    """CPU time of a process so far."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    return int(re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text()).group(1)) / 1024


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
        print(
            f"{jobs:3} processes {run.rate:8,.0f} words/s ({run.rate / first.rate:.2f} times)"
            f" {run.thrift:8,.0f} per CPU second ({run.thrift / first.thrift:.2f} times) {run.memory:5.0f} MiB each,"
            f" {'the same' if run.digest == first.digest else 'OTHER'} bytes",
            flush=True,
        )


if __name__ == "__main__":
    main()
