"""A record holds what DESIGN says, in that order, and nothing else."""

from __future__ import annotations

import hashlib
import json
from dataclasses import FrozenInstanceError, replace

import pytest
from pydantic import ValidationError

from newstally.records import ErrorRecord, error_record, record
from newstally.schema import json_schema, read_record
from newstally.types import (
    Amount,
    Article,
    Block,
    CheckRun,
    Correction,
    Count,
    Country,
    CountryMention,
    Failure,
    Finding,
    Item,
    Layout,
    Person,
    Quantity,
    Reach,
    Role,
    Span,
    Story,
    Suggestion,
    TextList,
)
from newstally.write import line

TEXT = "Minister Ana Løvås met 12 envoys\n\nLøvås met nearly 3.5 tonnes of paper, from Peru: a, b."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


STORY = Story(
    article=Article("a1", TEXT, "desk"),
    layout=Layout((Block("headline", 0, 32), Block("paragraph", 34, len(TEXT)))),
    people=(Person("P1", "Ana Løvås", (span("Ana Løvås"),)),),
    roles=(Role("R1", "P1", "Minister", "", span("Minister Ana Løvås")),),
    countries=(Country("PE", "Peru", "state", (CountryMention(span("Peru"), "name"),)),),
    counts=(Count("N1", span("12 envoys"), Amount(12.0, 12.0, None), "envoy", "envoys", "envoy", ("P1",), 0, 0),),
    quantities=(Quantity("Q1", span("3.5 tonnes"), "measure", Amount(3.5, None, 3.5, "about"), "tonne"),),
    lists=(TextList("L1", span("a, b"), (Item(span("a"), "P1"), Item(span("b"))), True),),
    corrections=(Correction("X1", span("Peru"), "N1", None, "envoy", "envoy"),),
)
FINDING = Finding(
    "T102", "list", "contradictory", "12 stated, two listed", (span("12 envoys"),), 12.0, 2.0, ("N1",), ("L1",),
    suggestion=Suggestion("N1", 2.0, "two are listed"),
)  # fmt: skip
RUN = CheckRun((FINDING,), {"sum": Reach(), "list": Reach(1, 1, 0, 1)})


@pytest.fixture
def written() -> dict:
    return record(STORY, RUN, "en_newstally 0.1.0").as_dict()


def test_keys_stand_in_the_documented_order(written):
    assert list(written) == [
        "schema", "newstally", "model", "id", "source", "sha256", "chars", "headline", "blocks", "people", "roles",
        "countries", "counts", "quantities", "lists", "corrections", "checks", "reach",
    ]  # fmt: skip


def test_what_was_asked_for_stands_last_and_only_where_there_is_any(written):
    article = Article("a1", TEXT, "desk", "2025-03-04", {"tags": ["a"], "rank": None}, with_text=True)
    full = record(replace(STORY, article=article), RUN, "en_newstally 0.1.0").as_dict()
    assert list(full) == [*written, "date", "meta", "text"]
    assert full == {**written, "date": "2025-03-04", "meta": {"tags": ["a"], "rank": None}, "text": TEXT}
    assert read_record(full).as_dict() == full


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("blocks", "kind start end"),
        ("people", "id name mentions byline"),
        ("roles", "id person title category of country to status evidence"),
        ("countries", "code name type mentions"),
        ("counts", "id value low high modifier unit unit_text actors text start end block sentence"),
        ("quantities", "id type value low high modifier unit unit_text text start end"),
        ("lists", "id exhaustive heading items start end"),
        ("corrections", "id old new unit text start end"),
        ("checks", "id code kind verdict message stated found counts lists spans reason suggestion binding"),
    ],
)
def test_keys_of_each_object_stand_in_the_documented_order(written, kind, keys):
    assert list(written[kind][0]) == keys.split()


def test_article_is_named_by_id_source_hash_and_length(written):
    assert (written["schema"], written["id"], written["source"]) == ("newstally/1", "a1", "desk")
    assert written["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert written["chars"] == len(TEXT)
    assert written["headline"] == {"text": "Minister Ana Løvås met 12 envoys", "start": 0, "end": 32}


def test_source_is_the_id_where_there_is_none():
    story = Story(Article("a1", "Rain."), Layout(()))
    assert record(story, CheckRun(), "m 1").source == "a1"


def test_headline_is_null_where_there_is_none():
    assert record(Story(Article("a1", "Rain."), Layout(())), CheckRun(), "m 1").headline is None


def test_every_span_is_the_text_at_its_offsets(written):
    def spans(value):
        if isinstance(value, dict):
            if {"text", "start", "end"} <= value.keys():
                yield value
            for inner in value.values():
                yield from spans(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from spans(inner)

    found = list(spans(written))
    assert len(found) == 10
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found)


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        (("counts", 0, "value"), "12"),
        (("counts", 0, "high"), "null"),
        (("quantities", 0, "value"), "3.5"),
        (("quantities", 0, "low"), "null"),
        (("checks", 0, "stated"), "12"),
        (("checks", 0, "suggestion", "value"), "2"),
        (("corrections", 0, "old"), "12"),
        (("corrections", 0, "new"), "null"),
        (("lists", 0, "heading"), "null"),
    ],
)
def test_whole_numbers_print_without_a_point_and_nothing_prints_as_null(written, path, printed):
    value = written
    for key in path:
        value = value[key]
    assert json.dumps(value) == printed


def test_findings_are_numbered_and_reach_is_sorted(written):
    assert [check["id"] for check in written["checks"]] == ["K1"]
    assert written["reach"] == {
        "list": {"tried": 1, "judged": 1, "unsettled": 0, "binding": 1},
        "sum": {"tried": 0, "judged": 0, "unsettled": 0, "binding": 0},
    }
    assert list(written["reach"]) == ["list", "sum"]


def test_a_record_reads_back_as_itself(written):
    assert read_record(json.loads(json.dumps(written))).as_dict() == written


def test_an_unknown_key_is_refused(written):
    with pytest.raises(ValidationError, match="colour"):
        read_record({**written, "colour": "red"})


def test_a_missing_key_is_refused(written):
    del written["counts"]
    with pytest.raises(ValidationError, match="counts"):
        read_record(written)


def test_a_value_of_another_kind_is_refused(written):
    written["checks"][0]["verdict"] = "true"
    with pytest.raises(ValidationError, match=r"checks\.0\.verdict"):
        read_record(written)


def test_a_record_is_not_changed(written):
    with pytest.raises(FrozenInstanceError):
        read_record(written).chars = 0


def test_an_error_is_a_record_too():
    failure = Failure("a2", "a2.txt", "InputError", "a2.txt: empty", "a2.txt")
    row = error_record(failure).as_dict()
    assert row == {
        "schema": "newstally/1",
        "id": "a2",
        "source": "a2.txt",
        "error": {"type": "InputError", "message": "a2.txt: empty", "where": "a2.txt"},
    }
    assert list(row) == list(json_schema(ErrorRecord)["properties"])


def test_a_line_is_compact_and_keeps_its_characters(written):
    written_line = line(record(STORY, RUN, "en_newstally 0.1.0"))
    assert written_line.count(b"\n") == 1 and written_line.endswith(b"\n")
    assert "Løvås".encode() in written_line
    assert b'", "' not in written_line
    assert json.loads(written_line) == written


def test_an_id_that_utf8_has_no_bytes_for_is_escaped():
    """Names of files need not be UTF-8; JSON can hold them all the same."""
    written_line = line(error_record(Failure("caf\udce9.txt", "a2.txt", "InputError", "empty", "a2.txt")))
    assert b'"id":"caf\\udce9.txt"' in written_line
    assert json.loads(written_line)["id"] == "caf\udce9.txt"
