"""A coverage-guided run of atheris: bytes that reach ever new lines of the layout, the numerals and the readers.

    pip install ".[fuzz,web]"
    python benchmarks/fuzz.py layout|numerals|jsonl|csv|html [CORPUS] [-atheris_runs=1000000] [-max_len=4096]

It begins with a text that is as it should be, and ends with the first input that breaks a promise: a traceback, an
offset that is none, more than ten seconds. What it finds becomes a case of tests/hostile.
"""

from __future__ import annotations

import io
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir

import atheris

with atheris.instrument_imports(include=["newstally"]):
    from newstally.errors import InputError
    from newstally.layout import Cues, layout
    from newstally.read.fields import Fields
    from newstally.read.formats import delimited, jsonl, page
    from newstally.read.opening import File
    from newstally.read.text import checked, joined
    from newstally.words import amounts, dates, digits, numerals

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
    amounts.amount(text)
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

STORY = "Boats sink\n\nBy Ida Berg\n\nThe storm sank 19 boats: nine trawlers, 1,100 ferries and $2.5 million of nets.\n"
PAGE = (
    "<!doctype html><html><head><title>Boats sink</title><meta charset=utf-8>"
    "<meta property='article:published_time' content='2025-03-04'></head><body><nav><a href='/'>Home</a></nav>"
    f"<article><h1>Boats sink</h1><p>{STORY}</p><p>{STORY * 3}</p><ul><li>one</ul><table><tr><td>19</table></article>"
)
ROW = {"id": "a", "headline": "Boats sink", "text": STORY, "date": "2025-03-04", "meta": {"desk": ["news", 1.5, None]}}
BEGINNINGS = {
    "layout": f"{STORY}\n• one\n• two\n\nRow\t1\t2\n\nCorrection: it was 20, not 19.",
    "numerals": "nineteen 1,100 $2.5 million 10-15 half of a dozen twenty-one ½ Monday, March 4, 2025",
    "jsonl": f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n",
    "csv": f'id,headline,text,date\n1,Boats sink,"{STORY}",2025-03-04\n2,"a ""b""",Rain.,\n',
    "html": PAGE,
}


def main() -> None:
    """Fuzz the target that the first argument names."""
    name = sys.argv.pop(1)
    beginning = Path(gettempdir()) / f"newstally-fuzz-{name}"
    beginning.write_text(BEGINNINGS[name], "utf-8")
    atheris.Setup([*sys.argv, f"-seed_inputs={beginning}", "-timeout=10"], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
