"""Lists that a later figure takes up: "Sutton, Hale and Bow … the three towns", "Roe and his wife, Lim, … the two".

Here the names come first, so what counts is found by looking back for the nearest row of names of the right sort.
Such a list is formed where the number of names is the number stated. Another number is held against the figure only if
it is as near as a slip, the noun is known to have members of that sort, and no others of it are named all the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.page import Page, Placed, text_list
from newstally.resolve.lists.segments import Range, announces
from newstally.types import TextList, Token

SAYS_MORE = {"WDT", "WP", "WRB", "VBN", "VBG"}
BARE = {"person", "country"}  # sorts of names that "the two" takes up
LONG = 4  # letters of a word of the noun that names may bear
FURTHER = {"third", "fourth", "fifth", "another", "other", "others", "also"}
FAR = 6  # sentences from "five towns" to "the towns Orvik, Hest …"
ROW = 8  # from so many names on, one more or fewer than stated is a slip
LEAST = 3  # two names may follow a figure of two by chance


def reference_lists(page: Page, fit: Fit, rows: Sequence[list[Range]]) -> Iterator[TextList]:
    """A list for each "the three", "all four" that takes up one of ``rows``, and for each figure that names so many."""
    for cue in page.cues("LIST_REFER"):
        placed = next(
            (p for p in page.counts_of_sentence.get(cue.sentence, ()) if cue.last - 1 in range(*p.tokens)), None
        )
        row = _taken_up(page, fit, placed, rows) if placed else None
        if placed and row:
            yield text_list(page, placed.count, row, True, firm=_is_firm(page, fit, placed, row))
    for placed in page.counts:
        row = _spelled_out(page, fit, placed, rows)
        if row:
            yield text_list(page, placed.count, row, True, firm=len(row) != placed.count.amount.value)
        elif bearers := _bearers(page, placed, rows):
            yield text_list(page, placed.count, bearers, True, firm=True)


def _spelled_out(page: Page, fit: Fit, placed: Placed, rows: Sequence[list[Range]]) -> list[Range] | None:
    """The first row behind the count, in its sentence or the next, if it is of its members' sort and number.

    No other count stands between them, in the next sentence none of so many or nearer to the row; nor does a sign right
    behind the count announce another list.
    """
    if announces(page.tokens, placed.tokens.last):
        return None
    called = [row for row in rows if len(row) == placed.count.amount.value and _is_called(page, placed, row)]
    if called:
        return called[0]
    behind = [row for row in rows if _is_near(page.tokens, [placed.tokens], row[0].first)]
    fitting = (row for row in behind if fit.knows(placed.count, page.sort(row[0])) and _is_in(page, placed, row))
    first = min(fitting, key=lambda row: row[0], default=None)
    if first is None or len(first) < LEAST or not _is_as_many(page, placed, first):
        return None
    between = [page.figure_at[i] for i in range(placed.tokens.last, first[0].first) if i in page.figure_at]
    sentence = page.tokens[first[0].first].sentence
    is_other = any(one.count.amount == placed.count.amount or one.count.sentence == sentence for one in between)
    return None if is_other else first


def _is_as_many(page: Page, placed: Placed, row: list[Range]) -> bool:
    """Whether the names are as many as stated or, of so long a row that is all of its sentence, one more or fewer."""
    count = placed.count
    if len(row) < ROW or count.amount.modifier != "exact":
        return count.amount.value == len(row)
    opened = any(placed.tokens.last <= cue.first < row[0].first for cue in page.cues("LIST_OPEN"))
    return not opened and abs((count.amount.value or 0) - len(row)) <= 1 and page.tokens[row[-1].last].text != ","


def _is_called(page: Page, placed: Placed, row: list[Range]) -> bool:
    """Whether the count's noun stands right before the row, in a sentence not far behind: "the towns Orvik, Hest"."""
    noun = page.tokens[row[0].first - 1]
    is_behind = 0 <= noun.sentence - placed.count.sentence <= FAR and placed.tokens.last < noun.i
    return is_behind and noun.tag == "NNS" and noun.lemma == placed.count.unit != ""


def _bearers(page: Page, placed: Placed, rows: Sequence[list[Range]]) -> list[Range] | None:
    """A row that opens the next sentence, of names that bear the noun, one more or fewer than there should be.

    "It will close three primary schools. Hale Primary and Bow Primary …": nowhere else does a name bear it, and nothing
    is said of a third.
    """
    amount = placed.count.amount
    if amount.modifier != "exact" or (amount.value or 0) < LEAST:
        return None
    row = next((row for row in rows if _is_next(page, placed, row)), None)
    if row is None:
        return None
    words = {word.lower() for word in placed.count.unit_text.split() if len(word) >= LONG}
    words |= {word.removesuffix("s") for word in words}
    if not all(_bears(page, name, words) for name in row):
        return None
    named = {page.bearer(name) for name in page.names if _bears(page, name, words)}
    is_alone = named == {page.bearer(name) for name in row}
    further = (token for token in page.tokens[row[-1].last :] if token.sentence <= placed.count.sentence + FAR)
    return row if is_alone and not any(token.lower in FURTHER for token in further) else None


def _is_next(page: Page, placed: Placed, row: list[Range]) -> bool:
    """Whether the row opens the sentence after the count, of one more or fewer."""
    first, value = page.tokens[row[0].first], placed.count.amount.value or 0
    if first.sentence != placed.count.sentence + 1 or abs(value - len(row)) != 1:
        return False
    return page.sentences[first.sentence].first == row[0].first and not placed.is_modifier(page.tokens)


def _bears(page: Page, name: Range, words: set[str]) -> bool:
    return any(page.tokens[i].lower in words for i in range(*name))


def _is_in(page: Page, placed: Placed, row: list[Range]) -> bool:
    """Whether the row stands in the count's block, or opens the next; so long a row as stands once may be within it."""
    first = row[0].first
    is_first = page.sentences[page.tokens[first].sentence].first == first or len(row) >= ROW
    return page.tokens[first].block == placed.count.block or is_first


def _taken_up(page: Page, fit: Fit, placed: Placed, rows: Sequence[list[Range]]) -> list[Range] | None:
    """The nearest row before the count, in its sentence or the one before, if it fits in sort and number.

    Where as many things are counted behind the row, "the two" may take up those: "Ada and Ben sent two envoys".
    """
    behind = [one for one in page.counts if one.count.unit_text and one.count.amount == placed.count.amount]
    taken = max((one.tokens.first for one in behind if one.tokens.last <= placed.tokens.first), default=-1)
    is_bare = not placed.count.unit_text
    near = [
        row
        for row in rows
        if _is_near(page.tokens, row, placed.tokens.first)
        and _fits(page, fit, placed, row)
        and not (is_bare and row[-1].last <= taken)
    ]
    row = max(near, key=lambda row: row[-1].last, default=None)
    return row if row and (placed.count.amount.value == len(row) or _is_firm(page, fit, placed, row)) else None


def _is_near(tokens: tuple[Token, ...], row: list[Range], i: int) -> bool:
    return row[-1].last <= i and tokens[i].sentence - tokens[row[0].first].sentence <= 1


def _fits(page: Page, fit: Fit, placed: Placed, row: list[Range]) -> bool:
    """Whether the unit is known to have members of this sort; a figure without a noun ("the two") may mean any."""
    sort = page.sort(row[0])
    return fit.knows(placed.count, sort) or (sort in BARE and not placed.count.unit_text)


def _is_firm(page: Page, fit: Fit, placed: Placed, row: list[Range]) -> bool:
    """Whether the figure can mean but these: one more or fewer, their bare noun, and no other name of their sort."""
    count, sort = placed.count, page.sort(row[0])
    is_bare = placed.head == placed.tokens.first + 1 and not _is_narrowed(page, placed)
    is_slip = abs((count.amount.value or 0) - len(row)) <= 1 and count.amount.modifier == "exact"
    if not (is_bare and is_slip and fit.knows(count, sort)):
        return False
    start = page.sentences[page.tokens[row[0].first].sentence].first
    between = Range(start, placed.tokens.first)
    named = {page.bearer(name) for name in page.named_in(between, {sort}).items}
    return named == {page.bearer(name) for name in row}


def _is_narrowed(page: Page, placed: Placed) -> bool:
    """Whether more is said of which they are: "the two countries with ports", "the three states that voted"."""
    after = page.tokens[placed.tokens.last : placed.tokens.last + 1]
    return any(placed.head in (word.head, page.tokens[word.head].head) or word.tag in SAYS_MORE for word in after)
