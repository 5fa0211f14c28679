"""T105: a part that is larger than its whole, and parts that only look so."""

from __future__ import annotations

import pytest

from compared import compared, found

CHECK = "part_exceeds_whole"

LARGER = [
    "{14|PART|death|count} of {12|WHOLE|death|count} deaths",
    "Of the {20|WHOLE|person|count} aboard, {25|PART||count} died",
    "{12|WHOLE|death|count} deaths, {14|PART||count} of them in Hale",
    "{at least 14|PART} of {12|WHOLE}",
    "{more than 13|PART} of {12|WHOLE}, some say",
    "{14|PART} of {fewer than 12|WHOLE}",
    "{1.4 million|PART} of {1.2 million|WHOLE} people",
    "{25|PART} of {20|WHOLE}, or {75 percent|RATE}",
    "{$3.2 million|PART|dollar} of {$2.1 million|WHOLE|dollar}",
    "{21|PART} of the {up to 20|WHOLE}",
]

SMALLER = [
    "{10|PART} of {12|WHOLE} deaths",
    "{12|PART} of {12|WHOLE} deaths",
    "{about 13|PART} of {12|WHOLE} deaths",
    "{14|PART} of {about 13|WHOLE} deaths",
    "{up to 14|PART} of {12|WHOLE} deaths",
    "{14|PART} of {at least 12|WHOLE} deaths",
    "{14|PART} of {more than 12|WHOLE} deaths",
    "{1.25 million|PART} of {1.2 million|WHOLE} people",
    "{64 percent|PART} of {60 percent|WHOLE}, {two thirds|RATE}",
    "{12|PART} of {20|WHOLE}, or {60 percent|RATE}",
]


@pytest.mark.parametrize("marked", LARGER)
def test_a_part_larger_than_its_whole(marked):
    (one,) = found(compared("share", marked), CHECK)
    assert (one.code, one.kind, one.verdict) == ("T105", "sum", "contradictory")
    assert " is more than the whole, " in one.message


@pytest.mark.parametrize("marked", SMALLER)
def test_a_part_that_may_be_smaller_is_no_finding(marked):
    assert found(compared("share", marked), CHECK) == []


def test_figures_that_no_words_tie_are_no_part_and_whole():
    assert found(compared("share", "{14|PART}; {12|WHOLE}", said=False), CHECK) == []


def test_a_change_is_no_part():
    assert found(compared("change", "from {12|OLD} to {14|NEW}", sign=1), CHECK) == []


def test_the_figures_join_the_system_of_sums():
    (one,) = found(compared("share", LARGER[0]), CHECK)
    assert one.relation and (one.relation.total, one.relation.parts, one.relation.closed) == ("N2", ("N1",), False)
