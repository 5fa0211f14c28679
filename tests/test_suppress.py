"""What is let stand, and why."""

from __future__ import annotations

import pytest

from newstally.errors import InputError
from newstally.suppress import Suppression, covering, in_text, without_comments

CHECK = {"code": "T101", "spans": [{"text": "nine calls"}, {"text": "19 talks"}]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- newstally: ignore T101: both joined -->", [("T101", "both joined")]),
        ("Text. <!--newstally:ignore T101,R : both\n joined--> More.", [("T101", "both joined"), ("R", "both joined")]),
        ("<!-- newstally: ignore X: a: b -->", [("X", "a: b")]),
        ("<!-- a newstally: ignore T101: no -->", []),
        ("newstally: ignore T101: no comment", []),
        ("<!-- newstally: ignore T101: never closed", []),
    ],
)
def test_comments_in_a_story(text, found):
    assert [(each.code, each.reason) for each in in_text(text, "a.md")] == found
    assert {each.kind for each in in_text(text, "a.md")} <= {"inSource"}


@pytest.mark.parametrize("rest", ["ignore T101", "ignore T101:", "ignore T101: ", "ignore: why", "skip T101: why", ""])
def test_without_codes_or_a_reason_nothing_is_let_stand(rest):
    with pytest.raises(InputError) as caught:
        in_text(f"One.\nTwo. <!-- newstally: {rest}-->", "a.md")
    form = "<!-- newstally: ignore T101: the reason -->"
    assert str(caught.value) == f"a.md:2: a comment to newstally needs codes and a reason; write {form}"


@pytest.mark.parametrize(
    ("suppression", "covers"),
    [
        (Suppression("T101", "r"), True),
        (Suppression("T", "r"), True),
        (Suppression("T102", "r"), False),
        (Suppression("T101", "r", story="drafts/*.md"), True),
        (Suppression("T101", "r", story="drafts/[a].md"), True),
        (Suppression("T101", "r", story="other/*"), False),
        (Suppression("T101", "r", words="nine calls"), True),
        (Suppression("T101", "r", words="nine"), False),
    ],
)
def test_what_a_suppression_covers(suppression, covers):
    assert suppression.covers("drafts/a.md", CHECK) is covers
    assert (covering([suppression], "drafts/a.md", CHECK) is suppression) is covers


def test_an_id_that_looks_like_a_pattern_is_itself():
    assert Suppression("T", "r", story="a[1].md").covers("a[1].md", CHECK)


def test_a_comment_is_not_read_and_moves_no_offset():
    text = "19 talks.\r\n<!-- newstally: ignore T1: she\nmade 12 --> 9 talks."
    read = without_comments(text)
    assert "12" not in read
    assert (len(read), read.index("9 talks", 5), read.split()) == (
        len(text), text.index("9 talks", 5), ["19", "talks.", "9", "talks."],
    )  # fmt: skip
    assert without_comments("<!-- another: 12 -->") == "<!-- another: 12 -->"
