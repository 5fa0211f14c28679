"""CSV, TSV and Parquet: a row is one article."""

from __future__ import annotations

import gzip
import io
import sys
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newstally.read import Fields, articles, opening
from newstally.types import Article


def outcomes(*inputs, **options):
    return [(one.id, one.text if isinstance(one, Article) else one.message) for one in articles(inputs, **options)]


# ---- CSV -------------------------------------------------------------------------------------------------------------

TABLES = {
    "commas": (b"id,text\na,Rain.\nb,Snow.\n", [("a", "Rain."), ("b", "Snow.")]),
    "tabs": (b"id\ttext\na\tRain, and snow.\n", [("a", "Rain, and snow.")]),
    "semicolons": (b"id;text\na;Rain, and snow.\n", [("a", "Rain, and snow.")]),
    "a mark and CRLF": (b"\xef\xbb\xbftext,id\r\nRain.,a\r\n", [("a", "Rain.")]),
    "one column": (b"text\nRain.\n", [("a.csv:2", "Rain.")]),
    "lines within quotation marks": (
        b'id,text\n,"One.\r\nTwo, ""three""."\n,Snow.\n',
        [("a.csv:2", 'One.\r\nTwo, "three".'), ("a.csv:4", "Snow.")],
    ),
    "empty lines": (b"id,text\n\na,Rain.\n\n", [("a", "Rain.")]),
    "a headline": (b"title,text\nWet,Rain.\n", [("a.csv:2", "Wet\n\nRain.")]),
}


@pytest.mark.parametrize(("data", "expected"), TABLES.values(), ids=TABLES)
def test_a_row_of_csv_is_an_article(folder, data, expected):
    (folder / "a.csv").write_bytes(data)
    assert outcomes("a.csv") == expected


BROKEN = {
    "too few fields": (b"a", "a row of 1 fields, where the first row names 2; mend the row"),
    "too many fields": (b"a,b,c", "a row of 3 fields, where the first row names 2; mend the row"),
    "a stray quotation mark": (b'a,"Rain" fell', "not CSV (',' expected after '\"'); mend its quotation marks"),
    "not UTF-8": (b"a,caf\xe9", "not UTF-8; save the file as UTF-8"),
    "binary": (b"a,\0", "binary, not text (a NUL byte); save the table as CSV in UTF-8"),
    "no text": (b"a, ", "empty; give a text, or leave it out"),
    "too long": (b"a," + b"x" * 5000, "not CSV (longer than 4,000 bytes, which no article is"),
}


@pytest.mark.parametrize(("row", "message"), BROKEN.values(), ids=BROKEN)
def test_a_row_that_does_not_hold_is_told_and_the_others_are_read(folder, monkeypatch, row, message):
    monkeypatch.setattr(opening, "MAX_PIECE", 4000)
    (folder / "a.csv").write_bytes(b"id,text\nx,Rain.\n" + row + b"\ny,Snow.\n")
    before, (_, told), after = outcomes("a.csv")
    assert (before, after) == (("x", "Rain."), ("y", "Snow."))
    assert told.startswith(f"a.csv:3: {message}")


def test_a_quotation_mark_that_is_not_closed_is_told_with_all_that_it_takes(folder):
    (folder / "a.csv").write_bytes(b'id,text\nx,Rain.\ny,"Snow.\nz,Hail.\n')
    assert outcomes("a.csv")[1:] == [
        ("a.csv:3", "a.csv:3: not CSV (unexpected end of data) and what follows up to line 4; "
         "mend its quotation marks and delimiters")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "fields", "message"),
    [
        (b"", Fields(), "no row with the names of the columns"),
        (b"a,b\n1,2\n", Fields(), "no column holds the text (there are a, b); name the one that"),
        (b"a,text\n1,2\n", Fields(id="nr"), "no column 'nr' (there are a, text); check --id-field"),
    ],
)
def test_a_table_that_names_no_text_is_told_once(folder, data, fields, message):
    (folder / "a.csv").write_bytes(data)
    ((name, told),) = outcomes("a.csv", fields=fields)
    assert name == "a.csv"
    assert told.startswith(f"a.csv: {message}")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,text\na,Rain.\n", [("a", "Rain.")]),
        (b"Rain, snow and hail fell.\nTwice.", [("-", "Rain, snow and hail fell.\nTwice.")]),
        (b"Text, date and place\nof the pact.", [("-", "Text, date and place\nof the pact.")]),
    ],
    ids=["names of fields", "a sentence", "a sentence that begins with one"],
)
def test_standard_input_is_csv_where_its_first_line_names_fields(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert outcomes("-") == expected


# ---- Parquet ---------------------------------------------------------------------------------------------------------


def parquet(path: str, rows: dict, **options) -> None:
    pq.write_table(pa.table(rows), path, **options)


def test_a_row_of_parquet_is_an_article(folder):
    parquet("a.parquet", {
        "article_id": [7, None], "title": ["Wet", None], "body": ["Rain.", "Snow."],
        "published": [datetime(2025, 3, 4), None], "tags": [["a"], []],
    })  # fmt: skip
    assert list(articles(["a.parquet"], fields=Fields(meta=("tags",)))) == [
        Article("7", "Wet\n\nRain.", "a.parquet", "2025-03-04", {"tags": ["a"]}),
        Article("a.parquet:2", "Snow.", "a.parquet", "", {"tags": []}),
    ]


def test_rows_without_text_are_told_and_the_others_are_read(folder):
    column = pa.array([b"Rain.", b"caf\xe9", b"", b"Snow."]).cast(pa.binary()).view(pa.string())
    parquet("a.parquet", {"text": [None, *column.slice(0, 0).to_pylist()], "id": ["x"]})
    pq.write_table(pa.table({"text": column}), "b.parquet")
    assert outcomes(".") == [
        ("x", "a.parquet:1: no field holds the text (there are text, id); name the one that does with --text-field"),
        ("b.parquet:1", "Rain."),
        ("b.parquet:2", "b.parquet:2: not UTF-8; write it so"),
        ("b.parquet:3", "b.parquet:3: empty; give a text, or leave it out"),
        ("b.parquet:4", "Snow."),
    ]


def test_parquet_is_read_packed_and_from_standard_input(folder, monkeypatch):
    parquet("a.parquet", {"id": ["a"], "text": ["Rain."]})
    data = Path("a.parquet").read_bytes()
    Path("b.parquet.gz").write_bytes(gzip.compress(data))
    assert outcomes("b.parquet.gz") == [("a", "Rain.")]
    for stream in (io.BytesIO(data), io.BytesIO(gzip.compress(data))):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
        assert outcomes("-") == [("a", "Rain.")]


def test_damaged_parquet_is_told_and_groups_that_are_whole_are_read(folder):
    parquet("a.parquet", {"id": ["a", "b", "c"], "text": ["Rain.", "Snow.", "Hail."]}, row_group_size=1,
            compression="gzip", use_dictionary=False)  # fmt: skip
    data = bytearray(Path("a.parquet").read_bytes())
    second = pq.ParquetFile("a.parquet").metadata.row_group(1).column(1)
    start = second.data_page_offset + second.total_compressed_size - 12
    data[start : start + 8] = bytes(8)
    Path("a.parquet").write_bytes(data)
    Path("b.parquet").write_bytes(data[:-9])
    first, (name, told), third, (_, whole) = outcomes(".")
    assert (first, third) == (("a", "Rain."), ("c", "Hail."))
    assert name == "a.parquet:2"
    assert told.startswith("a.parquet:2: damaged Parquet up to row 2 (")
    assert whole.startswith("b.parquet: damaged Parquet (")


def test_of_parquet_as_much_lies_in_memory_however_many_rows_there_are(folder):
    held = {}
    for rows in (1000, 3000):
        texts = [f"{number * 7919} came. " * 500 for number in range(rows)]
        parquet("a.parquet", {"text": texts}, use_dictionary=False)
        before = pa.total_allocated_bytes()
        held[rows] = max(pa.total_allocated_bytes() - before for _ in articles(["a.parquet"]))
    assert 0 < held[3000] < 1.5 * held[1000]
