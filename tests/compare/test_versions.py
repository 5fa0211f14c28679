"""Two versions of a story: what is a change and what is none, from records made by hand."""

from __future__ import annotations

import pytest

from newstally.compare import Version, compare_versions
from newstally.compare.show import changes_as_text

LEAD = "The rescue service of Velm found 19 hikers on Sunday."
NEWS = "Mayor Ada Kern thanked the crews for a long night."
NOTE = "Correction: An earlier version gave 19 hikers. There were 21 hikers."
BARE = "This story has been corrected."
ACTING = "Bo Lund, acting head of the service, praised the dogs."
FAULT = {"kind": "sum", "code": "T101", "verdict": "contradictory", "message": "nine and 11 make 20, not 19"}


def version(*paragraphs, counts=(), people=(), roles=(), notes=(), checks=()):
    """A record of ``paragraphs``: counts as (quote, value, unit) in text order, notes as (text, old, new)."""
    text = "\n\n".join(paragraphs)
    blocks, position = [], 0
    for paragraph in paragraphs:
        blocks.append({"kind": "paragraph", "start": position, "end": position + len(paragraph)})
        position += len(paragraph) + 2
    ids = {name: f"P{number}" for number, name in enumerate(people, 1)}
    record = {
        "blocks": blocks,
        "people": [{"id": ids[name], "name": name, "mentions": [span(text, name)], "byline": False} for name in people],
        "roles": [role(text, ids[name], *rest) for name, *rest in roles],
        "counts": [],
        "quantities": [],
        "corrections": [span(text, quote) | {"old": old, "new": new} for quote, old, new in notes],
        "checks": [
            {**FAULT, "stated": 19, "found": 20, "spans": [span(text, quote)], **rest} for quote, rest in checks
        ],
    }
    position = 0
    for quote, value, unit in counts:
        place = span(text, quote, position)
        position = place["end"]
        amount = {"value": value, "low": value, "high": value, "modifier": "exact"}
        record["counts"].append({**place, **amount, "unit": unit})
    return Version(record, text)


def role(text, person, title, status="current", of="", category="official"):
    return {
        "person": person, "title": title, "category": category, "of": of, "country": "", "to": "", "status": status,
        "evidence": span(text, title),
    }  # fmt: skip


def span(text, quote, position=0):
    start = text.index(quote, position)
    return {"text": quote, "start": start, "end": start + len(quote)}


def hikers(number, *more, value=None, **rest):
    """The lead with another number of hikers, and more paragraphs."""
    shown = f"{number} hikers"
    noted = [("19 hikers", 19, "hiker"), ("21 hikers", 21, "hiker")] if NOTE in more else []
    counts = [(shown, value or number, "hiker"), *noted]
    return version(LEAD.replace("19 hikers", shown), *more, counts=counts, **rest)


def boats(number, town, other, other_town):
    """Two paragraphs that are told apart by the town alone, so that either figure may seem to be the other."""
    said = "{} boats went down in the storm that passed over the old harbour of {} late on Saturday night."
    counts = [(f"{each} boats", {"Three": 3, "Five": 5}[each], "boat") for each in (number, other)]
    return version(said.format(number, town), said.format(other, other_town), counts=counts)


def told(change):
    mark = {"changed": "~", "appeared": "+", "gone": "-"}[change.state]
    said = " → ".join(side for side in (change.old, change.new) if side)
    return f"{mark} {change.kind} {said}" + (f" [{change.note}]" if change.note else "")


CHANGES = {
    "a headcount, with no note": (hikers(19), hikers(21), ["~ count 19 hikers → 21 hikers"]),
    "a headcount, with a note of its figures": (
        hikers(19), hikers(21, NOTE, notes=[(NOTE, 19, 21)]),
        ["~ count 19 hikers → 21 hikers [acknowledged]", f"+ note {NOTE}"],
    ),
    "a headcount, with a note of other figures": (
        hikers(19), hikers(22, NOTE, notes=[(NOTE, 19, 21)]), ["~ count 19 hikers → 22 hikers", f"+ note {NOTE}"],
    ),
    "a headcount, with a note without figures": (
        hikers(19), hikers(21, BARE, notes=[(BARE, None, None)]),
        ["~ count 19 hikers → 21 hikers [a note stands]", f"+ note {BARE}"],
    ),
    "a headcount in a sentence edited and moved": (
        hikers(19, NEWS),
        version(
            NEWS, "On Sunday the rescue service of Velm found 21 hikers alive.", counts=[("21 hikers", 21, "hiker")]
        ),
        ["~ count 19 hikers → 21 hikers"],
    ),
    "two figures that changed places": (
        boats("Five", "Velm", "Three", "Orra"), boats("Three", "Velm", "Five", "Orra"),
        ["~ count Five boats → Three boats", "~ count Three boats → Five boats"],
    ),
    "a figure in a new paragraph": (
        hikers(19),
        version(
            LEAD, "Ten dogs took part.", counts=[("19 hikers", 19, "hiker"), ("Ten dogs", 10, "dog")]
        ),
        ["+ count Ten dogs"],
    ),
    "a figure of the unit in quite another sentence": (
        hikers(19), version("Nobody counted more than 30 hikers a year.", counts=[("30 hikers", 30, "hiker")]),
        ["- count 19 hikers", "+ count 30 hikers"],
    ),
    "acting, then full": (
        version(ACTING, people=["Bo Lund"], roles=[("Bo Lund", "head", "acting")]),
        version(ACTING.replace("acting ", ""), people=["Bo Lund"], roles=[("Bo Lund", "head")]),
        ["~ role Bo Lund: acting head → Bo Lund: head"],
    ),
    "the spelling of a name": (
        version(NEWS, people=["Ada Kern"], roles=[("Ada Kern", "Mayor")]),
        version(NEWS.replace("Kern", "Kerne"), people=["Ada Kerne"], roles=[("Ada Kerne", "Mayor")]),
        ["~ person Ada Kern → Ada Kerne"],
    ),
    "another person in the place of one": (
        version(NEWS, people=["Ada Kern"]),
        version(NEWS.replace("Ada Kern", "Ulf Brandt"), people=["Ulf Brandt"]),
        ["- person Ada Kern", "+ person Ulf Brandt"],
    ),
    "a contradiction that went away": (
        hikers(19, checks=[("19 hikers", {})]), hikers(19), [f"- finding T101 contradictory: {FAULT['message']}"],
    ),
    "a contradiction with another figure": (
        hikers(19, checks=[("19 hikers", {})]),
        hikers(18, checks=[("18 hikers", {"stated": 18, "message": "nine and 11 make 20, not 18"})]),
        ["~ count 19 hikers → 18 hikers",
         f"~ finding T101 contradictory: {FAULT['message']} → T101 contradictory: nine and 11 make 20, not 18"],
    ),
}  # fmt: skip
CLEAN = {
    "the text as it was": (hikers(19), hikers(19)),
    "paragraphs in another order": (
        hikers(19, NEWS, people=["Ada Kern"], roles=[("Ada Kern", "Mayor")]),
        version(
            NEWS, LEAD, counts=[("19 hikers", 19, "hiker")], people=["Ada Kern"], roles=[("Ada Kern", "Mayor")]
        ),
    ),
    "a sentence in other words with the same figure": (
        hikers(19), version("Alive and well: 19 hikers came home.", counts=[("19 hikers", 19, "hiker")]),
    ),
    "the figure in words": (hikers(19), hikers("nineteen", value=19)),
    "a new paragraph without figures": (hikers(19), hikers(19, NEWS)),
    "the figure stated once more": (
        hikers(19),
        version(LEAD, "All 19 hikers slept.", counts=[("19 hikers", 19, "hiker"), ("19 hikers", 19, "hiker")]),
    ),
    "two paragraphs of one wording in another order": (
        boats("Five", "Velm", "Three", "Orra"), boats("Three", "Orra", "Five", "Velm"),
    ),
    "an office that moved in its sentence": (
        version(ACTING, people=["Bo Lund"], roles=[("Bo Lund", "head", "acting")]),
        version("The acting head, Bo Lund, was glad.", people=["Bo Lund"], roles=[("Bo Lund", "head", "acting")]),
    ),
    "a title in capitals": (
        version(NEWS, people=["Ada Kern"], roles=[("Ada Kern", "Mayor")]),
        version("Ada Kern, mayor, thanked the crews.", people=["Ada Kern"], roles=[("Ada Kern", "mayor")]),
    ),
    "a name at the other end of the story": (
        version(NEWS, LEAD, people=["Ada Kern"]), version(LEAD, "So says Ada Kern.", people=["Ada Kern"]),
    ),
    "a note that stood before": (
        hikers(21, NOTE, notes=[(NOTE, 19, 21)]), hikers(21, NEWS, NOTE, notes=[(NOTE, 19, 21)]),
    ),
    "a contradiction that stayed, its figures in words": (
        hikers(19, checks=[("19 hikers", {})]),
        hikers("nineteen", value=19, checks=[("nineteen hikers", {"message": "9 and 11 make 20, not nineteen"})]),
    ),
    "what agrees came and went": (hikers(19, checks=[("19 hikers", {"verdict": "consistent"})]), hikers(19)),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_told_once(old, new, expected):
    assert [told(change) for change in compare_versions(old, new)] == expected


@pytest.mark.parametrize(("old", "new"), CLEAN.values(), ids=CLEAN)
def test_what_was_moved_or_reworded_is_no_change(old, new):
    assert compare_versions(old, new) == ()


def test_hits_and_near_misses_are_of_equal_number():
    assert len(CHANGES) == len(CLEAN)


def test_a_note_from_before_does_not_stand_for_a_change_made_since():
    bare = [(BARE, None, None)]
    changes = compare_versions(hikers(19, BARE, notes=bare), hikers(21, BARE, notes=bare))
    assert [told(change) for change in changes] == ["~ count 19 hikers → 21 hikers"]


def test_changes_are_shown_with_their_lines_and_counted():
    old, new = hikers(19, NEWS, people=["Ada Kern"]), hikers(21, NOTE, notes=[(NOTE, 19, 21)])
    assert changes_as_text(compare_versions(old, new)) == (
        "- person   Ada Kern  (old line 3)\n"
        "~ count    19 hikers → 21 hikers  (line 1) [acknowledged]\n"
        f"+ note     {NOTE}  (line 3)\n"
        "\n"
        "3 differences: 1 changed, 1 appeared, 1 gone."
    )
    assert changes_as_text(()) == "No differences."
