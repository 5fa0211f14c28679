"""T105: a part that is larger than its whole, and parts that only look so."""

from __future__ import annotations

import pytest

from compared import compared, found
from stories import findings, story, text

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


PATIENTS = "The ward has {68 patients|patient}. "
MORE_THAN_COUNTED = {
    "two digits exchanged": [PATIENTS, "{86 of the patients|patient||subset} are young."],
    "a little more": [PATIENTS, "{71 of those patients|patient||subset} are young."],
    "with their modifiers": ["It has {68 ill men|man}.", "{86 of the ill men|man||subset} are young."],
}
NO_MORE = {
    "fewer": [PATIENTS, "{61 of the patients|patient||subset} are young."],
    "as many": [PATIENTS, "{68 of the patients|patient||subset} are young."],
    "far more, of others": [PATIENTS, "{140 of the patients|patient||subset} are young."],
    "more of them elsewhere": [
        PATIENTS,
        "{86 of the patients|patient||subset} are young; the city has {90 patients|patient}.",
    ],
    "more of them, nobody knows how many": [
        PATIENTS,
        "{86 of the patients|patient||subset} of {more than 50 patients|patient} are young.",
    ],
    "a few, by chance": ["It has {two patients|patient}.", "{Three of the patients|patient||subset} are young."],
    "others": ["It has {68 other patients|patient||other}.", "{86 of the patients|patient||subset} are young."],
    "last year's": ["It had {68 patients|patient||earlier}.", "{86 of the patients|patient||subset} are young."],
    "things of another noun": ["It has {68 nurses|nurse}.", "{86 of the patients|patient||subset} are young."],
    "a number of its own": [PATIENTS, "{86 of the {90 patients|patient}|patient||subset} are young."],
    "counted behind": ["{86 of the patients|patient||subset} are young.", PATIENTS],
    "about": [PATIENTS, "{About 86 of the patients|patient||subset} are young."],
}


@pytest.mark.parametrize("paragraphs", MORE_THAN_COUNTED.values(), ids=MORE_THAN_COUNTED)
def test_a_part_of_more_than_were_counted(paragraphs):
    (one,) = findings(story(*map(text, paragraphs)), CHECK)
    assert (one.code, one.verdict, one.counts) == ("T105", "contradictory", ("N1", "N2"))


@pytest.mark.parametrize("paragraphs", NO_MORE.values(), ids=NO_MORE)
def test_a_part_of_what_was_not_counted_so(paragraphs):
    assert findings(story(*map(text, paragraphs)), CHECK) == []
