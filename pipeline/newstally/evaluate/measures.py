"""What is measured: each measure a line of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from newstally.evaluate import same
from newstally.evaluate.case import Case
from newstally.evaluate.matching import Key

Object = Mapping[str, Any]
METRICS = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Measure:
    """Which objects are compared, how nearly two are the same (0: not), and the key that is then equal in any case."""

    name: str
    kind: str
    same: Callable[[Case, Object, Object], int]
    key: Key
    only: Callable[[Object], bool] = lambda _: True


def _is_contradiction(check: Object) -> bool:
    return check["verdict"] == "contradictory"


MEASURES = (
    Measure("people", "people", same.same_name, same.name_key),
    Measure("people, any form", "people", same.share_form, same.no_key),
    Measure("roles", "roles", same.same_role, same.title_key),
    Measure("roles, with status", "roles", same.same_role_and_status, same.title_key),
    Measure("countries", "countries", same.same_code, itemgetter("code")),
    Measure("counts", "counts", same.same_place, itemgetter("value")),
    Measure("counts, with unit", "counts", same.same_unit, itemgetter("value")),
    Measure("counts, with unit, modifier", "counts", same.same_modifier, itemgetter("value")),
    Measure("checks", "checks", same.same_check, itemgetter("kind")),
    Measure("checks, kind and total", "checks", same.same_claim, itemgetter("kind")),
    Measure("contradictions", "checks", same.same_fault, itemgetter("kind"), _is_contradiction),
)
KIND_OF = {measure.name: measure.kind for measure in MEASURES}
MAIN = tuple(dict.fromkeys(KIND_OF.values()))
"""The first measure of each kind, which bears its name."""


def precision(hit: float, predicted: float) -> float | None:
    """The share of the predicted that is right; None where nothing was predicted."""
    return hit / predicted if predicted else None


def recall(hit: float, gold: float) -> float | None:
    """The share of the gold that was found; None where there is no gold."""
    return hit / gold if gold else None


def f1(hit: float, gold: float, predicted: float) -> float | None:
    """The harmonic mean of precision and recall; None where there is neither gold nor prediction."""
    return 2 * hit / (gold + predicted) if gold + predicted else None
