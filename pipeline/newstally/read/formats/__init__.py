"""One module a format: the bytes of a file → what it found in it, article by article.

Each has ``read(file, fields)``, which yields a `Found` for every article, and for all that should be one and is not. It
raises InputError where the rest of the file is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from newstally.read.fields import Fields
from newstally.read.formats import delimited, jsonl, page, parquet, plain, warc
from newstally.read.found import Found
from newstally.read.opening import AHEAD, PACKINGS, STDIN, File

BY_NAME: dict[str, ModuleType] = {
    ".txt": plain, ".md": plain, ".html": page, ".htm": page, ".jsonl": jsonl, ".ndjson": jsonl, ".json": jsonl,
    ".csv": delimited, ".tsv": delimited, ".parquet": parquet, ".warc": warc,
}  # fmt: skip
SUFFIXES = tuple(BY_NAME)
BY_BYTES = (warc, parquet, page, jsonl, delimited)
"""The formats that standard input, which has no name, is known to be of by its first bytes; otherwise it is text."""


def read(file: File, fields: Fields) -> Iterator[Found]:
    """What the file holds, by the format that its name says; a name that says none is that of a text."""
    if file.place != STDIN:
        return BY_NAME.get(suffix(file.place), plain).read(file, fields)
    ahead = file.stream.peek(AHEAD)
    return next((one for one in BY_BYTES if one.is_it(ahead, fields)), plain).read(file, fields)


def suffix(name: str) -> str:
    """What the name of a file ends in, packed or not: ".jsonl" for "a.JSONL.gz"; "" where no format has it."""
    plain_name = name.lower()
    for packing in PACKINGS:
        plain_name = plain_name.removesuffix(packing)
    return next((one for one in SUFFIXES if plain_name.endswith(one)), "")
