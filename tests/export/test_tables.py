"""The tables: rows, what spreadsheets, pandas and DuckDB make of them, and how much memory they take."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import tracemalloc
from pathlib import Path

import duckdb
import pandas
import pytest
from pyarrow import parquet

from newstally.export import open_format
from newstally.export.codes import codes
from newstally.export.csv import cell
from newstally.export.tables import TABLES
from newstally.rules import read_tables
from newstally.saved import Texts
from saved_records import ROOT, saved, seed_record, seed_records, span

TEXT = "Namibia's President Nangolo Mbumba met 19 envoys, \"=SUM(A1)\" Petrus said.\nTwo of them were late."
NAMIBIA = saved(
    TEXT,
    id="../../na",
    people=[
        {"id": "P1", "name": "Nangolo Mbumba", "byline": False, "mentions": [span(TEXT, "Nangolo Mbumba")]},
        {"id": "P2", "name": "=SUM(A1)", "byline": False, "mentions": [span(TEXT, "=SUM(A1)"), span(TEXT, "Petrus")]},
    ],
    countries=[{
        "code": "NA", "name": "Namibia", "type": "state", "mentions": [span(TEXT, "Namibia", kind="name")],
    }],
    roles=[{
        "id": "R1", "person": "P1", "title": "President", "category": "head_of_state", "of": "Namibia",
        "country": "NA", "to": "", "status": "current", "evidence": span(TEXT, "Namibia's President"),
    }],
    quantities=[{
        "id": "Q1", "type": "number", "value": -2.5, "low": None, "high": -2.5, "modifier": "at_most", "unit": "",
        "unit_text": "", **span(TEXT, "Two of"),
    }],
)  # fmt: skip


def export(folder: Path, name: str, *records: dict) -> Path:
    with open_format(name, folder, Texts()) as put:
        for record in records:
            put(record)
    return folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def namibia(tmp_path_factory):
    return export(tmp_path_factory.mktemp("tables"), "csv", NAMIBIA)


def test_a_role_has_its_person_and_the_countrys_codes(namibia):
    start = TEXT.index("Namibia's President")
    assert rows(namibia, "roles") == [{
        "story": "../../na", "role": "R1", "person": "P1", "name": "Nangolo Mbumba", "title": "President",
        "category": "head_of_state", "of": "Namibia", "country": "NA", "alpha3": "NAM", "cow": "NAM",
        "cow_number": "565", "to": "", "status": "current", "text": "Namibia's President", "start": str(start),
        "end": str(start + 19),
    }]  # fmt: skip


def test_a_person_has_a_row_a_mention(namibia):
    assert [(row["person"], row["text"]) for row in rows(namibia, "people")] == [
        ("P1", "Nangolo Mbumba"), ("P2", "'=SUM(A1)"), ("P2", "Petrus"),
    ]  # fmt: skip


def test_a_finding_has_a_row_with_its_figures(tmp_path):
    export(tmp_path, "csv", seed_record("nineteen-talks"))
    (row,) = (row for row in rows(tmp_path, "checks") if row["code"] == "T101")
    assert (row["verdict"], row["stated"], row["found"], row["binding"], row["wrong_count"], row["should_read"]) == (
        "contradictory", "19", "20", "true", "N4", "8",
    )  # fmt: skip
    assert (row["text"], row["counts"], row["spans"].split("; ")[0]) == ("nine calls", "N2; N4; N5", "610-620")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-5 degrees", "'-5 degrees"), ("@Ministry", "'@Ministry"),
        ("\t=1", "'\t'=1"), ("\r=1", "'\r'=1"), ("＝1", "'＝1"), ("\nno", "'\nno"),
        ("a;=1", "a;'=1"), ("a\t@x", "a\t'@x"), ("a\r\n-1", "a\r\n'-1"), ('"=1"', '"=1"'), ("＠a;＋b", "'＠a;'＋b"),
        ("1=1", "1=1"), ("a; =1", "a; =1"), ("a;b", "a;b"), ("a,=1", "a,=1"), ("two\nlines", "two\nlines"),
        ("figures-19", "figures-19"), ("a@b.c", "a@b.c"), (" =1", " =1"), ("NA", "NA"),
        ("'quoted'", "'quoted'"), (-2.5, -2.5), (True, "true"), (None, None), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_defused_and_nothing_else(value, shown):
    assert cell(value) == shown


def test_no_story_chooses_a_path(namibia):
    assert {path.name for path in namibia.iterdir()} == {f"{name}.csv" for name in TABLES}


def test_a_half_written_table_does_not_stand_under_its_name(tmp_path):
    with pytest.raises(KeyError):
        export(tmp_path, "csv", saved(), {"id": "no record"})
    assert list(tmp_path.iterdir()) == []


# ---- what others read ------------------------------------------------------------------------------------------------


def test_pandas_keeps_namibia_when_told_that_only_empty_cells_are_missing(namibia):
    path = namibia / "countries.csv"
    assert list(pandas.read_csv(path, keep_default_na=False, na_values=[""])["code"]) == ["NA"]
    assert pandas.read_csv(path)["code"].isna().all(), "pandas no longer takes NA for missing: mend the documentation"


def test_parquet_gives_pandas_namibia_and_every_word_as_it_is(tmp_path):
    export(tmp_path, "parquet", NAMIBIA)
    assert list(pandas.read_parquet(tmp_path / "countries.parquet")["code"]) == ["NA"]
    people = pandas.read_parquet(tmp_path / "people.parquet")
    assert [TEXT[start:end] for start, end in zip(people["start"], people["end"], strict=True)] == list(people["text"])


def test_csv_parquet_and_records_agree(tmp_path):
    """Of all seeds: DuckDB reads both, the one typed, the other as text."""
    export(tmp_path, "csv", *seed_records())
    export(tmp_path, "parquet", *seed_records())
    for name, table in TABLES.items():
        expected = [tuple(row) for record in seed_records() for row in table.rows(record)]
        assert duckdb.sql(f"from '{tmp_path / name}.parquet'").fetchall() == expected
        typed = {"text": "VARCHAR", "int": "BIGINT", "number": "DOUBLE", "bool": "BOOLEAN"}
        columns = {column: typed[kind] for column, kind in table.columns.items()}
        read = f"read_csv('{tmp_path / name}.csv', columns = {columns}, header = true, nullstr = '')"
        shown = [tuple(None if value == "" else cell(value) if isinstance(value, str) else value for value in row)
                 for row in expected]  # fmt: skip
        assert duckdb.sql(f"from {read}").fetchall() == shown


OFFICE = shutil.which("soffice")
READ = "44,34,76,1,,0,true,false"  # comma, quotes, UTF-8, from line 1; quoted fields are text, no special numbers
WRITE = "44,34,76,1,,0,false,true,false"


@pytest.mark.skipif(not OFFICE, reason="needs LibreOffice (Debian: libreoffice-calc)")
def test_libreoffice_opens_and_saves_every_cell_as_it_is(tmp_path):
    """Of all seeds, with the settings that docs/downstream.md names."""
    export(tmp_path / "tables", "csv", *seed_records())
    command = [
        OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        f"--infilter=Text - txt - csv (StarCalc):{READ}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{WRITE}",
        "--outdir", tmp_path / "saved", *(tmp_path / "tables").iterdir(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in TABLES:
        assert rows(tmp_path / "saved", name) == rows(tmp_path / "tables", name)


def test_parquet_is_typed(tmp_path):
    export(tmp_path, "parquet")
    schema = parquet.read_schema(tmp_path / "counts.parquet")
    assert [str(schema.field(name).type) for name in ("story", "value", "start")] == ["string", "double", "int64"]


def test_a_figure_beyond_floats_is_rounded_in_parquet(tmp_path):
    figure = {**NAMIBIA["quantities"][0], "value": 2**70 + 1, "low": 2**53 + 1, "high": None}
    export(tmp_path, "parquet", NAMIBIA | {"quantities": [figure]})
    assert list(pandas.read_parquet(tmp_path / "quantities.parquet")["value"]) == [float(2**70)]


def test_memory_does_not_grow_with_the_records(tmp_path):
    def peak(number: int) -> int:
        tracemalloc.start()
        with open_format("csv", tmp_path, Texts()) as put:
            for _ in range(number):
                put(json.loads(line))
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    line = json.dumps(NAMIBIA)
    peak(10)
    assert peak(1000) < 1.2 * peak(100)


def test_the_query_of_the_docs(tmp_path, monkeypatch):
    query = re.search(r"```sql\n(.*?)```", (ROOT / "docs" / "downstream.md").read_text("utf-8"), re.DOTALL)[1]
    export(tmp_path / "tables", "csv", seed_record("nineteen-talks"))
    monkeypatch.chdir(tmp_path)
    found = duckdb.sql(query).fetchall()
    assert ("Chrystia Freeland", "United States", 7) in found
    assert not [row for row in found if row[0] == "Donald Trump"]


# ---- codes -----------------------------------------------------------------------------------------------------------


def test_every_country_of_the_table_has_its_codes():
    table = read_tables(ROOT / "configs" / "tables")["countries"]["countries"]
    assert sorted(codes()) == sorted(table)
    assert {code for code, (alpha3, _, _) in codes().items() if not alpha3} == {"EU", "UN"}
    states = {code for code, entry in table.items() if entry["type"] == "state"}
    assert {code for code, (_, cow, _) in codes().items() if cow} == states - {"PS", "VA"}


def test_no_code_stands_twice():
    for column in range(3):
        found = [row[column] for row in codes().values() if row[column]]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("code", "expected"),
    [("NA", ("NAM", "NAM", 565)), ("DE", ("DEU", "GMY", 255)), ("XK", ("XKX", "KOS", 347)), ("GL", ("GRL", "", None))],
)
def test_codes_of_a_country(code, expected):
    assert codes()[code] == expected
