"""How fast newstally reads, as ratios of one run: to its own network alone, to spaCy, and to quantulum3.

    python benchmarks/speed.py [FILE…] [--model en_newstally] [--seconds 10]

All on the same texts, one core, CPU time, the best round. Inference is what the encoder does: tokenise, encode, decode;
all else (rules, resolving, checks, records, writing) is ours to spare. The network hangs on the instructions of the
processor more than the rest does, so the first ratio can be compared only between machines that have the same.
quantulum3 is left out where it is not installed (`pip install ".[peers]"`). Where the texts are those of `seeds/`,
their records are also scored, from files, as `newstally evaluate` does.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import spacy
from spacy.language import Language
from stock import stock_pipeline

import newstally
from newstally import Record, checks, write
from newstally.evaluate import evaluate, read_files
from newstally.types import Article

SEEDS = Path(__file__).parents[1] / "seeds"


def seconds_of(work: Callable[[], object], limit: float) -> float:
    """The CPU time of the fastest round of ``work``; at least two rounds, and more within ``limit`` seconds."""
    rounds: list[float] = []
    while len(rounds) < 2 or sum(rounds) + min(rounds) < limit:
        start = time.process_time()
        work()
        rounds.append(time.process_time() - start)
    return min(rounds)


def records(nlp: Language, articles: Sequence[Article]) -> list[Record]:
    """The record of each article, written; raises RuntimeError where one failed, for a failure is fast."""
    found = list(newstally.extract(nlp, articles))
    if failed := [record for record in found if not isinstance(record, Record)]:
        raise RuntimeError(failed[0].error.message)
    for record in found:
        write.line(record)
    return found


def infer(nlp: Language, texts: Sequence[str]) -> None:
    """The network alone, with the tokenizer before it; which page a text makes it is not told."""
    encoder = nlp.get_pipe("encoder")
    for text in texts:
        encoder(nlp.make_doc(text))


@contextmanager
def timed(owner: Any, name: str) -> list[float]:
    """The CPU time of each call of a function while it is replaced by itself under a watch."""
    spent: list[float] = []
    function = getattr(owner, name)

    def watched(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent.append(time.process_time() - start)

    with patch.object(owner, name, watched):
        yield spent


def peers(nlp: Language, texts: Sequence[str], seconds: float) -> dict[str, float]:
    """The CPU time that others take over the texts."""
    stock, blank = stock_pipeline(nlp(text) for text in texts), spacy.blank("en")
    taken = {
        "spaCy, architecture of en_core_web_sm": seconds_of(lambda: list(stock.pipe(texts)), seconds),
        "spaCy, tokenizer alone": seconds_of(lambda: list(blank.pipe(texts)), seconds),
    }
    try:
        from quantulum3 import parser  # noqa: PLC0415 - an extra
    except ImportError:
        return taken
    warnings.filterwarnings("ignore", module="quantulum3")  # it misses its classifier, which would cost more time
    return taken | {"quantulum3": seconds_of(lambda: [parser.parse(text) for text in texts], seconds)}


def scoring(folder: Path, found: Sequence[Record]) -> Callable[[], object]:
    """What scores the records of `seeds/`, as often as makes a thousand articles, from files in ``folder``."""
    golds = [gold for path in sorted(SEEDS.glob("*.gold.jsonl")) for gold in read_files([path]).golds]
    rows = []
    for number in range(1000):
        gold, record = golds[number % len(golds)], found[number % len(golds)]
        rows += [gold | {"id": str(number)}, record.as_dict() | {"id": str(number)}]
    path = folder / "both.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")

    def score() -> object:
        inputs = read_files([path])
        return evaluate(inputs.golds, inputs.records).scores

    return score


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the rates and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--seconds", type=float, default=10, help="for each measurement")
    options = parser.parse_args(arguments)

    nlp, texts = newstally.load(options.model), [path.read_text("utf-8") for path in options.files]
    articles = [Article(str(path), text) for path, text in zip(options.files, texts, strict=True)]
    words = sum(len(text.split()) for text in texts)
    found = records(nlp, articles)
    whole = seconds_of(lambda: records(nlp, articles), options.seconds)
    inference = seconds_of(lambda: infer(nlp, texts), options.seconds)
    with timed(checks, "run") as spent:
        records(nlp, articles)
    print(f"{len(articles)} texts, {words:,} words; words per second of CPU time")
    print(f"newstally {newstally.__version__:30}{words / whole:10,.0f}")
    print(
        f"{'its inference alone':40}{words / inference:10,.0f}   the whole takes {whole / inference:.2f} times as long"
    )
    print(f"{'its checks alone':40}{words / sum(spent):10,.0f}   {sum(spent) / whole:.1%} of the whole")
    for name, seconds in peers(nlp, texts, options.seconds).items():
        print(f"{name:40}{words / seconds:10,.0f}   newstally is {seconds / whole:.2f} times as fast")
    if options.files == sorted(SEEDS.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            seconds = seconds_of(scoring(Path(folder), found), options.seconds) * len(articles) / 1000
        print(f"{'newstally evaluate':40}{words / seconds:10,.0f}   {seconds / whole:.1%} of the time of extracting")


if __name__ == "__main__":
    main()
