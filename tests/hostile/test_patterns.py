"""No regular expression of the package takes longer than its text, whatever stands there.

Every pattern gets the strings that its own parts suggest: what may be repeated in it, many times, and then nothing that
fits; and some that fit many patterns. It is used as the package uses it: to match, to search, to split.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import re
import signal
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from re import _constants as sre
from re import _parser as parser
from typing import Any

import pytest

import newstally
from newstally.layout import Cues

ROOT = Path(newstally.__file__).parent
TABLE = tomllib.loads((Path(__file__).parents[2] / "configs/tables/layout.toml").read_text("utf-8"))
SIZE = 50_000
LONG = 1_000_000
LIMIT = 1.0
"""Seconds, where a millisecond or ten are enough; a pattern that takes the square would need minutes."""
COMMON = (" ", "\n", "a", "A", "1", "a ", "A ", "Aa ", "1 ", "1,", ", ", "a, ", "- ", ".", "(", "“", "’s ", "<!--")
METHODS = re.compile(r"\b(\w+)\.(match|search|fullmatch|finditer|findall|split|sub)\(")
SHORT = {"layout.cues._credit": 100}
"""Patterns that take the square, and the length of what they are given at most: here a bracket in a caption."""
MOST = 8
"""Repetitions that may stand in one another without harm."""
TENTH = 10
"""A text so much shorter is tried first: even the square needs no more than its square times as long for the whole."""


class TooLongError(Exception):
    """A pattern is still at it."""


def _modules() -> Iterator[Any]:
    for module in pkgutil.walk_packages(newstally.__path__, "newstally."):
        if not module.name.endswith(("__main__", ".warm", *(() if importlib.util.find_spec("ray") else (".on_ray",)))):
            yield importlib.import_module(module.name)


def _patterns_in(value: Any) -> Iterator[re.Pattern]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _patterns_in(inner)


@cache
def _uses(path: Path) -> dict[str, set[str]]:
    """How a module uses what goes by a name."""
    uses: dict[str, set[str]] = {}
    for name, method in METHODS.findall(path.read_text("utf-8")):
        uses.setdefault(name, set()).add(method)
    return uses


def _methods(name: str, module: str) -> set[str]:
    """How a pattern is used: where it is made, or else wherever its name is."""
    path = ROOT / module.replace(".", "/")
    own = next(one for one in (path.with_suffix(".py"), path / "__init__.py") if one.exists())
    everywhere = (_uses(one).get(name, set()) for one in ROOT.rglob("*.py"))
    return _uses(own).get(name) or set().union(*everywhere) or {"search"}


def _found() -> dict[str, tuple[re.Pattern, set[str]]]:
    """Every pattern of a module, and those that the layout makes of its table, with the ways in which it is used."""
    holders = [(module.__name__.removeprefix("newstally."), vars(module)) for module in _modules()]
    found = {}
    for place, values in [*holders, ("layout.cues", vars(Cues(TABLE)))]:
        for name, value in values.items():
            for number, pattern in enumerate(_patterns_in(value)):
                found[f"{place}.{name}{number or ''}"] = (pattern, _methods(name, place))
    return found


FOUND = _found()


def _sample(parsed: Iterable[tuple]) -> str:
    """A string that fits the parts of a pattern."""
    return "".join(_one(kind, value) for kind, value in parsed)


def _one(kind: Any, value: Any) -> str:
    if kind in REPEATS:
        return _sample(value[2]) * value[0]
    if kind is sre.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    makers = {
        sre.LITERAL: chr, sre.ANY: lambda _: "a", sre.IN: _member, sre.BRANCH: lambda branches: _sample(branches[1][0]),
        sre.SUBPATTERN: lambda group: _sample(group[-1]), sre.ATOMIC_GROUP: _sample,
    }  # fmt: skip
    return makers.get(kind, lambda _: "")(value)  # nothing for what looks around, and for edges


def _member(members: list[tuple]) -> str:
    """A character of a class: of several a letter where that fits, else its last."""
    test = re.compile(_class(members))
    kind, value = members[-1]
    return next((sign for sign in "a A1,-" if test.match(sign)), chr(value) if kind is sre.LITERAL else "\u0394")


def _class(members: list[tuple]) -> str:
    signs = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_SPACE: r"\s",
             sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W"}  # fmt: skip
    parts = []
    for kind, value in members:
        if kind is sre.NEGATE:
            parts.append("^")
        elif kind is sre.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is sre.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            parts.append(signs[value])
    return f"[{''.join(parts)}]"


REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _pumps(parsed: Iterable[tuple], before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each part that may be repeated, and what is repeated."""
    for kind, value in parsed:
        if kind in REPEATS:
            if value[1] > MOST and (body := _sample(value[2])):
                yield before, body
            yield from _pumps(value[2], before)
        elif kind is sre.SUBPATTERN:
            yield from _pumps(value[-1], before)
        elif kind is sre.ATOMIC_GROUP:
            yield from _pumps(value, before)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before)
        before += _one(kind, value)


def hostile(pattern: re.Pattern, size: int) -> Iterator[str | bytes]:
    """Texts of ``size`` characters against a pattern."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    pumps = list(_pumps(parser.parse(source, pattern.flags & ~re.UNICODE & ~re.DEBUG)))
    once = [(before + body, body) for before, body in pumps]
    for before, body in dict.fromkeys([*pumps, *once, *(("", each) for each in COMMON)]):
        text = (before + body * (size // len(body)))[:size] + "\0"
        yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    for before, body in pumps:
        text = (before + body) * (size // len(before + body)) + "\0"
        yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


def use(pattern: re.Pattern, method: str, text: str | bytes) -> None:
    """Use a pattern as the package does, and all of what it finds."""
    if method == "sub":
        pattern.sub("" if isinstance(text, str) else b"", text)
    elif method == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)


@pytest.fixture(autouse=True)
def clock():
    """Interrupts a pattern that takes too long; the engine looks for signals now and then."""

    def ring(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    yield lambda seconds: signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("name", FOUND)
def test_a_pattern_takes_no_longer_than_its_text(name, clock, long):
    pattern, methods = FOUND[name]
    size = SHORT.get(name, LONG if long else SIZE)
    limit = max(LIMIT * size / SIZE, LIMIT)
    slow = []
    for text, tenth in zip(hostile(pattern, size), hostile(pattern, size // TENTH), strict=True):
        for method in sorted(methods):
            try:
                if long or takes(clock, limit, pattern, method, tenth) > limit / TENTH**2:
                    takes(clock, limit, pattern, method, text)
            except TooLongError:
                slow.append((method, text[:30]))
    assert slow == []


def takes(clock: Callable[[float], object], limit: float, pattern: re.Pattern, method: str, text: str | bytes) -> float:
    """CPU seconds. Raises TooLongError beyond the limit."""
    started = time.process_time()
    clock(limit)
    try:
        use(pattern, method, text)
    finally:
        clock(0)
    return time.process_time() - started
