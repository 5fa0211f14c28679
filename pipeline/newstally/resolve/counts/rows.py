"""Numbers in the rows of a table: they count what its heading names, "Seats in the Sejm" over "Civic Union 157"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from newstally.resolve.counts import heads
from newstally.resolve.counts.page import Page
from newstally.types import Count, Token
from newstally.words.figured import Figure

LONGEST = 14  # words of a heading


def unit(page: Page, figure: Figure, before: Sequence[Count], counted: Container[str]) -> str:
    """What the heading over the figure's table names, if that is counted elsewhere or often in tables; "" else."""
    heading, size = page.headed.get(page.tokens[figure.first].block, (-1, 0))
    words = page.lines.get(heading, ())
    if not words or (len(words) > LONGEST and words[-1].text != ":"):
        return ""
    place = bisect_right(before, heading, key=lambda count: count.block) - 1
    if place >= 0 and before[place].block == heading:
        told = before[place]
        return told.unit if told.amount.value != size else ""  # under "Three phones:" stand the phones
    return next(_named(page, words, counted), "")


def _named(page: Page, words: Sequence[Token], counted: Container[str]) -> Iterator[str]:
    """The nouns of the heading that may be counted: "Votes cast", "How they voted", "Deaths by province"."""
    tabled, sizes = page.units["rows"]["headings"], page.units["totals"]["sizes"]
    for token in words:
        lemma = heads.lemma(page, token)
        is_sorted = page.at(token.i + 1) == "by" and page.living.has(lemma)  # "Evacuees by province" are counted there
        if token.lower in tabled:
            yield tabled[token.lower]
        elif token.tag in ("NNS", "NNPS") and (lemma in counted or is_sorted) and lemma not in sizes:
            yield lemma
