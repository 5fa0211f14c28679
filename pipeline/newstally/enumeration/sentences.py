"""Lists within running text, tied to a count by a construction.

Each construction yields *openings*: a token at which an enumeration may start, and the counts whose members it may
name. An opening is ``sure`` where the construction alone ties them; elsewhere only a number of items that is the
number stated does. Of an open list ("including …") it is said that it holds no more items than stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstally.enumeration.fit import Fit
from newstally.enumeration.page import Page, Placed, text_list
from newstally.enumeration.readings import FINITE, Reading, is_dash, readings, region
from newstally.types import Amount, Count, TextList, Token

NEAR = 4  # how many tokens behind a count a preposition may open an enumeration


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where an enumeration may start, and the counts it may belong to, the nearest first.

    ``sure`` is said of the nearest count. ``marked`` openings have a sign or word that announces a list. ``least`` is
    the number of items from which on agreement with the figure is no chance.
    """

    first: int
    counts: tuple[Placed, ...]
    sure: bool = False
    open: bool = False
    marked: bool = True
    least: int = 2


def sentence_lists(page: Page, fit: Fit) -> Iterator[TextList]:
    """The lists in sentences: every stretch is one list at most, and every count has one of a kind at most."""
    told: set[tuple[str, bool]] = set()
    taken: set[int] = set()
    for opening in _openings(page):
        for placed in opening.counts:
            way = _tied(page, fit, opening, placed)
            if way is None or (placed.count.id, opening.open) in told or taken & set(range(opening.first, way.end)):
                continue
            told.add((placed.count.id, opening.open))
            taken.update(range(opening.first, way.end))
            yield text_list(page, placed.count, way.items, not opening.open and not _goes_on(page, way))


# ---- constructions ---------------------------------------------------------------------------------------------------


def _openings(page: Page) -> Iterator[Opening]:
    """All openings, the surer constructions first, each in the order of the text."""
    openings = (*_after_cue(page), *_after_mark(page), *_after_answer(page), *_after_count(page))
    return (opening for opening in openings if opening.counts and opening.first < len(page.tokens))


def _after_cue(page: Page) -> Iterator[Opening]:
    """After "including", "such as" (open), "namely" (closed)."""
    for cue in page.cues("LIST_OPEN"):
        near = _before(page, cue.first)
        sure = bool(near) and _reaches(page, near[0], cue.first, cue.last)
        yield Opening(_behind_kin(page, cue.last, near), near, sure, open=True)
    for cue in page.cues("LIST_CLOSED"):
        near = _before(page, cue.first)
        yield Opening(cue.last, near, bool(near) and _reaches(page, near[0], cue.first, cue.last))


def _behind_kin(page: Page, first: int, counts: tuple[Placed, ...]) -> int:
    """Where the members start: "nine calls, including talks with A and B" names them behind the unit's other word."""
    tokens = page.tokens[first : first + 2]
    if counts and len(tokens) == 2 and tokens[1].pos == "ADP" and page.kin(tokens[0].lemma) == counts[0].count.kin:
        return first + 2
    return first


def _after_mark(page: Page) -> Iterator[Opening]:
    """After a colon or a dash that follows a count."""
    cues = (*page.cues("LIST_OPEN"), *page.cues("LIST_CLOSED"))
    cued = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    for token in page.tokens:
        if (token.text == ":" or is_dash(page.tokens, token.i)) and not {token.i, token.i + 1} & cued:
            near = _before(page, token.i)
            yield Opening(token.i + 1, near, bool(near) and _reaches(page, near[0], token.i, token.i + 1))


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
            if i + 1 < len(tokens) and tokens[i].text == ",":
                hangs = _governor(tokens, i + 1, i) == placed.head
                yield Opening(i + 1, (placed,), marked=False, least=2 if hangs else 3)
            elif i + 1 < len(tokens) and tokens[i].lemma == "be":
                yield Opening(i + 1, (placed,), marked=False)
        for i in range(placed.tokens.last, min(placed.tokens.last + NEAR, len(tokens) - 1)):
            if tokens[i].pos == "ADP":
                yield Opening(i + 1, (placed,), marked=False, least=3)
            elif tokens[i].pos in {"CCONJ", "PUNCT"}:
                break


# ---- which counts stand before ---------------------------------------------------------------------------------------


def _before(page: Page, i: int) -> tuple[Placed, ...]:
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


def _reaches(page: Page, placed: Placed, i: int, first: int) -> bool:
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


# ---- tying -----------------------------------------------------------------------------------------------------------


def _tied(page: Page, fit: Fit, opening: Opening, placed: Placed) -> Reading | None:
    """What starts at the opening, as far as it may be read as members of the count."""
    ways = readings(page.tokens, opening.first, page.inside_names, page.joins)
    if "person" in fit.sorts(placed.count) and opening.marked and not opening.open:
        ways.append(page.people_in(region(page.tokens, opening.first)))
    ways = [way for way in ways if way.items and _fits(page, fit, way, placed.count, opening.open)]
    known = [way for way in ways if _is_known(page, fit, way, placed)]
    if opening.open:
        sure = opening.sure and placed is opening.counts[0]
        return _open_reading(placed.count.amount, ways if sure else known)
    return _closed_reading(page.tokens, opening, placed, ways, known)


def _closed_reading(
    tokens: Sequence[Token], opening: Opening, placed: Placed, ways: list[Reading], known: list[Reading]
) -> Reading | None:
    """The first reading with as many items as stated; where none has, the first if all is beyond doubt."""
    for way in ways:
        number = len(way.items)
        if placed.count.amount.value == number and number >= (2 if way in known else opening.least):
            return way if opening.marked or not _is_subject(tokens, way) else None
    return ways[0] if ways and ways[0].plain and opening.sure else None


def _is_subject(tokens: Sequence[Token], way: Reading) -> bool:
    """Whether a verb follows at once: "After two losses, Roe and Lim said" begins a clause with the names."""
    return way.end < len(tokens) and tokens[way.end].tag in FINITE


def _open_reading(amount: Amount, ways: list[Reading]) -> Reading | None:
    """The first reading with no more items than stated; where none has, the first if it is beyond doubt."""
    for way in ways:
        if amount.high is None or len(way.items) <= amount.high:
            return way
    return ways[0] if ways and ways[0].plain else None


def _is_known(page: Page, fit: Fit, way: Reading, placed: Placed) -> bool:
    """Whether the items speak for the count by themselves: a figure of its unit, or names of its members' sort.

    Names do only where no other clause or noun stands right before: not in "27 states …, while states such as Utah".
    """
    first = way.items[0].first
    figure = page.figure_at.get(first)
    if figure and figure.count.kin == placed.count.kin:
        return True
    if page.tokens[first].tag == "CD" and page.tokens[first + 1 : first + 2] and not figure:
        return page.tokens[first + 1].pos not in {"NOUN", "ADJ", "PROPN"}
    between = page.tokens[placed.tokens.last : way.items[0].first]
    if any(token.tag in FINITE or token.pos == "SCONJ" for token in between):
        return False
    return all(fit.knows(placed.count, page.sort(item)) for item in way.items)


def _fits(page: Page, fit: Fit, way: Reading, count: Count, may_be_part: bool) -> bool:
    """Whether all items may be members of the count; figures ("nine calls and 11 visits") are parts of a sum."""
    figures = [item for item in way.items if item.first in page.figure_at]
    if figures and not (may_be_part and len(way.items) == 1):
        return False
    return all(fit.allows(count, page.sort(item)) for item in way.items)


def _goes_on(page: Page, way: Reading) -> bool:
    """Whether words such as "and others" say that the list is not all."""
    span = range(way.items[0].first, way.end + NEAR)
    return any(cue.first in span for cue in page.cues("LIST_MORE"))
