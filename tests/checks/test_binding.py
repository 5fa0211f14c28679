"""Whether a finding that holds is binding: had its figures not agreed, it would have been a fault."""

from __future__ import annotations

import pytest

from stories import Part, findings, headline, rows, story, text

BINDING = {
    "a sum of all parts": ("parts_and_total", [text("{14 medals|medal}: {nine golds|gold}, {five silvers|silver}.")]),
    "a sum of actors": (
        "parts_and_total",
        [text("They held {19 talks|talk|P1 P2}. Brandt held {eight|(talk)|P1} and Okafor {11|(talk)|P2}.")],
    ),
    "what is left": (
        "parts_and_total",
        [text("{Eight of the {14 peaks|peak}|peak||subset} lie here, the {other six|(peak)||other} there.")],
    ),
    "a headline and its lede": (
        "repeated_figure",
        [headline("{19 die|person} in Hale fire"), text("{19 people|person} died in a fire in Hale.")],
    ),
    "a list under its heading": (
        "listed_and_stated",
        [text("Brandt held {two talks|talk|P1}."), rows("Brandt's talks", "talk", "P1", ["Ann Roe", "Li Wei"])],
    ),
}

CONFIRMING = {
    "a sum that nothing closes": (
        "parts_and_total",
        [text("{Five people|person} were hurt. {Two|(person)} fell and {three|(person)} were burned.")],
    ),
    "examples that come out": (
        "parts_and_total",
        [text("Hale won {nine medals|medal}, including {two golds|gold} and {seven silvers|silver}.")],
    ),
    "a long row far below": (
        "parts_and_total",
        [
            text("It owes {1,310 fishers|fisher}."), text("It rained."), text("It snowed."),
            text("In Hale live {860 men|fisher}, in Bow {290|(fisher)} and in Oco {160|(fisher)}."),
        ],
    ),
    "a small figure taken up": (
        "repeated_figure",
        [text("{Three boats|boat} left Hale."), text("It rained."), text("The {three boats|boat} came home.")],
    ),
    "one of three is in no display": (
        "repeated_figure",
        [
            headline("{19 die|person} in Hale fire"), text("{19 people|person} died in a fire in Hale."),
            text("It rained."), text("The {19 people|person} were miners."),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("check", "parts"), BINDING.values(), ids=BINDING)
def test_what_words_tie_together_is_binding(check: str, parts: list[Part]) -> None:
    assert [(one.verdict, one.binding) for one in findings(story(*parts), check)] == [("consistent", True)]


@pytest.mark.parametrize(("check", "parts"), CONFIRMING.values(), ids=CONFIRMING)
def test_what_only_comes_out_confirms(check: str, parts: list[Part]) -> None:
    assert [(one.verdict, one.binding) for one in findings(story(*parts), check)] == [("consistent", False)]
