"""A web page is one article, without what surrounds it on the page."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from newstally.read import Fields, articles
from newstally.types import Article

PAGE = Path(__file__).with_name("page.html").read_bytes()
SHORT = "A café burned in Orlin on Monday. Two of the five guests were hurt, the fire brigade said. Nobody died. " * 3
FURNITURE = (
    "cookies", "312 jobs", "Lucky Harbour", "garden chairs", "morning letter", "Read more", "cannery", "comments",
    "sailed on her", "All rights reserved", "track",
)  # fmt: skip


def page(text: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}<title>Fire</title></head><body><p>{text}</p></body></html>"


def outcomes(*inputs):
    return [(one.id, one.text if isinstance(one, Article) else one.message) for one in articles(inputs)]


def test_a_page_is_its_article(folder):
    (folder / "a.html").write_bytes(PAGE)
    (article,) = articles(["a.html"], fields=Fields(meta=("author", "sitename"), with_text=True))
    assert (article.id, article.source, article.date) == ("a.html", "a.html", "2025-03-04")
    assert article.meta == {"author": "Salome Quist", "sitename": "The Elmira Courier"}
    assert article.text.startswith("Nine rescued as ferry sinks off Port Elmira\n\nPORT ELMIRA — Fishermen pulled nine")
    assert article.text.endswith("Correction: An earlier version of this article said that 16 people were aboard the "
                                 "ferry. There were 14.")  # fmt: skip
    assert article.text.count("Nine rescued") == 1
    assert "\n- Per Halvard, the engineer\n" in article.text
    assert not [each for each in FURNITURE if each in article.text]
    assert article.with_text


CHARSETS = {
    "UTF-8": page(SHORT).encode(),
    "UTF-8 that calls itself another": page(SHORT, '<meta charset="iso-8859-1">').encode(),
    "Latin 1": page(SHORT, '<meta charset="iso-8859-1">').encode("latin-1"),
    "Windows": page(SHORT, '<meta http-equiv="Content-Type" content="text/html; charset=cp1252">').encode("cp1252"),
    "UTF-16": page(SHORT).encode("utf-16"),
}


@pytest.mark.parametrize("data", CHARSETS.values(), ids=CHARSETS)
def test_a_page_is_read_in_its_charset(folder, data):
    (folder / "a.html").write_bytes(data)
    ((_, text),) = outcomes("a.html")
    assert text.startswith("Fire\n\nA café burned")


NO_CHARSET = "not UTF-8 at byte 94, and it names no other charset; save the page as UTF-8"
NO_ARTICLE = "no article found in the page; save its text, or leave it out"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", NO_ARTICLE),
        (b"\0\1\2", NO_ARTICLE),
        (b"<html><body><ul><li><a href='/1'>One</a></li></ul></body></html>", NO_ARTICLE),
        (page(SHORT).encode("latin-1"), NO_CHARSET.replace("94", str(page(SHORT).index("é")))),
        (page(SHORT, '<meta charset="undefined">').encode("latin-1"), "not UTF-8 at byte "),
    ],
    ids=["empty", "binary", "a page of links", "no charset", "a charset that is none"],
)
def test_a_page_without_an_article_is_told_and_the_others_are_read(folder, capfd, data, message):
    (folder / "a.html").write_bytes(data)
    (folder / "b.txt").write_bytes(b"Rain.")
    (name, told), other = outcomes(".")
    assert (name, other) == ("a.html", ("b.txt", "Rain."))
    assert told.startswith(f"a.html: {message}")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (page(SHORT).encode(), True),
        (b"\xef\xbb\xbf\n <!-- saved --><!-- twice -->\n<HTML lang=en>" + page(SHORT).encode(), True),
        (b"<p>A tag is no page.</p>", False),
        (b"<!-- " * 50 + b"-->" * 50 + b" no page", False),
    ],
    ids=["a page", "a page behind comments", "a tag", "comments"],
)
def test_standard_input_is_a_page_where_it_begins_as_one(monkeypatch, data, is_page):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ((_, text),) = outcomes("-")
    assert text.startswith("Fire\n\nA café burned") == is_page
