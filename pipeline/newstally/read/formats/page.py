"""A web page is one article: trafilatura finds its text, headline, by-line and date, and leaves the rest of the page.

The text is what trafilatura makes of the page, not the page's own, so whoever wants to lay offsets over it carries it
along in the record (``Fields.with_text``). Menus, advertisements, comments and captions are left out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from newstally.errors import InputError
from newstally.read.extras import need
from newstally.read.fields import Fields
from newstally.read.found import Found
from newstally.read.opening import File, brief
from newstally.read.text import BOM

OPENING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
CHARSET = re.compile(rb"charset\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.I)
HEAD = 2048  # bytes in which a page names its charset
LATIN = frozenset(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"))
"""What browsers, and so the pages, take for Windows-1252."""
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
"""Only a date that the page itself gives as that of its publication, whatever day it is today."""
FIELDS = ("title", "author", "date", "url", "hostname", "sitename", "description", "categories", "tags", "language")


def is_it(ahead: bytes, fields: Fields) -> bool:
    """Whether the bytes begin as a page does."""
    return OPENING.match(ahead.removeprefix(codecs.BOM_UTF8)) is not None


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The one article of the page."""
    trafilatura = extractor(file.place)
    yield found(file.piece(), file.place, trafilatura)


def extractor(place: str) -> ModuleType:
    """Trafilatura. Raises InputError where it is not installed."""
    return need("trafilatura", "web", place)


def found(data: bytes, where: str, trafilatura: ModuleType, served: str = "", url: str = "") -> Found:
    """The article of a page, or its fault; ``served`` is the charset, and ``url`` the address, it was served with."""
    try:
        page = _taken(_decoded(data, where, served), where, trafilatura, url)
    except InputError as error:
        return Found(where, fault=str(error))
    given = {name: value for name in FIELDS if (value := page.get(name))}
    headline, day = page.get("title") or "", page.get("date") or ""
    return Found(where, page["text"], headline, date=day, fields=given, used=("title",))


def charset(data: bytes) -> str:
    """The charset that a page, or the type it is served as, names; "" where it names none."""
    named = CHARSET.search(data[:HEAD])
    return named[1].decode("ascii", "replace") if named else ""


def _taken(html: str, where: str, trafilatura: ModuleType, url: str) -> dict[str, Any]:
    try:
        page = trafilatura.bare_extraction(
            html, url=url or None, favor_precision=True, include_comments=False, with_metadata=True,
            date_extraction_params=dict(DATES),
        )  # fmt: skip
    except Exception as error:  # nothing is lost: the other pages are still read
        why = f"{type(error).__name__} while it was taken apart ({brief(error)})"
        raise InputError(f"{where}: {why}; leave it out") from error
    if page is None or not (page.text or "").strip():
        raise InputError(f"{where}: no article found in the page; save its text, or leave it out")
    return page.as_dict()


def _decoded(data: bytes, where: str, served: str) -> str:
    """The page's characters: UTF-8 where it is that, else by the charset that it is served with or names itself."""
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        for name in filter(None, (_mark(data), served, charset(data))):
            try:
                return data.decode("cp1252" if name.lower() in LATIN else name, "replace").removeprefix(BOM)
            except (LookupError, ValueError):  # no such charset, or one of no page
                continue
        fault = f"{where}: not UTF-8 at byte {error.start}, and it names no other charset; save the page as UTF-8"
        raise InputError(fault) from error


def _mark(data: bytes) -> str:
    """The encoding that a byte order mark tells, other than UTF-8; "" where there is none."""
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
