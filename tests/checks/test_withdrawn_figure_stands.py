"""X101: the figure that a correction withdrew, still above it."""

from __future__ import annotations

import pytest

from stories import Part, caption, findings, headline, note, story, text

NOTE = note(
    "An earlier version said helicopters had reached {17 villages|village||old}. They reached {12 "
    "villages|village||new}."
)
DEATHS = note(
    "Correction: {two people|person||old} were said to have been killed in the crash; {three|(person)||new} were."
)

HOTELS = note("An earlier version misstated how many hotels shut. It is {seven|(hotel)||new}, not {nine|(hotel)||old}.")

MANY = note("An earlier version gave {1,280 children|child||old} as vaccinated. It was {1,820|(child)||new}.")

BARE = note(
    "Correction: An earlier version of this story gave the number of barns as {230|(barn)||old}. There were {320 "
    "barns|barn||new}."
)

BARNS = note("An earlier version misstated how many barns burned. It is {46|(barn)||new}, not {60|(barn)||old}.")


def standing(*parts: Part) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.verdict, one.message, one.counts) for one in findings(story(*parts), "withdrawn_figure_stands")]


STANDS = {
    "in the text": (
        [text("Helicopters brought food to {17 villages|village}."), NOTE],
        ("the withdrawn figure still stands: 17 villages", ("N2", "N3", "N1")),
    ),
    "in headline and text": (
        [headline("Helicopters reach {17 villages|village}"), text("Helicopters reached {17 villages|village}."), NOTE],
        ("the withdrawn figure still stands: 17 villages, in 2 places", ("N3", "N4", "N2")),
    ),
    "in the headline alone": (
        [headline("Helicopters reach {17 villages|village}"), text("They reached {12 villages|village}."), NOTE],
        ("the withdrawn figure still stands: 17 villages", ("N3", "N4", "N1", "N2")),
    ),
    "a small figure of the very noun, taken up as known": (
        [text("{Seven hotels|hotel} are shut."), text("At the {nine hotels|hotel} guests made beds."), HOTELS],
        ("the withdrawn figure still stands: nine hotels", ("N4", "N3", "N2", "N1")),
    ),
    "a striking figure of the very noun": (
        [caption("The teams saw {1,280 children|child}."), MANY],
        ("the withdrawn figure still stands: 1,280 children", ("N2", "N3", "N1")),
    ),
    "of kin things": (
        [text("Helicopters reached {17 hamlets|hamlet:village}."), NOTE],
        ("the withdrawn figure still stands: 17 hamlets", ("N2", "N3", "N1")),
    ),
    "a small figure in the same matter": (
        [text("{Two people|person} were killed in the crash on Friday."), DEATHS],
        ("the withdrawn figure still stands: two people", ("N2", "N3", "N1")),
    ),
    "a small figure of a plain noun, the only one in the matter": (
        [text("{60 barns|barn} burned on Monday. In 1990 {25 barns|barn||earlier} burned."), BARNS],
        ("the withdrawn figure still stands: 60 barns", ("N4", "N3", "N1")),
    ),
    "beside another figure in another matter": (
        [text("{60 barns|barn} burned on Monday."), text("The valley has {90 barns|barn}."), BARNS],
        ("the withdrawn figure still stands: 60 barns", ("N4", "N3", "N1")),
    ),
    "the only figure of the things, where the note names nothing else": (
        [text("{230 barns|barn} burned on Monday."), BARE],
        ("the withdrawn figure still stands: 230 barns", ("N2", "N3", "N1")),
    ),
    "without a right figure": (
        [text("Helicopters reached {17 villages|village}."), note(
            "We said helicopters reached {17 "
            "villages|village||old}.")],
        ("the withdrawn figure still stands: 17 villages", ("N2", "N1")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), STANDS.values(), ids=STANDS)
def test_the_withdrawn_figure_stands(parts: list[Part], expected: tuple[str, tuple[str, ...]]) -> None:
    assert standing(*parts) == [("contradictory", *expected)]


PUT_RIGHT = {
    "the right figure": [text("Helicopters reached {12 villages|village}."), NOTE],
    "other things": [text("Helicopters brought {17 doctors|doctor} to the valley."), NOTE],
    "another matter": [text("The storm of 1998 cut off {17 villages|village}."), NOTE],
    "a small figure in another matter": [text("{Two people|person} were fined on Friday."), DEATHS],
    "a small figure with one word in common": [text("{Two people|person} saw the crash."), DEATHS],
    "a small figure that shares only words of notes": [
        text("An earlier count had a number of {60 barns|barn} for sale."),
        BARNS,
    ],
    "a small figure beside a rival in the same matter": [
        text("{60 barns|barn} lost tiles to fire and {46 barns|barn} burned down."),
        BARNS,
    ],
    "one of two figures of the things, where the note names nothing else": [
        text("{230 barns|barn} were built."),
        text("{90 barns|barn} burned."),
        BARE,
    ],
    "a figure of kin things, where the note names nothing else": [text("{230 sheds|shed:barn} burned."), BARE],
    "a rival elsewhere": [text("{60 barns|barn} nearly burned."), text("{46 barns|barn} burned."), BARNS],
    "a small figure of other nouns": [text("{60 sheds|shed:barn} burned."), BARNS],
    "a small figure of the very noun, new to the story": [
        text("{Seven hotels|hotel} are shut."),
        text("In Bow {nine hotels|hotel} are full."),
        HOTELS,
    ],
    "a striking figure of another noun": [text("The teams saw {1,280 nurses|nurse}."), MANY],
    "a round figure of the very noun": [
        text("The teams saw {2,000 children|child}."),
        note("An earlier version gave {2,000 children|child||old} as vaccinated. It was {1,820|(child)||new}."),
    ],
    "about": [text("Helicopters reached {about 17 villages|village}."), NOTE],
    "at least": [text("Helicopters reached {at least 17 villages|village}."), NOTE],
    "a rate": [text("Helicopters reach {17 villages|village||rate} a day."), NOTE],
    "no figure": [text("Helicopters reached the villages."), NOTE],
    "no note": [text("Helicopters reached {17 villages|village}.")],
    "a note that withdraws nothing": [
        text("Helicopters reached {17 villages|village}."),
        note("Helicopters reached {17 villages|village||new}, a correct figure that an editor doubted."),
    ],
    "a note that corrects something else": [
        text("Helicopters reached {17 villages|village}."),
        note("Helicopters reached {17 villages|village||old}; the {17 villages|village||new} lie in the west."),
    ],
}


@pytest.mark.parametrize("parts", PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_no_withdrawn_figure_stands(parts: list[Part]) -> None:
    assert standing(*parts) == []


def test_the_right_figure_is_suggested() -> None:
    page = story(text("Helicopters brought food to {17 villages|village}."), NOTE)
    (finding,) = findings(page, "withdrawn_figure_stands")
    assert finding.suggestion is not None
    assert (finding.suggestion.count, finding.suggestion.value) == ("N1", 12)
    assert finding.suggestion.why == "the correction gives 12"
