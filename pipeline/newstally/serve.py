"""The report's page on this machine, with a box for a draft: all of newstally that listens, and to 127.0.0.1 alone.

Nothing is stored or logged. Other sites are kept off, whatever the browser: a request must name this server as its
host (so that no other name can be pointed at it) and, to have a draft read, as its origin, and send JSON, which no page
may send elsewhere unasked. Drafts are read one at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any

HOST = "127.0.0.1"
BYTES = 12
"""The most that one character takes in JSON: two escapes of six, outside the basic plane."""
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}

Read = Callable[[str], Mapping[str, Any]]


class _Refusal(Exception):
    """A request that is not answered, and why."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Server(ThreadingHTTPServer):
    """Serves ``page``, and what ``read`` makes of a draft of at most ``most`` characters.

    Port 0 takes any that is free; ``url`` tells. Raises OSError where the port is taken.
    """

    daemon_threads = True

    def __init__(self, port: int, page: str, read: Read, most: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.page, self.most = page.encode(), most
        self._read, self._one_at_a_time = read, Lock()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which a browser on this machine may call the server."""
        return tuple(f"{name}:{self.server_port}" for name in (HOST, "localhost"))

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{self.hosts[0]}/"

    def read(self, draft: str) -> Mapping[str, Any]:
        """What is found in a draft."""
        with self._one_at_a_time:
            return self._read(draft)


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = 20  # seconds for a request to come in
    server_version = "newstally"
    sys_version = ""

    def do_GET(self) -> None:
        """The page."""
        self._answer(lambda: ("text/html", self._page()))

    def do_POST(self) -> None:
        """What is found in a draft."""
        self._answer(lambda: ("application/json", _json(self.server.read(self._draft()))))

    def _page(self) -> bytes:
        if self.path != "/":
            raise _Refusal(HTTPStatus.NOT_FOUND, "there is one page, /")
        return self.server.page

    def _draft(self) -> str:
        """The text that was sent."""
        if self.path != "/check":
            raise _Refusal(HTTPStatus.NOT_FOUND, "drafts are sent to /check")
        if self.headers.get("Origin") not in [f"http://{host}" for host in self.server.hosts]:
            raise _Refusal(HTTPStatus.FORBIDDEN, "only the page of this server may send drafts")
        if self.headers.get_content_type() != "application/json":
            raise _Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a draft is sent as JSON")
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise _Refusal(HTTPStatus.LENGTH_REQUIRED, "the request does not say how long it is")
        text = _text(self.rfile.read(int(length))) if int(length) <= self.server.most * BYTES + 100 else None
        if text is None or len(text) > self.server.most:
            most = f"{self.server.most:,}"
            raise _Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"longer than {most} characters; take newstally check")
        return text

    def _answer(self, work: Callable[[], tuple[str, bytes]]) -> None:
        """Answer with what ``work`` gives, or with its refusal."""
        try:
            if self.headers.get("Host") not in self.server.hosts:
                raise _Refusal(HTTPStatus.MISDIRECTED_REQUEST, "this server goes by another name")
            status, (kind, body) = HTTPStatus.OK, work()
        except _Refusal as refusal:
            status, kind, body = refusal.status, "application/json", _json({"error": str(refusal)})
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": f"{kind}; charset=utf-8", "Content-Length": len(body)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: what somebody writes is nobody's business."""


def _text(body: bytes) -> str:
    """The draft in a request: ``{"text": …}`` in UTF-8."""
    try:
        text = json.loads(body)["text"]
        text.encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _Refusal(HTTPStatus.BAD_REQUEST, 'a draft is {"text": "…"} in UTF-8') from error
    return text


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
