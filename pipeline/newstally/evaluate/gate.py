"""The gate: scores against floors, and against an earlier run, with what is newly wrong and newly right.

A measure is stopped by its floor, or where its F1 fell by more than is allowed and chance does not explain it. Only
articles whose gold is the same in both runs are set against each other. What cannot be judged is stopped too: a gate
that passes what it could not see is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from newstally.evaluate.baseline import Kept
from newstally.evaluate.floors import Floor
from newstally.evaluate.judged import Outcome
from newstally.evaluate.measures import f1
from newstally.evaluate.scores import Evaluation
from newstally.evaluate.wrongs import Wrong, new_items, newly_wrong

ALPHA = 0.05  # a fall that chance brings about less often is a fall
ROUNDING = 1e-9  # a drop of exactly what is allowed is allowed


class FloorResult(NamedTuple):
    """A floor and the value held against it; None where there was nothing to measure."""

    floor: Floor
    value: float | None

    @property
    def passed(self) -> bool:
        """Whether the value reaches the floor."""
        return self.value is not None and self.value >= self.floor.least


@dataclass(frozen=True, slots=True)
class Drop:
    """F1 of one measure before and now over the articles of both runs, and how many readings turned wrong and right.

    ``chance`` is the probability of as many wrong ones, or more, if each change were as likely for the worse as for the
    better.
    """

    measure: str
    before: float | None
    now: float | None
    wrong: int
    right: int
    allowed: float
    alpha: float

    @property
    def drop(self) -> float:
        """By how much F1 fell; below 0 where it rose, and all of it where nothing is measured any more."""
        return (self.before or 0.0) - (self.now or 0.0)

    @property
    def chance(self) -> float:
        """The one-sided exact sign test."""
        return sign_test(self.wrong, self.right)

    @property
    def passed(self) -> bool:
        """Whether F1 fell by no more than is allowed, or by chance."""
        if self.now is None and self.before is not None:
            return False
        return self.drop <= self.allowed + ROUNDING or self.chance > self.alpha


@dataclass(frozen=True, slots=True)
class Gate:
    """All results. ``compared`` counts the articles of both runs, ``others`` names those of one, or of other gold."""

    floors: tuple[FloorResult, ...] = ()
    drops: tuple[Drop, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    right: tuple[Wrong, ...] = ()
    compared: int = 0
    others: tuple[str, ...] = ()
    against_baseline: bool = False

    @property
    def passed(self) -> bool:
        """Whether every floor and every measure passed, and a baseline, where given, could be compared."""
        return not any(True for _ in self.faults())

    def faults(self) -> Iterator[str]:
        """Why the gate stops, in sentences."""
        for floor, value in (result for result in self.floors if not result.passed):
            shown = "has no value: there is nothing to measure" if value is None else f"is {value:.4f}"
            yield f"{floor.measure}: {floor.metric} {shown}; its floor is {floor.least:g}"
        for each in (drop for drop in self.drops if not drop.passed):
            now = "nothing any more" if each.now is None else f"{each.now:.4f}"
            yield (
                f"{each.measure}: F1 fell from {each.before:.4f} to {now}, by more than {each.allowed:g} "
                f"({each.wrong} newly wrong, {each.right} newly right, p = {each.chance:.3f})"
            )
        if self.against_baseline and not self.compared:
            yield "no article of the baseline has the same gold now; write the baseline anew"


def gate(
    evaluation: Evaluation,
    floors: Iterable[Floor] = (),
    baseline: Mapping[str, Kept] | None = None,
    allowed: Callable[[str], float] = lambda measure: 0.0,
    alpha: float = ALPHA,
) -> Gate:
    """Hold an evaluation against floors and an earlier run; ``allowed`` is the drop in F1 allowed for a measure."""
    scores = {score.measure: score for score in evaluation.scores}
    reached = tuple(
        FloorResult(each, getattr(scores[each.measure], each.metric) if each.measure in scores else None)
        for each in floors
    )
    if baseline is None:
        return Gate(reached)
    now = {article.id: Kept(article.digest, article.outcomes) for article in evaluation.articles}
    common = [name for name in now if name in baseline and baseline[name].digest == now[name].digest]
    pairs = [(name, now[name].outcomes, baseline[name].outcomes) for name in common]
    measures = list(dict.fromkeys(name for _, _, before in pairs for name in before))
    return Gate(
        floors=reached,
        drops=tuple(_drop(name, pairs, allowed(name), alpha) for name in measures),
        wrong=tuple(each for name, new, old in pairs for each in newly_wrong(name, new, old)),
        right=tuple(each for name, new, old in pairs for each in newly_wrong(name, old, new)),
        compared=len(common),
        others=tuple(sorted(now.keys() ^ baseline.keys() | now.keys() - set(common))),
        against_baseline=True,
    )


def sign_test(wrong: int, right: int) -> float:
    """How likely ``wrong`` or more of the changes are for the worse by chance (McNemar's exact test, one-sided)."""
    total = wrong + right
    ways = term = 1  # the ways to choose `total` of `total`, then one fewer, down to `wrong`
    for chosen in range(total, wrong, -1):
        term = term * chosen // (total - chosen + 1)
        ways += term
    return ways / 2**total


def _drop(measure: str, pairs: Iterable[tuple[str, Mapping, Mapping]], allowed: float, alpha: float) -> Drop:
    changes = [(now.get(measure), before.get(measure)) for _, now, before in pairs]
    both = [(now, before) for now, before in changes if now and before]
    return Drop(
        measure=measure,
        before=_f1(before for _, before in changes if before),
        now=_f1(now for now, _ in changes if now),
        wrong=sum(_readings(now, before) for now, before in both),
        right=sum(_readings(before, now) for now, before in both),
        allowed=allowed,
        alpha=alpha,
    )


def _readings(now: Outcome, before: Outcome) -> int:
    """How many readings of one article turned wrong: one that is missed and found as something else is one."""
    return max(len(items) for _, items in new_items(now, before))


def _f1(outcomes: Iterable[Outcome]) -> float | None:
    tallies = [(each.hit, each.gold, each.predicted) for each in outcomes]
    return f1(*map(sum, zip(*tallies, strict=True))) if tallies else None
