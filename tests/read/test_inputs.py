"""Inputs become articles; what cannot be read becomes one sentence in its place."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newstally.read import articles
from newstally.read.extras import zstd
from newstally.types import Article, Failure

SPREAD = "JSON, but not an object a line; write it so"
TOO_LONG = "a.txt: longer than 5 characters; split it into articles, or raise the limit with --max-chars"


def ids(found) -> list[str]:
    return [one.id for one in found]


def jsonl(path, *rows) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


# ---- what is read ----------------------------------------------------------------------------------------------------


def test_a_text_file_is_an_article_named_by_its_path(folder):
    (folder / "a.txt").write_bytes("Zoë won.\r\nTwice.".encode())
    assert list(articles(["a.txt"])) == [Article("a.txt", "Zoë won.\r\nTwice.", "a.txt")]


def test_a_byte_order_mark_counts_in_a_text_and_not_in_jsonl(folder):
    """Offsets count the characters of a text as it is; the mark of a JSONL file belongs to none of its texts."""
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbfRain.")
    (folder / "b.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "Rain."}\n')
    assert [one.text for one in articles(["a.txt", "b.jsonl"])] == ["\ufeffRain.", "Rain."]


def test_what_a_run_writes_is_not_read(folder):
    for name in ("a.txt", "out.jsonl"):
        (folder / name).write_text("Rain.", "utf-8")
    assert ids(articles(["."], skip=[folder / "out.jsonl"])) == ["a.txt"]


def test_each_line_of_jsonl_is_an_article(folder):
    jsonl(folder / "a.jsonl", {"id": "x", "text": "One."}, {"text": "Two.", "source": "desk"}, {"id": 3, "text": "3."})
    assert list(articles(["a.jsonl"])) == [
        Article("x", "One.", "a.jsonl"),
        Article("a.jsonl:2", "Two.", "desk"),
        Article("3", "3.", "a.jsonl"),
    ]


def test_empty_lines_of_jsonl_are_passed_over_but_counted(folder):
    (folder / "a.jsonl").write_text('\n{"text": "One."}\n\n', "utf-8")
    assert ids(articles(["a.jsonl"])) == ["a.jsonl:2"]


def test_an_id_that_is_taken_gives_way_to_the_place(folder):
    """A record is found again by its id, so two articles never share one."""
    (folder / "a.txt").write_text("Rain.", "utf-8")
    jsonl(folder / "b.jsonl", *({"id": name, "text": "Snow."} for name in ("x", "x", "a.txt", "b.jsonl:5", "y", "x")))
    assert ids(articles(["."])) == [
        "a.txt", "x", "b.jsonl:2", "b.jsonl:3", "b.jsonl:5", "y", "b.jsonl:6",
    ]  # fmt: skip


def test_a_place_that_an_id_has_taken_is_numbered(folder):
    jsonl(folder / "a.jsonl", {"id": "a.jsonl:2", "text": "Rain."}, {"text": "Snow."})
    assert ids(articles(["a.jsonl"])) == ["a.jsonl:2", "a.jsonl:2#2"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.txt\nin\n", ["a.txt", "in/b.txt", "in/c.txt"]),
        (b"\xef\xbb\xbf in/c.txt \r\n\r\nin/b.txt", ["in/b.txt", "in/c.txt"]),
        (b"in/*.txt\na.txt", ["a.txt", "in/b.txt", "in/c.txt"]),
    ],
    ids=["files and folders", "spaces, empty lines and a mark", "globs"],
)
def test_a_list_names_inputs_one_a_line(folder, monkeypatch, data, expected):
    (folder / "in").mkdir()
    for name in ("a.txt", "in/b.txt", "in/c.txt"):
        (folder / name).write_text("Rain.", "utf-8")
    (folder / "list").write_bytes(data)
    assert ids(articles(["@list"])) == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert ids(articles(["@-"])) == expected


def test_a_folder_gives_its_stories_at_any_depth_in_the_order_of_their_paths(folder):
    for name in (
        "in/b.md",
        "in/a.txt",
        "in/deep/c.TXT",
        "in/.hidden/d.txt",
        "in/.e.txt",
        "in/f.png",
        "in/g.txt.gz.part",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Rain.", "utf-8")
    assert ids(articles(["in"])) == ["in/a.txt", "in/b.md", "in/deep/c.TXT"]


def test_order_and_repetition_of_the_inputs_change_nothing(folder):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Rain.", "utf-8")
    assert ids(articles(["b.txt", "a.txt", "*.txt"])) == ids(articles(["."])) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Rain fell.\nTwice.", [("-", "Rain fell.\nTwice.")]),
        (b'{"id": "a", "text": "Rain."}\n{"text": "Snow."}', [("a", "Rain."), ("-:2", "Snow.")]),
        (b'{"no": "text"}', [("-", '{"no": "text"}')]),
    ],
    ids=["text", "jsonl", "an object that is no article"],
)
def test_standard_input_is_text_or_jsonl(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [(one.id, one.text) for one in articles(["-"])] == expected


# ---- what is not -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("no.txt", None, "no.txt: no such file or folder; check the path"),
        ("no*.txt", None, "no*.txt: no such file or folder; check the path"),
        ("a.txt", b"%PDF\x00\x01", "a.txt: binary, not text (a NUL byte at 4); save the story as plain text in UTF-8"),
        ("a.txt", b"caf\xe9 burns", "a.txt: not UTF-8 at byte 3; save the file as UTF-8"),
        ("a.txt", b" \n ", "a.txt: empty; give a text, or leave it out"),
        ("a.txt", b"", "a.txt: empty; give a text, or leave it out"),
        ("a.txt", b"123456", TOO_LONG),
        ("a.txt", b"x" * 99, TOO_LONG),
        ("a.jsonl", b'{"text": ', "a.jsonl:1: not JSON (Expecting value); each line is one JSON object"),
        ("a.jsonl", b"[1]", "a.jsonl:1: no JSON object; each line is one JSON object"),
        ("a.jsonl", b"[" * 500_000, "a.jsonl:1: values in values, more than 100 deep; write the article's fields flat"),
        ("a.jsonl", b'{"id": %s}' % (b"9" * 9999), "a.jsonl:1: a number of thousands of digits; leave it out, or write "
         "it as a string"),
        ("a.jsonl", b"null", "a.jsonl:1: no JSON object; each line is one JSON object"),
        ("a.jsonl", b'[{"text": "Rain."}]', f"a.jsonl: {SPREAD}, as `jq -c .[]` does"),
        ("a.json", b'{\n  "text": "Rain."\n}', f"a.json: {SPREAD}, as `jq -c .` does"),
        ("@a", None, "@a: the list cannot be read (No such file or directory); check the path"),
        ("@a", b"\n \n", "@a: the list is empty; it holds one path a line"),
        ("@a", b"\xff", "@a: the list is not UTF-8 at byte 0; it holds one path a line"),
        ("a.jsonl", b'{"text": "\\ud800"}', "a.jsonl:1: half a surrogate pair at character 0; write the character"),
        ("a.jsonl", b'{"text": "\xff"}', "a.jsonl:1: not UTF-8 at byte 10; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_a_failure_names_the_place_and_the_next_step(folder, name, data, message):
    if data is not None:
        (folder / name.removeprefix("@")).write_bytes(data)
    (failure,) = articles([name], max_chars=5)
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("InputError", message)
    assert message.startswith(failure.where)


def test_a_folder_without_stories_is_a_failure(folder):
    (folder / "in").mkdir()
    (failure,) = articles(["in"])
    assert failure.message == (
        "in: the folder holds no stories; put .txt, .md, .html, .htm, .jsonl, .ndjson, .json, .csv, .tsv, .parquet, "
        ".warc files (or .gz or .zst of them) there"
    )


def test_the_others_are_still_read(folder):
    (folder / "a.txt").write_bytes(b"\xff")
    (folder / "b.jsonl").write_bytes(
        b'{"id": "1", "text": "Rain."}\nbroken\n{"id": "3", "text": ""}\n{"id": "4", "text": "Snow."}'
    )
    (folder / "c.txt").write_bytes(b"Hail.")
    found = list(articles(["a.txt", "b.jsonl", "c.txt", "d.txt"]))
    assert [(one.id, isinstance(one, Article)) for one in found] == [
        ("a.txt", False), ("1", True), ("b.jsonl:2", False), ("3", False), ("4", True), ("c.txt", True),
        ("d.txt", False),
    ]  # fmt: skip


def test_ten_megabytes_are_refused_by_default(folder):
    (folder / "a.txt").write_bytes(b"rain " * 2_000_000)
    (failure,) = articles(["a.txt"])
    assert failure.message.startswith("a.txt: longer than 1,000,000 characters; ")


# ---- all of it -------------------------------------------------------------------------------------------------------

HTML = Path(__file__).with_name("page.html").read_bytes()


def test_formats_are_mixed_in_one_run(folder):
    files = {
        "a.csv": b"url,body\nhttps://a.example/1,Rain.\n",
        "b.html": HTML,
        "c.jsonl.gz": gzip.compress(b'{"id": "c", "text": "Snow."}\nbroken\n'),
        "d.md": b"# Hail\n\nIt fell.",
        "e.txt": b"\xff",
        "f.warc": b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        "g.txt.zst": zstd("").compress(b"Fog."),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    pq.write_table(pa.table({"text": ["Wind."]}), "h.parquet")
    (folder / "list").write_text("d.md\nno.txt\n", "utf-8")
    found = list(articles([".", "@list", "*.txt"]))
    assert [(one.id, isinstance(one, Article)) for one in found] == [
        ("https://a.example/1", True), ("b.html", True), ("c", True), ("c.jsonl.gz:2", False), ("d.md", True),
        ("e.txt", False), ("g.txt.zst", True), ("h.parquet:1", True), ("no.txt", False),
    ]  # fmt: skip


def test_reading_goes_only_as_far_as_it_is_asked(folder, monkeypatch):
    """A reader that is not asked on holds what it has: a run of a million articles needs no room for them."""
    opened = []
    monkeypatch.setattr(gzip, "GzipFile", lambda fileobj: opened.append(fileobj.name) or io.BytesIO(b"Rain."))
    for name in ("a.txt.gz", "b.txt.gz"):
        (folder / name).write_bytes(b"")
    found = articles(["."])
    assert opened == []
    next(found)
    assert opened == ["a.txt.gz"]
