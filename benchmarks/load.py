"""A corpus for load, made from the stories of `seeds/`: as many articles as you like, each its own, the same each time.

    python benchmarks/load.py 20000 load.jsonl [--seed 1] [--paragraphs 1]

Each article is one of the stories with other names, other numbers and its paragraphs in another order, the headline
still first. A name's words are replaced throughout the article by words that stand in the same place of other names
in `seeds/`; a number keeps its digits' count and its commas, and years stay. The figures no longer agree, nor is
there an answer to score against: the corpus is for speed, memory and long runs. One article is one line of JSONL.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d{2,}(?![\d,])")
YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Story:
    """A story's paragraphs, and the names of its people."""

    id: str
    paragraphs: list[str]
    names: list[str]


@dataclass(frozen=True)
class Names:
    """The words of all names: those that stand last, and those that stand before."""

    given: list[str]
    family: list[str]


def stories(folder: Path = SEEDS) -> list[Story]:
    """The stories of a folder, with the names that their marked answers give."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".gold.jsonl").read_text("utf-8").splitlines()[0])
        paragraphs = re.split(r"\n\s*\n", path.read_text("utf-8").strip())
        found.append(Story(path.stem, paragraphs, [person["name"] for person in gold["people"]]))
    return found


def articles(
    number: int, seed: int = 1, folder: Path = SEEDS, *, paragraphs: int | None = None
) -> Iterator[dict[str, str]]:
    """So many articles with ``id`` and ``text``; the same for the same arguments.

    paragraphs: of each article, so many under the headline; all where None.
    """
    chance, told = random.Random(seed), stories(folder)
    parts = [name.split() for story in told for name in story.names]
    names = Names(
        sorted({word for words in parts for word in words[:-1] if word.istitle()}),
        sorted({words[-1] for words in parts if words[-1].istitle()}),
    )
    for place in range(number):
        story = chance.choice(told)
        yield {"id": f"{story.id}-{place}", "text": _text(story, names, chance, paragraphs)}


def _text(story: Story, names: Names, chance: random.Random, paragraphs: int | None) -> str:
    body = story.paragraphs[1:]
    chance.shuffle(body)
    text = "\n\n".join([story.paragraphs[0], *body[:paragraphs]])
    text = NUMBER.sub(lambda match: _number(match.group(), chance), text)
    if not (others := _others(story.names, names, chance)):
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, others))})\b", lambda match: others[match.group()], text)


def _others(people: Sequence[str], names: Names, chance: random.Random) -> dict[str, str]:
    """For each word of the names another one of its kind."""
    others = {}
    for *given, family in map(str.split, people):
        others.update((word, chance.choice(names.given)) for word in given if word.istitle())
        if family.istitle():
            others[family] = chance.choice(names.family)
    return others


def _number(text: str, chance: random.Random) -> str:
    """Another number of as many digits; a year stays."""
    if text.isdigit() and int(text) in YEARS:
        return text
    digits = iter(str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in text[1:]))
    return "".join("," if char == "," else next(digits) for char in text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, help="of each article, so many under the headline")
    options = parser.parse_args(arguments)
    with options.output.open("w", encoding="utf-8") as file:
        for article in articles(options.number, options.seed, paragraphs=options.paragraphs):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
