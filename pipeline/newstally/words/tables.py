"""Readings of tables that are kept: a table is read when first asked for, and not again for every story."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from newstally.types import Table

Reading = TypeVar("Reading")


class _Identity:
    """A table as a key: tables are dicts, which do not hash."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.table is self.table


def read_once(read: Callable[[Table], Reading]) -> Callable[[Table], Reading]:
    """Decorate a function of one table, so that it reads the same table only once."""

    @lru_cache(maxsize=4)
    def kept(key: _Identity) -> Reading:
        return read(key.table)

    @wraps(read)
    def reading(table: Table) -> Reading:
        return kept(_Identity(table))

    return reading
