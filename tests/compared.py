"""Stories with one comparison, built by hand, so that the checks on changes and shares are tested without a model.

    compared("change", "fell from {412,000|OLD} to {350,200|NEW}, down {15 percent|RATE}", sign=-1)

A figure stands in braces with its slot: OLD and NEW, WHOLE and PART, RATE; then its unit where the words do not show
it, and "count" where it is a count of the story.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newstally import checks
from newstally.types import Amount, Article, Comparison, Count, Finding, Layout, Span, Story, Term
from newstally.words import amounts
from newstally.words.printed import grain, is_written_out
from stories import MODIFIERS

MARK = re.compile(r"\{([^|}]+)\|([^|}]+)(?:\|([^|}]*))?(?:\|(count))?\}")
FACTORS = {"doubled": 2, "double": 2, "twice": 2, "tripled": 3, "halved": 0.5}
RATES = {"percent": "percent", "%": "percent", "points": "point", "times": "factor"}


def compared(kind: str, marked: str, *, sign: int = 0, said: bool = True) -> Story:
    """The story of one sentence with its one comparison."""
    text, terms, position = "", {}, 0
    for number, match in enumerate(MARK.finditer(marked), 1):
        text += marked[position : match.start()]
        words, slot, unit, count = match.groups()
        span = Span(len(text), len(text) + len(words), words)
        terms[slot] = replace(_term(span, unit or ""), count=f"N{number}" if count else "")
        text += words
        position = match.end()
    text += marked[position:]
    counts = tuple(
        Count(term.count, term.span, term.amount, term.unit, "", term.unit, (), 0, 0)
        for term in terms.values()
        if term.count
    )
    base, other = terms.get("OLD") or terms["WHOLE"], terms.get("NEW") or terms.get("PART")
    one = Comparison(kind, base, other, terms.get("RATE"), sign, said)
    sentence = Span(0, len(text), text)
    return Story(Article("s", text), Layout(()), counts=counts, comparisons=(one,), sentences=(sentence,))


def _term(span: Span, unit: str) -> Term:
    modifier = next((one for before, one in MODIFIERS.items() if span.text.lower().startswith(before)), "exact")
    word = span.text.lower().split()[-1]
    if word in FACTORS:
        value = FACTORS[word]
        low, high = (value, None) if modifier == "more_than" else (0.9 * value, 1.1 * value)
        return Term(span, Amount(value, low, high, "about"), "factor", 0)
    is_fraction = word in ("third", "half")
    amount = amounts.amount(f"{span.text} of" if is_fraction else span.text, modifier, whole=False)
    assert amount is not None and amount.value is not None, f"no number in {span.text!r}"
    known = next((name for ending, name in RATES.items() if span.text.endswith(ending)), unit)
    if is_fraction or "third" in word:
        value = 100 * amount.value
        return Term(span, Amount(value, 0.9 * value, 1.1 * value, "about"), "fraction", 0)
    printed = grain(span.text, amount.value)
    is_exact = not known and printed == 1 and is_written_out(span.text, amount.value)
    return Term(span, amount, known, 0 if is_exact else printed)


def verdicts(story: Story, check: str) -> list[tuple[str, str]]:
    """Verdict and message of every finding of the check."""
    return [(one.verdict, one.message) for one in found(story, check)]


def found(story: Story, check: str) -> list[Finding]:
    """What the check finds in the story."""
    return list(checks.run(story, [check]).findings)
