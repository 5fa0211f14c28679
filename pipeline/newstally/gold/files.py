"""Files → gold: JSONL, packed or not, alone or in folders; each object with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newstally import read
from newstally.errors import InputError
from newstally.gold.lint import faults

SUFFIXES = (".jsonl", ".jsonl.gz")


class GoldRow(NamedTuple):
    """One JSON object with the file and line (from 1) that it stands on."""

    path: Path
    line: int
    object: dict[str, Any]

    @property
    def place(self) -> str:
        """``path:line``, as errors name it."""
        return f"{self.path}:{self.line}"

    @property
    def story(self) -> Path | None:
        """The text beside its gold, ``NAME.txt`` for ``NAME.gold.jsonl``, where it is the same text."""
        beside = self.path.with_name(f"{self.path.name.partition('.')[0]}.txt")
        if not self.path.name.endswith(".gold.jsonl") or not beside.is_file():
            return None
        return beside if beside.read_bytes() == self.object["text"].encode() else None


def read_gold(paths: Iterable[Path]) -> list[GoldRow]:
    """The gold of files and folders, in their order. Raises InputError at the first that does not hold."""
    rows = []
    seen: set[str] = set()
    for row in json_rows(paths):
        checked(row, seen)
        rows.append(row)
    return rows


def checked(row: GoldRow, seen: set[str]) -> None:
    """Add the row's id to ``seen``. Raises InputError where the gold does not hold, or the id stands there already."""
    if found := faults(row.object):
        more = f" ({len(found) - 1} more; `newstally gold check` lists them)" if len(found) > 1 else ""
        raise InputError(f"{row.place}: {found[0]}{more}")
    if row.object["id"] in seen:
        raise InputError(f"{row.place}: the id {row.object['id']!r} stands twice; give it another")
    seen.add(row.object["id"])


def json_rows(paths: Iterable[Path]) -> Iterator[GoldRow]:
    """Every JSON object of the files; of a folder, of all JSONL files in it. Raises InputError for what is none."""
    for path in (file for each in paths for file in _files(each)):
        for place, found in read.objects(path):
            if isinstance(found, InputError):
                raise found
            if "schema" not in found and not _writable(found):
                raise InputError(f"{place}: half a surrogate pair; write the character")
            yield GoldRow(path, int(place.rpartition(":")[2]), found)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.name.endswith(SUFFIXES))
    if not found:
        raise InputError(f"{path}: the folder holds no {' or '.join(SUFFIXES)}; put the gold there")
    return found


def _writable(found: Any) -> bool:
    """Whether all characters are whole: of a pair of surrogates only both together are one."""
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
