"""False alarms: every contradiction found in ordinary articles, with its evidence, for a reader to judge.

    python benchmarks/false_alarms.py ARTICLES.jsonl.gz… [--model en_newstally] [--least 300]

Published news is mostly at one with itself, so what is printed is either a real slip or a false alarm: only reading
tells. Inputs are whatever `newstally extract` reads; texts shorter than ``--least`` characters (headlines, tweets) are
left out. The last lines are a table: contradictions by code, articles, words, findings per 100 articles.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

import newstally
from newstally.read import articles
from newstally.types import Article


def found(inputs: list[str], model: str, least: int) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Every article that was read, with its contradictions."""
    kept = [one for one in articles(inputs) if isinstance(one, Article) and len(one.text) >= least]
    for article, record in zip(kept, newstally.extract(newstally.load(model), kept), strict=True):
        checks = record.as_dict().get("checks", [])
        yield article, [check for check in checks if check["verdict"] == "contradictory"]


def evidence(article: Article, check: dict[str, Any]) -> str:
    """A contradiction with the words around each of its spans."""
    lines = [f"{article.id}: {check['code']} {check['message']}"]
    for span in check["spans"]:
        around = article.text[max(0, span["start"] - 80) : span["end"] + 80]
        lines.append(f"    … {' '.join(around.split())} …")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--least", type=int, default=300, help="shortest text that is read, in characters")
    given = parser.parse_args()
    number, words, codes = 0, 0, Counter[str]()
    for article, checks in found(given.inputs, given.model, given.least):
        number, words = number + 1, words + len(article.text.split())
        for check in checks:
            codes[check["code"]] += 1
            print(evidence(article, check))
    print("\n| code | contradictions | in 100 articles |\n|---|---:|---:|")
    for code, times in sorted([*codes.items(), ("all", codes.total())]):
        print(f"| {code} | {times} | {100 * times / max(number, 1):.2f} |")
    print(f"\n{number:,} articles, {words:,} words")


if __name__ == "__main__":
    main()
