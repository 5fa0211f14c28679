"""Which days a date means, and what the calendar says of them."""

from __future__ import annotations

from datetime import date

import pytest

from newstally.words import calendar


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2025-03-04", date(2025, 3, 4), date(2025, 3, 4)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("1957", date(1957, 1, 1), date(1957, 12, 31)),
    ],
)
def test_the_days_of_a_date(iso: str, first: date, last: date) -> None:
    assert calendar.days(iso) == (first, last)
    assert calendar.is_one_day(iso) is (first == last)


@pytest.mark.parametrize("iso", ["XXXX-03-04", "199X", "2013/2014", "2025-02-30", "XXXX", ""])
def test_dates_of_no_known_days(iso: str) -> None:
    assert calendar.days(iso) is None
    assert not calendar.is_one_day(iso)


def test_a_date_without_year_is_read_in_one() -> None:
    assert calendar.in_year("XXXX-03-04", 2025) == "2025-03-04"
    assert calendar.in_year("2024-03-04", 2025) == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("June 3 to 8, 2027", "2027-06-08"),
        ("June 3-8", "2027-06-08"),
        ("3 and 4 June", "2027-06-04"),
        ("June 3, 2027", ""),
    ],
)
def test_the_last_day_of_a_range(text: str, last: str) -> None:
    assert calendar.last_of_range(text, "2027-06-03") == last


@pytest.mark.parametrize(
    ("word", "day"), [("Tuesday", "Tuesday"), ("tues.", "Tuesday"), ("Thu", "Thursday"), ("Su", ""), ("March", "")]
)
def test_weekdays_by_their_short_forms(word: str, day: str) -> None:
    assert calendar.weekday(word) == day


@pytest.mark.parametrize(("on", "years"), [(date(2025, 5, 2), 87), (date(2025, 5, 3), 88), (date(2025, 11, 8), 88)])
def test_an_age_is_of_completed_years(on: date, years: int) -> None:
    assert calendar.age(date(1937, 5, 3), on) == years


def test_a_day_is_written_as_newspapers_do() -> None:
    assert calendar.written(date(2025, 3, 4)) == "March 4, 2025"
    assert calendar.written(date(2025, 9, 14)) == "September 14, 2025"
    assert len(list(calendar.each(date(2025, 2, 27), date(2025, 3, 2)))) == 4
