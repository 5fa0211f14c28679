"""Words per second of the whole pipeline, next to a bare tokenizer on the same text in the same run.

    python benchmarks/speed.py [FILE…] [--model en_newstally] [--seconds 10]

The bare `spacy.blank("en")` says how fast the machine is; the ratio of the two can be compared between machines. Where
the texts are those of `seeds/`, their records are also scored, from files, as `newstally evaluate` does.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

import newstally
from newstally import Record
from newstally.evaluate import evaluate, read_files
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


def _scoring(folder: Path, records: Sequence[Record]) -> Callable[[], object]:
    """What scores the records of `seeds/`, as often as makes a thousand articles, from files in ``folder``."""
    golds = [gold for path in sorted(SEEDS.glob("*.gold.jsonl")) for gold in read_files([path]).golds]
    rows = []
    for number in range(1000):
        gold, record = golds[number % len(golds)], records[number % len(golds)]
        rows += [gold | {"id": str(number)}, record.as_dict() | {"id": str(number)}]
    path = folder / "both.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")

    def score() -> object:
        inputs = read_files([path])
        return evaluate(inputs.golds, inputs.records).scores

    return score


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
    if options.files == sorted(SEEDS.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            score = _scoring(Path(folder), _records(nlp, articles))
            rate = words_per_second(score, words * 1000 // len(articles), options.seconds / 2)
        print(f"evaluate           {rate:12,.0f} words/s   ({ours / rate:.1%} of the time of extracting)")


if __name__ == "__main__":
    main()
