"""Reads CoNLL-U files: words with their place in the sentence, tags, parents and labels."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """One word of a tree.

    start, end: its place in the sentence, white space not counted, -1 where the text does not show it; parent: -1 at
    the root.
    """

    form: str
    start: int
    end: int
    upos: str
    xpos: str
    parent: int
    dep: str


class Sentence(NamedTuple):
    """text: as it stands in the document; paragraph: it begins one."""

    text: str
    paragraph: bool
    words: list[Word]


def documents(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield the name and the sentences of each document of a gzipped file, in order."""
    name, sentences = "", []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = block.strip().split("\n")
            if not lines[0]:
                continue
            for line in lines:
                if line.startswith("# newdoc id = "):
                    if sentences:
                        yield name, sentences
                    name, sentences = line.removeprefix("# newdoc id = "), []
            sentences.append(_sentence(lines))
    if sentences:
        yield name, sentences


def _sentence(lines: list[str]) -> Sentence:
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    paragraph = any(line.startswith("# newpar") for line in lines)
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return Sentence(text, paragraph, _words(rows))


def _words(rows: list[list[str]]) -> list[Word]:
    """Place the words one after the other; parts of a multiword token share its letters if they spell it."""
    words: list[Word] = []
    offset = 0
    within, surface_end = 0, 0  # last word number of the multiword token that is open, and where its letters end
    exact = True
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, within = (int(number) for number in row[0].split("-"))
            parts = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= within]
            surface_end = offset + len(row[1].replace(" ", ""))
            exact = "".join(parts) == row[1]
            continue
        number, form = int(row[0]), row[1].replace(" ", "")
        inside = number <= within
        placed = exact or not inside
        start, end = (offset, offset + len(form)) if placed else (-1, -1)
        offset = end if placed else offset
        if inside and number == within:
            offset = surface_end
        words.append(Word(row[1], start, end, row[3], row[4], int(row[6]) - 1, row[7]))
    return words
