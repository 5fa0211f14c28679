"""A check of the gold against the guidelines' form of its kind: which counts, items, forms and figures it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newstally.gold.fault import Fault

Object = Mapping[str, Any]
LEAST_COUNTS = {"sum": 2, "list": 1, "list_sum": 1, "repeat": 2, "correction": 1}
FIGURES = ("quantity", "stated", "parts")
ITEMS = ("items", "exhaustive")


def faults(gold: Object) -> Iterator[Fault]:
    """Indexes that lead nowhere, and keys that a kind of check lacks or has no use for."""
    for i, check in enumerate(gold["checks"]):
        yield from _indexes(i, check, len(gold["counts"]))
        yield from _keys(i, check)


def _indexes(i: int, check: Object, counts: int) -> Iterator[Fault]:
    key = f"checks[{i}].counts"
    for index in check["counts"]:
        if not 0 <= index < counts:
            yield Fault(key, f"{index} is no index of the {counts} counts", f"count from 0 to {counts - 1}")
    if len(set(check["counts"])) < len(check["counts"]):
        yield Fault(key, f"{check['counts']} names a count twice", "name each once")
    least = LEAST_COUNTS.get(check["kind"], 0)
    if len(check["counts"]) < least and "stated" not in check:
        yield Fault(key, f"a {check['kind']} rests on {least} or more", "add them, or `stated` and `parts`")


def _keys(i: int, check: Object) -> Iterator[Fault]:
    kind = check["kind"]
    wanted = {"list": ITEMS, "name": ("forms",), "change": FIGURES, "share": FIGURES}.get(kind, ())
    allowed = {*wanted, *(FIGURES if kind == "sum" else ())}
    for key in wanted:
        if key not in check:
            yield Fault(f"checks[{i}].{key}", f"a {kind} has it", "add it")
    for key in (*ITEMS, "forms", *FIGURES):
        if key in check and key not in allowed:
            yield Fault(f"checks[{i}].{key}", f"a {kind} has none", "take it out, or correct the kind")
    if kind == "sum" and 0 < sum(key in check for key in FIGURES) < len(FIGURES):
        yield Fault(f"checks[{i}]", "`quantity`, `stated` and `parts` go together", "give all three or none")
    if kind in ("change", "share") and len(check.get("parts", (0, 0))) != 2:
        yield Fault(f"checks[{i}].parts", f"a {kind} has two", "give old and new, or part and whole")
    if kind == "name" and len(set(check.get("forms", ("", " ")))) < 2:
        yield Fault(f"checks[{i}].forms", "two spellings make a contradiction", "give both")
