"""One article's gold beside the record of its text, with what the measures need to know of both."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from newstally.errors import InputError
from newstally.evaluate.matching import pair
from newstally.gold import places

Object = Mapping[str, Any]


class Case:
    """Gold and record of one article; ``record`` may be None, or of an article that failed: then all is missed."""

    def __init__(self, gold: Object, record: Object | None) -> None:
        self.gold = gold
        self.record: Object = record or {}
        if self.record.get("sha256") not in (None, hashlib.sha256(gold["text"].encode()).hexdigest()):
            raise InputError(
                f"record {gold['id']!r} was made from another text than its gold; extract from the gold file"
            )

    def predicted(self, kind: str) -> Sequence[Object]:
        """Return the record's objects of ``kind``; none where the article has no record."""
        return (self.record.get(kind) or ()) if self.carries(kind) else ()

    def wanted(self, kind: str) -> Sequence[Object]:
        """Return the gold's objects of ``kind``; none but counts and checks for a passage."""
        if kind == "counts":
            return self.stated
        return self.gold[kind] if self.carries(kind) else ()

    def carries(self, kind: str) -> bool:
        """Whether the gold says anything of ``kind``; a passage (``#`` in its id) tells of counts and checks only."""
        return kind in ("counts", "checks") or "#" not in self.gold["id"]

    @cached_property
    def people(self) -> dict[str, Object]:
        """The record's people by id."""
        return {person["id"]: person for person in self.predicted("people")}

    @cached_property
    def counts(self) -> dict[str, Object]:
        """The record's counts by id."""
        return {count["id"]: count for count in self.predicted("counts")}

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """All surface forms of the gold's people by their canonical name."""
        return {person["name"]: {person["name"], *person.get("aliases", ())} for person in self.gold["people"]}

    @cached_property
    def stated(self) -> list[Object]:
        """The gold's counts, each with ``start`` and ``end`` of its quote in the text, found left to right."""
        spans = zip(self.gold["counts"], places.counts(self.gold), strict=True)
        return [{**count, "start": start, "end": end} for count, (start, end) in spans]

    @cached_property
    def count_ids(self) -> dict[int, str]:
        """The id of the record's count for each of the gold's counts (by index) that has one."""
        predicted = self.predicted("counts")
        pairs = pair(self.stated, predicted, overlap, itemgetter("value"))
        return {i: predicted[j]["id"] for i, j in pairs.items()}


def overlap(gold: Object, count: Object) -> int:
    """How much of two counts' spans is shared, in thousandths of both together; 0 where the values differ.

    At least 1 where they overlap at all, so that a shorter span is the same count, and a closer one is preferred.
    """
    shared = min(gold["end"], count["end"]) - max(gold["start"], count["start"])
    if shared <= 0 or gold["value"] != count["value"]:
        return 0
    return 1 + 1000 * shared // (max(gold["end"], count["end"]) - min(gold["start"], count["start"]))
