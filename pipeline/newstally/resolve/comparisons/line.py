"""A sentence in which the figures are marks: which of them are values, and which say how two values compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstally.resolve.comparisons.terms import Found, loosely
from newstally.types import Amount, Mentions, Table, Term
from newstally.words.numerals import DASHES

WORDS_BACK = 4  # from a figure to the word of change before it: "a rise of about 20 percent"
WORDS_ON = 2  # to the one after it: "a 20 percent pay rise"
OPENS = frozenset((",", "(", "or", ":", "i.e.", "[", *DASHES))
CLOSES = frozenset((")", ",", ".", ";", ":", "]", "!", "?", "”", '"', "’", "", *DASHES))
ALL_OF_IT = frozenset(("total", "all", "whole"))
SHARES = frozenset(("percent", "fraction"))
NOTE = "correction"


class Words:
    """The words of the table, by what they say beside a figure."""

    def __init__(self, table: Table) -> None:
        change = table["change"]
        self.sign: Mapping[str, int] = {**dict.fromkeys(change["up"], 1), **dict.fromkeys(change["down"], -1)}
        self.beside: Mapping[str, int] = {**dict.fromkeys(change["more"], 1), **dict.fromkeys(change["less"], -1)}
        self.between = frozenset(change["between"])
        self.factors: Mapping[str, float] = {word: one for word, one in table["factors"].items() if word != "verbs"}
        self.multiplied: Mapping[str, float] = table["factors"]["verbs"]
        self.fractions: Mapping[str, float] = table["fractions"]
        self.then = frozenset(table["change"]["then"])
        self.each = tuple(tuple(phrase.split()) for phrase in table["each"]["after"])
        self.unless = frozenset(table["each"]["unless"])
        self.each_before = frozenset(table["each"]["before"])


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a figure as a mark with its ``role``; ``sign`` is that of a word of change, or of the one beside it.

    Roles: v a value, d a value that is a difference ("three more"), p a percentage, c one of a change ("up 20
    percent"), o one before "of", b one by itself (", 57 percent,"), x a factor ("double"), m one as a verb ("doubled").
    """

    word: str
    term: Term | None = None
    role: str = ""
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one sentence, and their text: " rose from <2v> to <4v>"."""

    pieces: tuple[Piece, ...]
    block: int

    @property
    def text(self) -> str:
        """The words, the figures as marks; a space before each."""
        return "".join(f" <{i}{one.role}>" if one.term else f" {one.word}" for i, one in enumerate(self.pieces))

    def block_distance(self, other: Line) -> int:
        """How many blocks lie between two lines."""
        return abs(self.block - other.block)

    def of_role(self, *roles: str) -> Iterator[tuple[int, Piece]]:
        """The figures of these roles, with their places."""
        return ((i, one) for i, one in enumerate(self.pieces) if one.term and one.role in roles)


def lines(mentions: Mentions, found: Sequence[Found], words: Words) -> list[Line]:
    """Every sentence of the text but those of correction notes, where withdrawn figures stand."""
    by_token = {one.first: one for one in found}
    rows: dict[int, list[Piece]] = {}
    blocks: dict[int, int] = {}
    covered = 0
    for token in mentions.tokens:
        if token.i < covered or mentions.layout.blocks[token.block].kind == NOTE:
            continue
        one = by_token.get(token.i)
        covered = one.last if one else token.i
        term = one.term if one else _factor(mentions, token.i, words) or _fraction(mentions, token.i, words)
        piece = Piece("_" if one else token.lower.replace("<", ""), term)
        rows.setdefault(token.sentence, []).append(piece)
        blocks.setdefault(token.sentence, token.block)
    return [Line(_with_roles(row, words), blocks[number]) for number, row in rows.items()]


def _factor(mentions: Mentions, i: int, words: Words) -> Term | None:
    """The factor that the word is ("doubled", "twice"), with the modifiers before it ("nearly")."""
    token = mentions.tokens[i]
    value = words.factors.get(token.lower) or words.multiplied.get(token.lower)
    if value is None:
        return None
    before = [one.lower for one in mentions.tokens[max(0, i - 2) : i]]
    modifier = "more_than" if before[-2:] == ["more", "than"] or before[-1:] == ["over"] else "about"
    span = mentions.span(token.start, token.end)
    return Term(span, loosely(value, Amount(value, None, None, modifier)), "factor", 0)


def _fraction(mentions: Mentions, i: int, words: Words) -> Term | None:
    """The fraction that is no figure of the text since nothing follows it: "rose by a quarter", "a third more"."""
    token, before = mentions.tokens[i], [one.lower for one in mentions.tokens[max(0, i - 2) : i]]
    value = words.fractions.get(token.lower)
    follows = mentions.tokens[i + 1].lower if i + 1 < len(mentions.tokens) else ""
    is_rate = value and before[-1:] in (["a"], ["one"]) and (before[:1] == ["by"] or follows in words.beside)
    if not is_rate or value is None:
        return None
    span = mentions.span(mentions.tokens[i - 1].start, token.end)
    return Term(span, loosely(value, Amount(value, None, None, "about")), "fraction", 0)


# ---- what a figure says ----------------------------------------------------------------------------------------------


def _with_roles(row: Sequence[Piece], words: Words) -> tuple[Piece, ...]:
    row = list(_with_times(row, words))
    return tuple(
        _with_role(row, i, words) if one.term else Piece(one.word, sign=words.sign.get(one.word, 0))
        for i, one in enumerate(row)
    )


def _with_times(row: Sequence[Piece], words: Words) -> Iterator[Piece]:
    """Reads "three times" and "half as many", "a third of last year's" as factors."""
    for i, one in enumerate(row):
        follows = _at(row, i + 1)
        is_than = follows == "as" or words.then & {_at(row, j) for j in range(i + 1, i + 5)}
        if one.term and follows in ("times", "fold") and one.term.unit in ("", "time", "fold"):
            more = 1 if _at(row, i + 2) in ("more", "higher", "larger", "greater", "bigger") else 0
            value = one.term.amount.value or 0
            amount = Amount(value, value, value + more, one.term.amount.modifier)
            yield Piece("_", Term(one.term.span, amount, "factor", 1))
        elif one.term and one.term.unit == "fraction" and is_than:
            low, high = one.term.amount.low, one.term.amount.high
            amount = Amount((one.term.amount.value or 0) / 100, low and low / 100, high and high / 100, "about")
            yield Piece("_", Term(one.term.span, amount, "factor", 0))
        elif one.word not in ("times", "fold") or not (i and row[i - 1].term):
            yield one


def _with_role(row: Sequence[Piece], i: int, words: Words) -> Piece:
    one = row[i]
    assert one.term is not None
    if one.term.unit == "factor":
        return Piece(one.word, one.term, "m" if one.term.span.text.lower() in words.multiplied else "x")
    sign = _sign_before(row, i, words) or _sign_after(row, i, words, one.term.unit in SHARES)
    if one.term.unit not in SHARES:
        return Piece(one.word, one.term, "d" if sign or one.term.unit == "point" else "v", sign)
    follows = _at(row, i + 1)
    if _is_each(row, i, words):
        return Piece(one.word, one.term, "p")
    if one.term.unit == "fraction" and follows in ("the", "its", "their"):
        return Piece(one.word, one.term, "o")
    if follows == "of" and _at(row, i + 2) not in ALL_OF_IT and _at(row, i + 3) not in ALL_OF_IT:
        return Piece(one.word, one.term, "o")
    if sign:
        return Piece(one.word, one.term, "c", sign)
    alone = _at(row, i - 1) in OPENS and (follows in CLOSES or follows == "of")
    return Piece(one.word, one.term, "b" if alone else "p")


def _at(row: Sequence[Piece], i: int) -> str:
    return row[i].word if 0 <= i < len(row) else ""


def _sign_before(row: Sequence[Piece], i: int, words: Words) -> int:
    """The direction of the word of change before the figure: "up 20 percent", "a cut of about 35 percent"."""
    for j in range(i - 1, max(-1, i - 1 - WORDS_BACK), -1):
        if _at(row, j) in words.sign:
            return words.sign[_at(row, j)]
        if _at(row, j) not in words.between:
            break
    return 0


def _sign_after(row: Sequence[Piece], i: int, words: Words, is_share: bool) -> int:
    """The direction of the word after it: "three more", "a 20 percent pay rise"."""
    for j in range(i + 1, i + 1 + WORDS_ON):
        word = _at(row, j).lstrip("-")
        if word in words.beside:
            return words.beside[word]
        if is_share and word in words.sign:
            return words.sign[word]
        if not word.isalpha() or word in ("of", "to", "from", "in", "on", "and", "for", "at"):
            break
    return 0


def _is_each(row: Sequence[Piece], i: int, words: Words) -> bool:
    """Whether the percentage is of each of several years, or an average: "grew 5 percent a year"."""
    ahead = tuple(_at(row, j) for j in range(i + 1, i + 5))
    for phrase in words.each:
        if ahead[: len(phrase)] == phrase and ahead[len(phrase) : len(phrase) + 1] not in {(one,) for one in words.unless}:
            return True
    return any(_at(row, j) in words.each_before for j in range(max(0, i - WORDS_BACK), i))
