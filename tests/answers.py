"""Builders of gold and records by hand, for pairs of them whose scores are known."""

from __future__ import annotations

import hashlib

from newstally.evaluate import Score, evaluate

KINDS = ("people", "roles", "countries", "counts", "checks")
TEXT = "Ana Roy, the mayor, and Ben Lee met 20 people: 12 women and eight men. Roy left for Peru with 20 people."


def gold(**kinds) -> dict:
    """Gold of TEXT with these objects; of the other kinds it has none."""
    return {"id": "a", "text": TEXT, **{kind: [] for kind in KINDS}, **kinds}


def record(**kinds) -> dict:
    """A record of TEXT with these objects; of the other kinds it found none."""
    found = {kind: [] for kind in KINDS} | kinds
    return {"schema": "newstally/1", "id": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), **found}


def scores(gold: dict, record: dict | None) -> dict[str, Score]:
    """The scores of one article, by measure."""
    records = {record["id"]: record} if record else {}
    return {score.measure: score for score in evaluate([gold], records).scores}


def tally(score: Score) -> tuple[int, int, int]:
    """Hits, gold and predicted."""
    return score.hit, score.gold, score.predicted


def wanted_person(name: str, *aliases: str, **more) -> dict:
    return {"name": name, "aliases": list(aliases), **more}


def person(name: str, *forms: str, number: int = 1) -> dict:
    return {"id": f"P{number}", "name": name, "mentions": [{"text": form} for form in forms]}


def wanted_role(title: str = "mayor", of: str = "", country: str = "", status: str = "current") -> dict:
    return {"person": "Ana Roy", "title": title, "of": of, "country": country, "status": status}


def role(title: str = "mayor", of: str = "", country: str = "", status: str = "current", person: str = "P1") -> dict:
    return {"id": "R1", "person": person, "title": title, "of": of, "country": country, "status": status}


def wanted_country(code: str = "PE", *forms: str, excepted: tuple[str, ...] = ()) -> dict:
    mentions = [{"text": form, "kind": "name"} for form in forms or ("Peru",)]
    return {"code": code, "mentions": mentions, "except": list(excepted)}


def country(code: str = "PE") -> dict:
    return {"code": code, "mentions": []}


def wanted_count(quote: str, value: float, unit: str = "person", modifier: str = "exact") -> dict:
    return {"quote": quote, "value": value, "unit": unit, "unit_text": "", "modifier": modifier, "actor": []}


def count(number: int, words: str, value: float, unit: str = "person", modifier: str = "exact", after: int = 0) -> dict:
    start = TEXT.index(words, after)
    place = {"text": words, "start": start, "end": start + len(words)}
    return {"id": f"N{number}", "value": value, "unit": unit, "unit_text": "", "modifier": modifier, **place}


def wanted_check(kind: str, *counts: int, verdict: str = "consistent", **more) -> dict:
    return {"kind": kind, "counts": list(counts), "verdict": verdict, "note": "", **more}


def check(kind: str, *counts: int, verdict: str = "consistent", stated=None, found=None, spans=()) -> dict:
    ids = [f"N{number}" for number in counts]
    evidence = [{"text": span} for span in spans]
    return {
        "kind": kind, "counts": ids, "verdict": verdict, "message": "", "stated": stated, "found": found,
        "spans": evidence,
    }  # fmt: skip


COUNTS = {
    "gold": [
        wanted_count("20 people", 20), wanted_count("12 women", 12, "woman"), wanted_count("eight men", 8, "man"),
        wanted_count("20 people", 20),
    ],
    "record": [
        count(1, "20 people", 20), count(2, "12 women", 12, "woman"), count(3, "eight men", 8, "man"),
        count(4, "20 people", 20, after=60),
    ],
}  # fmt: skip
