"""Standard output and standard error that are closed, full or read no further: a true exit code, and no traceback."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from processes import EXTRACT_IN_PLACE, finish, start
from saved_records import ROOT, SEEDS

NEWSTALLY = [sys.executable, "-m", "newstally.cli"]
READER_GONE, ERROR = 141, 2


def in_a_shell(command: list[object], redirection: str) -> tuple[int, str]:
    """Run a command with its streams as a shell makes them."""
    return finish(["bash", "-c", f"{shlex.join(map(str, command))} {redirection}"])


@pytest.fixture
def prints(tmp_path, tiny_model) -> dict[str, list[object]]:
    """Commands that print, some of them more than a pipe takes at once."""
    story, source = tmp_path / "a.txt", tmp_path / "in.jsonl"
    story.write_text("Nine boats sank.", "utf-8")
    source.write_text("".join(json.dumps({"text": f"calm {n}" + "x" * 900}) + "\n" for n in range(300)), "utf-8")
    return {
        "extract": [*EXTRACT_IN_PLACE, source, "-j", 1],
        "check": [*NEWSTALLY, "check", story, "-m", tiny_model],
        "evaluate": [*NEWSTALLY, "evaluate", ROOT / "seeds", SEEDS, "--format", "json"],
        "schema": [*NEWSTALLY, "schema"],
        "rules": [*NEWSTALLY, "rules"],
    }


COMMANDS = ["extract", "check", "evaluate", "schema", "rules"]


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_enough_ends_a_command_quietly(prints, name):
    """`newstally … | head`, and a head that has left before the first line."""
    with start(prints[name], stdout=subprocess.PIPE) as process:
        process.stdout.close()
        assert (process.wait(60), process.stderr.read()) == (READER_GONE, "")


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told(prints, name):
    with open("/dev/full", "wb") as full:
        code, said = finish(prints[name], stdout=full)
    assert (code, said) == (
        ERROR, "newstally: standard output: cannot be written (No space left on device); make room\n"
    )  # fmt: skip


@pytest.mark.parametrize("stream", ["closed", "full", "read no further"])
def test_who_cannot_be_told_has_the_exit_code(tmp_path, stream):
    """The work is done all the same: an error record is written, and 2 says so."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "calm"}\n{"text": "fail"}\n{"text": "calm"}\n', "utf-8")
    ways = {"closed": "2>&-", "full": "2>/dev/full", "read no further": "2> >(exec true)"}
    assert in_a_shell([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 1], ways[stream])[0] == ERROR
    assert (out.read_bytes().count(b"\n"), (tmp_path / "out.errors.jsonl").read_bytes().count(b"\n")) == (2, 1)


def test_standard_output_that_is_closed_takes_no_records(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "calm"}\n', "utf-8")
    code, said = in_a_shell([*EXTRACT_IN_PLACE, source], ">&-")
    assert (code, said) == (ERROR, "newstally: standard output: is closed; open it, or name a file with --output\n")


def test_standard_input_that_is_closed_is_an_error():
    code, said = in_a_shell([*EXTRACT_IN_PLACE, "-"], "<&-")
    assert (code, said) == (ERROR, "newstally: -: standard input is closed; open it, or name a file\n")
