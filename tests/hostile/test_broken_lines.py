"""Broken lines in the middle of a hundred thousand: each is an error record with its place, and all others are done."""

from __future__ import annotations

import json

import pytest

from newstally.runner.output import errors_of
from processes import EXTRACT_IN_PLACE, finish

LINES = 100_000
BROKEN = {
    20_000: (b'{"text": "cut off', "not JSON (Invalid control character at); each line is one JSON object"),
    40_000: (b"\xff\xfe", "not UTF-8 at byte 0; save the file as UTF-8"),
    50_000: (b'{"text": "calm"}{"text": "calm"}', "not JSON (Extra data); each line is one JSON object"),
    60_000: (b'{"text": "a\0b"}', "binary, not text (a NUL byte at 11); save the story as plain text in UTF-8"),
    80_000: (b'{"text": ""}', "empty; give a text, or leave it out"),
}


@pytest.mark.slow
def test_broken_lines_in_the_middle_of_a_hundred_thousand(tmp_path):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    with source.open("wb") as file:
        for number in range(1, LINES + 1):
            file.write(BROKEN[number][0] if number in BROKEN else b'{"id": "a%d", "text": "calm"}' % number)
            file.write(b"\n")
    code, said = finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 2])
    records, errors = ([json.loads(line) for line in path.read_bytes().splitlines()] for path in (out, errors_of(out)))
    assert [record["id"] for record in records] == [f"a{n}" for n in range(1, LINES + 1) if n not in BROKEN]
    assert [error["error"]["message"] for error in errors] == [f"{source}:{n}: {why}" for n, (_, why) in BROKEN.items()]
    assert code == 2
    assert said.splitlines()[-1] == f"newstally: wrote 99,995 records to {out}, 5 errors to {errors_of(out)}"
