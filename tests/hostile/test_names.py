"""Whatever a story is called, its name is no path and no formula where its record is exported."""

from __future__ import annotations

import csv
from itertools import chain

import pytest

from newstally.errors import InputError
from newstally.export import FORMATS, open_format
from newstally.gold import brat, labelstudio
from newstally.gold.marks import Marked
from newstally.report import write
from newstally.saved import Texts
from payloads import FORMULAS, PATHS
from saved_records import saved, span

TABLES = ("stories", "people", "roles", "countries", "counts", "quantities", "lists", "checks")
FILES = {
    "csv": {f"{name}.csv" for name in TABLES}, "parquet": {f"{name}.parquet" for name in TABLES},
    "jsonld": {"corrections.jsonl"}, "ftm": {"entities.ftm.json"}, "docbin": {"docs-00001.spacy"},
}  # fmt: skip
STARTS = "=+-@＝＋－＠\t\r\n"


def named(name: str, text: str = "Rain fell.") -> dict:
    """A record with a name in the place of each that a story may choose."""
    words = span(text, text[:4])
    return saved(
        text, id=name, source=name, headline=words,
        people=[{"id": name, "name": name, "mentions": [words], "byline": False}],
        roles=[{"id": "R1", "person": name, "title": name, "category": "", "of": name, "country": "", "to": name,
                "status": "current", "evidence": words}],
        corrections=[{"id": "X1", "old": 1, "new": 2, "unit": name, **words}],
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder to write into, which lies deep; the one above it must hold nothing else in the end."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text("Rain fell.", "utf-8")
    yield tmp_path / "a" / "b" / "out"
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if "out" not in path.parts} == {
        "text.txt", "a", "a/b"
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_no_name_chooses_a_path(folder, form):
    with open_format(form, folder, Texts(["text.txt"])) as put:
        for name in PATHS:
            put(named(name))
    assert {path.name for path in folder.rglob("*")} == FILES[form]


def test_gold_for_brat_is_named_after_a_story_and_stays_in_its_folder(folder):
    """brat's format is a file a story: what is no letter or figure gives way to a dash."""
    for number, name in enumerate(PATHS):
        if len(name) > 200:
            with pytest.raises(InputError, match="cannot be written"):
                brat.write([(name, Marked("Rain fell.", (), ()))], folder / str(number))
            continue
        brat.write([(name, Marked("Rain fell.", (), ()))], folder / str(number))
        found = {path.name for path in (folder / str(number)).iterdir()}
        assert len(found) == 3 and not any(sign in name for name in found for sign in "/\\:\0\n"), name


def test_gold_for_label_studio_has_two_files(folder):
    labelstudio.write([(name, Marked("Rain fell.", (), ())) for name in PATHS], folder)
    assert {path.name for path in folder.iterdir()} == {"tasks.json", "config.xml"}


def test_a_report_is_one_file(folder):
    folder.mkdir(parents=True)
    with (folder / "r.html").open("w", encoding="utf-8") as file:
        assert write(file, [(named(name), None) for name in PATHS], {}, "../../x") == len(PATHS)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_a_spreadsheet_takes_for_its_end(folder, formula, delimiter):
    """A spreadsheet of a country where 1.5 is written 1,5 takes ";" for the end of a cell, and reads on in quotes."""
    with open_format("csv", folder, Texts()) as put:
        put(named(formula, f"{formula} it said"))
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            cells = list(chain.from_iterable(csv.reader(file, delimiter=delimiter)))
        assert [cell for cell in cells if cell.startswith(tuple(STARTS))] == [], name
