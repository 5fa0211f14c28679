"""Which count a list belongs to, and whether its items are the things counted."""

from __future__ import annotations

import pytest

from newstally.evidence import listing
from newstally.types import Item, Span
from stories import rows, story, text


def item(words: str, ref: str = "") -> Item:
    return Item(Span(0, len(words), words), ref)


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("drug cartels", True),
        ("Colombian paramilitaries", True),
        ("citizens from Chad", True),
        ("homes", True),
        ("nurses who came later", True),
        ("a stretch of roads", False),
        ("maintenance of roads", False),
        ("Wyoming Democratic caucuses", False),
        ("30 citizens", False),
        ("Netherlands", False),
        ("gymnastics", False),
        ("business", False),
        ("farming", False),
    ],
)
def test_items_that_may_be_several_things(words: str, several: bool) -> None:
    assert listing.may_be_several(item(words)) is several


def test_a_known_name_is_one_thing() -> None:
    assert not listing.may_be_several(item("states of the south", ref="US"))


def test_a_heading_names_its_count_or_stays_alone() -> None:
    page = story(
        text("Roe held {nine calls|call:talk|P1} and Lim {11|(talk)|P2}."),
        rows("Roe's talks", "talk", "P1", ["Hale", "Bow"]),
        rows("Lim's push", "push", "P2", ["Hale", "Bow"]),
        rows("Read more", "", "", ["Hale", "Bow"]),
    )
    assert [(one.count.id, one.list.id, one.firm) for one in listing.listed(page)] == [
        ("N1", "L1", True),
        ("N2", "L2", False),
    ]
