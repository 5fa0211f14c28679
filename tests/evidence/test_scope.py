"""Which figures speak of the same thing: the pairing evidence by itself, and that it stays fast."""

from __future__ import annotations

import time

import pytest

from newstally import checks, registry
from newstally.evidence import restated, scope, shares
from newstally.types import Story
from stories import Part, caption, headline, note, story, text


def groups(page: Story) -> list[list[str]]:
    return [[count.span.text for count in group] for group in restated.statements(page)]


def test_the_body_leaves_out_notes_rates_and_what_is_negated() -> None:
    page = story(
        text("{Nine boats|boat} sank, not {ten|(boat)||negated}; {two boats|boat||rate} a year do."),
        note("We said {eight boats|boat||old}, it is {nine boats|boat||new}."),
    )
    assert [count.span.text for count in scope.body(page)] == ["Nine boats"]


def test_every_count_of_the_body_stands_in_exactly_one_group() -> None:
    page = story(
        headline("{19 talks|talk|P1 P2} held"),
        text("The {19 talks|talk|P1 P2} went well. {Nine calls|call:talk|P1} were short."),
        text("The {nine|(talk)} ended."),
    )
    assert groups(page) == [["19 talks", "19 talks"], ["Nine calls", "nine"]]


@pytest.mark.parametrize(
    ("words", "definite"),
    [
        ("the {two men|man}", True),
        ("those {two|(man)}", True),
        ("their {two sons|son}", True),
        ("Brandt's {two sons|son}", True),
        ("The {two|(man)}", True),
        ("{two men|man}", False),
        ("bathe {two men|man}", False),
        ("of {two men|man}", False),
    ],
)
def test_definite_figures(words: str, definite: bool) -> None:
    page = story(text(f"{words} came."))
    assert scope.is_definite(page, page.counts[0]) is definite


@pytest.mark.parametrize(
    ("figure", "distinctive"),
    [
        ("12 men", False),
        ("13 men", True),
        ("20 men", False),
        ("140 men", True),
        ("300 men", False),
        ("34,000 men", True),
    ],
)
def test_distinctive_figures(figure: str, distinctive: bool) -> None:
    assert scope.is_distinctive(story(text(f"{{{figure}|man}} came.")).counts[0]) is distinctive


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("19 talks", "19 high-level talks", True),
        ("19 high-level talks", "19 high-level international discussions", True),
        ("six northbound lanes", "six southbound lanes", False),
        ("six lanes", "six lanes", True),
    ],
)
def test_modifiers(one: str, other: str, agree: bool) -> None:
    first, second = story(text(f"{{{one}|talk}} and {{{other}|talk}}.")).counts
    assert scope.modifiers_agree(first, second) is agree


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("P1", "P1", False),
        ("P1", "P2", True),
        ("P1", "P1 P2", False),
        ("P1 P3", "P1 P2", True),
        ("P1", "", False),
        ("Army_helicopters", "helicopters", False),
        ("Army_helicopters", "Army_trucks", True),
        ("|other", "", True),
        ("|forecast", "", True),
        ("|forecast", "|forecast", False),
        ("|total", "", False),
    ],
)
def test_what_sets_two_figures_apart(one: str, other: str, apart: bool) -> None:
    first, second = story(text(f"{{six boats|boat|{one}}} and {{six boats|boat|{other}}}.")).counts
    assert scope.apart(first, second) is apart
    assert scope.apart(second, first) is apart


PARTS = text("Roe held {nine calls|call:talk|P1}. Lim held {11 talks|talk|P2}.")

SHARES = {
    "a total and the parts of its actors": ([text("They held {19 talks|talk|P1 P2}."), PARTS], [("N1", "N2", "N3")]),
    "the total after its parts": ([PARTS, text("They held {19 talks|talk|P1 P2}.")], [("N3", "N1", "N2")]),
    "below the headline": (
        [headline("{19 talks|talk|P1 P2}"), caption("{19 talks|talk|P1 P2}"), PARTS],
        [("N2", "N3", "N4")],
    ),
    "a third actor": ([text("They held {19 talks|talk|P1 P2 P3}."), PARTS], []),
    "another kind": ([text("They gave {19 speeches|speech|P1 P2}."), PARTS], []),
    "no actors": ([text("There were {19 talks|talk}."), PARTS], []),
    "a part in another year": (
        [text("They held {19 talks|talk|P1 P2}. Roe held {nine|(talk)|P1|earlier}, Lim {11|(talk)|P2}.")],
        [],
    ),
}


@pytest.mark.parametrize(("parts", "expected"), SHARES.values(), ids=SHARES)
def test_shares(parts: list[Part], expected: list[tuple[str, ...]]) -> None:
    assert [(one.total.id, *(part.id for part in one.parts)) for one in shares.shares(story(*parts))] == expected


@pytest.mark.parametrize("figure", ["two men|man", "{n} men|man", "{n} men|man|P{n}", "15 ships|ship{n}:ship|P1"])
def test_five_hundred_figures_take_less_than_a_second(figure: str) -> None:
    marked = ["{" + figure.replace("{n}", str(number + 10)) + "} came to the port." for number in range(500)]
    page = story(headline("{500 men|man|P1 P2} came"), *(text(" ".join(marked[i : i + 5])) for i in range(0, 500, 5)))
    started = time.process_time()
    checks.run(page, tuple(registry.checks()))
    assert time.process_time() - started < 1
