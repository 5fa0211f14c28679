"""A pytest plugin: the fixture ``newstally`` judges gold in a user's own test suite, and holds it to the gate.

    def test_accuracy(newstally):
        newstally.gate("gold", floors="gold/floors.toml", baseline="gold/scores.json")

    def test_no_false_alarm(newstally):
        assert newstally("gold")["contradictions"].spurious == ()

What it needs is imported when a test asks for it, for every run of pytest loads this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newstally import DEFAULT_MODEL

if TYPE_CHECKING:
    from newstally.evaluate import Evaluation
    from newstally.evaluate.gate import Gate
    from newstally.evaluate.report import Places


@pytest.fixture(scope="session")
def newstally(pytestconfig: pytest.Config) -> Judge:
    """Scores of gold, by files and folders from the root of the suite; each model reads each gold once a session."""
    return Judge(pytestconfig.rootpath)


class Judge:
    """Evaluates gold, and keeps what it has evaluated."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[tuple[tuple[Path, ...], str], tuple[Evaluation, Places]] = {}

    def __call__(self, *files: str | Path, model: str = DEFAULT_MODEL) -> Evaluation:
        """The scores, by the name of the measure: ``newstally("gold")["people"].f1``.

        ``files`` are gold, and records of its texts where there are any; else the model reads them.
        """
        return self._judged(files, model)[0]

    def gate(
        self,
        *files: str | Path,
        floors: str | Path | None = None,
        baseline: str | Path | None = None,
        max_drop: float | Mapping[str, float] = 0.0,
        alpha: float = 0.05,
        model: str = DEFAULT_MODEL,
    ) -> Gate:
        """Fail the test, with the table and what is newly wrong, unless the gate passes; as `newstally evaluate`.

        ``max_drop`` is the fall of F1 that is allowed, for all measures or by their names.
        """
        from newstally.evaluate.baseline import read_baseline
        from newstally.evaluate.floors import read_floors
        from newstally.evaluate.gate import gate
        from newstally.evaluate.report import as_text

        if floors is None and baseline is None:
            raise pytest.UsageError("newstally.gate needs floors, baseline or both; without them it could stop nothing")
        allowed = max_drop.get if isinstance(max_drop, Mapping) else lambda measure, _: max_drop
        least = read_floors(self._root / floors) if floors else ()
        earlier = read_baseline(self._root / baseline) if baseline else None
        evaluation, places = self._judged(files, model)
        result = gate(evaluation, least, earlier, lambda measure: allowed(measure, 0.0), alpha)
        if not result.passed:
            pytest.fail(as_text(evaluation, result, places), pytrace=False)
        return result

    def _judged(self, files: tuple[str | Path, ...], model: str) -> tuple[Evaluation, Places]:
        from newstally.evaluate import evaluate, read_files
        from newstally.evaluate.report import Places

        paths = tuple(self._root / each for each in files)
        if (paths, model) not in self._known:
            rows, records = read_files(paths)
            golds = [row.object for row in rows]
            self._known[paths, model] = evaluate(golds, records or _read(golds, model)), Places(rows)
        return self._known[paths, model]


def _read(golds: list[dict[str, Any]], model: str) -> dict[str, dict[str, Any]]:
    from newstally import Article, extract, load

    articles = [Article(gold["id"], gold["text"]) for gold in golds]
    return {record.id: record.as_dict() for record in extract(load(model), articles)}
