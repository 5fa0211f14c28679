"""Stands in for the model in tests of batch runs: no spaCy, and texts that say what is to happen over them.

As a script it is a batch run: `python stand_in.py INPUT OUTPUT JOBS`, taken up where OUTPUT is there.
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

from newstally.read import articles
from newstally.runner import Result, run
from newstally.runner.output import Output
from newstally.types import Article, Failure


def load(model: str) -> str:
    return model


load_before_fork = load


def results(model: str, work: Iterable[Article | Failure]) -> Iterator[Result]:
    for article in work:
        yield made_of(article, model)


def made_of(article: Article | Failure, model: str = "m 1") -> Result:
    """The result of an article, once what its text says is done."""
    if isinstance(article, Article):
        act, _, what = article.text.partition(" ")
        failure = ACTS.get(act, lambda _: None)(what)
        if not failure:
            digest = hashlib.sha256(article.text.encode()).hexdigest()
            head = {"schema": "newstally/1", "newstally": "0", "model": model, "id": article.id}
            record = {**head, "source": article.source or article.id, "sha256": digest, "text": article.text}
            return Result(json.dumps(record).encode() + b"\n", len(article.text.split()))
        article = Failure(article.id, article.source or article.id, "Bad", failure, article.source or article.id)
    error = {"type": article.type, "message": article.message, "where": article.where}
    record = {"schema": "newstally/1", "id": article.id, "source": article.source, "error": error}
    return Result(json.dumps(record).encode() + b"\n", 0, article.message)


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
    "sleep": lambda seconds: time.sleep(float(seconds.split()[0])), "fail": lambda why: why or "it failed", "die": die,
    "die-once": die_once, "hang": hang, "leave": lambda code: sys.exit(int(code)), "pid": lambda _: str(os.getpid()),
}  # fmt: skip


def main(source: str, output: str, jobs: str) -> None:
    with Output(Path(output), resume=True) as to:
        for result in run(to.remaining(articles([source])), "m 1", jobs=int(jobs), worker="stand_in"):
            to.write(result)


if __name__ == "__main__":
    main(*sys.argv[1:])
