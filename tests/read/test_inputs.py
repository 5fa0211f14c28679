"""Inputs become articles; what cannot be read becomes one sentence in its place."""

from __future__ import annotations

import gzip
import io
import json
import sys

import pytest

from newstally.read import articles
from newstally.types import Article, Failure

TOO_LONG = "a.txt: longer than 5 characters; split it into articles, or raise the limit with --max-chars"


def ids(found) -> list[str]:
    return [one.id for one in found]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"headline": "Rain", "text": "It fell."}, "Rain\n\nIt fell."),
        ({"headline": "Rain", "text": "Rain\n\nIt fell."}, "Rain\n\nIt fell."),
        ({"headline": "", "text": "It fell."}, "It fell."),
        ({"headline": None, "text": "It fell."}, "It fell."),
    ],
    ids=["joined in front", "there already", "empty", "null"],
)
def test_a_headline_stands_before_the_text(folder, row, text):
    jsonl(folder / "a.jsonl", row)
    assert [one.text for one in articles(["a.jsonl"])] == [text]


def test_gzip_is_read_as_what_it_holds(folder):
    (folder / "a.txt.gz").write_bytes(gzip.compress(b"Rain."))
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id": "b", "text": "Snow."}\n'))
    assert [(one.id, one.text) for one in articles(["a.txt.gz", "b.jsonl.gz"])] == [
        ("a.txt.gz", "Rain."),
        ("b", "Snow."),
    ]


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
        ("a.txt.gz", b"no gzip", "a.txt.gz: damaged gzip (Not a gzipped file (b'no')); pack the file again"),
        ("a.jsonl", b'{"text": ', "a.jsonl:1: not JSON (Expecting value); one article is one JSON object on one line"),
        ("a.jsonl", b"[1]", "a.jsonl:1: no field 'text' with a string; an article needs 'id' and 'text'"),
        ("a.jsonl", b'{"text": 1}', "a.jsonl:1: no field 'text' with a string; an article needs 'id' and 'text'"),
        ("a.jsonl", b'{"text": "\\ud800"}', "a.jsonl:1: half a surrogate pair at character 0; write the character"),
        ("a.jsonl", b'{"text": "\xff"}', "a.jsonl:1: not UTF-8 at byte 10; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_a_failure_names_the_place_and_the_next_step(folder, name, data, message):
    if data is not None:
        (folder / name).write_bytes(data)
    (failure,) = articles([name], max_chars=5)
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("InputError", message)
    assert message.startswith(failure.where)


def test_a_folder_without_stories_is_a_failure(folder):
    (folder / "in").mkdir()
    (failure,) = articles(["in"])
    assert failure.message == "in: the folder holds no stories; put .txt, .md, .jsonl files (or .gz of them) there"


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
