"""Who voted how: "a 4-1 vote with Roe opposed", "Roe and Lim voted in favor".

A tally does not say what the vote was on, and a motion to deny may be carried by those who are "opposed". So which side
the names are on is told by their number alone, and they confirm its figure; another number proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.page import BEFORE_NAME, Page, Placed, text_list
from newstally.resolve.lists.segments import Range
from newstally.types import Mention, TextList

SAYING = {"were", "was", "are", "is", "had", "have", "has", "both", "all", "also", "who"}
NEAR = 3  # words between the names and how they voted
FAR = 8  # words from "voting for" to the names that are told to have done so
MOST = 15  # votes of a side: more are not named one by one


def vote_lists(page: Page, rows: Sequence[list[Range]]) -> Iterator[TextList]:
    """A list for each side of a tally whose voters are named behind it, in ``rows`` or alone, before the next tally."""
    tallies = [one for one in page.counts if _is_side(one)]
    voters = _voters(page, rows) if tallies else []
    told: set[str] = set()
    for cue in page.cues("LIST_VOTE") if voters else ():
        row = next((row for row in voters if _is_before(page, row, cue) or _is_behind(page, row, cue)), None)
        sides = _last_tally(page, tallies, cue) if row else ()
        side = next((one for one in sides if one.count.amount.value == len(row or ())), None)
        if row and side and side.count.id not in told:
            told.add(side.count.id)
            yield text_list(page, side.count, row, True)


def _is_side(placed: Placed) -> bool:
    """Whether the count is one side of a tally: "5-2", "by six to three"."""
    count = placed.count
    return count.unit == "vote" and count.unit_text.lower() in {"", "votes"} and 0 < (count.amount.value or 0) <= MOST


def _voters(page: Page, rows: Sequence[list[Range]]) -> list[list[Range]]:
    """The people named in rows, and alone."""
    together = [row for row in rows if page.sort(row[0]) == "person"]
    joined = {name for row in together for name in row}
    alone = [[name] for name in page.names if name not in joined and page.sort(name) == "person"]
    return [*together, *alone]


def _last_tally(page: Page, tallies: list[Placed], cue: Mention) -> list[Placed]:
    """The sides of the tally nearest before the cue, in the article's text or its sentence."""
    before = [one for one in tallies if one.tokens.first < cue.first]
    sentence = page.tokens[before[-1].tokens.first].sentence if before else None
    return [one for one in before if page.tokens[one.tokens.first].sentence == sentence]


def _is_before(page: Page, row: list[Range], cue: Mention) -> bool:
    """Whether the names are those who did: "Roe and Lim voted against", "with Roe opposed"."""
    between = page.tokens[row[-1].last : cue.first]
    return len(between) <= NEAR and row[-1].last <= cue.first and all(token.lower in SAYING for token in between)


def _is_behind(page: Page, row: list[Range], cue: Mention) -> bool:
    """Whether the names follow: "Voting for the jail were Roe and Lim", "opposed by Roe"."""
    between = page.tokens[cue.last : row[0].first]
    if not 0 < len(between) <= FAR or page.tokens[row[0].first].sentence != page.tokens[cue.first].sentence:
        return False
    last = next((number for number, token in enumerate(between) if token.lower in {"were", "was", "by"}), None)
    return last is not None and all(token.pos in BEFORE_NAME for token in between[last + 1 :])
