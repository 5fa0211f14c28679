"""How fast newstally reads, as ratios of one run: to its own network alone, to spaCy, and to quantulum3.

    python benchmarks/speed.py [FILE…] [--model en_newstally] [--rounds 3]

All on the same texts, one core, CPU time. Every few texts are read by all in turn, and of each the best round counts:
what else the machine does meanwhile it does to all. Inference is what the encoder does: tokenise, encode, decode;
all else (rules, resolving, checks, records, writing) is ours to spare. The network hangs on the instructions of the
processor more than the rest does, so the first ratio can be compared only between machines that have the same.
quantulum3 is left out where it is not installed (`pip install ".[peers]"`). Where the texts are those of `seeds/`,
their records are also scored, from files, as `newstally evaluate` does.
"""

from __future__ import annotations

import argparse
import gc
import json
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
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
FEW = 12  # texts: a second or two of each, in which a machine stays as it is
WHOLE, INFERENCE = f"newstally {newstally.__version__}", "its inference alone"

Work = Callable[[Sequence[Article]], object]


def seconds_of(works: Mapping[str, Work], articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """The CPU time of each over all articles: the sum of its fastest rounds over every few of them."""
    gc.collect()
    gc.freeze()  # as the processes of `newstally extract` do: what stays is not searched for waste again and again
    spent = dict.fromkeys(works, 0.0)
    for few in batched(articles, FEW):
        fastest = dict.fromkeys(works, float("inf"))
        for _ in range(rounds):
            for name, work in works.items():
                start = time.process_time()
                work(few)
                fastest[name] = min(fastest[name], time.process_time() - start)
        spent = {name: spent[name] + fastest[name] for name in works}
    return spent


def batched(articles: Sequence[Article], size: int) -> Iterator[Sequence[Article]]:
    """The articles, so many at a time; as in itertools from Python 3.12 on."""
    return (articles[start : start + size] for start in range(0, len(articles), size))


def records(nlp: Language, articles: Sequence[Article]) -> list[Record]:
    """The record of each article, written; raises RuntimeError where one failed, for a failure is fast."""
    found = list(newstally.extract(nlp, articles))
    if failed := [record for record in found if not isinstance(record, Record)]:
        raise RuntimeError(failed[0].error.message)
    for record in found:
        write.line(record)
    return found


def infer(nlp: Language, articles: Sequence[Article]) -> None:
    """The network alone, with the tokenizer before it; which page a text makes it is not told."""
    encoder = nlp.get_pipe("encoder")
    for article in articles:
        encoder(nlp.make_doc(article.text))


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


def peers(nlp: Language, articles: Sequence[Article]) -> dict[str, Work]:
    """What others do with the same texts."""
    stock, blank = stock_pipeline(nlp(article.text) for article in articles), spacy.blank("en")
    works: dict[str, Work] = {
        "spaCy, architecture of en_core_web_sm": lambda few: list(stock.pipe(article.text for article in few)),
        "spaCy, tokenizer alone": lambda few: list(blank.pipe(article.text for article in few)),
    }
    try:
        from quantulum3 import parser  # noqa: PLC0415 - an extra
    except ImportError:
        return works
    warnings.filterwarnings("ignore", module="quantulum3")  # it misses its classifier, which would cost more time
    return works | {"quantulum3": lambda few: [parser.parse(article.text) for article in few]}


def scoring_seconds(found: Sequence[Record]) -> float:
    """The CPU time to score the records of `seeds/` from files, each as often as makes a thousand articles of all."""
    golds = [gold for path in sorted(SEEDS.glob("*.gold.jsonl")) for gold in read_files([path]).golds]
    rows = []
    for number in range(1000):
        gold, record = golds[number % len(golds)], found[number % len(golds)]
        rows += [gold | {"id": str(number)}, record.as_dict() | {"id": str(number)}]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "both.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
        start = time.process_time()
        inputs = read_files([path])
        evaluate(inputs.golds, inputs.records)
        return (time.process_time() - start) * len(found) / 1000


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the rates and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)

    nlp = newstally.load(options.model)
    articles = [Article(str(path), path.read_text("utf-8")) for path in options.files]
    words = sum(len(article.text.split()) for article in articles)
    found = records(nlp, articles)
    own: dict[str, Work] = {WHOLE: lambda few: records(nlp, few), INFERENCE: lambda few: infer(nlp, few)}
    seconds = seconds_of(own | peers(nlp, articles), articles, options.rounds)
    whole = seconds[WHOLE]
    with timed(checks, "run") as spent:
        start = time.process_time()
        records(nlp, articles)
        share = sum(spent) / (time.process_time() - start)
    print(f"{len(articles)} texts, {words:,} words; words per second of CPU time")
    print(f"{WHOLE:40}{words / whole:10,.0f}   {whole / seconds[INFERENCE]:.2f} of the time of its inference alone")
    print(f"{'':40}{'':10}   its checks take {share:.1%} of it")
    for name in list(seconds)[1:]:
        print(f"{name:40}{words / seconds[name]:10,.0f}   newstally is {seconds[name] / whole:.2f} times as fast")
    if options.files == sorted(SEEDS.glob("*.txt")):
        scored = scoring_seconds(found)
        print(f"{'newstally evaluate':40}{words / scored:10,.0f}   {scored / whole:.1%} of the time of extracting")


if __name__ == "__main__":
    main()
