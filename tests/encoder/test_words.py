import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from encoder.tiny import definition
from newstally.encoder.words import MAX_PIECES, WordPieces, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", 1),
        ("NATO", 2),
        ("A", 3),
        ("Angela", 4),
        ("McDonald", 5),
        ("U.S.", 2),
        ("19", 6),
        ("2nd", 1),
        ("1970S", 2),
        ("iPhone", 7),
        (".", 7),
        ("É", 3),
        ("Élodie", 4),
        ("", 7),
        ("😀", 7),
    ],
)
def test_shape_tells_letter_case(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_words_are_cut_and_remembered() -> None:
    cutter = WordPieces(definition())
    assert cutter(["The", "Tally", "."]) == [(4,), (5, 6), (9,)]
    assert cutter(["Tally", "The"]) == [(5, 6), (4,)]


def test_threads_may_share_a_memory_that_is_emptied_again_and_again(monkeypatch) -> None:
    monkeypatch.setattr("newstally.encoder.words.REMEMBERED", 2)
    cutter, interval = WordPieces(definition()), sys.getswitchinterval()
    texts = [["The", "Tally", "."], ["Tally", "a"], [".", "The"]] * 300
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(cutter, texts))
    finally:
        sys.setswitchinterval(interval)
    assert found[:2] == [[(4,), (5, 6), (9,)], [(5, 6), cutter(["a"])[0]]]
    assert found == found[:3] * 300


@pytest.mark.parametrize("word", ["\u200b", "\x00", "\ufeff", "ж", "😀", "x" * 5000])
def test_a_word_that_leaves_nothing_is_one_unknown_piece(word: str) -> None:
    assert WordPieces(definition())([word]) == [(1,)]


def test_a_long_word_keeps_its_first_pieces() -> None:
    assert WordPieces(definition())(["a" * 60]) == [(7,) + (8,) * (MAX_PIECES - 1)]


def test_inputs_mark_blocks_but_not_before_the_first_word() -> None:
    cutter = WordPieces(definition())
    words = ["The", "Tally", "a"]
    inputs = cutter.inputs(words, cutter(words), [True, False, True])
    assert inputs.pieces.tolist() == [2, 4, 5, 6, 3, 7, 3]
    assert inputs.shapes.tolist() == [0, 4, 4, 4, 0, 1, 0]
    assert inputs.first.tolist() == [1, 2, 5]


def test_a_tokenizer_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[CLS\]"):
        WordPieces(definition(["[UNK]", "the"]))
