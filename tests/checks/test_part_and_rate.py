"""T107: a part, its whole and the stated share; a percentage that no whole number gives."""

from __future__ import annotations

import pytest

from compared import compared, found, verdicts

CHECK = "part_and_rate"

WRONG = [
    ("{57|PART} of {100|WHOLE} members, {67 percent|RATE}", "57 of 100 make 57 percent, not 67 percent"),
    ("{1,032|PART} of {2,400|WHOLE} firms, or {34 percent|RATE}", "1,032 of 2,400 make 43 percent, not 34 percent"),
    ("{Five percent|RATE} of {70 billion|WHOLE} is {4.5 billion|PART}", "4.5 billion of 70 billion make 6 percent"),
    ("{1,106|PART} of {14,380|WHOLE}, or {8.7%|RATE}", "1,106 of 14,380 make 7.7 percent, not 8.7%"),
    ("{60|PART} jobs, {a third|RATE} its {240|WHOLE} workers", "60 of 240 make 25 percent, not a third"),
    ("{31|PART} of {124|WHOLE} ({35 percent|RATE})", "31 of 124 make 25 percent"),
    ("{5,400|PART}, or {64 percent|RATE}, of the {10,000|WHOLE} cast", "5,400 of 10,000 make 54 percent"),
    ("{57|PART} of {at least 100|WHOLE}, {67 percent|RATE}", "57 of at least 100 make 57 percent"),
    ("{25|PART} of {20|WHOLE}, or {75 percent|RATE}", "25 of 20 make 125 percent"),
    ("{more than 60|PART} of {100|WHOLE}, {40 percent|RATE}", "more than 60 of 100 make 60 percent"),
]

RIGHT = {
    "as printed": "{57|PART} of {100|WHOLE} members, {57 percent|RATE}",
    "the percentage is rounded": "{1,106|PART} of {14,380|WHOLE}, or {7.7%|RATE}",
    "about": "{57|PART} of {100|WHOLE}, {about 60 percent|RATE}",
    "about of the part": "{Five percent|RATE} of {70 billion|WHOLE} is {about 3.6 billion|PART}",
    "more than": "{57|PART} of {100|WHOLE}, {more than 50 percent|RATE}",
    "the part is rounded": "{1.2 million|PART} of {3.1 million|WHOLE}, or {39.9 percent|RATE}",
    "a third is about a third": "{64|PART} of {200|WHOLE}, {a third|RATE}",
    "half a percent up": "{11,498|PART} of {16,194|WHOLE} members, {71%|RATE}",
    "half way": "{25|PART} of {200|WHOLE}, {13 percent|RATE}",
    "as many as": "{up to 70|PART} of {100|WHOLE}, {60 percent|RATE}",
}


@pytest.mark.parametrize(("marked", "message"), WRONG)
def test_a_share_that_part_and_whole_do_not_make(marked, message):
    ((verdict, said),) = verdicts(compared("share", marked), CHECK)
    assert verdict == "contradictory"
    assert message in said


@pytest.mark.parametrize("marked", RIGHT.values(), ids=RIGHT)
def test_a_share_within_rounding_is_consistent(marked):
    assert [one for one, _ in verdicts(compared("share", marked), CHECK)] == ["consistent"]


def test_digits_cut_off_are_unsettled():
    (one,) = found(compared("share", "{10|PART} of {23|WHOLE}, {43.4 percent|RATE}"), CHECK)
    assert (one.verdict, one.reason) == ("unsettled", "the digits may have been cut off rather than rounded")


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("{Two thirds|RATE} ({64 percent|PART}) of {100%|WHOLE}", "consistent"),
        ("{Two thirds|RATE} ({54 percent|PART}) of {100%|WHOLE}", "contradictory"),
    ],
)
def test_a_fraction_beside_its_percentage(marked, verdict):
    assert [one for one, _ in verdicts(compared("share", marked), CHECK)] == [verdict]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("{37 percent|RATE} of the {eight|WHOLE|member|count} members", "no number of the eight is 37 percent of them"),
        ("{16.98%|RATE} of the {56|WHOLE|person|count} people", "no number of the 56 is 16.98% of them"),
        ("{12 percent|RATE} of the {six|WHOLE|judge|count} judges", "no number of the six is 12 percent of them"),
    ],
)
def test_a_percentage_that_no_whole_number_gives(marked, message):
    story = compared("share", marked)
    assert verdicts(story, CHECK) == [("contradictory", message)]
    assert found(story, CHECK)[0].counts == ("N2",)


@pytest.mark.parametrize(
    "marked",
    [
        "{38 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{37.5 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{12 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{13 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{about 37 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{more than 37 percent|RATE} of the {eight|WHOLE|member|count} members",
        "{37 percent|RATE} of {about 8|WHOLE|member|count} members",
        "{37 percent|RATE} of the {128|WHOLE|member|count} members",
        "{37 percent|RATE} of the {9,000,000,000,000|WHOLE|star|count} stars",
        "{a third|RATE} the {eight|WHOLE|member|count} members",
        "{100 percent|RATE} of the {eight|WHOLE|member|count} members",
    ],
)
def test_a_percentage_that_some_whole_number_gives_is_no_finding(marked):
    assert found(compared("share", marked), CHECK) == []


def test_a_share_that_no_words_tie_is_reported_only_where_it_agrees():
    sentence = "{31,000|PART} of {50,000|WHOLE} voted; it was {%s|RATE}"
    right, wrong = (compared("share", sentence % rate, said=False) for rate in ("62 percent", "72 percent"))
    assert [len(found(story, CHECK)) for story in (right, wrong)] == [1, 0]
