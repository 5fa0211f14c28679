"""Broken lines in the middle of ten thousand: each is an error record with its place, and all others are done.

`pytest tests/hostile --hypothesis-profile=long` has them in the middle of a hundred thousand.
"""

from __future__ import annotations

import json

import pytest

from newstally.runner.output import errors_of
from processes import EXTRACT_IN_PLACE, finish

LINES, LONG = 10_000, 100_000
BROKEN = {
    2_000: (b'{"text": "cut off', "not JSON (Invalid control character at); each line is one JSON object"),
    4_000: (b"\xff\xfe", "not UTF-8 at byte 0; save the file as UTF-8"),
    5_000: (b'{"text": "calm"}{"text": "calm"}', "not JSON (Extra data); each line is one JSON object"),
    6_000: (b'{"text": "a\0b"}', "binary, not text (a NUL byte at 11); save the story as plain text in UTF-8"),
    8_000: (b'{"text": ""}', "empty; give a text, or leave it out"),
}


@pytest.mark.slow
def test_broken_lines_in_the_middle_of_ten_thousand(tmp_path, long):
    lines = LONG if long else LINES
    broken = {number * lines // LINES: (line, why) for number, (line, why) in BROKEN.items()}
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    with source.open("wb") as file:
        for number in range(1, lines + 1):
            file.write(broken[number][0] if number in broken else b'{"id": "a%d", "text": "calm"}' % number)
            file.write(b"\n")
    code, said = finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 2])
    records, errors = ([json.loads(line) for line in path.read_bytes().splitlines()] for path in (out, errors_of(out)))
    assert [record["id"] for record in records] == [f"a{n}" for n in range(1, lines + 1) if n not in broken]
    assert [error["error"]["message"] for error in errors] == [f"{source}:{n}: {why}" for n, (_, why) in broken.items()]
    assert code == 2
    assert said.splitlines()[-1] == f"newstally: wrote {lines - 5:,} records to {out}, 5 errors to {errors_of(out)}"
