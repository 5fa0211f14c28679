"""Workflow commands, read back by a reader of their documented grammar that knows nothing of how they are written.

GitHub itself is not asked; the grammar is that of "Workflow commands for GitHub Actions": a line ``::name key=value,…::
message`` with %25, %0D and %0A for a percent sign and line ends, in values %3A and %2C for colon and comma too.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from newstally.evaluate.gate import Gate
from newstally.evaluate.items import Item
from newstally.evaluate.report import Places, as_github
from newstally.evaluate.wrongs import Wrong
from newstally.github import command
from newstally.linter import as_github as as_annotation
from newstally.linter import faults
from saved_records import saved

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>(?:[A-Za-z]+=[^:,]*(?:,(?!:)|(?=::)))*)::(?P<message>.*)")
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
HOSTILE = "::error::%0A%250A,title=x\r\n::stop-commands::t\r::add-mask::a,b=c %3A"


def read(line: str) -> tuple[str, dict[str, str], str]:
    """The name, the properties and the message of one command; the line must hold nothing else."""
    assert not set(line) & set("\r\n"), "GitHub reads a log line by line"
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found["properties"].split(",") if pair)
    properties = {key: plain(value, ESCAPES) for key, value in pairs}
    return found["name"], properties, plain(found["message"], ("%0D", "%0A", "%25"))


def plain(words: str, known) -> str:
    return re.sub("%[0-9A-F]{2}", lambda sign: ESCAPES[sign[0]] if sign[0] in known else sign[0], words)


WORDS = some.text(max_size=40) | some.lists(
    some.sampled_from(["%", "0A", "25", ":", "::", ",", "=", "\r", "\n", "::error ", "x", "é"]), max_size=12
).map("".join)  # fmt: skip


@given(WORDS, WORDS, WORDS)
@example(HOSTILE, HOSTILE, HOSTILE)
def test_what_is_written_is_read_back(message, file, title):
    name, properties, said = read(command("error", message, file=file, line=3, title=title))
    assert (name, said) == ("error", message)
    assert properties == {key: value for key, value in (("file", file), ("line", "3"), ("title", title)) if value}


@given(WORDS, WORDS.filter(bool), WORDS.filter(bool))
@example(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_a_finding_says_it_is_one_annotation_in_its_file(message, path, words):
    text = f"One\n{words} two"
    check = {
        "id": "K1", "code": "T101", "kind": "sum", "verdict": "contradictory", "message": message, "reason": words,
        "stated": 1, "found": 2, "counts": [], "lists": [], "suggestion": None,
        "spans": [{"text": words, "start": 4, "end": 4 + len(words)}],
    }  # fmt: skip
    (fault,) = faults(saved(text, id=path, checks=[check]), text)
    name, properties, said = read(as_annotation(fault))
    assert (name, said) == ("error", f"{message}\nnote: {words}")
    assert (properties["file"], properties["title"]) == (path, "newstally (T101)")
    assert int(properties["line"]) <= int(properties["endLine"])


@given(WORDS, WORDS)
@example(HOSTILE, HOSTILE)
def test_whatever_the_gate_says_it_is_an_annotation(article, says):
    item = Item(says, 1, 2)
    lines = as_github(Gate(wrong=(Wrong(article, "people", "missed", item, ("people",)),)), Places()).split("\n")
    assert [read(line)[0] for line in lines] == ["notice", "warning"]
    assert says in read(lines[1])[2]


@pytest.mark.parametrize(
    "line",
    ["::error file=a:b::x", "::error file=a,b::x", "::error::x", ":: error a=b::x", "::error a=b:x", "x::error a=b::x"],
)
def test_the_reader_is_strict(line):
    with pytest.raises(AssertionError):
        read(line)
