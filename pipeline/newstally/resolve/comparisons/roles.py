"""What a figure may be in its sentence, by the words beside it: a value, or a rate that says how two values compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newstally.resolve.comparisons.terms import TIMES
from newstally.resolve.comparisons.words import Words
from newstally.types import Amount, Term
from newstally.words.numerals import DASHES

WORDS_BACK = 4  # from a figure to the word of change before it: "a rise of about 20 percent"
WORDS_ON = 2  # to the one after it: "a 20 percent pay rise"
OPENS = frozenset((",", "(", "or", ":", "i.e.", "[", *DASHES))
CLOSES = frozenset((")", ",", ".", ";", ":", "]", "!", "?", "”", '"', "’", "", *DASHES))
ALL_OF_IT = frozenset(("total", "all", "whole", "workforce", "staff", "payroll", "headcount", "membership", "fleet"))
NOT_PHRASE = frozenset(("of", "to", "from", "in", "on", "and", "for", "at"))
SHARES = frozenset(("percent", "fraction"))


class Piece(NamedTuple):
    """A word, or a figure with its ``role``; ``sign`` is the direction of a word of change, or of the one beside it.

    Roles: v a value, d a value that is a difference ("three more"), p a percentage, c one of a change ("up 20
    percent"), o one before "of", b one by itself (", 57 percent,"), x a factor ("double"), m one as a verb ("doubled").
    """

    word: str
    term: Term | None = None
    role: str = ""
    sign: int = 0


def with_roles(row: Sequence[Piece], words: Words) -> tuple[Piece, ...]:
    """The pieces of a sentence with their roles and signs."""
    pieces = _with_factors(row, words)
    for i, one in enumerate(pieces):
        if one.term:
            sign = _sign(pieces, i, one.term, words)
            pieces[i] = Piece(one.word, one.term, _role(pieces, i, one.term, sign, words), sign)
        elif one.word in words.sign:
            pieces[i] = Piece(one.word, sign=words.sign[one.word])
    return tuple(pieces)


def _with_factors(row: Sequence[Piece], words: Words) -> list[Piece]:
    """Reads "three times" and "half as many", "a third of last year's" as factors."""
    found: list[Piece] = []
    for i, one in enumerate(row):
        if one.term:
            found.append(Piece(one.word, _as_factor(row, i, one.term, words)))
        elif not (one.word in TIMES and i and row[i - 1].term):
            found.append(one)
    return found


def _as_factor(row: Sequence[Piece], i: int, term: Term, words: Words) -> Term:
    """The figure as a factor where the words behind it make it one."""
    follows = _at(row, i + 1)
    if follows in TIMES or (term.unit == "factor" and term.grain):
        return _times(term, is_more=bool({follows, _at(row, i + 2)} & words.beside.keys()))
    if term.unit == "fraction" and (follows == "as" or words.then & {_at(row, j) for j in range(i + 1, i + 5)}):
        return replace(term, amount=_hundredth(term.amount), unit="factor")
    return term


def _times(term: Term, *, is_more: bool) -> Term:
    """A number of times as a factor; "three times more" may be four times as much."""
    high = term.amount.high and term.amount.high + is_more
    return replace(term, amount=replace(term.amount, high=high), unit="factor", grain=term.grain or 1)


def _hundredth(amount: Amount) -> Amount:
    value, low, high = (part and part / 100 for part in (amount.value, amount.low, amount.high))
    return Amount(value, low, high, amount.modifier)


def _role(row: Sequence[Piece], i: int, term: Term, sign: int, words: Words) -> str:
    follows = _at(row, i + 1)
    if term.unit == "factor":
        return "m" if term.span.text.split()[-1].lower() in words.multiplied else "x"
    if term.unit not in SHARES:
        return "d" if sign or term.unit == "point" else "v"
    if _is_each(row, i, words):
        return "p"
    is_of_whole = follows == "of" and not ALL_OF_IT & {_at(row, i + 2), _at(row, i + 3)}
    if is_of_whole or (term.unit == "fraction" and follows in ("the", "its", "their")):
        return "o"
    if sign:
        return "c"
    return "b" if _at(row, i - 1) in OPENS and (follows in CLOSES or follows == "of") else "p"


def _at(row: Sequence[Piece], i: int) -> str:
    return row[i].word if 0 <= i < len(row) else ""


def _sign(row: Sequence[Piece], i: int, term: Term, words: Words) -> int:
    return _sign_before(row, i, words) or _sign_after(row, i, words, is_share=term.unit in SHARES)


def _sign_before(row: Sequence[Piece], i: int, words: Words) -> int:
    """The direction of the word of change before the figure: "up 20 percent", "a cut of about 35 percent"."""
    for j in range(i - 1, max(-1, i - 1 - WORDS_BACK), -1):
        word = row[j].word
        if word in words.sign:
            return words.sign[word]
        if word not in words.between:
            break
    return 0


def _sign_after(row: Sequence[Piece], i: int, words: Words, *, is_share: bool) -> int:
    """The direction of the word after it: "three more", "a 20 percent pay rise"."""
    for j in range(i + 1, i + 1 + WORDS_ON):
        word = _at(row, j)
        if word in words.beside:
            return words.beside[word]
        if is_share and word in words.sign:
            return words.sign[word]
        if not word.isalpha() or word in NOT_PHRASE:
            break
    return 0


def _is_each(row: Sequence[Piece], i: int, words: Words) -> bool:
    """Whether the percentage is of each of several years, or an average: "grew 5 percent a year"."""
    ahead = tuple(_at(row, j) for j in range(i + 1, i + 5))
    for phrase in words.each:
        size = len(phrase)
        if ahead[:size] == phrase and not words.unless & {*ahead[size : size + 1]}:
            return True
    return any(_at(row, j) in words.each_before for j in range(max(0, i - WORDS_BACK), i))
