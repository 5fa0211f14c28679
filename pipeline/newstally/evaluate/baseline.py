"""Scores as a file: what `newstally evaluate --format json` prints is the baseline that later runs are held against.

Each measure and each article is one line, so that a history of the file shows which stories changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newstally import __version__
from newstally.errors import InputError
from newstally.evaluate.items import Item
from newstally.evaluate.judged import Judged, Outcome
from newstally.evaluate.measures import KIND_OF, METRICS
from newstally.evaluate.scores import Evaluation, Score, length, source

SCHEMA = "newstally-scores/1"
AGAIN = "write it anew with `newstally evaluate --format json`"


class Kept(NamedTuple):
    """An article of an earlier run: the digest of its gold, and its outcomes by measure."""

    digest: str
    outcomes: Mapping[str, Outcome]


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """All that was measured as a JSON-safe dict; rates are null where there is nothing to divide by."""
    verdicts: dict[str, dict[str, int]] = {}
    for (kind, gold, record), number in sorted(evaluation.verdicts.items()):
        verdicts.setdefault(kind, {})[f"{gold} → {record}"] = number
    groups = {
        name: {group: {"articles": number, "f1": _rounded(rates)} for group, (number, rates) in parts.items()}
        for name, parts in (("sources", evaluation.by(source)), ("lengths", evaluation.by(length)))
    }
    return {
        "schema": SCHEMA,
        "newstally": __version__,
        "articles_without_record": sum(not article.read for article in evaluation.articles),
        "measures": {score.measure: _score(score) for score in evaluation.scores},
        "checks": {kind: _score(score) for kind, score in evaluation.checks.items()},
        "verdicts": verdicts,
        "reach": {kind: dict(reach) for kind, reach in evaluation.reach.items()},
        **groups,
        "articles": {article.id: _article(article) for article in evaluation.articles},
    }


def dumps(scores: Mapping[str, Any]) -> str:
    """The scores as JSON, one line for each entry of each part."""
    parts = []
    for key, part in scores.items():
        if isinstance(part, dict) and part:
            entries = ",\n".join(f"  {_json(name)}: {_json(entry)}" for name, entry in part.items())
            parts.append(f" {_json(key)}: {{\n{entries}\n }}")
        else:
            parts.append(f" {_json(key)}: {_json(part)}")
    return "{\n" + ",\n".join(parts) + "\n}"


def read_baseline(path: Path) -> dict[str, Kept]:
    """The articles of an earlier run by id. Raises InputError where the file is none of ours."""
    try:
        scores = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path, or {AGAIN}") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}); {AGAIN}") from error
    if not isinstance(scores, dict) or scores.get("schema") != SCHEMA:
        raise InputError(f"{path}: no scores of the form {SCHEMA}; {AGAIN}")
    try:
        return {name: _kept(article) for name, article in scores["articles"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: damaged ({error!r}); {AGAIN}") from error


# ---- parts -----------------------------------------------------------------------------------------------------------


def _score(score: Score) -> dict[str, Any]:
    rates = {metric: _round(getattr(score, metric)) for metric in METRICS}
    intervals = {metric: each and [_round(edge) for edge in each] for metric, each in score.intervals.items()}
    tally = {"hit": score.hit, "gold": score.gold, "predicted": score.predicted}
    return {**rates, **tally, **({"intervals": intervals} if intervals else {})}


def _article(article: Judged) -> dict[str, Any]:
    """The digest of the gold; (hit, gold, predicted) by measure; what is wrong as (what it says, line, column)."""
    tallies = {name: [each.hit, each.gold, each.predicted] for name, each in article.outcomes.items()}
    missed = {name: list(map(list, each.missed)) for name, each in article.outcomes.items() if each.missed}
    spurious = {name: list(map(list, each.spurious)) for name, each in article.outcomes.items() if each.spurious}
    return {"gold": article.digest, "tallies": tallies, "missed": missed, "spurious": spurious}


def _kept(article: Mapping[str, Any]) -> Kept:
    outcomes = {
        name: Outcome(*tally, *(_items(article[side].get(name, ())) for side in ("missed", "spurious")))
        for name, tally in article["tallies"].items()
        if name in KIND_OF
    }
    return Kept(article["gold"], outcomes)


def _items(rows: Iterable[Sequence[Any]]) -> tuple[Item, ...]:
    return tuple(Item(*row) for row in rows)


def _rounded(rates: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: _round(rate) for name, rate in rates.items()}


def _round(rate: float | None) -> float | None:
    return rate if rate is None else round(rate, 4)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
