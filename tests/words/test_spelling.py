"""Slips of the pen in names, and names that merely look alike."""

from __future__ import annotations

import pytest

from newstally.words.names import name_words
from newstally.words.spelling import is_given_slip, is_slip, is_swap, plain, sounds_alike

SLIPS = [
    ("kowalczyk", "kowalcyzk"),
    ("hartmann", "hartman"),
    ("naanda", "naando"),
    ("waikai", "kaiwai"),
    ("catherine", "katherine"),
    ("fhlatharta", "fhlaithearta"),
    ("steyn", "styen"),
    ("gerardo", "gerado"),
    ("villarruel", "villarroel"),
]
NONE = [
    ("smith", "smith"),
    ("jon", "john"),
    ("reed", "read"),
    ("gibbon", "gibbons"),
    ("williams", "williamson"),
    ("muller", "mueller"),
    ("hernandez", "fernandez"),
    ("carter", "cutler"),
    ("roberts", "robertson"),
    ("miller", "tiller"),
]


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_a_slip(one: str, other: str) -> None:
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(("one", "other"), NONE)
def test_no_slip(one: str, other: str) -> None:
    assert not is_slip(one, other)
    assert not is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("catherine", "katherine", True),
        ("kristin", "kristen", True),
        ("steve", "steven", False),
        ("paulo", "paula", False),
        ("alexander", "alexandra", False),
        ("mario", "maria", False),
    ],
)
def test_given_names(one: str, other: str, *, same: bool) -> None:
    assert is_given_slip(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("stephen", "steven", True),
        ("geoffrey", "jeffrey", True),
        ("erik", "eric", True),
        ("catherine", "katherine", True),
        ("sarah", "sara", True),
        ("daniel", "danielle", False),
        ("jon", "john", False),
        ("charles", "karl", False),
        ("philip", "philippa", False),
        ("erik", "erica", False),
    ],
)
def test_given_names_that_sound_alike(one: str, other: str, *, alike: bool) -> None:
    assert sounds_alike(one, other) is alike
    assert sounds_alike(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("kowalczyk", "kowalcyzk", True),
        ("toiham", "hoitam", True),
        ("kowalczyk", "kowalczyk", False),
        ("kowalczyk", "kowalszyk", False),
        ("reed", "rede", False),
    ],
)
def test_two_letters_in_each_others_place(one: str, other: str, *, swapped: bool) -> None:
    assert is_swap(one, other) is swapped


@pytest.mark.parametrize(
    ("text", "bare"), [("Łukasz", "lukasz"), ("MÜLLER", "muller"), ("Søren", "soren"), ("Weiß", "weiss")]
)
def test_plain_text_has_no_accents_and_no_case(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Kos", ("ana", "kos")),
        ("Kos’s", ("kos",)),
        ("Joe Tull Jr.", ("joe", "tull")),
        ("“Ana” Kos", ("ana", "kos")),
        ("Ana “Bibi” Kos", ("ana", "kos")),
    ],
)
def test_the_words_of_a_name(text: str, words: tuple[str, ...]) -> None:
    assert name_words(text, {"jr"}) == words
