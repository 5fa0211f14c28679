"""T106: an old figure, a new one and the stated rate; what rounding allows is no fault."""

from __future__ import annotations

import pytest

from compared import compared, found, verdicts

CHECK = "change_and_rate"

# A sentence, the direction that its words give, and what the figures make.
WRONG = [
    ("fell from {412,000|OLD} to {350,200|NEW}, {25 percent|RATE}", -1, "from 412,000 to 350,200 is down 15 percent"),
    ("rose {30 percent|RATE} to {1,260|NEW} from {1,050|OLD}", 1, "from 1,050 to 1,260 is up 20 percent"),
    ("{doubled|RATE} from {42|OLD} to {95|NEW}", 0, "95 is 2.26 times 42"),
    ("up from {30|OLD} to {33|NEW}, {four|RATE} more", 1, "from 30 to 33 is up 3"),
    ("fell {20 percent|RATE} from {1,050|OLD} to {1,260|NEW}", -1, "from 1,050 to 1,260 is up 20 percent"),
    ("{$41,300|NEW|dollar}, {$4,200|RATE|dollar} more than {$38,100|OLD|dollar}", 1, "$41,300 is up 3,200"),
    ("cut by {45 percent|RATE} from {20,000 tonnes|OLD|tonne} to {13,000 tonnes|NEW|tonne}", -1, "down 35 percent"),
    ("{14,600|NEW}, more than {twice|RATE} the {9,900|OLD}", 0, "14,600 is 1.47 times 9,900"),
    ("up {5 points|RATE} to {40 percent|NEW} from {32 percent|OLD}", 1, "from 32 percent to 40 percent is up 8 points"),
    ("{1.2 million|OLD} grew {20 percent|RATE} to {1.3 million|NEW}", 1, "to 1.3 million is up 8 percent"),
    ("by {a third|RATE} from {$20|OLD} to {$25|NEW}", 1, "from $20 to $25 is up 25 percent"),
    ("{four times|RATE} the {300|OLD}: {900|NEW}", 0, "900 is 3 times 300"),
]  # fmt: skip

RIGHT = {
    "as printed": ("from {400|OLD} to {500|NEW}, up {25 percent|RATE}", 1),
    "the percentage is rounded": ("from {412,000|OLD} to {350,210|NEW}, down {15 percent|RATE}", -1),
    "the figures are rounded": ("grew {3.3%|RATE} from {$61.9 billion|OLD} to {$63.9 billion|NEW}", 1),
    "doubled is more or less twice": ("{doubled|RATE} from {42|OLD} to {85|NEW}", 0),
    "about": ("{about 140|NEW}, {double|RATE} the {68|OLD}", 0),
    "more than": ("up {more than 20 percent|RATE} from {100|OLD} to {131|NEW}", 1),
    "a percentage of percentages in points": ("rose {5 percent|RATE} from {20 percent|OLD} to {25 percent|NEW}", 1),
    "a percentage of percentages": ("rose {25 percent|RATE} from {20 percent|OLD} to {25 percent|NEW}", 1),
    "a difference without a direction": ("{32 percent|OLD} and {93 percent|NEW}, {61 points|RATE}", 0),
    "a fall to a half": ("{halved|RATE} from {40|OLD} to {20|NEW}", 0),
    "a third": ("cut by {a third|RATE} from {90|OLD} to {62|NEW}", -1),
    "a difference of rounded sums": ("{$1.6 billion|NEW}, {$400 million|RATE} less than {$2.0 billion|OLD}", -1),
}

UNSETTLED = {
    "one digit": (
        "from {$5 billion|OLD} to {$6 billion|NEW}, up {30 percent|RATE}", 1, "the figures are too round to tell",
    ),
    "digits cut off": (
        "fell {22.5%|RATE} from {$524.41 billion|OLD} to {$406.01 billion|NEW}", -1,
        "the digits may have been cut off rather than rounded",
    ),
}  # fmt: skip

SILENT = {
    "from nothing": "from {0|OLD} to {12|NEW}, up {20 percent|RATE}",
    "a new figure alone": "{12|OLD}, up {20 percent|RATE}",
    "an old and a new figure alone": "from {12|OLD} to {15|NEW}",
}


@pytest.mark.parametrize(("marked", "sign", "message"), WRONG)
def test_a_rate_that_no_values_of_the_figures_make(marked, sign, message):
    ((verdict, said),) = verdicts(compared("change", marked, sign=sign), CHECK)
    assert verdict == "contradictory"
    assert message in said and ", not " in said


@pytest.mark.parametrize(("marked", "sign"), RIGHT.values(), ids=RIGHT)
def test_a_rate_within_rounding_is_consistent(marked, sign):
    assert [one for one, _ in verdicts(compared("change", marked, sign=sign), CHECK)] == ["consistent"]


@pytest.mark.parametrize(("marked", "sign", "reason"), UNSETTLED.values(), ids=UNSETTLED)
def test_figures_too_vague_to_judge_are_unsettled(marked, sign, reason):
    (one,) = found(compared("change", marked, sign=sign), CHECK)
    assert (one.verdict, one.reason) == ("unsettled", reason)


@pytest.mark.parametrize("marked", SILENT.values(), ids=SILENT)
def test_all_three_figures_must_be_stated(marked):
    assert found(compared("change", marked, sign=1), CHECK) == []


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("{431 tonnes|OLD|tonne} and {869 tonnes|NEW|tonne}, a {102 percent|RATE} rise", ["consistent"]),
        ("{431 tonnes|OLD|tonne} and {869 tonnes|NEW|tonne}, a {92 percent|RATE} rise", []),
        ("{$61.9 billion|OLD|dollar} and {$63.9 billion|NEW|dollar}, a {3.3 percent|RATE} rise", []),
    ],
)
def test_figures_that_no_words_tie_are_reported_only_where_they_agree_as_printed(marked, verdict):
    assert [one for one, _ in verdicts(compared("change", marked, sign=1, said=False), CHECK)] == verdict


def test_a_finding_has_its_figures_and_its_counts():
    marked = "{1,260|NEW|home|count}, up {20 percent|RATE} from {1,050|OLD||count}"
    (one,) = found(compared("change", marked, sign=1), CHECK)
    assert (one.stated, one.found, one.counts) == (20, 20, ("N3", "N1"))
    assert [span.text for span in one.spans] == ["1,260", "20 percent", "1,050"]
