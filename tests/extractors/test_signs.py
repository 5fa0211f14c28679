"""Every sign of a person or a thing is seen where it stands, and not in words that look like it.

Parses stand in ``tests/resolve/parses/signs.jsonl``. The name in question is always Kaya.
"""

from __future__ import annotations

import pytest

from helpers import parsed
from marked import TABLES, sentences
from newstally.extractors.people.signs import SIGNS, places
from newstally.extractors.people.words import name_words

SENTENCES = sentences("signs")
WORDS = name_words(TABLES["roles"])

# A sign, a sentence that has it, and one that has it not.
CASES = [
    ("title", "They met President Kaya in Orvik.", "They met the President at Kaya in Orvik."),
    ("description", "They met the actor Kaya in Orvik.", "They met the actor at Kaya in Orvik."),
    ("introduction", "He left with his wife, Kaya.", "He left with his dog, Kaya."),
    ("age", "Kaya, 45, left the room.", "Kaya, 1945, is a small book."),
    ("speech", "Kaya said the plan was late.", "Kaya fell after the plan was late."),
    ("who", "They met Kaya, who left the room.", "They met Kaya, which left the room."),
    ("apposed_title", "Kaya, a police officer, left the room.", "Kaya, a police station, was shut."),
    ("life", "They spoke of Kaya's death.", "They spoke of Kaya's roof."),
    ("he", "Kaya fell. She was late.", "Kaya fell. It was late."),
    ("beside_person", "They met Ana Kos and Kaya.", "They met Ana Kos near Kaya."),
    ("met", "They arrested Kaya on Monday.", "They painted Kaya on Monday."),
    ("the", "They saw the Kaya on Monday.", "They saw the Kaya government on Monday."),
    ("kind", "They like shows like Kaya.", "They like people like Kaya."),
    ("modifier", "The tall Kaya fans left.", "The tall Kaya team left."),
    ("which", "They saw Kaya, which was shut.", "They saw Kaya, who was late."),
    ("local", "They slept in Orvik, Setif and Kaya.", "They slept with Setif and Kaya."),
    ("part", "They saw the second season of Kaya.", "They saw the second brother of Kaya."),
    ("part_played", "She won an award as Kaya.", "She is known as Kaya."),
    ("quoted", "They read “Kaya” on Monday.", "They said “Ask Kaya” on Monday."),
    ("bracketed", "The Orvik Bank (Kaya) was shut.", "The bank (with Kaya) was shut."),
    ("work", "They saw Ana Kos's Kaya on Monday.", "They saw the bank's Kaya on Monday."),
    ("technical", "They bought KAYA on Monday.", "They bought Kaya on Monday."),
    ("firm", "They sued Kaya & Sons on Monday.", "They sued Kaya and sons on Monday."),
    ("from", "They came from Kaya on Monday.", "They came with Kaya on Monday."),
    ("cut", "They saw Kaya Harbor on Monday.", "They saw Kaya, Harbor on Monday."),
    ("beside_place", "They left Oran and Kaya.", "They left in Oran, and Kaya fell."),
    ("visited", "They visited Kaya on Monday.", "They invited Kaya on Monday."),
    ("trade", "They sued the tyre manufacturer Kaya.", "They sued the tyre thief Kaya."),
    ("firm_owns", "They met Kaya's chief executive.", "They met Kaya's chief enemy."),
    ("its", "Kaya closes its plant in Orvik.", "Kaya says its plant in Orvik is shut."),
]


def signs(text):
    row = SENTENCES[text]
    doc = parsed(text, row["notes"], ents=row["ents"])
    (name,) = (token.i for token in doc if token.lower_ == "kaya")
    place = places(doc[name : name + 1], WORDS)
    return {sign for sign, found in SIGNS.items() if found(place)}


@pytest.mark.parametrize(("sign", "text"), [case[:2] for case in CASES])
def test_a_sign_is_seen(sign, text):
    assert sign in signs(text)


@pytest.mark.parametrize(("sign", "text"), [(case[0], case[2]) for case in CASES])
def test_what_looks_like_a_sign_is_none(sign, text):
    assert sign not in signs(text)


def test_every_sign_has_a_case_and_a_weight():
    assert list(SIGNS) == [case[0] for case in CASES] == list(TABLES["roles"]["signs"])
