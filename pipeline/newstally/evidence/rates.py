"""The interval arithmetic of changes and shares: what two printed figures allow, against the rate that is stated.

Every figure is an interval: a printed 16 percent is 15.5 to 16.5, 1.2 million is 1.15 to 1.25 million, "about" and
"more than" widen it. A rate is wrong only where no values within the intervals agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newstally.evidence.intervals import bounds
from newstally.evidence.wording import figure
from newstally.types import CheckKind, Comparison, Finding, Span, Story, Term, Verdict

ROUGH = 0.1
"""A figure whose grain is more than this share of it is printed to one digit: what comes of it proves little."""

CUT_OFF = "the digits may have been cut off rather than rounded"


class Interval(NamedTuple):
    """All values from ``low`` to ``high``."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both; what rounding makes of binary fractions is no difference."""
        slack = 1e-9 * max(1.0, *(abs(one) for one in (*self, *other) if math.isfinite(one)))
        return self.low <= other.high + slack and other.low <= self.high + slack


class Judged(NamedTuple):
    """A verdict with the rate that the figures give and, where it is unsettled, the reason.

    ``is_loose``: they agree only within the intervals of the two figures, not as printed.
    """

    verdict: Verdict
    found: float
    reason: str = ""
    is_loose: bool = False


def interval(term: Term) -> Interval:
    """The values that a figure allows, half of its grain up and down."""
    amount, half = term.amount, term.grain / 2
    if term.unit in ("factor", "fraction"):
        low, high = amount.low, amount.high
        return Interval(-math.inf if low is None else low - half, math.inf if high is None else high + half)
    if amount.modifier in ("about", "range"):
        lowest, highest = bounds(amount)
        return Interval(lowest - half, highest + half)
    value = amount.value or 0
    low = -math.inf if amount.low is None else value - half
    high = math.inf if amount.high is None else value + half
    return Interval(low, high)


def judge(one: Comparison) -> Judged | None:
    """What the figures of a comparison give against its rate; None where one is missing, or nothing to divide by."""
    if not (one.other and one.rate) or interval(one.base).low <= 0:
        return None
    printed = [_printed(one.base), _printed(one.other)]
    allowed = [interval(one.base), interval(one.other)]
    stated = _stated(one)
    results = [(_sized(one, reading(*printed)), _sized(one, reading(*allowed))) for reading in _readings(one)]
    found = min((exact.low for exact, _ in results), key=lambda value: abs(value - (one.rate.amount.value or 0)))
    if any(stated.meets(exact) for exact, _ in results):
        return Judged("consistent", found)
    if not any(stated.meets(made) for _, made in results):
        is_cut_off = 0 <= abs(found) - (one.rate.amount.value or 0) < one.rate.grain
        return Judged("unsettled", found, CUT_OFF) if is_cut_off else Judged("contradictory", found)
    is_rough = any(term.grain > ROUGH * abs(term.amount.value or 1) for term in (one.base, one.other))
    if is_rough:
        return Judged("unsettled", found, "the figures are too round to tell")
    return Judged("consistent", found, is_loose=True)


def findings(
    story: Story, code: str, kind: CheckKind, message: Callable[[Comparison, float], str]
) -> Iterator[Finding]:
    """One finding for every stated rate of ``kind``; figures that only stand near each other must agree.

    ``message`` puts the two figures and what they make into words.
    """
    seen: set[Span] = set()
    for one in story.comparisons:
        judged = judge(one) if one.kind == kind else None
        if judged is None or not one.rate or one.rate.span in seen:
            continue
        if not one.said and (judged.verdict != "consistent" or judged.is_loose):
            continue
        seen.add(one.rate.span)
        made = message(one, judged.found)
        contrast = f", not {figure(one.rate)}" if judged.verdict == "contradictory" else ""
        yield Finding(
            code, kind, judged.verdict, made + contrast,
            spans=spans(one), stated=one.rate.amount.value, found=round(abs(judged.found), 2), counts=counts(one),
            reason=judged.reason, binding=one.said,
        )  # fmt: skip


def spans(one: Comparison) -> tuple[Span, ...]:
    """The figures of a comparison in the order of the text."""
    found = {term.span for term in (one.base, one.other, one.rate) if term}
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


def counts(one: Comparison) -> tuple[str, ...]:
    """The ids of its figures that are counts: the old figure, or the whole, first."""
    return tuple(dict.fromkeys(term.count for term in (one.base, one.other, one.rate) if term and term.count))


def gives(whole: float, rate: Term) -> bool:
    """Whether some whole number of ``whole`` things is the stated percentage of them, as percentages are rounded.

    >>> from newstally.types import Amount, Span
    >>> [gives(8, Term(Span(0, 0, ""), Amount(n, n, n), "percent")) for n in (37, 38, 50)]
    [False, True, True]
    """
    if rate.amount.modifier != "exact" or rate.amount.value is None or not rate.grain:
        return True
    stated = rate.amount.value / rate.grain
    near = int(rate.amount.value * whole / 100)  # a whole may be a nation, so only its neighbours are tried
    parts = range(max(near - 1, 0), min(near + 2, int(whole)) + 1)
    shares = (100 * part / whole / rate.grain for part in parts)
    return any(stated in (round(share), math.floor(share + 0.5)) for share in shares)


def _printed(term: Term) -> Interval:
    return Interval(term.amount.value or 0, term.amount.value or 0)


def _stated(one: Comparison) -> Interval:
    """The stated rate, below zero for a fall."""
    assert one.rate
    low, high = interval(one.rate)
    return Interval(-high, -low) if one.sign < 0 and one.rate.unit != "factor" else Interval(low, high)


def _sized(one: Comparison, made: Interval) -> Interval:
    """What the figures give; where the text gives no direction, its size alone."""
    if one.kind == "share" or one.sign or made.low >= 0:
        return made
    return Interval(max(0, -made.high), max(-made.low, made.high))


def _readings(one: Comparison) -> list[Callable[[Interval, Interval], Interval]]:
    """The arithmetic that the rate may mean; a percentage of percentages is often one in points."""
    assert one.rate
    unit = one.rate.unit
    if one.kind == "share":
        return [_share]
    if unit == "factor":
        return [_ratio]
    if unit in ("percent", "fraction"):
        return [_change, _difference] if one.base.unit == "percent" else [_change]
    return [_difference]


def _share(whole: Interval, part: Interval) -> Interval:
    low, high = _ratio(whole, part)
    return Interval(100 * low, 100 * high)


def _change(old: Interval, new: Interval) -> Interval:
    low, high = _ratio(old, new)
    return Interval(100 * (low - 1), 100 * (high - 1))


def _difference(old: Interval, new: Interval) -> Interval:
    return Interval(new.low - old.high, new.high - old.low)


def _ratio(base: Interval, other: Interval) -> Interval:
    """``other`` over ``base``, which is above zero."""
    return Interval(other.low / (base.high if other.low >= 0 else base.low), other.high / base.low)
