"""WARC, as Common Crawl publishes its news crawl: a response with an HTML page is one article, named by its address.

Requests, metadata and what else a crawl notes are passed over; a response that is no page is told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from types import ModuleType
from typing import IO, Any

from newstally.errors import InputError
from newstally.read.extras import need
from newstally.read.fields import Fields
from newstally.read.formats import page
from newstally.read.found import Found
from newstally.read.opening import MAX_PIECE, File, brief, too_long

MAGIC = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml")
CHUNK = 1 << 16
END = b"\r\n\r\n"  # of every record


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the bytes begin as a WARC file does."""
    return ahead.startswith(MAGIC)


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The article of each response, or its fault. Raises InputError where the rest of the file cannot be read."""
    warcio, trafilatura = need("warcio", "warc", file.place), page.extractor(file.place)
    for where, record in _records(file, warcio):
        if record.rec_type == "response":
            yield _found(record, where, trafilatura)


def _records(file: File, warcio: ModuleType) -> Iterator[tuple[str, Any]]:
    stream = _Stream(file)
    records = warcio.ArchiveIterator(stream)
    records.INC_RECORD = ""  # what it would print
    for number in count(1):
        try:
            record = next(records, None)
        except InputError:
            raise
        except Exception as error:  # each fault of a record has its own
            why = f"damaged WARC at record {number} ({brief(error)})"
            raise InputError(f"{file.place}: {why}; fetch the file again") from error
        if records.err_count or (record is None and not stream.tail.endswith(END)):
            raise InputError(f"{file.place}: damaged WARC, cut off behind record {number - 1}; fetch the file again")
        if record is None:
            return
        yield file.at(number), record


def _found(record: Any, where: str, trafilatura: ModuleType) -> Found:
    """The article of a response: its page, under its address."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    raw = _drained(record.raw_stream)
    try:
        data = _page(record, raw)
    except InputError as error:
        return Found(where, id=url, fault=f"{where}: {url or 'a record'} {error}")
    charset = page.charset(record.http_headers.get_header("Content-Type").encode("utf-8", "replace"))
    found = page.found(data, where, trafilatura, charset, url)
    fields = {**found.fields, "url": url, "fetched": headers.get_header("WARC-Date") or ""}
    return replace(found, id=url, fields=fields)


def _page(record: Any, raw: bytes) -> bytes:
    """The bytes of a page, of those that stand in the file. Raises InputError where it is none, or not a whole one."""
    if fault := _fault(record, raw):
        raise InputError(fault)
    record.raw_stream = io.BytesIO(raw)
    try:
        data = _drained(record.content_stream())
    except Exception as error:  # of the page's own packing; the other pages are still read
        raise InputError(f"cannot be unpacked ({brief(error)}); fetch it again") from error
    if len(data) > MAX_PIECE:
        raise InputError(f"is {too_long()}")
    return data


def _fault(record: Any, raw: bytes) -> str:
    """Why a response is no page, or not a whole one; "" where it is."""
    http, cut = record.http_headers, record.rec_headers.get_header("WARC-Truncated")
    if http is None:
        return "has no answer of a web server; leave it out"
    status, kind = http.get_statuscode(), http.get_header("Content-Type") or ""
    if status != "200":
        return f"was answered with {status or 'no status'}, not with a page; leave it out"
    if not kind.lower().startswith(PAGES):
        return f"is {kind or 'of no content type'}, not HTML; leave it out"
    if cut:
        return f"was cut off when it was fetched ({cut}); fetch it again"
    if len(raw) > MAX_PIECE:
        return f"is {too_long()}"
    return "is cut off in this file; fetch the file again" if getattr(record.raw_stream, "limit", 1) else ""


def _drained(stream: IO[bytes]) -> bytes:
    """What a stream holds; of one that is too long, a little more than is allowed."""
    data = bytearray()
    while len(data) <= MAX_PIECE and (chunk := stream.read(CHUNK)):
        data += chunk
    return bytes(data)


class _Stream:
    """The file's bytes for warcio, and the last of them, by which a file that is cut off is known."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        data = self._file.stream.read1(size)  # no more than is sure, so that nothing before a damage is lost
        self.tail = (self.tail + data)[-len(END) :]
        return data
