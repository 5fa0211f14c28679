"""Which names stand for the same human being, and which do not."""

from __future__ import annotations

import re

import pytest

from helpers import parsed, read
from marked import TABLES
from newstally import mentions
from newstally.resolve.people import people
from newstally.types import Article

# A text in which every name stands in square brackets, and the persons: fullest name, other forms.
CASES = {
    "surname after full name": ("[Ana Kos] spoke. [Kos] left.", ["Ana Kos: Kos"]),
    "surname before full name": ("[Kos] wins. [Ana Kos] spoke.", ["Ana Kos: Kos"]),
    "first name alone": ("[Ana Kos] sang. [Ana] won.", ["Ana Kos: Ana"]),
    "middle names and initials": (
        "[Ana Kos] met [A. Kos] and [Ana M. Kos].",
        ["Ana M. Kos: Ana Kos, A. Kos"],
    ),
    "a part of a long name": (
        "[Bruno Diego Carrillo Segovia] played. [Carrillo] won.",
        ["Bruno Diego Carrillo Segovia: Carrillo"],
    ),
    "particles": ("[Omar bin Hadi] left. [bin Hadi] and [Hadi] slept.", ["Omar bin Hadi: bin Hadi, Hadi"]),
    "hyphenated particle": ("[Abu Amr al-Baghli] left. [al-Baghli] slept.", ["Abu Amr al-Baghli: al-Baghli"]),
    "surname first": ("[Meng Wanli] sued. [Meng] won.", ["Meng Wanli: Meng"]),
    "accents": ("[André Lalibé] and [Andre Lalibe]", ["André Lalibé: Andre Lalibe"]),
    "misspelt surname": ("[Raimo Taalvi] said so. [Taalvo] left.", ["Raimo Taalvi: Taalvo"]),
    "letters of a surname shuffled": ("[Ana Toiham] said so. [Hiotam] left.", ["Ana Toiham", "Hiotam"]),
    "misspelt surname, letters swapped": ("[Amiri Toiham] said so. [Hoitam] left.", ["Amiri Toiham: Hoitam"]),
    "misspelt surname of several words": (
        "[Aoife Ní Fhlatharta] won. [Ní Fhlaithearta] left.",
        ["Aoife Ní Fhlatharta: Ní Fhlaithearta"],
    ),
    "misspelt full name": ("[Anna Kowalczyk] won. [Anna Kowalcyzk] left.", ["Anna Kowalczyk: Anna Kowalcyzk"]),
    "the ending of another surname": ("[Ana Williams] met [Williamson].", ["Ana Williams", "Williamson"]),
    "suffix": ("[Joe Tull Jr.] and [Tull]", ["Joe Tull Jr.: Tull"]),
    "another name by cue": ("[Wu Lanfen], better known as [Wu Lanlan], left.", ["Wu Lanfen: Wu Lanlan"]),
    "another name in quotes": ("[Ana Kos], known by the moniker “[La Gorda],” left.", ["Ana Kos: La Gorda"]),
    "a moniker of nobody": ("[Ana Kos] hates the moniker. [Wu Lanlan] left.", ["Ana Kos", "Wu Lanlan"]),
    "a nickname alone": (
        "[Ana “La Gorda” Kos] met [Ivo ‘Bud’ Lah]. [La Gorda] and [Bud] left. [Ana Kos] and [Lah] slept.",
        ["Ana “La Gorda” Kos: La Gorda, Ana Kos", "Ivo ‘Bud’ Lah: Bud, Lah"],
    ),
    "a nickname of another": ("[Ana “Ace” Kos] met [Bud].", ["Ana “Ace” Kos", "Bud"]),
    "white space": ("[Ana\xa0 Kos] left.", ["Ana Kos"]),
    "two people of one surname": (
        "[Ana Kos] and [Jan Kos] met. [Ana Kos] spoke. [Kos] left.",
        ["Ana Kos: Kos", "Jan Kos"],
    ),
    "two people of one first name": ("[Ana Kos] met [Ana Lah]. [Lah] left.", ["Ana Kos", "Ana Lah: Lah"]),
    "short names differ by a letter": ("[Jan Roe] met [Poe].", ["Jan Roe", "Poe"]),
    "strangers": ("[Ana Kos] met [Lah] and [Wu].", ["Ana Kos", "Lah", "Wu"]),
    "initials that differ": ("[A. Kos] met [B. Kos].", ["A. Kos", "B. Kos"]),
    "known only by one name": ("[Zhao] sold it to [Zhao].", ["Zhao"]),
}


def story(marked):
    """Mentions of a text in which names stand in square brackets, titles in angle brackets."""
    text = re.sub(r"[\[\]<>]", "", marked)
    doc = parsed(text)
    spans = {"people": [], "titles": [], "blocks": [doc.char_span(0, len(text), label="paragraph")]}
    for group, sign in (("people", r"\[(.+?)\]"), ("titles", r"<(.+?)>")):
        for match in re.finditer(sign, marked):
            start = len(re.sub(r"[\[\]<>]", "", marked[: match.start()]))
            spans[group].append(doc.char_span(start, start + len(match[1]), label=group.upper(), span_id="model"))
    doc.spans.update(spans)
    return mentions.read(doc, Article("t", text))


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_names_are_given_to_their_persons(marked, expected):
    found = people(story(marked), TABLES)
    forms = [list(dict.fromkeys(" ".join(span.text.split()) for span in person.mentions)) for person in found]
    shown = [
        person.name + (": " + ", ".join(form for form in each if form != person.name) if len(each) > 1 else "")
        for person, each in zip(found, forms, strict=True)
    ]
    assert shown == expected


def test_a_title_tells_two_persons_of_one_surname_apart():
    page = story("<Senator> [Ana Kos] met <Mayor> [Jan Kos]. [Ana Kos] left. <Mayor> [Kos] stayed.")
    _, jan = people(page, TABLES)
    assert [span.text for span in jan.mentions] == ["Jan Kos", "Kos"]


def two_sentences(first: str, second: str):
    """People of two sentences of one word's notes each, all names but "spoke" and "left"."""
    notes = "NNP nsubj 3|NNP flat 1|VBD root 0|. punct 3|NNP nsubj 7|NNP flat 5|VBD root 0|. punct 7"
    text = f"{first} spoke. {second} left."
    return people(read(text, notes, people=[(first, "PERSON", "model"), (second, "PERSON", "model")]), TABLES)


@pytest.mark.parametrize("names", [("Katherine Brandt", "Catherine Brandt"), ("Kristen Wilk", "Kristin Wilk")])
def test_a_misspelt_given_name_is_the_same_persons(names):
    (person,) = two_sentences(*names)
    assert [span.text for span in person.mentions] == list(names)


@pytest.mark.parametrize(
    "names",
    [
        ("Jon Smith", "John Smith"),
        ("Paulo Brandt", "Paula Brandt"),
        ("Steve Brandt", "Steven Brandt"),
        ("Ana Kos", "Eva Kos"),
    ],
)
def test_relatives_are_two_persons(names):
    assert [person.name for person in two_sentences(*names)] == list(names)


def test_two_of_like_given_names_in_one_sentence_are_two_persons():
    assert len(people(story("[Katherine Brandt] met [Catherine Brandt]."), TABLES)) == 2


def test_ids_follow_the_text():
    found = people(story("[Kos] met [Jan Zor]. [Ana Kos] left."), TABLES)
    assert [(person.id, person.name) for person in found] == [("P1", "Ana Kos"), ("P2", "Jan Zor")]


def test_who_stands_only_in_credits_is_a_byline_person():
    text = "By Ana Kos\nJan Zor left."
    names = [("Ana Kos", "PERSON", "model"), ("Jan Zor", "PERSON", "model")]
    page = read(text, people=names, blocks=[("By Ana Kos", "byline"), ("Jan Zor left.", "paragraph")])
    assert [person.byline for person in people(page, TABLES)] == [True, False]


def test_a_photo_credit_is_a_byline():
    page = read("(Adrian Wyn/Harbor Press)", people=[("Adrian Wyn", "PERSON", "credit")])
    assert [person.byline for person in people(page, TABLES)] == [True]


def test_a_byline_person_whom_the_story_names_is_one_of_its_people():
    text = "By Ana Kos\nAna Kos left."
    names = [("Ana Kos", "PERSON", "model")] * 2
    page = read(text, people=names, blocks=[("By Ana Kos", "byline"), ("Ana Kos left.", "paragraph")])
    assert [person.byline for person in people(page, TABLES)] == [False]


def test_no_names_no_people():
    assert people(read("It rained."), TABLES) == ()
