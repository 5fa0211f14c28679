"""The server of drafts: what it answers, and what it refuses."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from commands import newstally
from newstally.serve import HOST, Server

ROOT = Path(__file__).parents[1]
MOST = 50


@pytest.fixture(scope="module")
def server():
    with Server(0, "<p>the page</p>", lambda draft: {"read": draft}, MOST) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: Server, method: str = "POST", path: str = "/check", body: object = "{}", **headers: str):
    """An answer as (status, headers, body) to a request that is as it should be, but for what is given."""
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    right = {"Host": server.hosts[0], "Origin": server.url.rstrip("/"), "Content-Type": "application/json"}
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    merged = {name: value for name, value in {**right, **given}.items() if value}
    connection.request(method, path, body if isinstance(body, bytes) else str(body).encode(), merged)
    reply = connection.getresponse()
    return reply.status, reply.headers, reply.read()


def test_it_listens_to_this_machine_alone(server):
    assert server.server_address[0] == "127.0.0.1"
    assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_the_page_is_served_and_kept_nowhere(server):
    status, headers, body = ask(server, "GET", "/", "", Origin="", Content_Type="")
    assert (status, body) == (200, b"<p>the page</p>")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("text", ["Nine talks.", "", "Zoë 東京 🗞 \r\n", "x" * MOST, "🗞" * MOST])
def test_a_draft_is_read_as_it_is(server, text):
    for ascii_only in (True, False):
        status, _, body = ask(server, body=json.dumps({"text": text}, ensure_ascii=ascii_only))
        assert (status, json.loads(body)) == (200, {"read": text})


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_both_names_of_this_machine_will_do(server, name):
    host = f"{name}:{server.server_port}"
    status, _, _ = ask(server, body='{"text": ""}', Host=host, Origin=f"http://{host}")
    assert status == 200


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"Host": "attack.test"}, 421),
        ({"Host": "attack.test:8765", "method": "GET", "path": "/"}, 421),
        ({"Origin": "http://attack.test"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"path": "/"}, 404),
        ({"path": "/check", "method": "GET"}, 404),
        ({"path": "/../etc/passwd", "method": "GET"}, 404),
        ({"method": "PUT"}, 501),
        ({"method": "OPTIONS"}, 501),
        ({"body": json.dumps({"text": "x" * (MOST + 1)})}, 413),
        ({"body": "{", "Content_Length": str(10**12)}, 413),
        ({"body": "", "Content_Length": "-1"}, 411),
    ],
    ids=str,
)
def test_what_is_not_its_own_page_is_refused(server, request_, status):
    assert ask(server, **request_)[0] == status


@pytest.mark.parametrize(
    "body", ["", "{}", "[]", "7", '{"text": 7}', '{"text": "\\ud800"}', b'{"text": "\xff"}', "[" * 500], ids=repr
)
def test_what_is_no_draft_is_refused_with_the_form_of_one(server, body):
    status, _, answer = ask(server, body=body)
    assert (status, json.loads(answer)) == (400, {"error": 'a draft is {"text": "…"} in UTF-8'})


def test_a_port_that_is_taken_is_one_sentence(server, monkeypatch):
    monkeypatch.setattr("newstally.nlp.load", lambda model: None)
    result = newstally("serve", "--port", server.server_port)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"newstally: port {server.server_port}: cannot be had (")


# Hears Ctrl-C even where this run was started in the background, which passes on that it is to be ignored.
SERVE = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("newstally.cli", run_name="__main__")
"""


def test_a_story_is_checked_by_a_real_server_which_leaves_nothing_behind(shipped, tmp_path):
    command = [sys.executable, "-c", SERVE, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        told = process.stderr.readline()
        real = re.search(r"http://127\.0\.0\.1:(\d+)/ ", told)
        text = (ROOT / "seeds" / "nineteen-talks.txt").read_text("utf-8")
        connection = HTTPConnection(HOST, int(real[1]), timeout=60)
        headers = {"Origin": f"http://{HOST}:{real[1]}", "Content-Type": "application/json"}
        connection.request("POST", "/check", json.dumps({"text": text}), headers)
        story = json.loads(connection.getresponse().read())["story"]
        process.send_signal(signal.SIGINT)
        assert (process.wait(20), process.stderr.read()) == (130, "")
    assert [check["code"] for check in story["checks"] if check["verdict"] == "contradictory"] == ["T101", "T102"]
    assert list(tmp_path.iterdir()) == []
