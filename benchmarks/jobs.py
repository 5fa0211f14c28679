"""Several processes against one, and Ray's against ours: speed, memory, how both change in a long run, the same bytes.

    python benchmarks/jobs.py [--articles 400] [--jobs 1 2] [--ray 2] [--paragraphs 1]

The articles are those of `load.py`. Each engine reads them all, one after the other, so the ratios hold only where
nobody else uses the cores; words per second of CPU time, over the processes that read, say what the runner itself costs
even where somebody does. The first twentieth of the articles is for warming up; what the run does then is measured
over the tenth that follows and over all the rest. Memory is each process's share (PSS), smaller where other newstallys
run, and the mean of those that live. Ray's processes are its own, so neither their CPU time nor their memory is told.
Needs Linux, for its /proc.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import re
import time
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from load import articles

from newstally import runner
from newstally.runner import Result
from newstally.types import Article


class Mark(NamedTuple):
    """How far a run has come: words; seconds; CPU seconds of its processes; MiB a process."""

    words: int
    wall: float
    used: float
    memory: float


class Run(NamedTuple):
    """A run over all articles: its marks, 21 of them, one each twentieth, and the digest of what it wrote."""

    marks: list[Mark]
    digest: str

    def rate(self, first: int = 1, last: int = -1) -> float:
        """Words per second between two marks."""
        return (self.marks[last].words - self.marks[first].words) / (self.marks[last].wall - self.marks[first].wall)

    @property
    def thrift(self) -> float:
        """Words per second of CPU time; 0 where it is not known."""
        used = self.marks[-1].used - self.marks[1].used
        return (self.marks[-1].words - self.marks[1].words) / used if used else 0

    @property
    def tenfold(self) -> float:
        """How many times as long ten times the words take."""
        return 10 * self.rate(last=3) / self.rate()


def measure(results: Iterable[Result], number: int) -> Run:
    """Follow a run over so many articles; raises RuntimeError where one failed, for a failure is fast, or was lost."""
    digest, words, done, marks = hashlib.sha256(), 0, 0, [Mark(0, time.perf_counter(), 0, 0)]
    for done, result in enumerate(results, start=1):
        if result.error:
            raise RuntimeError(result.error)
        digest.update(result.line)
        words += result.words
        if done == number * len(marks) // 20:
            marks.append(Mark(words, time.perf_counter(), *(_spent() or marks[-1][2:])))
    if done != number:
        raise RuntimeError(f"{number:,} articles went in and {done:,} came out")
    return Run(marks, digest.hexdigest())


def _spent() -> tuple[float, float] | None:
    """CPU seconds so far of the processes that read, those that made room for others too, and MiB a process.

    None where all have ended. Whoever forked the processes has the time of those that ended.
    """
    found = []
    for child in multiprocessing.active_children():
        with suppress(OSError):  # it has just ended
            found.append((_stat(child.pid), _memory(child.pid)))
    if not found:
        return None
    ended = [int(ticks) for parent in {stat[1] for stat, _ in found} for ticks in _stat(int(parent))[13:15]]
    ticks = sum(ended) + sum(int(stat[11]) + int(stat[12]) for stat, _ in found)
    return ticks / os.sysconf("SC_CLK_TCK"), mean(memory for _, memory in found)


def _stat(process: int) -> list[str]:
    """What the system says of a process, from its state on (proc(5))."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def _memory(process: int) -> float:
    return int(re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text()).group(1)) / 1024


def _told(name: str, run: Run, first: Run) -> str:
    told = [
        f"{name:12} {run.rate():7,.0f} words/s ({run.rate() / first.rate():.2f} times), "
        f"{'the same' if run.digest == first.digest else 'OTHER'} bytes; "
        f"ten times the words take {run.tenfold:.1f} times as long"
    ]
    if run.thrift:
        early, *later = (mark.memory for mark in run.marks[1:])
        told += [
            f"{run.thrift:,.0f} per CPU second ({run.thrift / first.thrift:.2f} times)",
            f"MiB each after every twentieth: {early:.0f}, then{''.join(f' {memory:.0f}' for memory in later)}; "
            f"since the first at most {max(later) / early - 1:+.1%}, in the end {later[-1] / early - 1:+.1%}",
        ]
    return "; ".join(told)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each engine and number of processes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--ray", type=int, nargs="*", default=[], help="numbers of Ray's workers")
    parser.add_argument("--paragraphs", type=int, help="of each article, so many under the headline")
    options = parser.parse_args(arguments)
    texts = [Article(each["id"], each["text"]) for each in articles(options.articles, paragraphs=options.paragraphs)]
    print(f"{len(texts):,} articles, {sum(len(article.text.split()) for article in texts):,} words", flush=True)
    engines = [(f"{jobs} processes", runner.run, jobs) for jobs in options.jobs]
    if options.ray:
        from newstally.runner import on_ray  # noqa: PLC0415 - an extra

        engines += [(f"{jobs} of Ray", on_ray.run, jobs) for jobs in options.ray]
    first: Run | None = None
    for name, engine, jobs in engines:
        with closing(engine(texts, jobs=jobs)) as results:  # else its processes outlive a fault here
            run = measure(results, len(texts))
        first = first or run
        print(_told(name, run, first), flush=True)


if __name__ == "__main__":
    main()
