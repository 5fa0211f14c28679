"""The file: whole in itself, its data inert, its policy that of its own script."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from newstally.report import write
from report_pages import ATTACK, home, hostile, page

DATA = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def home_page(tmp_path_factory):
    return page(tmp_path_factory.mktemp("page") / "r.html", [home()]).read_text("utf-8")


def test_the_policy_lets_run_only_what_the_page_brings(home_page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', home_page)
    for name in ("script", "style"):
        (source,) = re.findall(rf"<{name}>(.*?)</{name}>", home_page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in policy
    assert policy.startswith("default-src &#x27;none&#x27;;")
    assert "unsafe" not in policy


def test_nothing_outside_is_named(home_page):
    assert not re.findall(r"""(?:https?:)?//[a-z]|@import|url\(|\bsrc=|\.innerHTML|insertAdjacent|document\.write""",
                          re.sub(DATA, "", home_page).replace("\n//", ""))  # fmt: skip


def test_what_a_story_says_cannot_leave_its_block(tmp_path):
    written = page(tmp_path / "r.html", [hostile()], title=ATTACK).read_text("utf-8")
    blocks = {name: body for name, body in DATA.findall(written)}
    assert written.count("<script") == len(blocks) + 1
    assert "<img" not in written
    assert not any(sign in body for body in blocks.values() for sign in "<>&\u2028")
    assert json.loads(blocks["story-0"])["people"][0]["name"] == ATTACK
    assert json.loads(blocks["index"])["title"] == ATTACK


def test_no_word_of_the_story_is_missing(home_page):
    def words(node):
        return node if isinstance(node, str) else "".join(map(words, node[5]))

    _, text = home()
    blocks = json.loads(dict(DATA.findall(home_page))["story-0"])["blocks"]
    assert [word for _, nodes in blocks for word in "".join(map(words, nodes)).split()] == text.split()


def test_the_same_records_give_the_same_bytes(tmp_path):
    assert len({page(tmp_path / name, [home()]).read_bytes() for name in ("a.html", "b.html")}) == 1


def test_stories_are_written_as_they_come(tmp_path):
    with (tmp_path / "r.html").open("w", encoding="utf-8") as file:
        assert write(file, (home() for _ in range(3)), {}, "Desk") == 3
