"""D101: weekdays, ages and spans of time against the calendar."""

from __future__ import annotations

import pytest

from told import findings, said, told

HEAD = ("dateline", "OSLO, <March 6, 2025>")
OBITUARY = "[Ana Kos|P1] died on <Saturday, November 8, 2025>, in Oslo."
SATURDAY = ("consistent", "November 8, 2025 is a Saturday")


def disagreements(*parts: str | tuple[str, str]) -> list[tuple[str, str]]:
    return said(told(*parts), "dates_that_disagree")


FOUND = {
    "a weekday": (["It sank on <Tuesday, March 4, 2025>."], ("consistent", "March 4, 2025 is a Tuesday")),
    "the day before the month": (["It sank on <Tuesday, 4 March 2025>."], ("consistent", "March 4, 2025 is a Tuesday")),
    "a wrong weekday": (
        ["It sank on <Tuesday, March 5, 2025>."],
        ("contradictory", "March 5, 2025 is a Wednesday, not a Tuesday"),
    ),
    "a weekday in brackets": (
        ["It sank on <March 5, 2025> (Tuesday)."],
        ("contradictory", "March 5, 2025 is a Wednesday, not a Tuesday"),
    ),
    "a weekday right before": (
        ["It sank on Tues. <March 5, 2025>."],
        ("contradictory", "March 5, 2025 is a Wednesday, not a Tuesday"),
    ),
    "the story's own year": (
        [HEAD, "The inquiry opens on <Tuesday, March 12>."],
        ("contradictory", "March 12, 2025 is a Wednesday, not a Tuesday"),
    ),
    "the year before": (
        [("dateline", "OSLO, <January 6, 2026>"), "It sank on <Wednesday, December 31>."],
        ("consistent", "December 31, 2025 is a Wednesday"),
    ),
    "years": (
        ["He led it for <14 years>, from <1998> to <2010>."],
        ("contradictory", "1998 to 2010 is 12 years, not 14"),
    ),
    "years that fit": (
        ["He led it for <nine years>, from <2015> until <2024>."],
        ("consistent", "2015 until 2024 is nine years"),
    ),
    "years, both counted": (
        ["He led it for <ten years>, from <2015> until <2024>."],
        ("consistent", "2015 until 2024 is 10 years"),
    ),
    "years in brackets": (["It ran for <30 years> (1970–1990)."], ("contradictory", "1970–1990 is 20 years, not 30")),
    "years behind their dates": (
        ["From <1980> to <1990>, and those <ten years> made her, she led it."],
        ("consistent", "1980 to 1990 is 10 years"),
    ),
    "between two years": (
        ["Between 1990 and 2005, a period of <20 years>, it shrank."],
        ("contradictory", "Between 1990 and 2005 is 15 years, not 20"),
    ),
    "days": (["The <six-day> trip from <June 3 to 8, 2027> is off."], ("consistent", "June 3 to 8, 2027 is six days")),
    "days, the last not counted": (
        ["The <five-day> trip from <June 3 to 8, 2027> is off."],
        ("consistent", "June 3 to 8, 2027 is five days"),
    ),
    "too few days": (
        ["The <four-day> trip from <June 3, 2025> to <June 12, 2025> is off."],
        ("contradictory", "June 3, 2025 to June 12, 2025 is 10 days, not four"),
    ),
    "weeks": (
        ["It is closed for <three weeks>, from <March 2> to <April 30, 2026>."],
        ("contradictory", "March 2 to April 30, 2026 is eight weeks, not three"),
    ),
    "so many days later": (
        ["It opens on <March 3, 2025> and ends on <March 12, 2025>, <six days> later."],
        ("contradictory", "March 3, 2025 to March 12, 2025 is 10 days, not six"),
    ),
    "so many days after": (
        ["It closed on <March 9, 2025>, <six days> after a vote on <March 3, 2025>."],
        ("consistent", "March 3, 2025 to March 9, 2025 is six days"),
    ),
    "so many years after it began": (
        ["The mill was founded in <1934> and shut in <2017> after <73 years>."],
        ("contradictory", "1934 to 2017 is 83 years, not 73"),
    ),
    "so many years ago": (
        [HEAD, "It closed <27 years> ago, in <1998>."],
        ("consistent", "1998 to March 6, 2025 is 27 years"),
    ),
    "so many years ago, wrong": (
        [HEAD, "It closed in <1998>, <37 years> ago."],
        ("contradictory", "1998 to March 6, 2025 is 27 years, not 37"),
    ),
    "months": (
        ["It is closed for <three months>, from <June 2026> to <August 2026>."],
        ("consistent", "June 2026 to August 2026 is three months"),
    ),
}


@pytest.mark.parametrize(("parts", "expected"), FOUND.values(), ids=FOUND)
def test_dates_are_held_against_the_calendar(parts: list[str | tuple[str, str]], expected: tuple[str, str]) -> None:
    assert disagreements(*parts) == [expected]


AGES = {
    "died at that age": (
        [OBITUARY, "She was <88>.", "Born in Hale on <May 3, 1937>, she taught there."],
        ("consistent", "born May 3, 1937, Ana Kos was 88 on November 8, 2025"),
    ),
    "died at another": (
        [OBITUARY, "She was <89>.", "Born in Hale on <May 3, 1937>, she taught there."],
        ("contradictory", "born May 3, 1937, Ana Kos was 88 on November 8, 2025, not 89"),
    ),
    "before the birthday": (
        [OBITUARY, "She was <88>.", "[Kos|P1] was born on <December 3, 1937>."],
        ("contradictory", "born December 3, 1937, Ana Kos was 87 on November 8, 2025, not 88"),
    ),
    "of a birth year, either age": (
        [OBITUARY, "She was <87>.", "[Kos|P1] was born in <1937>."],
        ("consistent", "born 1937, Ana Kos was 87 on November 8, 2025"),
    ),
    "in the headline": (
        [("headline", "[Ana Kos|P1] dies at 86"), OBITUARY, "[Kos|P1] was born in <1937>."],
        ("contradictory", "born 1937, Ana Kos was 88 on November 8, 2025, not 86"),
    ),
    "at the age of": (
        ["[Ana Kos|P1] (born <May 3, 1937>) died on <Saturday, November 8, 2025>, at the age of 81."],
        ("contradictory", "born May 3, 1937, Ana Kos was 88 on November 8, 2025, not 81"),
    ),
    "of a lifetime in brackets": (
        [OBITUARY, "[Jan Lah|P2] (1931–2019) died at 78."],
        ("contradictory", "born 1931, Jan Lah was 88 in 2019, not 78"),
    ),
    "of a lifetime in brackets that fits": (
        [OBITUARY, "[Jan Lah|P2] (1931–2019) died at 87."],
        ("consistent", "born 1931, Jan Lah was 87 in 2019"),
    ),
    "of another day": (
        [OBITUARY, "[Kos|P1] was born in <October 1937>.", "She was <19> on the night in <1957> when it burned."],
        ("consistent", "born October 1937, Ana Kos was 19 in 1957"),
    ),
    "of another day, wrong": (
        [OBITUARY, "[Kos|P1] was born in <October 1937>.", "She was <25> on the night in <1957> when it burned."],
        ("contradictory", "born October 1937, Ana Kos was 20 in 1957, not 25"),
    ),
    "of the story's day": (
        [OBITUARY.replace("P1", "P2"), "[Jan Lah|P1], <45>, wept. [Lah|P1] was born in <May 1980>."],
        ("consistent", "born May 1980, Jan Lah was 45 on November 8, 2025"),
    ),
    "far from the story's day": (
        [OBITUARY.replace("P1", "P2"), "[Jan Lah|P1], <45>, wept. [Lah|P1] was born in <May 1937>."],
        ("contradictory", "born May 1937, Jan Lah was 88 on November 8, 2025, not 45"),
    ),
}


@pytest.mark.parametrize(("parts", "expected"), AGES.values(), ids=AGES)
def test_ages_are_held_against_births(parts: list[str | tuple[str, str]], expected: tuple[str, str]) -> None:
    assert set(disagreements(*parts)) == {SATURDAY, expected}


NONE = {
    "no year": ["It sank on <Tuesday, March 5>."],
    "no year, far from the story's date": [HEAD, "It will sink on <Monday, August 5>."],
    "a month": ["It sank in <March 2025>."],
    "a year": ["It sank in <2025>."],
    "the old calendar": ["The tsar left on <Tuesday, March 5, 1917>."],
    "two days with their weekdays": ["Come on Friday or <Saturday, March 6 and 7, 2026>."],
    "another weekday nearby": ["It sank on <March 5, 2025>. Tuesday was calm."],
    "about so many years": ["He led it for <about 14 years>, from <1998> to <2010>."],
    "another sentence": ["He was there for <14 years>. It stood from <1998> to <2010>."],
    "years ago": ["It closed <14 years> ago; it was open from <1998> to <2010>."],
    "years of something else": ["After <14 years> of war he led it from <1998> to <2010>."],
    "the years before": ["He was ill for <14 years> before the years from <1998> to <2010>."],
    "an open end": ["He has led it for <14 years>, since <1998>."],
    "work days": ["The <five-day> course from <June 3, 2026> to <June 9, 2026> is off."],
    "weeks begun": ["The <two-week> course from <May 17, 2022> to <May 26, 2022> is off."],
    "years begun": ["The <three-year> course from <December 2019> to <January 2021> is off."],
    "a figure between": ["The <four-day> trip of 12 people from <June 3, 2025> to <June 12, 2025> is off."],
    "an age of no known day": ["[Ana Kos|P1], <45>, wept. [Kos|P1] was born in <1937>."],
    "an age of another's": ["[Ana Kos|P1] was born in <1937>.", HEAD, "[Jan Lah|P2], <45>, wept."],
    "an age in a dated sentence": [HEAD, "In <1982> [Ana Kos|P1], <45>, wept. [Kos|P1] was born in <1937>."],
    "a place of birth, and a move": [HEAD, "[Ana Kos|P1], <45>, wept. [Kos|P1] was born in Ohio and left in <1937>."],
    "another's death": [
        "[Ana Kos|P1] was born in <1937>, the widow of a man who died on <March 5, 1960>. She was <80>.",
    ],
    "a death of theirs": [
        "[Ana Kos|P1]'s husband died on <March 5, 1960>. She was <80>. [Kos|P1] was born in <1937>.",
    ],
    "one year out, of the story's day": [HEAD, "[Ana Kos|P1], <45>, wept. [Kos|P1] was born on <May 1, 1980>."],
    "so many years later than something else": ["It opened in <1998>. <Six years> later, in <2008>, it closed."],
    "so many years later, and of what follows": [
        "It opened in <1934> and burned in <1950>, <ten years> later it was rebuilt.",
    ],
    "so many years later than it should": [
        "It was begun in <1934> and done in <1950>, <ten years> later than planned."
    ],
    "something else that ended": ["The mill was founded in <1934>; a strike in <2017> came after <73 years> of peace."],
    "about so many years ago": [HEAD, "It closed <30 years> ago, in <1998>."],
    "years ago of no known day": ["It closed <37 years> ago, in <1998>."],
    "a reign in brackets": [HEAD, "[Jan Lah|P2] (1951–1999) died at 78."],
    "a term of office in brackets": [HEAD, "[Jan Lah|P2] (2001–2009) died at 78."],
    "a time of day": ["[Ana Kos|P1] died at 10 a.m. on <November 8, 2025>. [Kos|P1] was born in <1937>."],
    "an age long before": [
        "[Ana Kos|P1] died on <November 8, 2025>. [Kos|P1] was born in <1937>.",
        "At the age of 12, [Kos|P1] saw a man die.",
    ],
    "an age at another's death": [
        "[Ana Kos|P1] died on <November 8, 2025>. [Kos|P1] was born in <1937>.",
        "The father of [Kos|P1] died when she was at school, at the age of 12.",
    ],
    "two births": [HEAD, "[Ana Kos|P1], <45>, wept. [Kos|P1] was born in <1937>. No, [Kos|P1] was born in <1938>."],
}


@pytest.mark.parametrize("parts", NONE.values(), ids=NONE)
def test_dates_that_are_no_fault(parts: list[str | tuple[str, str]]) -> None:
    assert disagreements(*parts) == []


def test_the_figure_and_its_dates_are_the_evidence() -> None:
    page = told("From <1998> to <2010>, for <14 years>, she led it.")
    (finding,) = findings(page, "dates_that_disagree")
    assert [span.text for span in finding.spans] == ["1998 to 2010", "14 years"]
    assert (finding.stated, finding.found) == (14, 12)
