"""Whatever bytes a file holds, each article comes out as a text or as a fault in words, and the run goes on."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile_texts import TEXTS
from newstally.read import Fields, articles
from newstally.read.values import day
from newstally.types import Article, Failure

EVERY = Fields(meta=("all",), with_text=True)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)
NAMES = st.sampled_from(["text", "body", "headline", "id", "url", "date", "published", "source", "meta", "Text "])
ROWS = st.lists(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), min_size=1, max_size=4)
HTML = st.lists(
    st.one_of(TEXTS, st.sampled_from(["<html>", "<head>", "<title>", "<p>", "</p>", "<!--", "-->", "<script>", "<time "
              "datetime='", "<meta charset=utf-7>", "<meta property=article:published_time content='", "'>", "&#xD800;",
              "&#0;", "<table><tr><td>", "<svg>", "<![CDATA[", "<a href='javascript:1'>"])), max_size=30,
).map("".join)  # fmt: skip
HALF = "\\ud800"


def outcomes(path, data: bytes) -> list[Article | Failure]:
    path.write_bytes(data)
    found = list(articles([str(path)], fields=EVERY))
    for one in found:
        assert isinstance(one, Article | Failure)
        if isinstance(one, Article):
            one.text.encode()
            json.dumps(one.meta, allow_nan=False).encode()
            one.id.encode()
        else:
            assert one.message.startswith(str(path)) and "\n" not in one.message
    return found


quick = settings(suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])


@quick
@given(rows=ROWS)
def test_jsonl(tmp_path, rows):
    """Also half a pair of surrogates, which JSON can escape, and numbers that are none."""
    lines = "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)
    assert len(outcomes(tmp_path / "a.jsonl", lines.encode())) == len(rows)
    half = lines.replace('"}', f'{HALF}"}}')
    assert len(outcomes(tmp_path / "a.jsonl", half.encode())) == len(rows)


@quick
@given(
    data=st.binary(max_size=300), suffix=st.sampled_from(["txt", "jsonl", "csv", "tsv", "warc", "jsonl.gz", "txt.zst"])
)
def test_any_bytes(tmp_path, data, suffix):
    outcomes(tmp_path / f"a.{suffix}", data)


@quick
@given(text=TEXTS, head=st.sampled_from(["id,text", "text;date", "headline\ttext", "x,text\r"]))
def test_csv(tmp_path, text, head):
    outcomes(tmp_path / "a.csv", f"{head}\n{text}".encode())


@quick
@given(html=HTML)
def test_html(tmp_path, html):
    assert len(outcomes(tmp_path / "a.html", html.encode())) == 1


@given(TEXTS)
def test_a_day_is_one_or_none(text):
    found = day(text)
    assert found == "" or len(found) == 10


DEEP = {"a list": "[" * 100_000 + "]" * 100_000, "an object": '{"a":' * 100_000, "a little": "[" * 400 + "]" * 400}


@pytest.mark.parametrize("name", DEEP)
def test_values_in_values_are_a_fault_of_their_line(tmp_path, name):
    found = outcomes(tmp_path / "a.jsonl", f'{{"text": "a", "m": {DEEP[name]}}}\n{{"text": "Rain."}}\n'.encode())
    assert [isinstance(one, Article) for one in found] == [False, True]


def test_values_in_values_on_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[" * 50_000)))
    assert len(list(articles(["-"]))) == 1


NUMBERS = ["1" * 10_000, "1e9999", "-1e9999", "NaN", "0.1e-9999", "1e308"]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:8])
def test_numbers_that_are_none(tmp_path, number):
    line = f'{{"id": {number}, "text": "Rain.", "date": {number}, "m": [{number}]}}\n'
    assert len(outcomes(tmp_path / "a.jsonl", line.encode())) == 1


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.html.gz"])
def test_a_bomb_is_a_fault(tmp_path, name):
    """A hundred megabytes of one sign, packed a thousandfold, end at the limit for an article."""
    packed = gzip.compress(b"a" * (100 << 20), 1)
    (one,) = outcomes(tmp_path / name, packed)
    assert "longer than" in one.message or "no row with the names" in one.message
