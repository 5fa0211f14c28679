"""A coverage-guided run of atheris: bytes that reach ever new lines of the layout, the numerals and the readers.

    pip install ".[fuzz,web]"
    python benchmarks/fuzz.py layout|numerals|jsonl|csv|html [CORPUS] [-atheris_runs=1000000] [-max_len=4096]

It ends with the first input that breaks a promise: a traceback, an offset that is none, more than ten seconds. What it
finds becomes a case of tests/hostile.
"""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newstally"]):
    from newstally.errors import InputError
    from newstally.layout import Cues, layout
    from newstally.read.fields import Fields
    from newstally.read.formats import delimited, jsonl, page
    from newstally.read.opening import File
    from newstally.read.text import checked, joined
    from newstally.words import dates, digits, numerals

CONFIGS = Path(__file__).parents[1] / "configs"
CUES = Cues(tomllib.loads((CONFIGS / "tables/layout.toml").read_text("utf-8")))


def of_layout(data: bytes) -> None:
    """Blocks in order, not empty, within the text."""
    text = data.decode("utf-8", "replace")
    last = 0
    for block in layout(text, CUES).blocks:
        assert last <= block.start < block.end <= len(text), block
        last = block.start


def of_numerals(data: bytes) -> None:
    """Numbers within the words, finite, in order."""
    text = data.decode("utf-8", "replace")
    words, last = numerals.split(text), 0
    for one in numerals.find(words):
        assert last <= one.first < one.last <= len(words) and abs(one.value) < float("inf"), one
        last = one.last
    numerals.amount(text)
    list(dates.find(words))
    for word in words:
        digits.read(word)


def reader(read: Callable) -> Callable[[bytes], None]:
    """Articles that are texts, or faults in words."""

    def of_reader(data: bytes) -> None:
        try:
            for found in read(File("a", io.BufferedReader(io.BytesIO(data))), Fields(meta=("all",))):
                Fields(meta=("all",)).carried(found)
                if not found.fault:
                    checked(joined(found.headline, found.text), found.where, 10_000)
        except InputError:
            pass

    return of_reader


TARGETS = {
    "layout": of_layout, "numerals": of_numerals, "jsonl": reader(jsonl.read), "csv": reader(delimited.read),
    "html": reader(page.read),
}  # fmt: skip


def main() -> None:
    """Fuzz the target that the first argument names."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup([*sys.argv, "-timeout=10"], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
