"""`newstally gold`: drafts, lint, and the way to annotation tools and back."""

from __future__ import annotations

import json

import pytest

from answers import COUNTS, gold, wanted_check
from commands import newstally
from newstally.gold import read_gold

GOLD = gold(counts=COUNTS["gold"], checks=[wanted_check("sum", 0, 1, 2)])


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "a.gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", "utf-8")
    return path


def test_init_writes_a_draft_of_the_exact_text(tmp_path, tiny_model):
    story, output = tmp_path / "a.txt", tmp_path / "a.gold.jsonl"
    story.write_bytes(b"Rain fell.\r\nOn Peru.\n")
    result = newstally("gold", "init", story, "-o", output, "-m", tiny_model)
    (row,) = read_gold([output])
    assert (result.exit_code, row.object["id"], row.object["text"]) == (0, "a", "Rain fell.\r\nOn Peru.\n")
    assert row.story == story
    assert newstally("gold", "init", story, "-m", tiny_model).stdout == output.read_text("utf-8")


def test_init_keeps_the_ids_of_jsonl(tmp_path, tiny_model):
    path = tmp_path / "stories.jsonl"
    path.write_text('{"id": "wire.1", "text": "Rain."}\n{"id": "wire.2", "text": "Sun."}\n', "utf-8")
    lines = newstally("gold", "init", path, "-m", tiny_model).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["wire.1", "wire.2"]


def test_init_overwrites_nothing(tmp_path, answers, tiny_model):
    story = tmp_path / "a.txt"
    story.write_text("Rain.", "utf-8")
    before = answers.read_bytes()
    result = newstally("gold", "init", story, "-o", answers, "-m", tiny_model)
    assert (result.exit_code, answers.read_bytes()) == (2, before)
    assert "is there already, perhaps corrected by hand; name another file" in result.stderr


def test_check_lists_every_fault_with_its_place(tmp_path, answers):
    wrong = GOLD | {"counts": COUNTS["gold"][::-1], "peple": []}
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join(map(json.dumps, (wrong, {**wrong, "peple": 1}, GOLD, GOLD))), "utf-8")
    result = newstally("gold", "check", bad)
    assert result.exit_code == 1
    assert f"{bad}:1: peple: is an unknown key; did you mean 'people'?\n" in result.stdout
    assert f"{bad}:4: id: 'a' stands twice; give it another\n" in result.stdout
    assert result.stdout.endswith("4 articles, 5 faults.\n")
    assert newstally("gold", "check", answers).stdout == "1 article, 0 faults.\n"


@pytest.mark.parametrize("tool", ["labelstudio", "brat"])
def test_export_and_import_lead_back(tmp_path, answers, tool):
    folder, back = tmp_path / "tool", tmp_path / "back.jsonl"
    assert newstally("gold", "export", answers, "--to", tool, "-o", folder).exit_code == 0
    assert newstally("gold", "import", folder, "-o", back).exit_code == 0
    (row,) = read_gold([back])
    assert (row.object["counts"], row.object["checks"]) == (GOLD["counts"], GOLD["checks"])


def test_import_tells_what_does_not_hold_yet_and_loses_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("12 women", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tCount 0 8\t12 women\n", "utf-8")
    result = newstally("gold", "import", tmp_path / "a.ann")
    assert json.loads(result.stdout)["counts"][0]["quote"] == "12 women"
    assert result.stderr == (
        "newstally: a: counts[0].value: is missing; add it\nnewstally: a: counts[0].unit: is missing; add it\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["init", "no.txt"], "no.txt: no such file or folder; check the path"),
        (["check", "no.jsonl"], "no.jsonl: cannot be read"),
        (["export", "no.jsonl", "-o", "x"], "no.jsonl: cannot be read"),
        (["import", "no.json"], "no.json: cannot be read"),
        (["import", "."], "the folder holds no .ann or .json"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_read_is_one_sentence(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    result = newstally("gold", *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert message in result.stderr
