"""How a row of things may be taken apart: the first reading is the likeliest, the others wait for a number."""

from __future__ import annotations

import pytest

from helpers import read
from newstally.resolve.lists.readings import readings
from newstally.resolve.lists.segments import Range, region
from newstally.types import Mentions

NAME, COMMA, AND, STOP = "NNP nmod 1", ", punct 1", "CC cc 1", ". punct 1"
CASES = [
    ("names to the first and", "Kos, Lah and Zor.", [NAME, COMMA, NAME, AND, NAME, STOP], "Kos|Lah|Zor"),
    ("a comma before the and", "Kos, Lah, and Zor.", [NAME, COMMA, NAME, COMMA, AND, NAME, STOP], "Kos|Lah|Zor"),
    ("a second and with a name is none of the row", "Kos and Lah, and Zor.", [NAME, AND, NAME, COMMA, AND, NAME, STOP],
     "Kos|Lah"),
    ("what follows the last name is none of it", "Kos and Lah left.", [NAME, AND, NAME, "VBD root 0", STOP],
     "Kos|Lah"),
    ("common nouns", "bread and salt.", ["NN nmod 1", AND, "NN nmod 1", STOP],
     "bread|salt"),
    ("without an and the first alone", "Kos, Lah.", [NAME, COMMA, NAME, STOP], "Kos"),
    ("three names need no and", "Kos, Lah, Zor.", [NAME, COMMA, NAME, COMMA, NAME, STOP], "Kos|Lah|Zor"),
    ("an age is no item", "Kos, 34, and Lah.", [NAME, COMMA, "CD nummod 1", COMMA, AND, NAME, STOP], "Kos|Lah"),
    ("a determiner is no part of a name", "the Tern and the Gull.", ["DT det 2", NAME, AND, "DT det 5", NAME, STOP],
     "Tern|Gull"),
    ("a comma within quotation marks parts nothing", '"Go, now" and "Stay".',
     ["`` punct 2", "NNP nmod 1", COMMA, "NNP nmod 1", "'' punct 2", AND, "`` punct 8", NAME, "'' punct 8", STOP],
     '"Go, now"|"Stay"'),
]  # fmt: skip


def words(page: Mentions, items: tuple[Range, ...]) -> str:
    return "|".join(page.article.text[page.tokens[i.first].start : page.tokens[i.last - 1].end] for i in items)


@pytest.mark.parametrize(
    ("text", "notes", "wanted"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_the_likeliest_reading(text: str, notes: list[str], wanted: str) -> None:
    page = read(text, "|".join(notes))
    first = readings(page.tokens, region(page.tokens, 0))[0]
    assert words(page, first.items) == wanted


def test_another_reading_takes_every_segment() -> None:
    page = read("Kos and Lah, and Zor.", "|".join([NAME, AND, NAME, COMMA, AND, NAME, STOP]))
    ways = [words(page, way.items) for way in readings(page.tokens, region(page.tokens, 0))]
    assert ways == ["Kos|Lah", "Kos and Lah|Zor", "Kos|Lah|Zor"]


def test_a_name_that_holds_an_and_is_one_item() -> None:
    page = read("Kos and Sons and Lah.", "|".join([NAME, AND, NAME, AND, NAME, STOP]))
    [first, *_] = readings(page.tokens, region(page.tokens, 0), whole=frozenset({1}))
    assert words(page, first.items) == "Kos and Sons|Lah"


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("Kos and Lah) left", "Kos and Lah"),
        ("Kos and Lah — they left", "Kos and Lah"),
        ("Kos (of Hale) and Lah", "Kos (of Hale) and Lah"),
        ("Kos-Vidmar and Lah", "Kos-Vidmar and Lah"),
    ],
    ids=["to a closing bracket", "to a dash", "over brackets of its own", "over a hyphen"],
)
def test_how_far_a_row_may_reach(text: str, reach: str) -> None:
    page = read(text)
    assert words(page, (region(page.tokens, 0),)) == reach
