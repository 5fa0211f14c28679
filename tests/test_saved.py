"""Records as they were saved, and their texts found again."""

from __future__ import annotations

import gzip
import json

import pytest

from newstally.errors import InputError
from newstally.saved import Texts, records
from newstally.types import Failure
from saved_records import SEEDS, saved, seed_records, write


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_records_come_back_as_they_were_saved():
    assert list(records([str(SEEDS)])) == seed_records()


def test_gzip_is_read(folder):
    (folder / "r.jsonl.gz").write_bytes(gzip.compress(json.dumps(saved()).encode()))
    assert [record["id"] for record in records(["r.jsonl.gz"])] == ["a"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "r.jsonl:2: not JSON (Expecting property name"),
        ('{"id": "a"}', "r.jsonl:2: no whole record (newstally: Field required)"),
        (json.dumps(saved(people=[{"id": "P1"}])), "r.jsonl:2: no whole record (people.0.name: Field required)"),
        (json.dumps(saved(colour="red")), "r.jsonl:2: no whole record (colour: Unknown key)"),
        (json.dumps(saved(chars="many")), "r.jsonl:2: no whole record (chars: Input should be a valid integer"),
    ],
    ids=["no JSON", "no record", "half a record", "more than a record", "another kind"],
)
def test_a_line_that_is_no_record_is_told_and_the_others_are_read(folder, line, message):
    (folder / "r.jsonl").write_text(f"{json.dumps(saved())}\n{line}\n\n{json.dumps(saved(id='b'))}\n", "utf-8")
    first, fault, last = records(["r.jsonl"])
    assert (first["id"], last["id"]) == ("a", "b")
    assert isinstance(fault, Failure) and fault.message.startswith(message)


def test_error_records_are_left_out(folder):
    error = {"type": "InputError", "message": "empty", "where": "b"}
    write(folder / "r.jsonl", saved(), {"schema": "newstally/1", "id": "b", "source": "b", "error": error})
    assert [record["id"] for record in records(["r.jsonl"])] == ["a"]


def test_a_file_that_is_not_there_is_told():
    (fault,) = records(["no.jsonl"])
    assert fault.message == "no.jsonl: cannot be read (No such file or directory); check the path and its permissions"


# ---- their texts -----------------------------------------------------------------------------------------------------


def test_a_text_is_found_by_the_source(folder):
    (folder / "a.txt").write_text("Two cats.", "utf-8")
    assert Texts().of(saved("Two cats.")) == "Two cats."


def test_texts_are_found_in_any_order(folder):
    write(folder / "t.jsonl", *({"id": word, "text": word} for word in ("one", "two", "three")))
    texts = Texts(["t.jsonl"])
    assert [texts.of(saved(word)) for word in ("two", "three", "three", "one")] == ["two", "three", "three", "one"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a.txt", "a: its text is not in a.txt, by sha256; give the texts it was read from"),
        ("gone.txt", "a: its source 'gone.txt' is no file; give the texts with --texts"),
        ("*.txt", "a: its source '*.txt' is no file; give the texts with --texts"),
        ("-", "a: its source '-' is no file; give the texts with --texts"),
    ],
    ids=["changed", "gone", "glob", "standard input"],
)
def test_a_text_that_is_not_the_records_is_refused(folder, source, message):
    (folder / "a.txt").write_text("Two dogs.", "utf-8")
    with pytest.raises(InputError) as caught:
        Texts().of(saved("Two cats.", source=source))
    assert str(caught.value) == message
