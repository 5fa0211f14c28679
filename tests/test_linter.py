"""What a copy editor reads of a contradiction."""

from __future__ import annotations

import pytest

from newstally.linter import as_dict, as_github, as_text, faults


def record(text: str, *figures: str, suggest: str = "", verdict: str = "contradictory", reason: str = "") -> dict:
    """A record with one check over ``figures``, found left to right; ``suggest`` is the figure to change."""
    spans, position = [], 0
    for figure in figures:
        start = text.index(figure, position)
        spans.append({"text": figure, "start": start, "end": start + len(figure)})
        position = start + 1
    counts = [
        {"id": f"N{number}", "value": number, "modifier": "exact", **span} for number, span in enumerate(spans, 1)
    ]
    advice = {"count": f"N{figures.index(suggest) + 1}", "value": 8, "why": "eight are listed"} if suggest else None
    check = {
        "id": "K1", "code": "T101", "kind": "sum", "verdict": verdict, "message": "nine and 11 make 20, not 19",
        "spans": spans, "reason": reason, "suggestion": advice, "counts": ["N1"], "lists": [], "stated": 1, "found": 2,
    }  # fmt: skip
    return {"id": "a.txt", "counts": counts, "quantities": [], "lists": [], "corrections": [], "checks": [check]}


def shown(text: str, *figures: str, suggest: str = "") -> list[str]:
    (fault,) = faults(record(text, *figures, suggest=suggest), text)
    return as_text(fault, text).split("\n")


def test_place_code_message_marked_lines_and_help():
    text = "Ministers held 19 talks\n\nOne made nine calls.\nOther lines.\nThe other had 11 talks, all told.\n"
    assert shown(text, "19 talks", "nine calls", "11 talks", suggest="nine calls") == [
        "a.txt:3:10: T101 nine and 11 make 20, not 19",
        "1 | Ministers held 19 talks",
        "  |                -------- 1 stated",
        "3 | One made nine calls.",
        "  |          ^^^^^^^^^^ 2",
        "5 | The other had 11 talks, all told.",
        "  |               -------- 3",
        "help: “nine calls” should read 8: eight are listed",
    ]


def test_without_a_suggestion_the_first_span_is_the_place_and_all_are_marked_alike():
    place, *lines = shown("They had two cats.\nThree cats.", "two cats", "Three cats")
    assert place.startswith("a.txt:1:10: T101 ")
    assert [line for line in lines if "^" in line] == ["  |          ^^^^^^^^ 1 stated", "  | ^^^^^^^^^^ 2"]


def test_a_reason_is_a_note():
    text = "Two of five rows."
    (fault,) = faults(record(text, "Two", reason="either may be wrong"), text)
    assert as_text(fault, text).endswith("\n  | ^^^ 1 stated\nnote: either may be wrong")


def test_what_is_told_apart_is_coloured_apart():
    text = "Two of five rows."
    (fault,) = faults(record(text, "Two", "five rows", suggest="Two"), text)
    assert as_text(fault, text, lambda words, style: f"<{style} {words}>").split("\n") == [
        "<file a.txt><frame :>1<frame :>1<frame :> <code T101> nine and 11 make 20, not 19",
        "<frame 1 |> Two of five rows.",
        "<frame   |> <primary ^^^>    <secondary ---------> <secondary 2>",
        "<frame   |> <primary 1 stated>",
        "<help help>: “Two” should read 8: eight are listed",
    ]


def test_a_story_cannot_command_the_terminal():
    text = "\x1b[2J19 talks"
    both = record(text, "19 talks") | {"id": "a\n\x1b[31m.txt"}
    both["checks"][0]["message"] = "\x1b]0;title\x07"
    (fault,) = faults(both, text)
    assert as_text(fault, text).split("\n")[:2] == ["a  [31m.txt:1:5: T101  ]0;title ", "1 |  [2J19 talks"]


@pytest.mark.parametrize("verdict", ["consistent", "unsettled"])
def test_only_contradictions_are_faults(verdict):
    assert faults(record("19 talks", "19 talks", verdict=verdict), "19 talks") == []


def test_faults_come_in_the_order_of_their_places():
    text = "two cats, three dogs"
    both = record(text, "three dogs")
    both["checks"] += record(text, "two cats")["checks"]
    assert [fault.column for fault in faults(both, text)] == [1, 11]


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("One made nine calls.", "nine calls", "line=1,endLine=1,col=10,endColumn=20"),
        ("One\nmade nine\ncalls.", "nine\ncalls", "line=2,endLine=3"),
        ("One made nine\r\ncalls.", "nine\r\ncalls", "line=1,endLine=2"),
    ],
    ids=["one line", "two lines", "CR LF"],
)
def test_github_shows_the_fault_below_its_words(text, figure, place):
    (fault,) = faults(record(text, figure, suggest=figure) | {"id": "a,b.txt"}, text)
    shown = figure.replace("\r", "%0D").replace("\n", "%0A")
    assert as_github(fault) == (
        f"::error file=a%2Cb.txt,{place},title=newstally (T101)::nine and 11 make 20, not 19"
        f"%0Ahelp: “{shown}” should read 8: eight are listed"
    )


def test_json_is_the_check_with_its_place():
    text = "One made nine calls."
    (fault,) = faults(record(text, "nine calls"), text)
    assert as_dict(fault) | {"spans": []} == {
        "file": "a.txt", "line": 1, "column": 10, "id": "K1", "code": "T101", "kind": "sum",
        "verdict": "contradictory", "message": "nine and 11 make 20, not 19", "spans": [], "reason": "",
        "suggestion": None, "counts": ["N1"], "lists": [], "stated": 1, "found": 2,
    }  # fmt: skip
