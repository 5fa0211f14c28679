"""Differences as lines of text: ``~`` changed, ``+`` appeared, ``-`` gone, as a diff marks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newstally.compare.runs import Pair, RunReport
from newstally.compare.versions import Change

MARKS = {"changed": "~", "appeared": "+", "gone": "-"}
LONGEST = 160  # of a quoted statement: a note or a list may be a paragraph


def changes_as_text(changes: Sequence[Change]) -> str:
    """The changes, one a line with its place, and how many there are."""
    if not changes:
        return "No differences."
    states = Counter(change.state for change in changes)
    counted = ", ".join(f"{states[state]} {state}" for state in MARKS if states[state])
    return "\n".join([*map(_change, changes), "", f"{_total(len(changes))}: {counted}."])


def _change(change: Change) -> str:
    said = " → ".join(_short(side) for side in (change.old, change.new) if side is not None)
    note = f" [{change.note}]" if change.note else ""
    return f"{MARKS[change.state]} {change.kind:8} {said}  ({_place(change)}){note}"


def _place(change: Change) -> str:
    if change.new_line is None:
        return f"old line {change.old_line}"
    moved = change.old_line not in (None, change.new_line)
    return f"line {change.old_line} → {change.new_line}" if moved else f"line {change.new_line}"


def runs_as_text(report: RunReport) -> str:
    """The articles that differ, kind by kind, and a table of totals."""
    if not report.differs:
        return f"No differences in {len(report.articles) + report.same} records."
    lines = [*(f"- {name}  (only in OLD)" for name in report.only_old)]
    lines += [f"+ {name}  (only in NEW)" for name in report.only_new]
    for article in report.articles:
        lines += _article(article)
    return "\n".join([*lines, "", *_totals(report)])


def _article(article: Pair) -> Iterator[str]:
    yield f"~ {article.id}" + ("  (the texts differ)" if article.text_differs else "")
    for each in article.differences:
        for mark, objects in (("-", each.gone), ("+", each.appeared)):
            yield from (f"  {mark} {each.kind:11} {_short(item)}" for item in objects)


def _totals(report: RunReport) -> Iterable[str]:
    yield f"{'':11}{'old':>7}{'new':>7}{'-':>7}{'+':>7}"
    for kind, total in report.totals.items():
        if total.old or total.new:
            yield f"{kind:11}{total.old:7}{total.new:7}{total.gone:7}{total.appeared:7}"
    texts = sum(article.text_differs for article in report.articles)
    only = len(report.only_old) + len(report.only_new)
    differ = f"{len(report.articles)} differ ({texts} in their text)"
    yield f"Records in both runs: {differ}, {report.same} do not; in one run only: {only}."


def _total(number: int) -> str:
    return "1 difference" if number == 1 else f"{number} differences"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
