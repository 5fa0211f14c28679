"""What the words around a count say of it: the labels of the cues (configs/rules/figures.jsonl) that bear on it.

A cue stands beside the figure ("another four", "12 in all"), or with the verb that governs it ("will hold nine calls").
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally import syntax
from newstally.counting.figured import Page
from newstally.types import Mention

PREFIX = "FIGURE_"
BESIDE = frozenset(("total", "subset", "other", "average", "rate", "change"))
WITH_VERB = frozenset(("forecast", "hypothetical", "negated", "earlier", "cumulative"))
REACH = 3  # words between a figure's phrase and a cue beside it
VERBS = frozenset(("VERB", "AUX"))


def cues(page: Page, first: int, last: int, head: int) -> frozenset[str]:
    """The labels that hold of the count whose quote is the tokens ``[first, last)`` and whose noun is ``head``."""
    verbs = set(_governors(page, head))
    return frozenset(label for label, cue in _near(page, first) if _bears(page, label, cue, (first, last), verbs))


def _near(page: Page, first: int) -> Iterator[tuple[str, Mention]]:
    """The figure cues in the sentence of token ``first``."""
    here = page.tokens[first].sentence
    for cue in page.mentions["cues"]:
        if cue.label.startswith(PREFIX) and cue.sentence == here:
            yield cue.label.removeprefix(PREFIX).lower(), cue


def _bears(page: Page, label: str, cue: Mention, quote: tuple[int, int], verbs: set[int]) -> bool:
    if label in BESIDE:
        return quote[0] - REACH <= cue.last and cue.first <= quote[1] + REACH and not _parted(page, cue, quote)
    return any(i in verbs or page.tokens[i].head in verbs for i in range(cue.first, cue.last))


def _parted(page: Page, cue: Mention, quote: tuple[int, int]) -> bool:
    """Whether another figure, or a comma before the cue, stands between the two."""
    between = range(cue.last, quote[0]) if cue.last <= quote[0] else range(quote[1], cue.first)
    after = cue.first >= quote[1]
    return any(i in page.figure_at or page.at(i) in ("and", ";") or (after and page.at(i) == ",") for i in between)


def _governors(page: Page, head: int) -> Iterator[int]:
    """The nearest verb above the noun, and the verbs it completes ("is expected to hold")."""
    verb = next((i for i in syntax.ancestors(page.tokens, head) if page.tokens[i].pos in VERBS), None)
    while verb is not None:
        yield verb
        token = page.tokens[verb]
        verb = token.head if token.dep == "xcomp" and token.head != verb else None
