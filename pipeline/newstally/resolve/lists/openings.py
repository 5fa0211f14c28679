"""Where in running text an enumeration may start, and which counts it may name the members of.

Each construction yields *openings*: a cue word ("including", "namely"), a colon or dash, a comma or preposition behind
the count, "are". What the next sentence says of a count is in ``answers``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newstally.resolve.lists.page import BEFORE_NAME, Page, Placed
from newstally.resolve.lists.segments import DASHES, is_dash
from newstally.types import Token
from newstally.words.syntax import FINITE

NEAR = 4  # how many tokens behind a count a preposition may open an enumeration
MARKS = DASHES | {":", "("}
BETWEEN = {"between", "to", "than"}  # prepositions behind which two names are no members
CLOSING = {"including", "among", "led", "headed"}  # words that may name some at the end of a clause
NAMING = {"named", "called", "codenamed", "nicknamed"}  # "three barges, named Ada, Bo and Cleo"
DEFINITE = {"the", "these", "those", "other", "its", "their", "his", "her"}


class Opening(NamedTuple):
    """A place where an enumeration may start, and the counts it may belong to, the nearest first.

    ``firm``: the construction leaves no doubt that what is listed are members of the nearest count. Where it does,
    the list only confirms a count: agreement with its figure is then the evidence, from ``least`` items on.
    ``announced``: a sign or word says that a list comes. ``open``: it is said not to be complete. ``closing``: of an
    open list, that a comma parts it from the count's clause, which it may close.
    """

    first: int
    counts: tuple[Placed, ...]
    firm: bool = False
    announced: bool = True
    open: bool = False
    closing: bool = False
    least: int = 2


def openings(page: Page) -> Iterator[Opening]:
    """All openings within sentences, the surer constructions first, each in the order of the text."""
    yield from _after_cue(page)
    yield from _after_mark(page)
    for placed in page.counts:
        if not placed.is_modifier(page.tokens) and page.tokens[placed.head].pos not in {"VERB", "ADJ"}:
            yield from _after_count(page, placed)


def _after_cue(page: Page) -> Iterator[Opening]:
    """After "including", "such as" (open), "namely" (closed)."""
    for cue in page.cues("LIST_OPEN"):
        near = counts_before(page, cue.first)
        if near:
            firm = reaches(page, near[0], cue.first, cue.last) and not _clings(page, near[0], cue.first)
            closing = page.tokens[cue.first - 1].text == "," and page.tokens[cue.first].lower in CLOSING
            yield Opening(_behind_kin(page, cue.last, near), near, firm, open=True, closing=closing)
    for cue in page.cues("LIST_CLOSED"):
        near = counts_before(page, cue.first)
        if near:
            yield Opening(cue.last, near, reaches(page, near[0], cue.first, cue.last))


def _clings(page: Page, placed: Placed, i: int) -> bool:
    """Whether a cue without a comma follows another noun, which it says more of: "12 books on topics such as"."""
    before = page.tokens[i - 1]
    return before.pos in {"NOUN", "PROPN"} and before.i != placed.head and _governor(page.tokens, i, i) != placed.head


def _behind_kin(page: Page, first: int, counts: tuple[Placed, ...]) -> int:
    """Where the members start: "nine calls, including talks with A and B" names them behind the unit's other word."""
    tokens = page.tokens[first : first + 2]
    if len(tokens) == 2 and tokens[1].pos == "ADP" and page.kin(tokens[0].lemma) == counts[0].count.kin:
        return first + 2
    return first


def _after_mark(page: Page) -> Iterator[Opening]:
    """After a colon, dash or bracket behind a count; the latter two announce a list only behind the count's phrase."""
    cues = (*page.cues("LIST_OPEN"), *page.cues("LIST_CLOSED"))
    cued = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    for token in page.tokens[:-1]:
        if token.text not in MARKS:
            continue
        is_colon = token.text == ":" and page.tokens[token.i + 1].block == token.block
        if (is_colon or is_dash(page.tokens, token.i) or token.text == "(") and not {token.i, token.i + 1} & cued:
            near = counts_before(page, token.i)
            if near:
                firm = reaches(page, near[0], token.i, token.i + 1)
                yield Opening(token.i + 1, near, firm, announced=is_colon or firm)


def _after_count(page: Page, placed: Placed) -> Iterator[Opening]:
    """In apposition ("three towns, A, B and C"), after "are", after a preposition ("from A, B and C").

    Two names behind a comma may start the next clause ("After two losses, Roe and Lim …"), so unless the parse hangs
    them on the count's noun, or they are of its sort, it takes three.
    """
    tokens = page.tokens
    for i in sorted({placed.tokens.last, _phrase_end(tokens, placed)}):
        if i + 2 < len(tokens) and tokens[i].text == "," and tokens[i - 1].pos != "PROPN":
            hangs = _governor(tokens, i + 1, i) == placed.head
            start = i + 1 + (tokens[i + 1].lower in NAMING)
            yield Opening(start, (placed,), firm=hangs, announced=False, least=2 if hangs or start > i + 1 else 3)
            is_those = tokens[i + 1].lower in {"those", "that"}  # "three embassies, those of Peru, Chad and Oman"
            if tokens[i + 1 + is_those].pos == "ADP" and tokens[i + 1 + is_those].lower not in BETWEEN:
                yield Opening(i + 2 + is_those, (placed,), firm=is_those, announced=False)
        elif i + 2 < len(tokens) and tokens[i].dep == "cop":
            yield from _after_are(page, placed, i)
    yield from _after_preposition(page, placed)


def _after_are(page: Page, placed: Placed, i: int) -> Iterator[Opening]:
    """After "are": a name at once says that the members follow; "Among the nine winners are Roe …" names some."""
    tokens = page.tokens
    before = [token.lower for token in tokens[max(placed.tokens.first - 2, 0) : placed.tokens.first]]
    is_named = _is_named(page, i + 1)
    if "among" in [*before, tokens[placed.tokens.first].lower]:
        yield Opening(i + 1, (placed,), firm=is_named, announced=is_named, open=True)
    elif tokens[i + 1].pos == "ADP":  # "The two novels are by Roe and Lim"
        yield Opening(i + 2, (placed,), announced=False)
    else:
        is_definite = bool(DEFINITE & set(before[-1:]))
        yield Opening(i + 1, (placed,), firm=is_named and is_definite, announced=is_named)


def _is_named(page: Page, i: int) -> bool:
    """Whether a name starts at token ``i``, or behind a title there: "teacher Mia Roe"."""
    last = next(j for j in range(i, len(page.tokens) + 1) if not _goes_before_name(page, j))
    return last in page.name_at and page.name_at[last].first == last


def _goes_before_name(page: Page, i: int) -> bool:
    return i < len(page.tokens) and i not in page.name_at and page.tokens[i].pos in BEFORE_NAME


def _after_preposition(page: Page, placed: Placed) -> Iterator[Opening]:
    """After a preposition near the count; right behind it, or behind "leaving", two places are no chance."""
    tokens = page.tokens
    for i in range(placed.tokens.last, min(placed.tokens.last + NEAR, len(tokens) - 1)):
        if tokens[i].pos == "ADP":
            is_next = all(token.tag in {"VBG", "VBN"} for token in tokens[placed.tokens.last : i])
            has_two = is_next and tokens[i].lower not in BETWEEN and _is_place(page, i + 1)
            yield Opening(i + 1, (placed,), announced=False, least=2 if has_two else 3)
        elif tokens[i].pos in {"CCONJ", "PUNCT"}:
            break


def _is_place(page: Page, i: int) -> bool:
    name = page.name_at.get(i + (page.tokens[i].pos == "DET"))
    return name is not None and page.sort(name) in {"place", "country"}


# ---- which counts stand before ---------------------------------------------------------------------------------------


def counts_before(page: Page, i: int) -> tuple[Placed, ...]:
    """The counts of the sentence that end before token ``i``, the nearest first."""
    counts = page.counts_of_sentence.get(page.tokens[i].sentence, ())
    return nearest_first(placed for placed in counts if placed.tokens.last <= i and not placed.is_modifier(page.tokens))


def nearest_first(counts: Iterable[Placed]) -> tuple[Placed, ...]:
    """Nearest first; of "eight of the 14 peaks" the eight, which the enumeration is of."""
    return tuple(sorted(counts, key=lambda placed: (-placed.tokens.last, placed.tokens.first)))


def _phrase_end(tokens: tuple[Token, ...], placed: Placed) -> int:
    """The token after the count's phrase: its noun with what hangs on it and follows without a break."""
    i = placed.tokens.last
    while i < len(tokens) and tokens[i].pos != "PUNCT" and _hangs_on(tokens, i, placed.head):
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
