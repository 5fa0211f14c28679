"""A WARC as Common Crawl publishes it: each record packed by itself, and a page that was fetched is an article."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest

from newstally.read import Fields, articles
from newstally.types import Article

PAGE = Path(__file__).with_name("page.html").read_bytes()
SHORT = "<html><head><title>Fire</title></head><body><p>" + "A café burned in Orlin on Monday, police said. " * 9
HTML = {"Content-Type": "text/html"}


def outcomes(*inputs):
    return [(one.id, one.text if isinstance(one, Article) else one.message) for one in articles(inputs)]


def lines(first: str, headers: Mapping[str, str]) -> bytes:
    named = (f"{key}: {value}" for key, value in headers.items())
    return "".join(f"{line}\r\n" for line in (first, *named, "")).encode()


def record(kind: str, block: bytes, url: str = "", **headers: str) -> bytes:
    """A record of the kind ("response", "request", "warcinfo")."""
    named = {"WARC-Type": kind, "WARC-Date": "2025-03-06T10:00:00Z"} | ({"WARC-Target-URI": url} if url else {})
    sized = {**named, **headers, "Content-Type": "application/http", "Content-Length": str(len(block))}
    return lines("WARC/1.0", sized) + block + b"\r\n\r\n"


def response(url: str, body: bytes = PAGE, http: Mapping[str, str] = HTML, status="200 OK", **headers: str) -> bytes:
    """A record of what a server answered."""
    return record("response", lines(f"HTTP/1.1 {status}", http) + body, url, **headers)


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def path(request):
    return request.param


@pytest.fixture
def packed(path):
    """The bytes of a file with these records behind the one that says what it is."""

    def pack(*records: bytes) -> bytes:
        every = (record("warcinfo", b"software: a crawler\r\n"), *records)
        return b"".join(map(gzip.compress, every) if path.endswith(".gz") else every)

    return pack


def test_a_response_with_a_page_is_an_article(path, packed):
    Path(path).write_bytes(packed(
        record("request", b"GET /1 HTTP/1.1\r\n\r\n", "https://a.example/1"),
        response("https://a.example/1"),
        response("https://a.example/2", SHORT.encode("latin-1"), {"Content-Type": "text/html; charset=ISO-8859-1"}),
        response("https://a.example/3", gzip.compress(SHORT.encode()), HTML | {"Content-Encoding": "gzip"}),
        record("metadata", b"fetchTimeMs: 12\r\n", "https://a.example/3"),
    ))  # fmt: skip
    first, second, third = articles([path], fields=Fields(meta=("author", "fetched")))
    assert (first.id, first.source, first.date) == ("https://a.example/1", path, "2025-03-04")
    assert first.meta == {"author": "Salome Quist", "fetched": "2025-03-06T10:00:00Z"}
    assert first.text.startswith("Nine rescued as ferry sinks off Port Elmira\n\nPORT ELMIRA")
    assert (second.id, second.date) == ("https://a.example/2", "")
    assert second.text == third.text
    assert second.text.startswith("Fire\n\nA café burned")


URL = "https://a.example/1"
HALF = gzip.compress(bytes(range(256)) * 100 + PAGE)
NO_PAGES = {
    "not found": (response(URL, status="404 Not Found"), f"{URL} was answered with 404, not with a page; leave it out"),
    "a feed": (response(URL, http={"Content-Type": "text/xml"}), f"{URL} is text/xml, not HTML; leave it out"),
    "anything": (response(URL, http={}), f"{URL} is of no content type, not HTML; leave it out"),
    "cut off": (response(URL, **{"WARC-Truncated": "length"}), f"{URL} was cut off when it was fetched (length)"),
    "packed by half": (response(URL, HALF[:200], HTML | {"Content-Encoding": "gzip"}), "no article found in the page"),
    "no article": (response(URL, b"<html><body></body></html>"), "no article found in the page"),
    "of no server": (record("response", b"dns", "dns:a.example"), "dns:a.example has no answer of a web server; leave"),
}


@pytest.mark.parametrize(("response_without", "message"), NO_PAGES.values(), ids=NO_PAGES)
def test_a_response_without_a_page_is_told_and_the_others_are_read(path, packed, response_without, message):
    Path(path).write_bytes(packed(response_without, response("https://a.example/2")))
    (_, told), (other, text) = outcomes(path)
    assert told.startswith(f"{path}:2: {message}")
    assert other == "https://a.example/2"
    assert text.startswith("Nine rescued")


DAMAGES = {
    "cut off": lambda data: data[: len(data) * 3 // 4],
    "cut off at the very end": lambda data: data[:-2],
    "something behind it": lambda data: data + b"no record",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_of_a_damaged_file_the_pages_before_are_read(path, packed, capfd, damage):
    Path(path).write_bytes(damage(packed(response("https://a.example/1"), response("https://a.example/2"))))
    (first, text), *_, (name, told) = outcomes(path)
    assert first == "https://a.example/1"
    assert text.startswith("Nine rescued")
    assert name == path
    assert told.startswith(f"{path}: damaged ")
    assert capfd.readouterr() == ("", "")


def test_a_response_without_an_address_is_told_with_its_number(path, packed):
    Path(path).write_bytes(packed(response("https://a.example/1"), response("")))
    (first, _), (_, told) = outcomes(path)
    assert first == "https://a.example/1"
    assert told.startswith(f"{path}: damaged WARC at record 3 (")
