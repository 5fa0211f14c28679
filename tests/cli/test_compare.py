"""`newstally compare` at its edges: real files, the shipped model, runs of JSONL."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from commands import newstally
from newstally import nlp

SEED = (Path(__file__).parents[2] / "seeds" / "nineteen-talks.txt").read_text("utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def model(shipped, monkeypatch):
    monkeypatch.setattr(nlp, "load", lambda name: shipped)


def record(name="a", **parts):
    return {"schema": "newstally/1", "id": name, "sha256": "0", **parts}


def check(verdict, message="five are stated, four are listed"):
    return {"code": "T102", "verdict": verdict, "message": message}


def write(name, *rows):
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_an_edited_story_is_read_and_compared(model):
    first, last = "Not everybody expects", "André Laliberté, a professor"
    edited = SEED.replace("made nine calls", "made eight calls").replace("Linas Likevicius", "Linas Linkevicius")
    paragraphs = edited.split("\n\n")
    places = [i for i, each in enumerate(paragraphs) if each.startswith((first, last))]
    paragraphs[places[0]], paragraphs[places[1]] = paragraphs[places[1]], paragraphs[places[0]]
    Path("old.txt").write_text(SEED, "utf-8")
    Path("new.txt").write_text("\n\n".join(paragraphs), "utf-8")
    result = newstally("compare", "old.txt", "new.txt", "--format", "json")
    assert result.exit_code == 1
    told = [(change["state"], change["kind"], change["new"]) for change in json.loads(result.stdout)["changes"]]
    assert told == [
        ("changed", "person", "Linas Linkevicius"), ("changed", "count", "eight calls"),
        ("gone", "finding", None), ("gone", "finding", None),
    ]  # fmt: skip


def test_stories_that_differ_exit_with_1_but_where_that_is_not_wanted(model):
    Path("old.txt").write_text("Five ferries sank.\n", "utf-8")
    Path("new.txt").write_text("Six ferries sank.\n", "utf-8")
    assert newstally("compare", "old.txt", "new.txt").exit_code == 1
    assert newstally("compare", "old.txt", "new.txt", "--exit-zero").exit_code == 0
    same = newstally("compare", "old.txt", "old.txt")
    assert (same.exit_code, same.stdout) == (0, "No differences.\n")


def test_two_runs_are_compared_by_id():
    people = [{"id": "P1", "name": "Ada Kern"}]
    write("old.jsonl", record("a", people=people, checks=[check("contradictory")]), record("b"), record("c"))
    write("new.jsonl", record("c"), record("d"), record("a", people=people, checks=[check("consistent")], sha256="1"))
    result = newstally("compare", "old.jsonl", "new.jsonl")
    assert result.exit_code == 1
    assert result.stdout == (
        "- b  (only in OLD)\n"
        "+ d  (only in NEW)\n"
        "~ a  (the texts differ)\n"
        "  - checks      T102 contradictory: five are stated, four are listed\n"
        "  + checks      T102 consistent: five are stated, four are listed\n"
        "\n"
        "               old    new      -      +\n"
        "people           1      1      0      0\n"
        "checks           1      1      1      1\n"
        "Records in both runs: 1 differ (1 in their text), 1 do not; in one run only: 2.\n"
    )


def test_a_run_beside_itself_in_another_order_and_packed_is_no_difference():
    write("old.jsonl", record("a"), record("b"))
    Path("new.jsonl.gz").write_bytes(gzip.compress(f"{json.dumps(record('b'))}\n{json.dumps(record('a'))}".encode()))
    result = newstally("compare", "old.jsonl", "new.jsonl.gz")
    assert (result.exit_code, result.stdout) == (0, "No differences in 2 records.\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("run.jsonl", "story.txt", "run.jsonl holds records and story.txt does not"),
        ("story.txt", "run.jsonl", "run.jsonl holds records and story.txt does not"),
        ("articles.jsonl", "run.jsonl", "articles.jsonl:1: no record"),
        ("half.jsonl", "run.jsonl", "half.jsonl:2: no record"),
        ("twice.jsonl", "run.jsonl", "twice.jsonl:2: the id 'a' stands twice"),
        ("torn.jsonl", "run.jsonl", "record 'a': not a whole record"),
        ("missing.txt", "story.txt", "missing.txt: cannot be read"),
        ("story.txt", "empty.txt", "empty.txt: empty"),
        ("story.txt", "two.csv", "two.csv: holds several articles; compare two texts, or two files of records"),
        ("none.csv", "story.txt", "none.csv: holds no article; compare two texts, or two files of records"),
    ],
)
def test_what_cannot_be_compared_is_said_and_exits_with_2(model, old, new, message):
    Path("story.txt").write_text("Five of six came.", "utf-8")
    Path("empty.txt").write_text("", "utf-8")
    Path("two.csv").write_text("text\nFive came.\nSix came.\n", "utf-8")
    Path("none.csv").write_text("text\n", "utf-8")
    write("run.jsonl", record())
    write("articles.jsonl", {"id": "a", "text": "Five of six came."})
    write("half.jsonl", record(), {"id": "b", "text": "Five of six came."})
    write("twice.jsonl", record(), record())
    write("torn.jsonl", record(people=[{"id": "P1"}]))
    result = newstally("compare", old, new)
    assert result.exit_code == 2
    assert message in result.stderr
