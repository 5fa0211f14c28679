"""Words as the encoder sees them: wordpiece numbers and a class for the letter case.

The wordpieces are uncased, so the case of a word is a feature of its own. A word always gives the same numbers,
wherever it stands, so they are remembered.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

MAX_PIECES = 12  # a longer word (a web address) keeps its first pieces: the rest costs time and tells nothing
REMEMBERED = 5_000  # words kept in memory at most, a MiB of them: to cut as many anew takes 20 ms
SHAPES = 8  # classes that ``shape`` tells apart; 0 is kept for the marks between words

Pieces = tuple[int, ...]


@lru_cache(REMEMBERED)
def shape(word: str) -> int:
    """Return the class of a word's letter case, 1 to 7.

    1 lower case, 2 capitals, 3 one capital letter, 4 Capitalised, 5 capital first and mixed after (``McDonald``,
    ``Al-Raqqa``), 6 no capital first but a digit in it, 7 anything else (punctuation, ``iPhone``).
    """
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4 if word[1:].islower() else 5
    return 6 if any(letter.isdigit() for letter in word) else 7


class Inputs(NamedTuple):
    """What the network reads: pieces and shapes [N], and the place of every word's first piece, first [W]."""

    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray


class WordPieces:
    """Cuts words into wordpieces with a ``tokenizers`` file (``tokenizer.json``, BERT's uncased vocabulary)."""

    def __init__(self, definition: str) -> None:
        """Read the tokenizer from the text of its JSON file."""
        self._tokenizer = Tokenizer.from_str(definition)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, Pieces] = {}
        self.start = self._number("[CLS]")
        self.mark = self._number("[SEP]")
        self.unknown = self._number("[UNK]")

    def __call__(self, words: Sequence[str]) -> list[Pieces]:
        """Return the wordpieces of every word; one that leaves none (a control character) is one unknown piece."""
        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        if len(known) + len(new) > REMEMBERED:
            known = self._known = {}  # another thread may still read the one that was
            new = list(dict.fromkeys(words))
        if new:
            known.update(self._learn(new))
        return [known[word] for word in words]

    def inputs(self, words: Sequence[str], pieces: Sequence[Pieces], breaks: Sequence[bool]) -> Inputs:
        """Line up the pieces of ``words`` between a start and an end mark.

        A mark stands before each word where ``breaks`` is true; the first word needs none of its own.
        """
        numbers, classes, first = [self.start], [0], []
        for i, (word, part) in enumerate(zip(words, pieces, strict=True)):
            if breaks[i] and i:
                numbers.append(self.mark)
                classes.append(0)
            first.append(len(numbers))
            numbers += part
            classes += [shape(word)] * len(part)
        numbers.append(self.mark)
        classes.append(0)
        return Inputs(*(np.array(row, dtype=np.int64) for row in (numbers, classes, first)))

    def _learn(self, words: list[str]) -> dict[str, Pieces]:
        coded = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for number, index in zip(coded.ids, coded.word_ids, strict=True):
            found[index].append(number)
        cut = (tuple(pieces[:MAX_PIECES]) or (self.unknown,) for pieces in found)
        return dict(zip(words, cut, strict=True))

    def _number(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"The tokenizer has no {piece} piece: this needs the tokenizer.json of a BERT model.")
        return number
