"""Words are read as the date they name, in ISO 8601 with X for a digit not said; near-misses name none."""

from __future__ import annotations

import pytest

from newstally.words import dates

DATES = {
    "March 23": "XXXX-03-23",
    "Oct. 8": "XXXX-10-08",
    "Jan . 21 , 2019": "2019-01-21",
    "Monday , Jan. 21 , 2019": "2019-01-21",
    "17th July , 2022": "2022-07-17",
    "the 4th of July": "XXXX-07-04",
    "15 Oct 2019": "2019-10-15",
    "June 2009": "2009-06",
    "March 17 - 20": "XXXX-03-17",
    "2019 - 01 - 21": "2019-01-21",
    "2013 - 14": "2013/2014",
    "2010 - 2012": "2010/2012",
    "1990s": "199X",
    "mid-1990s": "199X",
    "10/12/2016": "2016",
}

NO_DATES = [
    "may 5 people", "Sunday , 12 died", "1,200 March people", "Monday 140 former", "between 2010 and 2012", "2012",
    "March", "in May", "41 March", "35 Oct", "Will 12", "sat 12", "10 - 15", "3 - 2", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), DATES.items())
def test_a_date_is_read(text, iso):
    words = f"on {text} ,".split()
    (found,) = dates.find(words)
    assert found.iso == iso
    assert words[found.first : found.last] == text.split()


@pytest.mark.parametrize("text", NO_DATES)
def test_a_near_miss_is_none(text):
    assert list(dates.find(text.split())) == []


def test_a_full_stop_after_the_month_is_left_alone_at_the_end_of_a_sentence():
    (found,) = dates.find(["on", "1", "July", "."])
    assert found.last == 3


@pytest.mark.parametrize(
    ("word", "year"), [("2012", True), ("1000", True), ("2,012", False), ("0999", False), ("212", False)]
)
def test_years(word, year):
    assert dates.is_year(word) is year
