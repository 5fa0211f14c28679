"""What each sign around a name says of its bearer: counts over names of persons and of other things.

    python -m models.training.signs configs/train.toml

The logarithm of how much likelier a sign is beside a person's name than beside another's, over the names of the corpora
that the model learns from. Rounded, these are the weights in table ``roles`` under ``[signs]``.
"""

import argparse
import math
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import newstally
from newstally.extractors.people.signs import SIGNS, Place, places
from newstally.extractors.people.words import name_words
from newstally.rules import table

from .corpora import corpora_folder, rows_of

NAMES = {"PERSON", "ORG", "LOC", "NORP", "FAC", "EVENT", "MISC"}


def marked(config: dict) -> Iterator[tuple[Place, bool]]:
    """Every marked name of the corpora, read by the pipeline, and whether it is a person's."""
    nlp = newstally.load()
    words = name_words(table(nlp.vocab, "roles"))
    for options in config["corpus"]:
        for row in rows_of(corpora_folder(config) / options["ner"]) if "ner" in options else ():
            if row.get("section", "F") in options.get("sections", "F"):
                doc = nlp(row["text"])
                for start, end, label in row[options.get("field", "entities")] or ():
                    span = doc.char_span(start, end)
                    if span is not None and label in NAMES:
                        yield places(span, words), label == "PERSON"


def main() -> None:
    """Read the command line, count, print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", type=Path)
    config = tomllib.loads(parser.parse_args().config.read_text(encoding="utf-8"))
    names: Counter[bool] = Counter()
    seen: Counter[tuple[str, bool]] = Counter()
    for place, person in marked(config):
        names[person] += 1
        seen.update((name, person) for name, found in SIGNS.items() if found(place))
    print(f"| sign | persons ({names[True]}) | others ({names[False]}) | log odds |\n|---|---:|---:|---:|")
    for name in SIGNS:
        of_persons, of_others = seen[name, True], seen[name, False]
        odds = (of_persons + 0.5) / (names[True] + 1) / ((of_others + 0.5) / (names[False] + 1))
        print(f"| {name} | {of_persons} | {of_others} | {math.log(odds):.1f} |")


if __name__ == "__main__":
    main()
