"""Packed files are read as what they hold, and what stands before a damage is not lost; memory stays flat."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc

import pytest

from newstally.read import articles, opening
from newstally.read.extras import zstd
from newstally.types import Article

PACKERS = {".gz": gzip.compress, ".zst": lambda data: zstd("").compress(data)}
ROWS = b'{"id": "a", "text": "Rain."}\n{"id": "b", "text": "Snow."}\n'


@pytest.fixture(params=PACKERS)
def suffix(request):
    return request.param


@pytest.fixture
def pack(suffix):
    return PACKERS[suffix]


def outcomes(*inputs):
    return [(one.id, one.text if isinstance(one, Article) else one.message) for one in articles(inputs)]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"Rain.", [("{}", "Rain.")]),
        ("A.JSONL", ROWS, [("a", "Rain."), ("b", "Snow.")]),
        ("a.csv", b"id,text\na,Rain.\n", [("a", "Rain.")]),
    ],
)
def test_a_packed_file_is_read_as_what_it_holds(folder, suffix, pack, name, data, expected):
    (folder / (name + suffix)).write_bytes(pack(data))
    assert outcomes(".") == [(each.format(name + suffix), text) for each, text in expected]


def test_one_that_was_packed_in_pieces_is_read_whole(folder, suffix, pack):
    (folder / f"a.jsonl{suffix}").write_bytes(b"".join(pack(line) for line in ROWS.splitlines(keepends=True)))
    assert [name for name, _ in outcomes(".")] == ["a", "b"]


def test_standard_input_is_unpacked_by_its_first_bytes(monkeypatch, pack):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pack(ROWS))))
    assert outcomes("-") == [("a", "Rain."), ("b", "Snow.")]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda packed: packed[:-9], "damaged {} (Compressed file ended before the end-of-stream marker was reached)"),
        (lambda packed: packed + b"no more of it", "damaged {} ("),
    ],
    ids=["cut off", "something behind it"],
)
def test_what_stands_before_a_damage_is_read(folder, suffix, pack, damage, message):
    rows = [json.dumps({"id": str(number), "text": f"{number * 7919} came."}) for number in range(5_000)]
    (folder / f"a.jsonl{suffix}").write_bytes(damage(pack("\n".join(rows).encode())))
    *read, (name, told) = outcomes(".")
    assert len(read) > 3_000
    assert [each for each, _ in read] == [str(number) for number in range(len(read))]
    assert name == f"a.jsonl{suffix}"
    assert told.startswith(f"{name}: {message.format({'.gz': 'gzip', '.zst': 'zstd'}[suffix])}")
    assert told.endswith("; pack the file again")


def test_a_name_that_says_packed_is_believed(folder, suffix):
    (folder / f"a.txt{suffix}").write_bytes(b"no packed bytes, but a text")
    ((_, message),) = outcomes(".")
    assert message.startswith(f"a.txt{suffix}: damaged ")


def test_what_grows_beyond_any_article_is_refused_and_the_others_are_read(folder, suffix, pack, monkeypatch):
    monkeypatch.setattr(opening, "MAX_PIECE", 100_000)
    bomb = pack(b'{"text": "' + b"x" * 20_000_000 + b'"}\n' + ROWS)
    (folder / f"a.jsonl{suffix}").write_bytes(bomb)
    (folder / f"b.txt{suffix}").write_bytes(bomb)
    tracemalloc.start()
    found = outcomes(".")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    why = "longer than 100,000 bytes, which no article is; split it into articles"
    assert found == [
        (f"a.jsonl{suffix}:1", f"a.jsonl{suffix}:1: {why}"), ("a", "Rain."), ("b", "Snow."),
        (f"b.txt{suffix}", f"b.txt{suffix}: {why}"),
    ]  # fmt: skip
    assert peak < 2_000_000


def test_of_a_file_one_article_lies_in_memory(folder):
    with gzip.open("a.jsonl.gz", "wt") as file:
        for number in range(2000):
            file.write(json.dumps({"id": str(number), "text": "Rain fell. " * 1000}) + "\n")
    tracemalloc.start()
    assert sum(1 for _ in articles(["a.jsonl.gz"])) == 2000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_500_000
