"""Stands in for the model in tests of batch runs: no spaCy, and texts that say what is to happen over them.

As a script it is a batch run: `python stand_in.py INPUT OUTPUT JOBS [TIMEOUT]`, taken up where OUTPUT is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from select import select

from newstally.read import articles
from newstally.runner import Result, run
from newstally.runner.output import Output
from newstally.types import Article, Failure


def load(model: str) -> str:
    act(model)
    return model


def load_before_fork(model: str) -> None:
    """There is nothing to share."""


def results(model: str, work: Iterable[Article | Failure]) -> Iterator[Result]:
    for article in work:
        yield made_of(article, model)


def made_of(article: Article | Failure, model: str = "m 1") -> Result:
    """The result of an article, once what its text says is done."""
    if isinstance(article, Article):
        failure = act(article.text)
        if not failure:
            digest = hashlib.sha256(article.text.encode()).hexdigest()
            head = {"schema": "newstally/1", "newstally": "0", "model": model, "id": article.id}
            record = {**head, "source": article.source or article.id, "sha256": digest, "text": article.text}
            return Result(json.dumps(record).encode() + b"\n", len(article.text.split()))
        article = Failure(article.id, article.source or article.id, "Bad", failure, article.source or article.id)
    error = {"type": article.type, "message": article.message, "where": article.where}
    record = {"schema": "newstally/1", "id": article.id, "source": article.source, "error": error}
    return Result(json.dumps(record).encode() + b"\n", 0, article.message)


def act(text: str) -> str | None:
    """Do what a text says; what it gives is why there is no record."""
    name, _, what = text.partition(" ")
    return ACTS.get(name, lambda _: None)(what)


def die(name: str) -> None:
    os.kill(os.getpid(), getattr(signal, name))


def die_once(path: str) -> None:
    if not Path(path).exists():
        Path(path).touch()
        die("SIGKILL")


def hang(how: str) -> None:
    if how == "in C":
        re.match("(a*)*b", "a" * 60)  # a regular expression that ends after the sun has
    while True:
        time.sleep(1)


ACTS = {
    "sleep": lambda seconds: time.sleep(float(seconds.split()[0])),
    "pause": lambda seconds: select([], [], [], float(seconds.split()[0]))[0] or None,  # under a clock that is set
    "fail": lambda why: why or "it failed", "die": die,
    "die-once": die_once, "hang": hang, "leave": lambda code: sys.exit(int(code)), "pid": lambda _: str(os.getpid()),
}  # fmt: skip


def main(source: str, output: str, jobs: str, timeout: str = "60") -> None:
    options = {"jobs": int(jobs), "timeout": float(timeout), "worker": "stand_in"}
    with Output(Path(output), resume=True) as to:
        for result in run(to.remaining(articles([source])), "m 1", **options):
            to.write(result)


if __name__ == "__main__":
    main(*sys.argv[1:])
