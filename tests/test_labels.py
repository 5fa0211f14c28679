"""What a finding says in short."""

from __future__ import annotations

import pytest

from newstally.labels import advice, amount, labels


def figure(name: str, place: int, value: float | None, modifier: str = "exact", **more: object) -> dict:
    span = {"text": "…", "start": place, "end": place + 1}
    return {"id": name, "value": value, "low": value, "high": value, "modifier": modifier, "unit": "", **span, **more}


RECORD = {
    "counts": [
        figure("N1", 0, 1900), figure("N2", 2, 9), figure("N3", 4, 11, "about"), figure("N4", 30, 20),
        figure("N5", 32, 19), figure("N6", 34, 3),
    ],
    "quantities": [figure("Q1", 6, 50, type="percent"), figure("Q2", 8, 5, type="date")],
    "lists": [
        {"id": "L1", "items": [figure("", place, None) for place in (10, 12, 14)]},
        {"id": "L2", "items": [figure("", 20, None)]},
    ],
    "corrections": [{"old": 20, "new": 19, "start": 29, "end": 36}],
}  # fmt: skip


def named(kind: str, places: str, counts: str = "", lists: str = "") -> list[str]:
    """The labels of a check at ``places``, in order, "" where there is none."""
    spans = [{"start": int(place), "end": int(place) + 1} for place in places.split()]
    check = {
        "kind": kind, "counts": counts.split(), "lists": lists.split(), "spans": spans, "stated": 50, "found": 9,
    }  # fmt: skip
    found = labels(check, RECORD)
    return [found.get((span["start"], span["end"]), "") for span in spans]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("sum", "0 2 4", "N1 N2 N3"), ["1,900 stated", "9", "≈ 11"]),
        (("list", "2 10 12 14", "N2", "L1"), ["9 stated", "1", "2", "3 listed"]),
        (("list_sum", "0 14 20", "N1", "L1 L2"), ["1,900 stated", "3 listed", "1 listed"]),
        (("list", "2 10", "N2", ""), ["9 stated", ""]),
        (("repeat", "0 2", "N1 N2"), ["1,900 stated", "9 stated"]),
        (("correction", "2 30 32", "N4 N5 N2"), ["9 stands", "20 withdrawn", "19 corrected"]),
        (("sum", "0 2 30 34", "N1 N2"), ["1,900 stated", "9", "20 withdrawn", "3"]),
        (("correction", "2 4 30 32", "N4 N5 N2 N3"), ["9 stands", "≈ 11", "20 withdrawn", "19 corrected"]),
        (("change", "0 2 6"), ["1,900", "9", "50% stated"]),
        (("date", "8"), [""]),
        (("role", "16"), [""]),
    ],
    ids=["sum", "list", "two lists", "another's list", "repeat", "correction", "correction of parts", "a sum withdrawn",
         "change", "date",
         "words"],
)  # fmt: skip
def test_every_figure_says_what_it_is_to_the_finding(arguments, expected):
    assert named(*arguments) == expected


def test_only_the_words_of_the_finding_are_labelled():
    span = {"start": 2, "end": 3}
    check = {"kind": "sum", "counts": ["N1", "N2"], "lists": [], "stated": 1900, "found": 9, "spans": [span]}
    assert labels(check, RECORD) == {(2, 3): "9"}


def test_advice_names_the_words_and_what_they_should_read():
    suggestion = {"count": "N2", "value": 1200, "why": "so many are listed"}
    assert advice({"suggestion": suggestion}, RECORD) == "“…” should read 1,200: so many are listed"
    assert advice({"suggestion": None}, RECORD) == ""


@pytest.mark.parametrize(
    ("value", "modifier", "low", "high", "expected"),
    [
        (12, "at_least", 12, None, "≥ 12"), (10, "range", 10, 15, "10–15"), (1250, "exact", 1250, 1250, "1,250"),
        (None, "about", None, None, "dozen"), (10, "range", 10, None, "10"),
    ],
)  # fmt: skip
def test_an_amount_is_put_in_signs(value, modifier, low, high, expected):
    assert amount({"value": value, "modifier": modifier, "low": low, "high": high, "unit": "dozen"}) == expected
