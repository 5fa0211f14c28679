"""Which field of a row is what: by the usual names, or as told; and what of a row its record carries."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newstally.read.fields import Fields
from newstally.read.text import joined
from newstally.read.values import day, plain, word

GUESSED = {
    "text and id": ({"id": "x", "text": "Rain."}, ("Rain.", "", "x", "")),
    "a crawler's names": (
        {"maintext": "Rain.", "title": "Wet", "url": "https://a.example/1", "date_publish": "2025-03-04 10:00:00"},
        ("Rain.", "Wet", "https://a.example/1", "2025-03-04"),
    ),
    "any case": ({"Headline": "Wet", "Body": "Rain.", "ID": 7}, ("Rain.", "Wet", "7", "")),
    "the likeliest first": ({"url": "u", "content": "C", "text": "T", "id": "i"}, ("T", "", "i", "")),
    "the next where that is empty": ({"text": " ", "body": "B", "id": None, "uri": "u"}, ("B", "", "u", "")),
    "an empty text is one": ({"text": "", "id": "x"}, ("", "", "x", "")),
    "near misses": ({"text": "T", "text_id": "no", "subtitle": "no", "update": "2025-03-04"}, ("T", "", "", "")),
    "values of the wrong kind": ({"text": "T", "title": 1, "id": [1], "date": 1741046400}, ("T", "", "", "")),
}


@pytest.mark.parametrize(("row", "expected"), GUESSED.values(), ids=GUESSED)
def test_fields_are_guessed_by_the_usual_names(row, expected):
    found = Fields().found(row, "a:1")
    assert (found.text, found.headline, found.id, found.date) == expected
    assert not found.fault


def test_fields_are_taken_as_told_and_then_not_guessed():
    told = Fields(text="lead", headline="kicker", id="nr", date="day")
    row = {"text": "no", "title": "no", "id": "no", "date": "2020-01-01", "lead": "T", "kicker": "H", "nr": 1}
    found = told.found(row, "a:1")
    assert (found.text, found.headline, found.id, found.date) == ("T", "H", "1", "")


FAULTS = {
    "no usual name": (Fields(), {"words": "Rain."}, "no field holds the text (there are words); name"),
    "no string": (Fields(), {"text": None}, "no field holds the text (there are text)"),
    "nothing": (Fields(), {}, "no field holds the text (there are none)"),
    "not there": (Fields(text="body"), {"text": "Rain."}, "no text in a field 'body' (there are text)"),
}


@pytest.mark.parametrize(("fields", "row", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_row_without_text_is_told(fields, row, fault):
    found = fields.found(row, "a:1")
    assert found.fault.startswith(f"a:1: {fault}")
    assert "--text-field" in found.fault


COLUMNS = {
    "enough": (Fields(), ("id", "text"), ""),
    "told and there": (Fields(text="lead", date="day"), ("lead", "day"), ""),
    "no text": (Fields(), ("id", "words"), "no column holds the text (there are id, words); "),
    "told and not there": (Fields(date="day"), ("text",), "no column 'day' (there are text); check --date-field"),
    "many": (Fields(), [f"c{n}" for n in range(99)], "no column holds the text (there are c0, c1, "),
}


@pytest.mark.parametrize(("fields", "columns", "fault"), COLUMNS.values(), ids=COLUMNS)
def test_a_table_without_a_column_that_it_needs_is_told_once(fields, columns, fault):
    told = fields.missing(columns)
    assert told.startswith(fault)
    assert bool(told) == bool(fault)
    assert len(told) < 200


@pytest.mark.parametrize(
    ("meta", "carried"),
    [
        ((), {}),
        (("desk",), {"desk": "news"}),
        (("tags", "desk"), {"tags": ["a", 1.5], "desk": "news"}),
        (("nothing",), {}),
        (("all",), {"id": 1, "desk": "news", "tags": ["a", 1.5]}),
        (("text", "all"), {"id": 1, "desk": "news", "tags": ["a", 1.5], "text": "T"}),
    ],
    ids=["none", "one", "in their order", "not there", "all but the text", "the text too"],
)
def test_fields_are_carried_along_where_they_are_asked_for(meta, carried):
    row = {"id": 1, "title": "H", "text": "T", "desk": "news", "tags": ["a", 1.5]}
    fields = Fields(meta=meta)
    assert list(fields.carried(fields.found(row, "a:1")).items()) == list(carried.items())


# ---- their values ----------------------------------------------------------------------------------------------------

DAYS = {
    "2025-03-04": "2025-03-04",
    " 2025-03-04T23:59:59-08:00 ": "2025-03-04",
    "20250304": "2025-03-04",
    "Tue, 04 Mar 2025 10:00:00 GMT": "2025-03-04",
    "March 4, 2025": "2025-03-04",
    "Tuesday, 4 March 2025, 10:00": "2025-03-04",
    date(2025, 3, 4): "2025-03-04",
    datetime(2025, 3, 4, 23, tzinfo=UTC): "2025-03-04",
    "04/03/2025": "",
    "March 2025": "",
    "2025-13-40": "",
    "from March 4, 2025 to March 5, 2025": "",
    "1741046400": "",
    1741046400: "",
    "today": "",
    "": "",
    None: "",
}


@pytest.mark.parametrize(("value", "expected"), DAYS.items(), ids=map(repr, DAYS))
def test_a_day_is_one_only_where_it_is_certain(value, expected):
    assert day(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("x", "x"), (7, "7"), (7.0, "7"), (" ", ""), ("", ""), (7.5, ""), (True, ""), (None, ""), (["x"], ""),
     ("\ud800", "?")],
)  # fmt: skip
def test_an_id_is_a_word_or_a_whole_number(value, expected):
    assert word(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": {1: [None, True, 1.5]}}, {"a": {"1": [None, True, 1.5]}}),
        (float("nan"), None),
        (datetime(2025, 3, 4, 1), "2025-03-04T01:00:00"),
        (("a", "b"), ["a", "b"]),
        (b"raw", "b'raw'"),
    ],
)
def test_what_is_carried_can_be_written_as_json(value, expected):
    assert plain(value) == expected


# ---- the headline and the text ---------------------------------------------------------------------------------------

JOINED = {
    "in front": ("Rain", "It fell.", "Rain\n\nIt fell."),
    "as it is": (" Rain ", " It fell.\r\n", " Rain \n\n It fell.\r\n"),
    "there already": ("Rain", "Rain\n\nIt fell.", "Rain\n\nIt fell."),
    "there with other spaces": ("Rain  fell", "\ufeff\nRain fell\nToday.", "\ufeff\nRain fell\nToday."),
    "there as part of a word": ("Rain", "Rainy days came.", "Rain\n\nRainy days came."),
    "there further down": ("Rain", "It fell. Rain", "Rain\n\nIt fell. Rain"),
    "there in other letters": ("Rain", "RAIN fell.", "Rain\n\nRAIN fell."),
    "with signs of a pattern": ("Up 5% (a+b)", "Up 5% (a+b)\nMore.", "Up 5% (a+b)\nMore."),
    "empty": ("", "It fell.", "It fell."),
    "blank": (" \n", "It fell.", "It fell."),
}


@pytest.mark.parametrize(("headline", "text", "expected"), JOINED.values(), ids=JOINED)
def test_a_headline_stands_before_the_text_unless_it_does_already(headline, text, expected):
    assert joined(headline, text) == expected
