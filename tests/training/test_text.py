from random import Random

from models.training.augment import change_case, swap_mentions, swap_people
from models.training.made_up import made_up
from models.training.text import LABELS, TAGS, Text, joined


def story() -> Text:
    words = ["Ann", "Lee", "met", "Bo", "Chan", "in", "Rome", ".", "Lee", "left", "."]
    spans = [(0, 2, "PERSON"), (3, 5, "PERSON"), (6, 7, "LOC"), (8, 9, "PERSON")]
    return Text("x", words, entities=spans, outside=[1] * 11, sent=[1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0])


def test_a_cut_entity_is_unknown() -> None:
    piece = story().cut(1, 7)
    assert piece.entities == [(2, 4, "PERSON"), (5, 6, "LOC")]
    assert piece.outside == [0, 1, 1, 1, 1, 1]


def test_parts_joined_are_the_whole() -> None:
    text = story()
    assert joined([text.cut(0, 5), text.cut(5, 11)]) == text


def test_allowed_tags_are_bits() -> None:
    names = [[TAGS[i] for i in range(len(TAGS)) if row >> i & 1] for row in story().allowed().tolist()]
    assert names[:3] == [["B-PERSON"], ["I-PERSON"], ["O"]]


def test_a_person_keeps_one_new_name() -> None:
    text = story()
    swap_people(text, Random(1))
    assert text.words[1] == text.words[8] != "Lee"
    assert text.words[2] == "met" and len(text.words) == 11


def test_exchanged_mentions_keep_every_list_as_long() -> None:
    for seed in range(30):
        text = swap_mentions(story(), {"LOC": [["New", "York", "City"]]}, 1.0, Random(seed))
        assert {len(v) for v in (text.words, text.outside, text.weights, text.blocks, text.sent, text.parents)} == {
            len(text.words)
        }
        assert [label for _, _, label in text.entities] == ["PERSON", "PERSON", "LOC", "PERSON"]


def test_case_changes_by_sentence() -> None:
    text = story()
    change_case(text, {"upper": 1.0}, Random(0))
    assert text.words[:3] == ["ANN", "LEE", "MET"]


def test_made_up_texts_are_marked_and_repeat_with_their_seed() -> None:
    assert made_up(20, Random(7)) == made_up(20, Random(7))
    for text in made_up(200, Random(3)):
        assert all(label in LABELS and 0 <= a < b <= len(text.words) for a, b, label in text.entities)
        assert text.sent.count(1) == text.blocks.count(True) > 1
