"""Bare numbers that say how many a share is, or how many of those named: "A third of them, 137,", "of whom 636, or …".

The words before the number name the things, so that no more of the text need be known.
"""

from __future__ import annotations

from newstally.resolve.counts import heads
from newstally.resolve.counts.quoted import Elided, quoted
from newstally.resolve.counts.spoken import QUANTITIES, Spoken
from newstally.words.figured import Figure

CLOSERS = frozenset(("", ".", ",", ";", ")", "(", "or", "—", "–"))
PRONOUNS = frozenset(("them", "those", "these", "which", "whom"))
BETWEEN = 12  # words from a fraction to the number that stands for it: "A third of those who had signed up, 137,"


def of_share(text: Spoken) -> Elided | None:
    """Reads "Half of them, 1,320,", "a third of the samples (137)": a fraction, and the number that it is."""
    page = text.page
    if page.at(text.first - 1) not in (",", "(", "—", "–") or page.at(text.last) not in CLOSERS:
        return None
    fraction = next((one for one in reversed(page.bare) if _stands_before(text, one)), None)
    if fraction is None:
        return None
    unit = heads.of_what(page, fraction)
    i = fraction.mention.last
    is_of_them = page.at(i) == "of" and page.at(i + 1) in PRONOUNS and not text.of(fraction).is_of(*QUANTITIES)
    return quoted(text, unit.lemma if unit else (text.whole() or text.plural()) if is_of_them else "")


def _stands_before(text: Spoken, one: Figure) -> bool:
    """Whether the fraction stands in the words before the number, and no other number between."""
    page, last = text.page, one.mention.last
    is_near = last < text.first <= last + BETWEEN and page.same_line(text.first, one.first)
    return is_near and one.kind == "fraction" and not any(i in page.figure_at for i in range(last, text.first))


def of_whom(text: Spoken) -> Elided | None:
    """Reads "1,200 people, of whom 636, or 53 percent, …": the number alone behind the pronoun."""
    page, i = text.page, text.first - 1
    is_of = page.at(i) in ("which", "whom") and page.at(i - 1) == "of"
    return quoted(text, text.whole(beside=True)) if is_of and page.at(text.last) in CLOSERS else None
