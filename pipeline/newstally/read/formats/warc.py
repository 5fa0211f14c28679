"""WARC, as Common Crawl publishes its news crawl: a response with an HTML page is one article, named by its address.

Requests, metadata and what else a crawl notes are passed over; a response that is no page is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from types import ModuleType
from typing import Any

from newstally.errors import InputError
from newstally.read.extras import need
from newstally.read.fields import Fields
from newstally.read.formats import page
from newstally.read.formats.page import CHARSET
from newstally.read.found import Found
from newstally.read.opening import MAX_PIECE, Damaged, File, brief, too_long
from newstally.read.values import day

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
    stream = _Stream(file)
    records = warcio.ArchiveIterator(stream)
    records.INC_RECORD = ""  # what it would print
    for number in count(1):
        try:
            record = next(records, None)
        except (warcio.exceptions.ArchiveLoadFailed, ValueError, AttributeError) as error:
            why = "a response without an address" if isinstance(error, AttributeError) else brief(error)
            raise InputError(f"{file.place}: damaged WARC at record {number} ({why}); fetch the file again") from error
        if records.err_count or (record is None and not stream.tail.endswith(END)):
            raise InputError(f"{file.place}: damaged WARC, cut off behind record {number - 1}; fetch the file again")
        if record is None:
            return
        if record.rec_type == "response":
            yield _found(record, file.at(number), trafilatura)


def _found(record: Any, where: str, trafilatura: ModuleType) -> Found:
    """The article of a response: its page, under its address, with the day it was fetched where the page gives none."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    try:
        kind, data = _kind(record, url), _page(record, url)
    except InputError as error:
        return Found(where, id=url, fault=f"{where}: {error}")
    charset = CHARSET.search(kind.encode("ascii", "ignore"))
    found = page.found(data, where, trafilatura, charset[1].decode() if charset else "", url)
    fetched = headers.get_header("WARC-Date") or ""
    fields = {**found.fields, "url": url, "fetched": fetched}
    return replace(found, id=url, date=found.date or day(fetched), fields=fields)


def _kind(record: Any, url: str) -> str:
    """The content type of a page. Raises InputError where the response is none."""
    http = record.http_headers
    if http is None:
        raise InputError(f"{url or 'a record'} has no answer of a web server; leave it out")
    status, kind = http.get_statuscode(), http.get_header("Content-Type") or ""
    if status != "200":
        raise InputError(f"{url} was answered with {status or 'no status'}, not with a page; leave it out")
    if not kind.lower().startswith(PAGES):
        raise InputError(f"{url} is {kind or 'of no content type'}, not HTML; leave it out")
    return kind


def _page(record: Any, url: str) -> bytes:
    """The bytes of a page. Raises InputError where they are not all there."""
    reason = record.rec_headers.get_header("WARC-Truncated")
    if reason:
        raise InputError(f"{url} was cut off when it was fetched ({reason}); fetch it again")
    stream, data = record.content_stream(), bytearray()
    try:
        while len(data) <= MAX_PIECE and (chunk := stream.read(CHUNK)):
            data += chunk
    except Damaged:
        raise
    except Exception as error:  # of the page's own packing; the other pages are still read
        raise InputError(f"{url} cannot be unpacked ({error}); fetch it again") from error
    if len(data) > MAX_PIECE:
        raise InputError(f"{url} is {too_long()}")
    while record.raw_stream.read(CHUNK):
        pass  # what stands behind the page, to see whether the record ends where it says
    if getattr(record.raw_stream, "limit", 1):
        raise InputError(f"{url} is cut off in this file; fetch the file again")
    return bytes(data)


class _Stream:
    """The file's bytes for warcio, which would take a damaged packing for the end of the file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._file.stream.read1(size)  # no more than is sure, so that nothing before a damage is lost
        except self._file.damages as error:
            raise self._file.damaged(error) from error
        self.tail = (self.tail + data)[-len(END) :]
        return data
