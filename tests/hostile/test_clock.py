"""A clock that is set back, and forth, in the middle of a run changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from processes import EXTRACT_IN_PLACE, finish, size, start, wait_for_growth

FAKE = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)


@pytest.mark.skipif(FAKE is None, reason="needs a clock that can be set for one process (Debian: faketime)")
def test_a_clock_that_is_set_in_the_middle_of_a_run_changes_nothing(tmp_path, monkeypatch):
    texts = [f"pause 0.02 {number}" + " " * 20_000 for number in range(30)]
    source, whole, out = (tmp_path / name for name in ("in.jsonl", "whole.jsonl", "out.jsonl"))
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    command = [*EXTRACT_IN_PLACE, source, "-j", 2, "--timeout", 5]
    assert finish([*command, "-o", whole])[0] == 0
    clock = tmp_path / "clock"
    clock.write_text("+0", "utf-8")
    for name, value in {"LD_PRELOAD": FAKE, "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_NO_CACHE": 1,
                        "FAKETIME_DONT_FAKE_MONOTONIC": 1}.items():  # fmt: skip
        monkeypatch.setenv(name, str(value))
    with start([*command, "-o", out]) as process:
        for step in ("-1h", "+400d", "-400d"):
            wait_for_growth(process, out, size(whole) // 5)
            clock.write_text(step, "utf-8")
        assert process.wait(20) == 0, process.stderr.read()
    assert out.read_bytes() == whole.read_bytes()
