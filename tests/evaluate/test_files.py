"""Gold and records from files: told apart, validated, brought together; faults named with file, line and key."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from answers import COUNTS, count, gold, record, wanted_check
from newstally.errors import InputError
from newstally.evaluate import evaluate, read_files


def written(path: Path, *rows: dict | str) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    data = "\n".join(lines).encode() + b"\n"
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.mark.parametrize("name", ["both.jsonl", "both.jsonl.gz"])
def test_gold_and_records_are_told_apart_by_the_schema(tmp_path, name):
    path = written(tmp_path / name, gold(), "", record())
    rows, records = read_files([path])
    assert [(row.object, row.line) for row in rows] == [(gold(), 1)]
    assert list(records) == ["a"]


def test_a_folder_stands_for_all_its_files(tmp_path):
    (tmp_path / "deep").mkdir()
    written(tmp_path / "deep" / "b.gold.jsonl", gold() | {"id": "b"})
    written(tmp_path / "a.gold.jsonl", gold())
    written(tmp_path / "notes.txt", "no gold")
    assert [row.object["id"] for row in read_files([tmp_path]).rows] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "sha256", "belongs"),
    [("a", None, True), ("a.txt", "its own", True), ("a.txt", None, False), ("a.txt", "0", False)],
    ids=["by id", "by its text", "by neither", "of another text"],
)
def test_a_record_belongs_to_the_gold_of_its_id_or_text(tmp_path, name, sha256, belongs):
    found = record() | {"id": name}
    found |= {} if sha256 == "its own" else {"sha256": sha256}
    path = written(tmp_path / "x.jsonl", gold(), found)
    if belongs:
        assert list(read_files([path]).records) == ["a"]
    else:
        with pytest.raises(InputError, match="belongs to the gold, by id or text"):
            read_files([path])


def test_the_records_of_any_tool_will_do_with_the_least_they_can_say(tmp_path):
    least = {"schema": "tool/1", "id": "a", "counts": [{"value": 20, "start": 36, "end": 38}], "extra": 1}
    inputs = read_files([written(tmp_path / "x.jsonl", gold(counts=COUNTS["gold"]), least)])
    evaluation = evaluate(inputs.golds, inputs.records)
    assert (evaluation["counts"].hit, evaluation["counts, with unit"].hit) == (1, 0)
    assert "people" not in evaluation.measures


def test_a_record_that_failed_is_read_and_all_is_missed(tmp_path):
    failed = {"schema": "newstally/1", "id": "a", "source": "a", "error": {"type": "InputError"}}
    inputs = read_files([written(tmp_path / "x.jsonl", gold(counts=COUNTS["gold"]), failed)])
    (article,) = evaluate(inputs.golds, inputs.records).articles
    assert (article.read, article.outcomes["counts"].hit) == (False, 0)


def test_the_story_beside_its_gold_is_known(tmp_path):
    story = tmp_path / "a.txt"
    story.write_bytes(gold()["text"].encode())
    written(tmp_path / "a.gold.jsonl", gold())
    (row,) = read_files([tmp_path]).rows
    assert row.story == story
    story.write_text("another text", "utf-8")
    assert row.story is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read (No such file or directory); check the path"),
        (['{"id"'], ":1: not JSON ("),
        (["[1]"], ":1: no JSON object"),
        (['{"id": "\\ud800"}'], ":1: half a surrogate pair"),
        (["", '{"id": "a"}'], ":2: text: is missing; add it (5 more; `newstally gold check` lists them)"),
        ([gold() | {"peple": []}], ":1: peple: is an unknown key; did you mean 'people'?"),
        ([gold(checks=[wanted_check("sum", 0, 9)])], ":1: checks[0].counts: 0 is no index of the 0 counts"),
        ([record()], "no gold in it; name at least one gold file"),
        ([gold(), gold()], ":2: the id 'a' stands twice; give it another"),
        ([gold(), record(), record()], ":3: the id 'a' stands twice"),
        ([gold(), record(counts=[{"value": 1, "end": 2}])], ":2: counts[0].start: is missing; add it"),
        ([gold(), record(counts=[count(1, "20", "x")])], ":2: counts[0].value: is 'x'"),
        ([gold(), record(checks=[{"kind": "sum", "verdict": "ok"}])], ":2: checks[0].verdict: is 'ok'; write"),
    ],
    ids=["missing file", "broken", "no object", "half a character", "no gold", "unknown key", "index", "records alone",
         "an id twice", "a record twice", "a record's key", "a record's value", "a record's verdict"],
)  # fmt: skip
def test_what_does_not_hold_is_named(tmp_path, content, message):
    path = tmp_path / "x.jsonl"
    if content is not None:
        written(path, *content)
    with pytest.raises(InputError) as error:
        read_files([path])
    assert str(path) in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize("data", [b"\xff\n", gzip.compress(b"{}")[:-4]], ids=["not UTF-8", "half a gzip"])
def test_bytes_that_are_no_text_are_named(tmp_path, data):
    path = tmp_path / ("x.jsonl.gz" if data[:2] == b"\x1f\x8b" else "x.jsonl")
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"x\.jsonl"):
        read_files([path])


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(InputError, match=r"the folder holds no \.jsonl"):
        read_files([tmp_path])
