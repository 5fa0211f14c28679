"""What the words around a count say of it: the labels of the cues (configs/rules/figures.jsonl) that bear on it.

A cue stands beside the figure ("another four", "12 in all"), or with the verb that governs it ("will hold nine calls").
The rule's label says which: FIGURE_OTHER_BEFORE bears on the figure after it, FIGURE_FORECAST on those of its verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.counts.page import DEFINITE, PREFIX, Page
from newstally.types import Mention
from newstally.words import syntax

WITH_VERB = frozenset(("forecast", "hypothetical", "negated", "earlier", "cumulative"))
OPEN = frozenset(("forecast", "hypothetical", "negated"))  # what the verb leaves open
REACH = 3  # words between a figure's phrase and a cue beside it
VERBS = frozenset(("VERB", "AUX"))


def cues(page: Page, first: int, last: int, head: int) -> frozenset[str]:
    """The labels that hold of the count whose quote is the tokens ``[first, last)`` and whose noun is ``head``."""
    verbs = set(_governors(page, head))
    found = set()
    for cue in page.cues.get(page.tokens[first].sentence, ()):
        label, _, side = cue.label.removeprefix(PREFIX).lower().partition("_")
        if label in WITH_VERB:
            bears = any(i in verbs or page.tokens[i].head in verbs for i in range(cue.first, cue.last))
            bears = bears and not (label in OPEN and _given(page, label, first, head, min(verbs, default=0)))
        else:
            bears = _beside(page, cue, side, first, last)
        if bears:
            found.add(label)
    if _announced(page, head) and not _given(page, "forecast", first, head, min(verbs, default=0)):
        found.add("forecast")
    return frozenset(found)


def _announced(page: Page, head: int) -> bool:
    """Whether a headline's infinitive speaks of what is to come: "Mill to cut 40 jobs", not "Mill fails to cut"."""
    blocks = page.mentions.layout.blocks
    if not blocks or blocks[page.tokens[head].block].kind != "headline":
        return False
    verb = next((i for i in syntax.ancestors(page.tokens, head) if page.tokens[i].pos in VERBS), None)
    while verb is not None and page.tokens[verb].dep == "conj" and page.tokens[verb].head < verb:
        verb = page.tokens[verb].head  # "to close and sell"
    if verb is None or not any(page.tokens[i].tag == "TO" and i < verb for i in page.below[verb]):
        return False
    token = page.tokens[verb]
    if token.dep == "acl":  # the parse may take the headline for a noun with an infinitive
        return _is_root(page, token.head)
    return token.dep in ("ccomp", "parataxis") or _is_root(page, verb)


def _is_root(page: Page, i: int) -> bool:
    return page.tokens[i].dep.lower() == "root"


def _given(page: Page, label: str, first: int, head: int, verb: int) -> bool:
    """Whether the count holds whatever its verb says: "won't meet the 12 envoys", "12 ships did not come"."""
    definite = page.at(first - 1) in DEFINITE or page.tokens[max(0, first - 1)].tag in ("PRP$", "POS")
    return definite or (label == "negated" and (head < verb or page.tokens[head].dep.startswith("nmod")))


def _beside(page: Page, cue: Mention, side: str, first: int, last: int) -> bool:
    """Whether the cue stands within the quote, or near it on the side where it must stand."""
    if first <= cue.first < last:
        return True
    if cue.last <= first:
        return side != "after" and first - cue.last <= REACH and not _parted(page, cue.last, first)
    return side != "before" and cue.first >= last and cue.first - last <= REACH and not _parted(page, last, cue.first)


def _parted(page: Page, first: int, last: int) -> bool:
    """Whether another figure, a joining word or a mark stands in the tokens ``[first, last)``."""
    return any(i in page.figure_at or page.at(i) in ("and", ";", ",") for i in range(first, last))


def _governors(page: Page, head: int) -> Iterator[int]:
    """The nearest verb above the noun, and the verbs it completes ("is expected to hold")."""
    verb = next((i for i in syntax.ancestors(page.tokens, head) if page.tokens[i].pos in VERBS), None)
    while verb is not None:
        yield verb
        token = page.tokens[verb]
        verb = token.head if token.dep == "xcomp" and token.head != verb else None
