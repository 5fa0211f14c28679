"""Where in running text an enumeration may start, and which counts it may name the members of.

Each construction yields *openings*: a cue word ("including", "namely"), a colon or dash, "They are" in the next
sentence, or nothing but a comma or preposition behind the count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newstally.resolve.lists.page import Page, Placed
from newstally.resolve.lists.segments import is_dash
from newstally.types import Token
from newstally.words.syntax import FINITE

NEAR = 4  # how many tokens behind a count a preposition may open an enumeration


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where an enumeration may start, and the counts it may belong to, the nearest first.

    ``sure``: the construction ties it to the nearest count. ``announced``: a sign or word says that a list comes.
    ``open``: it is said not to be complete. ``least`` is the number of items from which on agreement with the figure
    is no chance.
    """

    first: int
    counts: tuple[Placed, ...]
    sure: bool = False
    announced: bool = True
    open: bool = False
    least: int = 2


def openings(page: Page) -> Iterator[Opening]:
    """All openings, the surer constructions first, each in the order of the text."""
    found = (*_after_cue(page), *_after_mark(page), *_after_answer(page), *_after_count(page))
    return (opening for opening in found if opening.counts and opening.first < len(page.tokens))


def _after_cue(page: Page) -> Iterator[Opening]:
    """After "including", "such as" (open), "namely" (closed)."""
    for cue in page.cues("LIST_OPEN"):
        near = counts_before(page, cue.first)
        sure = bool(near) and reaches(page, near[0], cue.first, cue.last) and not _clings(page, near[0], cue.first)
        yield Opening(_behind_kin(page, cue.last, near), near, sure, open=True)
    for cue in page.cues("LIST_CLOSED"):
        near = counts_before(page, cue.first)
        yield Opening(cue.last, near, bool(near) and reaches(page, near[0], cue.first, cue.last))


def _clings(page: Page, placed: Placed, i: int) -> bool:
    """Whether a cue without a comma follows another noun, which it says more of: "12 books on topics such as"."""
    before = page.tokens[i - 1]
    return before.pos in {"NOUN", "PROPN"} and before.i != placed.head and _governor(page.tokens, i, i) != placed.head


def _behind_kin(page: Page, first: int, counts: tuple[Placed, ...]) -> int:
    """Where the members start: "nine calls, including talks with A and B" names them behind the unit's other word."""
    tokens = page.tokens[first : first + 2]
    if counts and len(tokens) == 2 and tokens[1].pos == "ADP" and page.kin(tokens[0].lemma) == counts[0].count.kin:
        return first + 2
    return first


def _after_mark(page: Page) -> Iterator[Opening]:
    """After a colon, dash or bracket behind a count; the latter two announce a list only behind the count's phrase."""
    cues = (*page.cues("LIST_OPEN"), *page.cues("LIST_CLOSED"))
    cued = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    for token in page.tokens[:-1]:
        is_colon = token.text == ":" and page.tokens[token.i + 1].block == token.block
        if (is_colon or is_dash(page.tokens, token.i) or token.text == "(") and not {token.i, token.i + 1} & cued:
            near = counts_before(page, token.i)
            sure = bool(near) and reaches(page, near[0], token.i, token.i + 1)
            yield Opening(token.i + 1, near, sure, announced=is_colon or sure)


def _after_answer(page: Page) -> Iterator[Opening]:
    """After "They are", in the sentence behind the count's."""
    for cue in page.cues("LIST_ANSWER"):
        before = (p for p in page.counts_of_sentence.get(cue.sentence - 1, ()) if p.count.block == cue.block)
        yield Opening(cue.last, _nearest_first(before))


def _after_count(page: Page) -> Iterator[Opening]:
    """In apposition ("three towns, A, B and C"), after a preposition ("from A, B and C"), after "are".

    Two names behind a comma may start the next clause ("After two losses, Roe and Lim …"), so unless the parse hangs
    them on the count's noun, or they are of its sort, it takes three.
    """
    tokens = page.tokens
    for placed in page.counts:
        if placed.is_modifier(tokens) or tokens[placed.head].pos in {"VERB", "ADJ"}:
            continue
        for i in sorted({placed.tokens.last, _phrase_end(tokens, placed)}):
            if i + 1 < len(tokens) and tokens[i].text == "," and tokens[i - 1].pos != "PROPN":
                hangs = _governor(tokens, i + 1, i) == placed.head
                yield Opening(i + 1, (placed,), sure=hangs, announced=False, least=2 if hangs else 3)
            elif i + 1 < len(tokens) and tokens[i].dep == "cop":
                # "are Judge Harold Finch, …": a name at once says that the members follow
                yield Opening(i + 1, (placed,), announced=tokens[i + 1].pos == "PROPN")
        for i in range(placed.tokens.last, min(placed.tokens.last + NEAR, len(tokens) - 1)):
            if tokens[i].pos == "ADP":
                yield Opening(i + 1, (placed,), announced=False, least=3)
            elif tokens[i].pos in {"CCONJ", "PUNCT"}:
                break


# ---- which counts stand before ---------------------------------------------------------------------------------------


def counts_before(page: Page, i: int) -> tuple[Placed, ...]:
    """The counts of the sentence that end before token ``i``, the nearest first."""
    counts = page.counts_of_sentence.get(page.tokens[i].sentence, ())
    return _nearest_first(
        placed for placed in counts if placed.tokens.last <= i and not placed.is_modifier(page.tokens)
    )


def _nearest_first(counts: Iterable[Placed]) -> tuple[Placed, ...]:
    """Nearest first; of "eight of the 14 peaks" the eight, which the enumeration is of."""
    return tuple(sorted(counts, key=lambda placed: (-placed.tokens.last, placed.tokens.first)))


def _phrase_end(tokens: tuple[Token, ...], placed: Placed) -> int:
    """The token after the count's phrase: its noun with what hangs on it and follows without a break."""
    within = {placed.head}
    i = placed.tokens.last
    while i < len(tokens) and tokens[i].pos != "PUNCT" and _hangs_on(tokens, i, placed.head):
        within.add(i)
        i += 1
    return i


def reaches(page: Page, placed: Placed, i: int, first: int) -> bool:
    """Whether what starts at token ``first`` says more of the count: nothing nearer stands between that it could.

    So between the count and ``i`` there stands only what hangs on the count's noun; or no noun in the plural and no
    verb; or the parse hangs the first item on the count's noun.
    """
    tokens = page.tokens
    between = [token for token in tokens[placed.tokens.last : i] if token.pos != "PUNCT"]
    if all(_hangs_on(tokens, token.i, placed.head) and token.tag not in FINITE for token in between):
        return True
    if first < len(tokens) and _governor(tokens, first, i) == placed.head:
        return True
    return not any(token.tag in FINITE | {"NNS", "NNPS"} for token in between)


def _hangs_on(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    """Whether token ``i`` is below ``head`` in the parse."""
    seen: set[int] = set()
    while i not in seen and i != head:
        seen.add(i)
        i = tokens[i].head
    return i == head


def _governor(tokens: tuple[Token, ...], first: int, limit: int) -> int:
    """The word before ``limit`` on which the phrase at ``first`` hangs."""
    i, seen = first, set()
    while i >= limit and i not in seen:
        seen.add(i)
        i = tokens[i].head
    return i
