"""Words per second of the whole pipeline, next to a bare tokenizer on the same text in the same run.

    python benchmarks/speed.py [FILE…] [--model en_newstally] [--seconds 10]

The bare `spacy.blank("en")` says how fast the machine is; the ratio of the two can be compared between machines.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

import newstally
from newstally import Record
from newstally.types import Article

SEEDS = Path(__file__).parents[1] / "seeds"


def words_per_second(work: Callable[[], object], words: int, seconds: float) -> float:
    """Repeat ``work``, which reads ``words`` words, for about ``seconds`` and return the rate of its best round."""
    work()  # warm up
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return words / best


def _records(nlp: Language, articles: Sequence[Article]) -> list[Record]:
    """The record of each article; raises RuntimeError where one failed, for a failure is fast."""
    found = list(newstally.extract(nlp, articles))
    if failed := [record for record in found if not isinstance(record, Record)]:
        raise RuntimeError(failed[0].error.message)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args(arguments)

    articles = [Article(str(path), path.read_text("utf-8")) for path in options.files]
    words = sum(len(article.text.split()) for article in articles)
    blank, nlp = spacy.blank("en"), newstally.load(options.model)
    base = words_per_second(lambda: list(blank.pipe(article.text for article in articles)), words, options.seconds / 2)
    ours = words_per_second(lambda: _records(nlp, articles), words, options.seconds / 2)
    print(f"{len(articles)} texts, {words:,} words")
    print(f"newstally {newstally.__version__}   {ours:12,.0f} words/s")
    print(f"spacy.blank('en')  {base:12,.0f} words/s   ({base / ours:.0f} times as fast)")


if __name__ == "__main__":
    main()
