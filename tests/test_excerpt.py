"""The marked lines of a text as a terminal shows them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newstally.excerpt import COLUMNS, Mark, cells, excerpt, plain


def shown(text: str, *words: str, columns: int = COLUMNS, **labels: str) -> list[str]:
    """The excerpt of ``text`` with ``words`` marked, found left to right; a label by its mark's first word."""
    marks, position = [], 0
    for each in words:
        start = text.index(each, position)
        marks.append(Mark(start, start + len(each), labels.get(each.split()[0], "")))
        position = start + 1
    return excerpt(text, marks, plain, columns)


@pytest.mark.parametrize(
    ("text", "line", "marks"),
    [
        ("東京で 19 talks", "東京で 19 talks", "       ^^^^^^^^"),
        ("ﾄｳｷｮｳ 19 talks", "ﾄｳｷｮｳ 19 talks", "      ^^^^^^^^"),
        ("\u1112\u1161\u11ab 19 talks", "\u1112\u1161\u11ab 19 talks", "   ^^^^^^^^"),
        ("\tall 19 talks", " all 19 talks", "     ^^^^^^^^"),
        ("Zoe\u0308 had 19 talks", "Zoe\u0308 had 19 talks", "        ^^^^^^^^"),
        ("a\u00a0b 19 talks", "a\u00a0b 19 talks", "    ^^^^^^^^"),
        ("a\u200bb 19 talks", "a\u200bb 19 talks", "   ^^^^^^^^"),
        ("🗞 🧑 19 talks", "🗞 🧑 19 talks", "     ^^^^^^^^"),
    ],
    ids=["wide", "half-width", "syllable of parts", "tab", "combining", "no-break space", "no width", "emoji"],
)
def test_marks_stand_under_what_a_terminal_shows(text, line, marks):
    assert shown(text, "19 talks") == [f"1 | {line}", f"  | {marks}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end):
    assert shown(f"One{end}{end}had 19 talks{end}x", "19 talks") == ["3 | had 19 talks", "  |     ^^^^^^^^"]


def test_labels_stand_behind_their_marks_where_all_fit():
    assert shown("Two of all five rows.", "Two", "five rows", Two="2", five="5 stated") == [
        "1 | Two of all five rows.",
        "  | ^^^ 2      ^^^^^^^^^ 5 stated",
    ]


def test_labels_that_do_not_fit_stand_below():
    assert shown("a, b and c of four", "a", "b", "c", "four", a="1", b="2 or more", c="3", four="4") == [
        "1 | a, b and c of four",
        "  | ^  ^     ^    ^^^^ 4",
        "  | 1        3",
        "  |    2 or more",
    ]


def test_of_words_within_words_the_inner_are_marked():
    assert shown("The six ministers are:", "The six ministers are:", "six ministers", six="6") == [
        "1 | The six ministers are:",
        "  |     ^^^^^^^^^^^^^ 6",
    ]


def test_words_that_are_marked_twice_are_marked_once():
    assert excerpt("Two rows", [Mark(0, 3, "2"), Mark(0, 3, "2")]) == ["1 | Two rows", "  | ^^^ 2"]


def test_of_a_long_list_the_middle_is_left_out():
    text = "".join(f"Row {number} here\n" for number in range(1, 11))
    lines = shown(text, *(f"Row {number}" for number in range(1, 11)))
    assert [line for line in lines if "here" in line] == [
        " 1 | Row 1 here", " 2 | Row 2 here", " 3 | Row 3 here", " 4 | Row 4 here", "10 | Row 10 here",
    ]  # fmt: skip
    assert lines[8] == "   | ⋮"


def test_a_long_paragraph_is_cut_around_the_figure():
    line, marks = shown("word " * 60 + "then 19 talks " + "word " * 60, "19 talks", **{"19": "19 stated"})
    assert line.startswith("1 | …") and line.endswith("…")
    assert len(line) <= 102
    assert line[marks.index("^") : marks.rindex("^") + 1] == "19 talks"
    assert marks.endswith("^ 19 stated")


def test_figures_far_apart_in_a_paragraph_are_quoted_apart():
    text = "Of 31 people " + "word " * 60 + "21 people lived."
    first, first_marks, second, second_marks = shown(text, "31 people", "21 people")
    assert first[first_marks.index("^") :].startswith("31 people")
    assert second[second_marks.index("^") :].startswith("21 people")


def test_a_figure_at_the_end_of_a_window_is_quoted_whole_in_the_next():
    text = "Of 31 people " + "word " * 10 + "all 21 who had come lived, the mayor said on Monday evening."
    lines = shown(text, "31 people", "21 who had come", columns=80)
    assert [line for line in lines if "^" not in line] == [
        "1 | Of 31 people word word word word word word word word word word all…",
        "1 | …word word word all 21 who had come lived, the mayor said on Monday…",
    ]


def test_words_over_several_lines_are_marked_on_each_and_labelled_once():
    assert shown("In all 19\ntalks.", "19\ntalks", **{"19": "19 stated"}) == [
        "1 | In all 19",
        "  |        ^^",
        "2 | talks.",
        "  | ^^^^^ 19 stated",
    ]


def test_a_line_of_a_whole_story_is_looked_at_around_the_figure_alone():
    """A hundred findings in one line of 100,000 characters: all of it for each would take twenty seconds."""
    text = "They met 19 envoys. " * 5_000
    started = time.process_time()
    for start in range(9, len(text), 1_000):
        assert len(excerpt(text, [Mark(start, start + 2)])) == 2
    assert time.process_time() - started < 2


def test_nothing_marked_is_nothing_shown():
    assert excerpt("19 talks", []) == []


# ---- as wide as the terminal -----------------------------------------------------------------------------------------


def test_a_label_that_would_leave_the_line_stands_below():
    text = "x" * 60 + " 19 talks"
    assert shown(text, "19 talks", columns=80, **{"19": "19 stated"})[1].endswith(" ^^^^^^^^")
    assert shown(text, "19 talks", columns=80, **{"19": "19 stated"})[2].endswith(f"{'19 stated':>70}")
    assert shown(text, "19 talks", columns=90, **{"19": "19 stated"})[1].endswith(" ^^^^^^^^ 19 stated")


WORDS = some.lists(some.sampled_from(["19", "talks", "東京", "Zoe\u0308", "🗞", "a" * 50, "\n", "\t", "–"]), min_size=1)


@given(WORDS, some.data(), some.sampled_from([60, 80, COLUMNS, 120]))
def test_no_line_is_wider_than_it_may_be(words, data, columns):
    text = " ".join(words)
    places = some.integers(0, len(text))
    pairs = data.draw(some.lists(some.tuples(places, places), max_size=5))
    labels = ("9", "19 stated", "", "2", "")
    marks = [Mark(min(pair), max(pair), label) for pair, label in zip(pairs, labels, strict=False)]
    assert all(cells(line) <= columns for line in excerpt(text, marks, plain, columns))
