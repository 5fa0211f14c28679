"""Runs of figures that a word ties together, and the whole that is their sum."""

from __future__ import annotations

import pytest

from newstally.evidence.parts import told_apart
from stories import headline, story, text


def sums(paragraph: str, *more: str) -> list[tuple[float | None, list[float | None]]]:
    found = told_apart(story(*map(text, (paragraph, *more))))
    return [(one.total.amount.value, [part.amount.value for part in one.parts]) for one in found]


TOLD_APART = {
    "one names the whole": (
        "{24 of {38 stocks|stock}|stock||subset} rose, {11|(stock)} fell and {three|(stock)} did neither.",
        (38, [24, 11, 3]),
    ),
    "a subset of the part is none": (
        "{14 of the {19 hurt|person}|person||subset} lay in hospital, {two of them|person||subset} badly. "
        "{Five|(person)} had gone.",
        (19, [14, 5]),
    ),
    "the other, of a whole some sentences before": (
        "The {12 students|student} met. It rained. Then it snowed. {Nine of them|student||subset} stayed, and the "
        "{other three|(student)||other} left.",
        (12, [9, 3]),
    ),
    "the other, after two": (
        "{96 whales|whale} came. {41|(whale)} died and {30|(whale)} swam. The {other 25|(whale)||other} lie there.",
        (96, [41, 30, 25]),
    ),
    "the other, after one of another noun": (
        "{34 of its {113 trams|tram}|tram||subset} stand still. {Nine vehicles|vehicle} had cracks. "
        "The {other 25|(tram)||other} are as old.",
        (34, [9, 25]),
    ),
    "so many short of": (
        "She has {48 MPs|mp}, {eight|(mp)} short of the {56|(mp)} that she needs.",
        (56, [48, 8]),
    ),
    "a vote and those who kept away": (
        "It voted {82|(vote)} to {15|(vote)}, with {three abstentions|abstention}. "
        "{Fifty of its {150 members|member}|member||subset} stayed away.",
        (150, [82, 15, 3, 50]),
    ),
    "a vote in words": (
        "{62 deputies|deputy} were for the bill, {41|(deputy)} against. The house has {103 members|member}.",
        (103, [62, 41]),
    ),
    "the fates of those aboard": (
        "{Eleven miners|miner} died and {19|(miner)} were hurt. There were {34 people|person} in the cage. "
        "{Four of them|person||subset} walked out.",
        (34, [11, 19, 4]),
    ),
    "all of them, afterwards": (
        "The ship had {310 passengers|passenger} and {90 crew|crew}. All {400 people|person} were saved.",
        (400, [310, 90]),
    ),
    "two sexes": ("A gang of {six|(person)} was held: {One woman|woman} and {five men|man}.", (6, [1, 5])),
    "sexes and ages": (
        "{Ten people|person} died. They were {five women|woman}, {three men|man} and {two children|child}.",
        (10, [5, 3, 2]),
    ),
    "what is left is known": (
        "She began with {50 candidates|candidate} and rejected {seven|(candidate)}. The {43|(planet)} are old.",
        (50, [7, 43]),
    ),
    "what is left is large": (
        "He took {6,412 votes|vote}. It was dry. Of {6,450 ballots|ballot:vote}, {38|(ballot:vote)} were spoiled.",
        (6450, [6412, 38]),
    ),
    "what more bring it up to": (
        "{Three people|person} were held. {Four more people|person||other} were held, bringing the total to "
        "{seven|(person)}.",
        (7, [3, 4]),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraph", "found"), TOLD_APART.values(), ids=TOLD_APART)
def test_a_run_told_apart_has_its_whole(paragraph: str, found: tuple[float, list[float]]) -> None:
    assert sums(paragraph) == [found]


NOT_TOLD_APART = {
    "one names the whole, and it does not come out": (
        "{24 of {38 stocks|stock}|stock||subset} rose, {11|(stock)} fell and {two|(stock)} did neither."
    ),
    "one names the whole, things of another kind": (
        "{Two of {five men|man}|man||subset} fled with {three dogs|dog}."
    ),
    "the other, of another kind of whole": (
        "{12 teachers|teacher} met. {Nine of them|student||subset} stayed, and the {other three|(student)||other} left."
    ),
    "the other, and the whole comes later": (
        "{Nine|(student)} stayed, and the {other three|(student)||other} left. {12 students|student} came to Bow."
    ),
    "one figure after another": "She has {48 MPs|mp}, {eight|(mp)} of them for {56 years|year}.",
    "a change": "The house has grown by {three|(member)||change}, from {30 members|member} to {33|(member)}.",
    "a vote of others": "They voted {nine|(vote)} to {three|(vote)}. {12 dogs|dog} barked.",
    "figures of members, but no vote": (
        "{Nine members|member} sat on the left and {three|(member)} on the right. There are {12 seats|seat} here."
    ),
    "a whole far away": (
        "{34 people|person} came. It rained. It snowed. It blew. It froze. {Eleven|(person)} died, {19|(person)} were "
        "hurt and {four|(person)} fled."
    ),
    "few people": "{Six people|person} came. {Three|(person)} ate, {two|(person)} drank and {one|(person)} slept.",
    "two parts, and a whole that is not known": (
        "The ship had {310 passengers|passenger} and {90 crew|crew}. {400 people|person} were waiting."
    ),
    "two sexes of another number": "A gang of {six|(person)} was held. {One woman|woman} and {four men|man} fled.",
    "one sex twice": "{Ten people|person} died. {Five women|woman} were old and {five women|woman} young.",
    "another year": (
        "{24 of {38 stocks|stock}|stock||subset} rose, and last year {14|(stock)||earlier} fell."
    ),
    "what is left is no more than a number": (
        "She began with {50 candidates|candidate} and rejected {seven|(candidate)}. In Bow {43 planets|planet} rose."
    ),
    "more, and no total": (
        "{Three people|person} were held. {Four more people|person||other} were held with {seven people|person}."
    ),
}  # fmt: skip


@pytest.mark.parametrize("paragraph", NOT_TOLD_APART.values(), ids=NOT_TOLD_APART)
def test_figures_that_nothing_tells_apart(paragraph: str) -> None:
    assert sums(paragraph) == []


def test_the_nearest_whole_is_meant() -> None:
    page = story(
        headline("{12 students|student} sat in"),
        text(
            "The {12 students|student} sat in. {Nine of them|student||subset} stayed; "
            "the {other three|(student)||other} left."
        ),
    )
    assert [one.total.id for one in told_apart(page)] == ["N2"]


def test_such_a_run_only_confirms() -> None:
    page = story(text(TOLD_APART["one names the whole"][0]))
    assert {one.tie for one in told_apart(page)} == {"loose"}
