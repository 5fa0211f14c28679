"""Records with their texts → one HTML file to look at, which needs nothing beside it and fetches nothing.

What the stories say reaches the page as JSON and is put there as text; the page's policy lets run only its own script.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import IO, Any

from newstally import __version__
from newstally.report.story import row, story
from newstally.saved import RecordDict

SCRIPTS = ("page.js", "story.js", "index.js", "start.js")
LIVE = (*SCRIPTS, "live.js")
UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def write(out: IO[str], stories: Iterable[tuple[RecordDict, str | None]], titles: Mapping[str, str], name: str) -> int:
    """Write the page of ``stories``, records each with its text or None, as they come; returns their number.

    ``titles`` says what each code of a check finds, ``name`` is the title of the page.
    """
    script = _open(out, SCRIPTS, name)
    rows, names = [], {"countries": {}, "kinds": {}}
    for number, (record, text) in enumerate(stories):
        rows.append(row(record))
        for kind, found in _names(record).items():
            names[kind].update(found)
        out.write(_data(f"story-{number}", story(record, text)))
    out.write(_data("index", {"title": name, "titles": dict(titles), **names, "stories": rows}))
    out.write(f"<script>{script}</script>\n</body>\n</html>\n")
    return len(rows)


def write_live(out: IO[str], titles: Mapping[str, str], name: str, most: int) -> None:
    """Write the page with a box for one story of at most ``most`` characters, which asks its server what to show."""
    script = _open(out, LIVE, name, "connect-src 'self'; ")
    nothing = {"countries": {}, "kinds": {}, "stories": []}
    out.write(_data("index", {"title": name, "titles": dict(titles), **nothing, "most": most}))
    out.write(f"<script>{script}</script>\n</body>\n</html>\n")


def live(record: RecordDict, text: str) -> dict[str, Any]:
    """What the page with a box is told of its story, JSON-safe."""
    return {"row": row(record), **_names(record), "story": story(record, text)}


def _names(record: RecordDict) -> dict[str, dict[str, str]]:
    """What the codes in a record stand for: names of countries, kinds of checks."""
    return {
        "countries": {country["code"]: country["name"] for country in record["countries"]},
        "kinds": {check["code"]: check["kind"] for check in record["checks"]},
    }


def _open(out: IO[str], scripts: Sequence[str], name: str, allowed: str = "") -> str:
    """Write the page up to its data; returns the script that must end it. ``allowed`` is added to the policy."""
    style = _asset("report.css")
    script = "\n".join(map(_asset, scripts))
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; {allowed}"
        "base-uri 'none'; form-action 'none'"
    )
    head = {"policy": policy, "title": name, "version": __version__}
    out.write(_asset("page.html").format(**{key: html.escape(value) for key, value in head.items()}, style=style))
    return script


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text("utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _data(name: str, value: Any) -> str:
    """A block of data; nothing in it can end the block, for every "<" is written by its number."""
    dumped = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, number in UNSAFE.items():
        dumped = dumped.replace(char, number)
    return f'<script type="application/json" id="{name}">{dumped}</script>\n'
