"""T102: counts and the things they count, enumerated in the sentence or in a list under a heading."""

from __future__ import annotations

import pytest

from stories import Part, findings, headline, rows, story, text, verdicts

NAMES = ["Ann Roe", "Li Wei", "Max Katz", "Ida Holm", "Tom Ashe", "Eva Lind", "Sam Okoro", "Jan Vos", "Mia Berg"]


def judged(*parts: Part) -> list[tuple[str, str]]:
    return [(verdict, message) for _, verdict, message in verdicts(story(*parts), "listed_and_stated")]


IN_SENTENCES = {
    "as many as stated": (
        "{Three towns|town} voted: <Hale>, <Bow> and <Sutton>.",
        ("consistent", "three towns are stated, three are listed"),
    ),
    "one too many": (
        "There are {two kinds|kind}: <Hale>, <Bow> and <Sutton>.",
        ("contradictory", "two kinds are stated, three are listed"),
    ),
    "one too few": (
        "{Four towns|town} voted: <Hale>, <Bow> and <Sutton>.",
        ("contradictory", "four towns are stated, three are listed"),
    ),
    "fewer after including": (
        "{Four towns|town}, including <Hale> and <Bow>, voted.",
        ("consistent", "four towns are stated, two are named among them"),
    ),
    "as many after including": (
        "{Two towns|town}, including <Hale> and <Bow>, voted.",
        ("consistent", "two towns are stated, two are named among them"),
    ),
    "more after including": (
        "{Two towns|town}, including <Hale>, <Bow> and <Sutton>, voted.",
        ("contradictory", "two towns are stated, three are named among them"),
    ),
    "a number of things after including": (
        "{500 voters|voter}, including <{447 likely voters|voter}>, were asked.",
        ("consistent", "500 voters are stated, 447 are named among them"),
    ),
    "a number in words after including": (
        "{Seven suspects|suspect}, including <{three drivers|driver}>, were held.",
        ("consistent", "seven suspects are stated, three are named among them"),
    ),
    "a greater number after including": (
        "{500 voters|voter}, including <{547 likely voters|voter}>, were asked.",
        ("contradictory", "500 voters are stated, 547 are named among them"),
    ),
    "about": (
        "{About four towns|town} voted: <Hale>, <Bow> and <Sutton>.",
        ("consistent", "about four towns are stated, three are listed"),
    ),
    "up to": (
        "{Up to six towns|town}, such as <Hale> and <Bow>, may vote.",
        ("consistent", "up to six towns are stated, two are named among them"),
    ),
    "at least": (
        "{At least four towns|town} voted: <Hale>, <Bow> and <Sutton>.",
        ("contradictory", "at least four towns are stated, three are listed"),
    ),
    "sectors, plural or not": (
        "It has {three sectors|sector}: <farming>, <building> and <city services>.",
        ("consistent", "three sectors are stated, three are listed"),
    ),
    "one vote": (
        "{One vote|vote} was against, that of <Hale>.",
        ("consistent", "one vote is stated, one is listed"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), IN_SENTENCES.values(), ids=IN_SENTENCES)
def test_enumerations_in_a_sentence(sentence: str, expected: tuple[str, str]) -> None:
    assert judged(text(sentence)) == [expected]


NO_FAULT = {
    "between two": "{One deal|deal} is between <Hale> and <Bow>.",
    "one, whatever is named": "There was {one|deal}: <Hale>, <Bow> and <Sutton>.",
    "what only describes": "A {three-town|town} plan names <Hale> and <Bow>.",
    "fewer after such as": "{Six towns|town}, such as <Hale> and <Bow>, may vote.",
    "fewer with among them": "{Six towns|town} voted, among them <Hale> and <Bow>.",
    "about": "{About four towns|town} voted: <Hale>, <Bow> and <Sutton>.",
    "more than": "{More than two towns|town} voted: <Hale>, <Bow> and <Sutton>.",
    "kinds of several things": "{13 groups|group}, including <drug cartels> and <gangs>, took part.",
    "several things in each item": "{Nine buildings|building} burned: <homes>, <shops> and <sheds>.",
    "far too few for all": "{Nine towns|town} voted: <Hale>, <Bow> and <Sutton>.",
    "a part of the figure, as a figure": "{500 voters|voter}, including <{447 likely voters|voter}>, were asked.",
}


@pytest.mark.parametrize("sentence", NO_FAULT.values(), ids=NO_FAULT)
def test_enumerations_that_are_no_fault(sentence: str) -> None:
    assert "contradictory" not in [verdict for verdict, _ in judged(text(sentence))]


UNSETTLED = {
    "kinds, each of several things": (
        "{13 groups|group}, including <drug cartels> and <gangs>, took part.",
        "each item may stand for several things",
    ),
    "kinds of which there are fewer": (
        "{Four buildings|building} burned: <homes>, <shops> and <sheds>.",
        "each item may stand for several things",
    ),
    "an enumeration that goes on elsewhere": (
        "{Nine towns|town} voted: <Hale>, <Bow> and <Sutton>.",
        "the enumeration may go on elsewhere",
    ),
    "more than a round figure": (
        "{More than 100 towns|town} voted: " + ", ".join(f"<Town{n}>" for n in range(99)) + " and <Hale>.",
        "the figure is too vague for the list",
    ),
}


@pytest.mark.parametrize(("sentence", "reason"), UNSETTLED.values(), ids=UNSETTLED)
def test_enumerations_that_cannot_be_judged(sentence: str, reason: str) -> None:
    assert [(one.verdict, one.reason) for one in findings(story(text(sentence)), "listed_and_stated")] == [
        ("unsettled", reason)
    ]


UNDER_HEADINGS = {
    "kind and actor": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Brandt's talks", "talk", "P1", NAMES)],
        [("consistent", "nine calls are stated, nine are listed")],
    ),
    "kind and actor, one row short": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Brandt's talks", "talk", "P1", NAMES[:8])],
        [("contradictory", "nine calls are stated, eight are listed")],
    ),
    "far fewer rows are a fault too": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Brandt's talks", "talk", "P1", NAMES[:3])],
        [("contradictory", "nine calls are stated, three are listed")],
    ),
    "the same unit, of nobody": (
        [text("{Three towns|town} voted."), rows("Towns that voted", "town", "", NAMES[:2])],
        [("contradictory", "three towns are stated, two are listed")],
    ),
    "who voted for, who against": (
        [
            text("{Four councillors|councillor} voted for the plan and {three|(councillor)} against it."),
            rows("Councillors who voted for the plan", "councillor", "", NAMES[:3]),
            rows("Councillors who voted against the plan", "councillor", "", NAMES[:3]),
        ],
        [
            ("contradictory", "four councillors are stated, three are listed"),
            ("consistent", "three are stated, three are listed"),
        ],
    ),
    "those arrested, by a headline's verb": (
        [
            headline("{Seven arrested|(person)} in Hale"),
            text("Police took {seven people|person} on Monday."),
            rows("Those arrested were:", "person", "", NAMES[:6]),
        ],
        [("contradictory", "seven people are stated, six are listed")],
    ),
    "rows that are rows of several themselves": (
        [text("{Nine towns|town} voted."), rows("Towns that voted", "town", "", ["East: Orvik, Marne", "West: Hest"])],
        [("unsettled", "nine towns are stated, two are listed")],
    ),
    "rows of one each": (
        [text("{Nine towns|town} voted."), rows("Towns that voted", "town", "", ["North: Orvik", "South: Hest"])],
        [("contradictory", "nine towns are stated, two are listed")],
    ),
    "those present, and others arrested": (
        [headline("{Seven arrested|(person)} in Hale"), rows("Those present were:", "person", "", NAMES[:6])],
        [],
    ),
    "a heading that says something else of the noun": (
        [text("{Three towns|town} voted."), rows("Towns by the sea", "town", "", NAMES[:2])],
        [],
    ),
    "kin units, of nobody": (
        [text("{Three towns|town:place} voted."), rows("Places", "place", "", NAMES[:2])],
        [],
    ),
    "another's list": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Okafor's talks", "talk", "P2", NAMES[:8])],
        [],
    ),
    "two figures that the heading fits": (
        [
            text("Brandt held {nine calls|call:talk|P1} in May. In June she held {four|(talk)|P1}."),
            rows("Brandt's talks", "talk", "P1", NAMES[:8]),
        ],
        [],
    ),
    "another figure in the headline": (
        [
            headline("Brandt holds {ten talks|talk|P1}"),
            text("Brandt held {nine calls|call:talk|P1}."),
            rows("Brandt's talks", "talk", "P1", NAMES),
        ],
        [("consistent", "nine calls are stated, nine are listed")],
    ),
    "a heading of another kind confirms": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Brandt's push", "push", "P1", NAMES)],
        [("consistent", "nine calls are stated, nine are listed")],
    ),
    "a heading of another kind does not accuse": (
        [text("Brandt held {nine calls|call:talk|P1}."), rows("Brandt's pets", "pet", "P1", NAMES[:8])],
        [],
    ),
    "unless its sister list is named for certain": (
        [
            text("They held {20 talks|talk|P1 P2}. Brandt held {nine|(talk)|P1}; Okafor held {11|(talk)|P2}."),
            rows("Brandt's talks", "talk", "P1", NAMES),
            rows("Okafor's push", "push", "P2", NAMES),
        ],
        [
            ("consistent", "nine are stated, nine are listed"),
            ("contradictory", "11 are stated, nine are listed"),
        ],
    ),
    "a forecast is not what was listed": (
        [text("Brandt will hold {nine rallies|rally|P1|rate}."), rows("Brandt's rallies", "rally", "P1", NAMES[:8])],
        [],
    ),
    "a list without a heading's noun or owner": (
        [text("{Nine boats|boat} sank."), rows("More on this", "", "", NAMES[:3])],
        [],
    ),
}


@pytest.mark.parametrize(("parts", "expected"), UNDER_HEADINGS.values(), ids=UNDER_HEADINGS)
def test_lists_under_a_heading(parts: list[Part], expected: list[tuple[str, str]]) -> None:
    assert judged(*parts) == expected


def test_a_list_counts_the_statement_below_the_headline() -> None:
    page = story(
        headline("Brandt holds {nine talks|talk|P1}"),
        text("Brandt held {nine calls|call:talk|P1}."),
        rows("Brandt's talks", "talk", "P1", NAMES[:8]),
    )
    (finding,) = findings(page, "listed_and_stated")
    assert (finding.counts, finding.lists, finding.stated, finding.found) == (("N2",), ("L1",), 9, 8)
    assert [span.text for span in finding.spans] == ["nine calls", "Brandt's talks", *NAMES[:8]]


def test_a_figure_that_only_describes_counts_no_list() -> None:
    marked = "The {three-block|block} plan has a hall, a yard and a mill for <Hale> and <Bow>."
    assert findings(story(text(marked)), "listed_and_stated") == []
