"""What both reports for people show, as tables of words: heads and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newstally.evaluate.gate import Drop, Gate
from newstally.evaluate.intervals import Interval
from newstally.evaluate.judged import NONE, Judged
from newstally.evaluate.measures import MAIN
from newstally.evaluate.scores import Evaluation, Score, length, source
from newstally.evaluate.wrongs import Wrong
from newstally.plural import plural

MOST_GROUPS = 20  # a thousand sources are for machines (--format json)
VERDICTS = ("consistent", "contradictory", "unsettled", NONE)
REACH = ("tried", "judged", "unsettled", "binding")


class Table(NamedTuple):
    """A table whose first column is words and whose others are figures."""

    head: list[str]
    rows: list[list[str]]


def tables(evaluation: Evaluation) -> Iterator[Table]:
    """Scores, verdicts, checks by kind, and F1 by length and by source, each where there is something to show."""
    yield _scores(evaluation)
    if evaluation.verdicts:
        yield _verdicts(evaluation)
    if evaluation.reach or evaluation.verdicts:
        yield _checks(evaluation)
    for name, group in (("F1 by length", length), ("F1 by source", source)):
        table = _groups(evaluation, name, group)
        if len(table.rows) > 1:
            yield table


def summary(evaluation: Evaluation) -> str:
    """How many articles were judged, and how many had no record."""
    unread = sum(not article.read for article in evaluation.articles)
    without = f", {unread} of them without a record (all missed)" if unread else ""
    return f"{plural(len(evaluation.articles), 'article')}{without}."


def drops(gate: Gate) -> Table:
    """F1 of each measure before and now."""
    head = ["F1", "before", "now", "change", "allowed", "newly wrong", "newly right", "p", ""]
    return Table(head, [_drop(each) for each in gate.drops])


def floors(gate: Gate) -> Table:
    """Each floor with the value held against it."""
    rows = [
        [f"{floor.measure}: {floor.metric}", rate(floor.least), rate(value), "ok" if result.passed else "BELOW"]
        for result in gate.floors
        for floor, value in (result,)
    ]
    return Table(["floor", "least", "now", ""], rows)


def verdict(gate: Gate) -> list[str]:
    """The outcome in words, then every reason to stop."""
    faults = list(gate.faults())
    compared = ""
    if gate.against_baseline:
        compared = f"; {plural(gate.compared, 'article')} compared with the baseline"
        compared += f", {len(gate.others)} not (new, gone or of other gold)" if gate.others else ""
    return [f"Gate: {'STOPPED' if faults else 'passed'}{compared}.", *faults]


def line(wrong: Wrong) -> str:
    """An item with its kind and side, and the stricter or looser measure where only that objects to it."""
    only = "" if wrong.kind in wrong.measures else f" ({wrong.measures[0]})"
    return f"{wrong.kind} {wrong.side}: {wrong.item.says}{only}"


def rate(value: float | None) -> str:
    """A rate to three places; "-" where there is none."""
    return "-" if value is None else f"{value:.3f}"


# ---- one table each --------------------------------------------------------------------------------------------------


def _scores(evaluation: Evaluation) -> Table:
    head = ["", "P", "R", "F1", "95 % of F1", "hit", "gold", "predicted"]
    rows = [
        [score.measure, rate(score.precision), rate(score.recall), rate(score.f1), _interval(score.intervals.get("f1"))]
        + [str(number) for number in (score.hit, score.gold, score.predicted)]
        for score in evaluation.scores
    ]
    return Table(head, rows)


def _interval(interval: Interval | None) -> str:
    return f"{interval[0]:.3f}–{interval[1]:.3f}" if interval else "-"


def _verdicts(evaluation: Evaluation) -> Table:
    cells = {(gold, record): 0 for gold in VERDICTS for record in VERDICTS}
    for (_, gold, record), number in evaluation.verdicts.items():
        cells[gold, record] += number
    rows = [[gold, *(str(cells[gold, record]) for record in VERDICTS)] for gold in VERDICTS]
    rows[-1][-1] = ""  # what neither has is not counted
    return Table(["verdicts: gold ↓ record →", *VERDICTS], rows)


def _checks(evaluation: Evaluation) -> Table:
    """Each kind of check: how many of the gold's were made alike, and how far the pipeline's own reach goes."""
    head = ["checks by kind", "P", "R", "F1", "hit", "gold", "predicted", *REACH]
    scores, rows = evaluation.checks, []
    for kind in sorted({*scores, *evaluation.reach}):
        score, reach = scores.get(kind, Score(kind, 0, 0, 0)), evaluation.reach.get(kind, {})
        figures = [score.hit, score.gold, score.predicted, *(reach.get(key, 0) for key in REACH)]
        rows.append([kind, *map(rate, (score.precision, score.recall, score.f1)), *map(str, figures)])
    return Table(head, rows)


def _groups(evaluation: Evaluation, name: str, group: Callable[[Judged], str]) -> Table:
    measures = [measure for measure in MAIN if measure in evaluation.measures]
    found = evaluation.by(group)
    largest = sorted(found, key=lambda each: (-found[each][0], each))[:MOST_GROUPS]
    rows = [
        [each, str(found[each][0]), *(rate(found[each][1][measure]) for measure in measures)]
        for each in found
        if each in largest
    ]
    return Table([name, "articles", *measures], rows)


def _drop(drop: Drop) -> list[str]:
    figures = [rate(drop.before), rate(drop.now), f"{0 - drop.drop:+.3f}", rate(drop.allowed)]
    return [
        drop.measure, *figures, str(drop.wrong), str(drop.right), rate(drop.chance), "ok" if drop.passed else "FELL",
    ]  # fmt: skip


def listed(wrongs: Iterable[Wrong], most: int | None = None) -> tuple[list[Wrong], str]:
    """The first ``most`` of what is wrong, and a word on the rest."""
    every = list(wrongs)
    shown = every if most is None else every[:most]
    return shown, f"… and {len(every) - len(shown)} more (--format json has all)" if len(every) > len(shown) else ""
