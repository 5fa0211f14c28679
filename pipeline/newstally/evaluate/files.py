"""Files → gold and the records of its texts, told apart by the record's ``schema``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from newstally.errors import InputError
from newstally.evaluate.records import judged_part
from newstally.gold.files import GoldRow, checked, json_rows


class Inputs(NamedTuple):
    """Gold in the order of the files, and the records by the id of their gold."""

    rows: list[GoldRow]
    records: dict[str, dict[str, Any]]

    @property
    def golds(self) -> list[dict[str, Any]]:
        """The gold objects alone."""
        return [row.object for row in self.rows]


def read_files(paths: Iterable[Path]) -> Inputs:
    """Gold and records of JSONL files and folders; a line with a ``schema`` is a record.

    A record belongs to the gold of its id, or else to the gold of its text (by ``sha256``). Raises InputError where a
    file cannot be read, gold or a record does not hold, an id stands twice, or no record belongs to any gold.
    """
    paths = list(paths)
    rows: list[GoldRow] = []
    records: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    for row in json_rows(paths):
        if "schema" in row.object:
            record = judged_part(row.object, row.place)
            if record["id"] in records:
                raise InputError(f"{row.place}: the id {record['id']!r} stands twice; give it another")
            records[record["id"]] = record
        else:
            checked(row, seen)
            rows.append(row)
    if not rows:
        raise InputError(f"{', '.join(map(str, paths))}: no gold in it; name at least one gold file")
    return Inputs(rows, _by_gold(rows, records))


def _by_gold(rows: Iterable[GoldRow], records: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    texts = {record["sha256"]: record for record in records.values() if record.get("sha256")}
    found = {}
    for row in rows:
        name = row.object["id"]
        record = records.get(name) or texts.get(hashlib.sha256(row.object["text"].encode()).hexdigest())
        if record:
            found[name] = record
    if records and not found:
        raise InputError(
            f"record {next(iter(records))!r}: neither it nor another belongs to the gold, by id or text; "
            "extract from the gold files"
        )
    return found
