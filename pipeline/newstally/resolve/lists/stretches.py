"""What stands behind an opening, and the ways to read it as members of one count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstally.resolve.lists import members
from newstally.resolve.lists.bounds import Bounds, bounds
from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.items import is_name, is_year
from newstally.resolve.lists.openings import Opening
from newstally.resolve.lists.page import Page, Placed
from newstally.resolve.lists.readings import Reading, readings
from newstally.resolve.lists.segments import Range, region
from newstally.types import Count, Token

FREE = {",", "from"}  # behind these the names may be another number than stated
LOOKED_FOR = {"person", "place", "country"}  # sorts of names that are looked for among other words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``within`` behind an opening, the count whose members they may name, and the ways to read them."""

    page: Page
    fit: Fit
    opening: Opening
    placed: Placed
    within: Range
    ways: tuple[Reading, ...]

    @property
    def count(self) -> Count:
        """The count."""
        return self.placed.count

    @property
    def tokens(self) -> Sequence[Token]:
        """The text's tokens."""
        return self.page.tokens

    def known(self, way: Reading) -> bool:
        """Whether the items speak for the count by themselves."""
        return members.are_known(self.page, self.fit, way, self.placed)

    def agrees(self, way: Reading) -> bool:
        """Whether the items are as many as stated."""
        return members.number(self.page, way) == self.count.amount.value

    def named(self, way: Reading) -> bool:
        """Whether all items are names, or all are years."""
        names = all(is_name(self.tokens, item) or self.page.sort(item) == "person" for item in way.items)
        return names or all(is_year(self.tokens, item) for item in way.items)

    def bounds(self, way: Reading) -> Bounds | None:
        """The fewest and the most items that the reading may have; None where unsure.

        Other words than names may be items behind a colon or a cue word, not behind a dash, which may say why.
        """
        words = self.opening.announced and (self.follows(":") or self.tokens[self.opening.first - 1].pos != "PUNCT")
        return bounds(self.page, self.within, way, words=words, sorts=frozenset(self.fit.sorts(self.count)))

    def follows(self, sign: str) -> bool:
        """Whether this sign or word opens it."""
        return self.tokens[self.opening.first - 1].lower == sign

    @property
    def is_nearest(self) -> bool:
        """Whether no other count stands nearer to the opening."""
        return self.placed is self.opening.counts[0]


def stretches(page: Page, fit: Fit, opening: Opening) -> Iterator[Stretch]:
    """For every count that the opening may belong to, the stretch behind it with the readings that fit."""
    if not _may_hold_list(page, opening):
        return
    within = region(page.tokens, opening.first, page.stops, _closing_signs(page, opening))
    ways = readings(page.tokens, within, page.inside_names, page.joins)
    are_looked_for = opening.announced and not opening.open
    for placed in opening.counts if ways else ():
        sorts = fit.sorts(placed.count) & LOOKED_FOR
        names = [page.named_in(within, sorts)] if are_looked_for else []
        fitting = tuple(
            way
            for way in [*ways, *names]
            if way.items and members.may_be(page, fit, way, placed.count, is_open=opening.open)
        )
        yield Stretch(page, fit, opening, placed, within, fitting)


def _may_hold_list(page: Page, opening: Opening) -> bool:
    """Whether the sentence goes on long enough: what is neither announced nor open must be a row.

    Behind a preposition that leaves a doubt, the row must be as many as stated, so that it has as many parts; unless
    figures are among them, which are so many each. Of letters "from" several, fewer may be stated.
    """
    tokens, first = page.tokens, opening.first
    if first >= len(tokens):
        return False
    if opening.announced or opening.open:
        return True
    end = page.sentences[tokens[first].sentence].last
    parts = 1 + bisect_left(page.partings, end) - bisect_left(page.partings, first)
    if parts < 2 or opening.firm or tokens[first - 1].lower in FREE:
        return parts > 1
    fewest = min(placed.count.amount.value or 0 for placed in opening.counts)
    return fewest <= parts or any(i in page.figure_at for i in range(first, end + 1))


def _closing_signs(page: Page, opening: Opening) -> frozenset[str]:
    """A semicolon closes a row that is not announced, or that stands within a row of semicolons."""
    last = opening.counts[0].tokens.last
    start = page.sentences[page.tokens[last - 1].sentence].first
    is_inside = any(token.text == ";" for token in page.tokens[start:last])
    return frozenset() if opening.announced and not is_inside else frozenset(";")
