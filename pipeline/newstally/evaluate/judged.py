"""One article judged: what was hit, missed and spurious under each measure, and how its checks were decided."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any

from newstally.evaluate.case import Case
from newstally.evaluate.items import Item, item
from newstally.evaluate.matching import pair
from newstally.evaluate.measures import Measure
from newstally.evaluate.same import same_question

Object = Mapping[str, Any]
NONE = "none"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article under one measure: hits, sizes of both sides, and what was missed (gold alone) and spurious."""

    hit: int
    gold: int
    predicted: int
    missed: tuple[Item, ...] = ()
    spurious: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One article; ``verdicts`` counts checks by (kind, verdict of the gold, of the record), "none" where one lacks.

    ``digest`` tells whether two runs were judged by the same gold; ``read`` is False where there is no record.
    """

    id: str
    source: str
    words: int
    digest: str
    read: bool
    outcomes: Mapping[str, Outcome]
    verdicts: Counter[tuple[str, str, str]]
    reach: Mapping[str, Mapping[str, int]]


def judge(gold: Object, record: Object | None, measures: Iterable[Measure]) -> Judged:
    """Judge one article. Raises InputError where the record is of another text than the gold."""
    case = Case(gold, record)
    return Judged(
        id=gold["id"],
        source=gold.get("source", ""),
        words=len(gold["text"].split()),
        digest=hashlib.sha256(json.dumps(gold, sort_keys=True).encode()).hexdigest()[:16],
        read=bool(record) and "error" not in record,
        outcomes={measure.name: outcome(case, measure) for measure in measures},
        verdicts=_verdicts(case),
        reach=case.record.get("reach", {}),
    )


def outcome(case: Case, measure: Measure) -> Outcome:
    """Judge one article under one measure; by-lines are optional: found or not, they count for nothing."""
    gold = [thing for thing in case.wanted(measure.kind) if measure.only(thing)]
    predicted = [thing for thing in case.predicted(measure.kind) if measure.only(thing)]
    required = [thing for thing in gold if not thing.get("byline")]
    hits = pair(required, predicted, partial(measure.same, case), measure.key)
    taken = set(hits.values())
    left = [thing for j, thing in enumerate(predicted) if j not in taken]
    optional = [thing for thing in gold if thing.get("byline")]
    credits = set(pair(optional, left, partial(measure.same, case), measure.key).values())
    spurious = [thing for j, thing in enumerate(left) if j not in credits and not thing.get("byline")]
    missed = [thing for i, thing in enumerate(required) if i not in hits]
    return Outcome(
        hit=len(hits),
        gold=len(required),
        predicted=len(hits) + len(spurious),
        missed=_items(case, measure.kind, missed, gold=True),
        spurious=_items(case, measure.kind, spurious, gold=False),
    )


def _items(case: Case, kind: str, things: Iterable[Object], *, gold: bool) -> tuple[Item, ...]:
    """In the order of the text, so that the order of the record makes no difference."""
    found = (item(case, kind, thing, gold=gold) for thing in things)
    return tuple(sorted(found, key=lambda each: (each.line, each.column, each.says)))


def _verdicts(case: Case) -> Counter[tuple[str, str, str]]:
    gold, predicted = case.wanted("checks"), case.predicted("checks")
    pairs = pair(gold, predicted, partial(same_question, case), itemgetter("kind"))
    verdicts = Counter((gold[i]["kind"], gold[i]["verdict"], predicted[j]["verdict"]) for i, j in pairs.items())
    verdicts.update((check["kind"], check["verdict"], NONE) for i, check in enumerate(gold) if i not in pairs)
    taken = set(pairs.values())
    verdicts.update((check["kind"], NONE, check["verdict"]) for j, check in enumerate(predicted) if j not in taken)
    return verdicts
