"""A disk that is full or may not be written: one sentence, exit code 2, whole lines, nothing lost.

The disks are real ones, in memory.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from commands import TINY, newstally
from newstally.errors import InputError
from newstally.runner.output import Output, errors_of
from newstally.types import Article
from processes import EXTRACT_IN_PLACE, finish
from saved_records import ROOT, SEEDS, seed_record, write
from stand_in import made_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk as Linux does")
FULL = "cannot be written (No space left on device)"
READ_ONLY = "cannot be written (Read-only file system)"
LINE = b'{"schema":"newstally/1","newstally":"0","model":"m 1","id":"%d","source":"in.jsonl","sha256":""}\n'


def stories(path: Path, number: int, act: str = "calm") -> Path:
    rows = ({"id": f"a{n}", "text": f"{act} {n} " + "x" * 1000} for n in range(number))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def ids(path: Path) -> list[str]:
    """The ids of a file of records, each line of which is whole."""
    data = path.read_bytes()
    assert data.endswith(b"\n")
    return [json.loads(line)["id"] for line in data.splitlines()]


@pytest.mark.parametrize("act", ["calm", "fail"])
def test_a_run_that_fills_the_disk_is_taken_up_once_there_is_room(tmp_path, disk, act):
    """Be it filled by records or by error records."""
    source, out = stories(tmp_path / "in.jsonl", 200, act), disk.folder / "out.jsonl"
    code, said = finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 2])
    assert (code, said.splitlines()[-1]) == (2, f"newstally: {out}: {FULL}; make room, and go on with --resume")
    filled = out if act == "calm" else errors_of(out)
    before = ids(filled)
    assert before == [f"a{n}" for n in range(len(before))] and 20 < len(before) < 200
    disk.has("1m")
    code, _ = finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 2, "--resume"])
    assert (code, ids(filled)) == (0 if act == "calm" else 2, [f"a{n}" for n in range(200)])


def test_a_disk_without_room_for_one_line_keeps_none(disk):
    """The system takes a part of a line before it says that there is no room."""
    out = disk.folder / "out.jsonl"
    fitting, too_long = made_of(Article("a", "calm")), made_of(Article("b", "calm " + "x" * 100_000))
    with pytest.raises(InputError, match="No space left"), Output(out) as output:
        output.write(fitting)
        output.write(too_long)
    assert out.read_bytes() == fitting.line


def test_what_the_disk_refuses_in_the_end_is_told(tmp_path, monkeypatch):
    """A disk elsewhere may say only when it is asked to keep what it took."""

    def refuse(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(InputError, match=r"Input/output error\); make room"), Output(tmp_path / "out.jsonl") as output:
        output.write(made_of(Article("a", "calm")))


def test_no_room_for_temporary_files_is_told(tmp_path, disk, monkeypatch):
    """Which records are there is counted in one."""
    source, out = stories(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    before = b"".join(LINE % number for number in range(120_000))
    out.write_bytes(before)
    monkeypatch.setenv("SQLITE_TMPDIR", str(disk.folder))
    code, said = finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 1, "--resume"])
    assert code == 2
    assert said == (
        "newstally: what is done cannot be kept in the folder for temporary files (database or disk is full); "
        "make room there, or name another with SQLITE_TMPDIR\n"
    )
    assert out.read_bytes() == before


def test_standard_output_to_a_full_disk_is_told(tmp_path, disk):
    source, out = stories(tmp_path / "in.jsonl", 200), disk.folder / "out.jsonl"
    with out.open("wb") as file:
        code, said = finish([*EXTRACT_IN_PLACE, source, "-j", 1], stdout=file)
    assert (code, said) == (2, f"newstally: standard output: {FULL}; make room\n")


def test_a_log_that_is_full_ends_no_run(tmp_path, disk):
    """Not even where every article has something to say."""
    source, out, log = stories(tmp_path / "in.jsonl", 200, "fail"), tmp_path / "out.jsonl", disk.folder / "log"
    log.write_bytes(b"." * 64 * 1024)
    with log.open("ab") as file:
        assert finish([*EXTRACT_IN_PLACE, source, "-o", out, "-j", 1], stderr=file)[0] == 2
    assert len(ids(errors_of(out))) == 200


WRITES = {
    "report": ("report", SEEDS, "-o", "{out}/r.html", "--texts", ROOT / "seeds"),
    **{name: ("export", SEEDS, "-o", "{out}", "--format", name, "--texts", ROOT / "seeds")
       for name in ("csv", "parquet", "jsonld", "ftm")},
    "docbin": ("export", "{one}", "-o", "{out}", "--format", "docbin", "--texts", ROOT / "seeds"),  # written at once
    "labelstudio": ("gold", "export", ROOT / "seeds", "-o", "{out}"),
    "brat": ("gold", "export", ROOT / "seeds", "-o", "{out}", "--to", "brat"),
    "evaluate": ("evaluate", ROOT / "seeds/nineteen-talks.gold.jsonl", "{one}", "--report", "{out}/r.json"),
    "build": ("build", "{config}", "-o", "{out}/en_tiny"),
}  # fmt: skip


@pytest.fixture
def run(tmp_path, disk):
    """A command that writes to the disk, in this process."""
    config = tmp_path / "tiny.cfg"
    config.write_text(TINY, "utf-8")
    one = write(tmp_path / "one.jsonl", seed_record("nineteen-talks"))
    names = {"out": disk.folder, "config": config, "one": one}
    return lambda name: newstally(*(str(word).format(**names) for word in WRITES[name]))


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("why", [FULL, READ_ONLY])
def test_every_command_that_writes_says_so_and_leaves_no_half_file(disk, run, name, why):
    if why == FULL:
        disk.is_full()
    else:
        disk.is_read_only()
    result = run(name)
    assert result.exit_code == 2
    assert f": {why}; " in result.stderr.splitlines()[-1]
    assert [path.name for path in disk.folder.rglob("*") if path.suffix in (".part", ".tmp")] == []


def test_a_run_that_may_not_write_reads_nothing(tmp_path, disk):
    out = disk.folder / "out.jsonl"
    out.write_bytes(b"kept")
    disk.is_read_only()
    source = stories(tmp_path / "in.jsonl", 2)
    for options in ([], ["--resume"]):
        code, said = finish([*EXTRACT_IN_PLACE, source, "-o", out, *options])
        assert (code, said) == (2, f"newstally: {out}: {READ_ONLY}; check the folder, and the room on its disk\n")
    assert out.read_bytes() == b"kept"


def test_a_report_that_has_no_room_leaves_the_old_one(tmp_path, disk):
    page = disk.folder / "r.html"
    page.write_text("the old one", "utf-8")
    records = write(tmp_path / "r.jsonl", seed_record("nineteen-talks"))
    assert newstally("report", records, "-o", page).exit_code == 2
    assert [path.read_text("utf-8") for path in disk.folder.iterdir()] == ["the old one"]
