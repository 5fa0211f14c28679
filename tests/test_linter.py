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
    counts = [{"id": f"N{number}", **span} for number, span in enumerate(spans, 1)]
    advice = {"count": f"N{figures.index(suggest) + 1}", "value": 8, "why": "eight are listed"} if suggest else None
    check = {
        "id": "K1", "code": "T101", "kind": "sum", "verdict": verdict, "message": "nine and 11 make 20, not 19",
        "spans": spans, "reason": reason, "suggestion": advice,
    }  # fmt: skip
    return {"source": "a.txt", "counts": counts, "checks": [check]}


def shown(text: str, *figures: str, suggest: str = "") -> list[str]:
    (fault,) = faults(record(text, *figures, suggest=suggest), text)
    return as_text(fault, text).split("\n")


def test_place_code_message_marked_lines_and_help():
    text = "Ministers held 19 talks\n\nOne made nine calls.\nOther lines.\nThe other had 11 talks, all told.\n"
    assert shown(text, "19 talks", "nine calls", "11 talks", suggest="nine calls") == [
        "a.txt:3:10: T101 nine and 11 make 20, not 19",
        "1 | Ministers held 19 talks",
        "  |                ^^^^^^^^",
        "3 | One made nine calls.",
        "  |          ^^^^^^^^^^",
        "5 | The other had 11 talks, all told.",
        "  |               ^^^^^^^^",
        "  = help: “nine calls” should read 8: eight are listed",
    ]


def test_without_a_suggestion_the_first_span_is_the_place():
    assert shown("They had two cats.\nThree cats.", "two cats", "Three cats")[0].startswith("a.txt:1:10: T101 ")


def test_a_reason_is_a_note():
    text = "Two of five rows."
    (fault,) = faults(record(text, "Two", reason="either may be wrong"), text)
    assert as_text(fault, text).endswith("\n  | ^^^\n  = note: either may be wrong")


def test_of_a_long_list_the_middle_is_left_out():
    text = "".join(f"Row {number} here\n" for number in range(1, 10))
    lines = shown(text, *(f"Row {number}" for number in range(1, 10)))
    assert [line for line in lines if "here" in line] == [f"{number} | Row {number} here" for number in (1, 2, 3, 4, 9)]
    assert lines[9] == "  | ⋮"


def test_figures_of_one_line_share_its_marks():
    assert shown("Two of five rows.", "Two", "five rows")[1:] == ["1 | Two of five rows.", "  | ^^^    ^^^^^^^^^"]


@pytest.mark.parametrize(
    ("text", "line", "marks"),
    [
        ("東京で 19 talks", "東京で 19 talks", "       ^^^^^^^^"),
        ("\tall 19 talks", " all 19 talks", "     ^^^^^^^^"),
        ("Zoe\u0308 had 19 talks", "Zoe\u0308 had 19 talks", "        ^^^^^^^^"),
        ("a\u00a0b 19 talks", "a\u00a0b 19 talks", "    ^^^^^^^^"),
    ],
    ids=["wide", "tab", "combining", "no-break space"],
)
def test_marks_stand_under_what_a_terminal_shows(text, line, marks):
    assert shown(text, "19 talks")[1:] == [f"1 | {line}", f"  | {marks}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end):
    assert shown(f"One{end}{end}had 19 talks{end}x", "19 talks") == [
        "a.txt:3:5: T101 nine and 11 make 20, not 19",
        "3 | had 19 talks",
        "  |     ^^^^^^^^",
    ]


def test_a_long_paragraph_is_cut_around_the_figure():
    text = "word " * 60 + "then 19 talks " + "word " * 60
    _, line, marks = shown(text, "19 talks")
    assert line.startswith("1 | …") and line.endswith("…")
    assert len(line) <= 102
    assert line[marks.index("^") : marks.rindex("^") + 1] == "19 talks"


def test_figures_far_apart_in_a_paragraph_are_quoted_apart():
    text = "Of 31 people " + "word " * 60 + "21 people lived."
    _, first, first_marks, second, second_marks = shown(text, "31 people", "21 people")
    assert first[first_marks.index("^") :].startswith("31 people")
    assert second[second_marks.index("^") :].startswith("21 people")


def test_a_span_over_several_lines_is_marked_on_each():
    assert shown("In all 19\ntalks.", "19\ntalks")[1:] == ["1 | In all 19", "  |        ^^", "2 | talks.", "  | ^^^^^"]


@pytest.mark.parametrize("verdict", ["consistent", "unsettled"])
def test_only_contradictions_are_faults(verdict):
    assert faults(record("19 talks", "19 talks", verdict=verdict), "19 talks") == []


def test_faults_come_in_the_order_of_their_places():
    text = "two cats, three dogs"
    both = record(text, "three dogs")
    both["checks"] += record(text, "two cats")["checks"]
    assert [fault.column for fault in faults(both, text)] == [1, 11]


def test_github_shows_the_fault_beside_its_line():
    text = "One made nine calls."
    (fault,) = faults(record(text, "nine calls", suggest="nine calls") | {"source": "a,b.txt"}, text)
    assert as_github(fault) == (
        "::error file=a%2Cb.txt,line=1,col=10,title=T101::nine and 11 make 20, not 19"
        "; help: “nine calls” should read 8: eight are listed"
    )


def test_json_is_the_check_with_its_place():
    text = "One made nine calls."
    (fault,) = faults(record(text, "nine calls"), text)
    assert as_dict(fault) | {"spans": []} == {
        "file": "a.txt", "line": 1, "column": 10, "id": "K1", "code": "T101", "kind": "sum",
        "verdict": "contradictory", "message": "nine and 11 make 20, not 19", "spans": [], "reason": "",
        "suggestion": None,
    }  # fmt: skip
