"""`newstally extract`: JSONL out, one sentence for each fault, the others still done."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from commands import newstally
from newstally import nlp, pipeline
from newstally.schema import read_record
from newstally.types import Article


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def records(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_records_go_to_standard_output(folder, tiny_model):
    (folder / "b.txt").write_text("Çeşme won 3 medals.", "utf-8")
    (folder / "a.txt").write_text("Rain fell.", "utf-8")
    result = newstally("extract", "b.txt", "a.txt", "-m", tiny_model)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [read_record(record).id for record in records(result.stdout)] == ["a.txt", "b.txt"]
    assert records(result.stdout)[0]["model"] == "en_tiny 0.1.0"


def test_records_go_to_a_file(folder, tiny_model):
    (folder / "a.txt").write_text("Çeşme won.", "utf-8")
    result = newstally("extract", "a.txt", "-o", "out.jsonl", "-m", tiny_model)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "newstally: wrote 1 record to out.jsonl\n")
    assert records((folder / "out.jsonl").read_text("utf-8"))[0]["chars"] == 10
    assert not (folder / "out.errors.jsonl").exists()


ROWS = b'{"id": "x", "text": "Rain."}\n{"id": "y", "text": "Snow."}'


def test_standard_input_is_read(tiny_model):
    result = newstally(
        "extract", "-", "-m", tiny_model, stdin=b'{"id": "x", "text": "Rain."}\n{"id": "y", "text": "Snow."}'
    )
    assert [record["id"] for record in records(result.stdout)] == ["x", "y"]


def test_fields_are_named_by_options_and_carried_along_on_request(folder, tiny_model):
    (folder / "a.csv").write_text("nr,kop,lead,dag,desk\n7,Rain,It fell.,4 March 2025,news\n", "utf-8")
    named = ["--text-field", "lead", "--headline-field", "kop", "--id-field", "nr", "--date-field", "dag"]
    (plain,) = records(newstally("extract", "a.csv", *named, "-m", tiny_model).stdout)
    assert (plain["id"], plain["source"], plain["chars"], plain["date"]) == ("7", "a.csv", 14, "2025-03-04")
    assert not plain.keys() & {"meta", "text"}
    full = newstally("extract", "a.csv", *named, "--meta", "desk", "--meta", "dag", "--with-text", "-m", tiny_model)
    assert records(full.stdout) == [
        {**plain, "meta": {"desk": "news", "dag": "4 March 2025"}, "text": "Rain\n\nIt fell."}
    ]


def test_two_runs_write_the_same_bytes(folder, tiny_model):
    (folder / "a.txt").write_text("Rain fell on 3 villages in Peru.\n\nTwo were flooded.", "utf-8")
    runs = [newstally("extract", *order, "-m", tiny_model).stdout for order in (["a.txt"], ["a.txt", "a.txt"])]
    assert runs[0] == runs[1]


BAD = {
    "missing file": ("no.txt", None, "newstally: no.txt: no such file or folder; check the path\n"),
    "binary": (
        "x.txt", b"\x00",
        "newstally: x.txt: binary, not text (a NUL byte at 0); save the story as plain text in UTF-8\n",
    ),
    "not UTF-8": ("x.txt", b"\xff", "newstally: x.txt: not UTF-8 at byte 0; save the file as UTF-8\n"),
    "empty": ("x.txt", b"", "newstally: x.txt: empty; give a text, or leave it out\n"),
    "ten megabytes": (
        "x.txt", b"rain " * 2_000_000,
        "newstally: x.txt: longer than 1,000,000 characters; "
        "split it into articles, or raise the limit with --max-chars\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_input_is_one_sentence_and_the_others_are_done(folder, tiny_model, fault):
    name, data, message = BAD[fault]
    if data is not None:
        (folder / name).write_bytes(data)
    (folder / "a.txt").write_text("Rain.", "utf-8")
    (folder / "z.txt").write_text("Snow.", "utf-8")
    result = newstally("extract", "a.txt", name, "z.txt", "-m", tiny_model)
    assert (result.exit_code, result.stderr) == (2, message)
    assert [record["id"] for record in records(result.stdout)] == ["a.txt", "z.txt"]


def test_a_folder_without_stories_is_one_sentence(folder, tiny_model):
    (folder / "in").mkdir()
    result = newstally("extract", "in", "-m", tiny_model)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("newstally: in: the folder holds no stories; ")
    assert result.stderr.count("\n") == 1


def test_error_records_stand_beside_the_output(folder, tiny_model):
    (folder / "in.jsonl").write_text('{"id": "a", "text": "Rain."}\n{"id": "b", "text": ""}\n', "utf-8")
    result = newstally("extract", "in.jsonl", "-o", "out.jsonl", "-m", tiny_model)
    assert result.exit_code == 2
    assert [record["id"] for record in records((folder / "out.jsonl").read_text("utf-8"))] == ["a"]
    (error,) = records((folder / "out.errors.jsonl").read_text("utf-8"))
    assert (error["id"], error["error"]["where"]) == ("b", "in.jsonl:2")


def test_an_article_that_breaks_a_stage_becomes_an_error(folder, tiny_model, monkeypatch):
    def broken(mentions, tables):
        if mentions.article.id == "a.txt":
            raise KeyError("unit")
        return resolve(mentions, tables)

    resolve = pipeline.resolve
    monkeypatch.setattr(pipeline, "resolve", broken)
    (folder / "a.txt").write_text("Rain.", "utf-8")
    result = newstally("extract", "a.txt", "-m", tiny_model)
    message = "a.txt: KeyError while it was worked through ('unit'); please report it with the text"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"newstally: {message}\n")
    error, record = pipeline.extract(nlp.load(tiny_model), [Article("a.txt", "Rain."), Article("b.txt", "Rain.")])
    assert (error.error.message, record.id) == (message, "b.txt")


def test_an_output_that_cannot_be_written_is_one_sentence(folder, tiny_model):
    (folder / "a.txt").write_text("Rain.", "utf-8")
    result = newstally("extract", "a.txt", "-o", "no/out.jsonl", "-m", tiny_model)
    assert (result.exit_code, result.stderr) == (
        2, "newstally: no/out.jsonl: cannot be written (No such file or directory); "
        "check the folder, and the room on its disk\n",
    )  # fmt: skip


@pytest.mark.parametrize("model", ["no/model", "no_model", "json"])
def test_a_missing_model_is_one_sentence(folder, model):
    (folder / "a.txt").write_text("Rain.", "utf-8")
    result = newstally("extract", "a.txt", "-m", model)
    assert (result.exit_code, result.stderr) == (
        2,
        f"newstally: no model {model!r}; give the folder or the package name of one, or run `newstally build`\n",
    )


@pytest.fixture
def damaged(folder, tiny_model):
    return shutil.copytree(tiny_model, folder / "en_damaged")


def test_a_model_of_another_version_is_refused(folder, damaged):
    meta = json.loads((damaged / "meta.json").read_text("utf-8"))
    (damaged / "meta.json").write_text(json.dumps({**meta, "newstally": "0.0.9"}), "utf-8")
    (folder / "a.txt").write_text("Rain.", "utf-8")
    result = newstally("extract", "a.txt", "-m", "en_damaged")
    assert (result.exit_code, result.stderr) == (
        2,
        "newstally: the model 'en_damaged' was built by newstally 0.0.9, this is 0.1.0; "
        "build it again with `newstally build`, or install that version\n",
    )


def test_a_damaged_model_is_refused(folder, damaged):
    (damaged / "config.cfg").unlink()
    (folder / "a.txt").write_text("Rain.", "utf-8")
    result = newstally("extract", "a.txt", "-m", "en_damaged")
    assert result.exit_code == 2
    assert result.stderr.startswith("newstally: the model 'en_damaged': config.cfg is not as it was built; build the ")
    assert result.stderr.count("\n") == 1


def test_a_closed_pipe_ends_quietly(folder, tiny_model):
    rows = "".join(json.dumps({"id": str(number), "text": "Rain fell. " * 200}) + "\n" for number in range(300))
    (folder / "in.jsonl").write_text(rows, "utf-8")
    command = [sys.executable, "-m", "newstally.cli", "extract", "in.jsonl", "-m", str(tiny_model)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b'{"schema":"newstally/1"')
        process.stdout.close()
        assert process.stderr.read() == b""
