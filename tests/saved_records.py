"""Records as files hold them: those of the seeds, and small ones of our own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "tests" / "records.jsonl"


def saved(text: str = "", **parts: Any) -> dict[str, Any]:
    """A whole record of ``text``, empty but for ``parts``."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    empty = dict.fromkeys(
        ("blocks", "people", "roles", "countries", "counts", "quantities", "lists", "corrections", "checks"), ()
    )
    head = {"schema": "newstally/1", "newstally": "0.1.0", "model": "m 1", "id": "a", "source": "a.txt"}
    return {**head, "sha256": digest, "chars": len(text), "headline": None, **empty, "reach": {}, **parts}


def span(text: str, words: str, **more: Any) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words), **more}


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def seed_record(name: str) -> dict[str, Any]:
    """The record of one seed."""
    return next(record for record in seed_records() if record["id"] == f"seeds/{name}.txt")


def seed_records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SEEDS.read_text("utf-8").split("\n") if line]
