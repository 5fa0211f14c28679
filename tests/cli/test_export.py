"""`newstally export` at its edges; the tables are tested in tests/export."""

from __future__ import annotations

import sys

import pytest

from commands import newstally
from saved_records import write


@pytest.fixture(autouse=True)
def folder(two_saved):
    return two_saved


def test_tables_are_csv_by_default(folder):
    result = newstally("export", "r.jsonl", "-o", "out/tables")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "newstally: wrote 2 stories to out/tables as csv\n"
    head = (folder / "out" / "tables" / "people.csv").read_text("utf-8")
    assert head == '"story","person","name","byline","text","start","end"\n'


def test_several_formats_and_a_text_that_is_missing(folder):
    result = newstally("export", "r.jsonl", "-o", "out", "--format", "ftm", "--format", "docbin")
    assert result.exit_code == 2
    assert result.stderr == (
        "newstally: b: its source 'b.txt' is no file; give the texts with --texts\n"
        "newstally: wrote 2 stories to out as ftm, docbin\n"
    )
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["docs-00001.spacy", "entities.ftm.json"]


def test_texts_are_taken_from_elsewhere(folder):
    write(folder / "t.jsonl", {"text": "Two cats."}, {"text": "Gone."})
    assert newstally("export", "r.jsonl", "-o", "out", "--format", "docbin", "--texts", "t.jsonl").exit_code == 0


def test_a_broken_line_is_told_and_the_rest_is_written(folder):
    (folder / "r.jsonl").write_text('{"id"\n', "utf-8")
    result = newstally("export", "r.jsonl", "-o", "out")
    assert result.exit_code == 2
    assert result.stderr.startswith("newstally: r.jsonl:1: not JSON (Expecting")


def test_without_pyarrow_the_next_step_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newstally.export.parquet", raising=False)
    result = newstally("export", "r.jsonl", "-o", "out", "--format", "parquet")
    assert result.exit_code == 2
    assert result.stderr == (
        'newstally: parquet needs pyarrow, which is not installed; run: pip install "newstally[parquet]"\n'
    )


def test_a_folder_that_cannot_be_written_is_one_sentence(folder):
    result = newstally("export", "r.jsonl", "-o", "a.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in result.stderr
