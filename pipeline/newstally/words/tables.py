"""Readings that are kept: a table is read when first asked for, and not again for every story; nor is a story twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

Source = TypeVar("Source")
Reading = TypeVar("Reading")


class _Identity(Generic[Source]):
    """A table or story as a key: they are or hold dicts, which do not hash."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __hash__(self) -> int:
        return id(self.source)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.source is self.source


def read_once(read: Callable[[Source], Reading]) -> Callable[[Source], Reading]:
    """Decorate a function of one table, or story, so that it reads the same only once."""

    @lru_cache(maxsize=4)
    def kept(key: _Identity[Source]) -> Reading:
        return read(key.source)

    @wraps(read)
    def reading(source: Source) -> Reading:
        return kept(_Identity(source))

    return reading
