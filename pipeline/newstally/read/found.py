"""What a format finds in a file, article by article, and the ids of a run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any


@dataclass(frozen=True, slots=True)
class Found:
    """One article as it stands in a file, or, with a ``fault`` in words, what stands where one should.

    ``where`` is its place, ``id`` its own id, ``date`` the day it was published, YYYY-MM-DD; each "" where it has none.
    ``fields`` is all that it came with, by its own names, of which those in ``used`` went into headline and text.
    """

    where: str
    text: str = ""
    headline: str = ""
    id: str = ""
    source: str = ""
    date: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    used: tuple[str, ...] = ()
    fault: str = ""


class Ids:
    """The ids that the articles of a run have taken; of each only eight bytes are kept, for there may be millions.

    Two ids of the same eight bytes, once in some thousand runs of a hundred million, only make one give way.
    """

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def claim(self, found: Found) -> str:
        """The id of an article: its own, or its place where it has none or an earlier one has taken it."""
        names = chain(filter(None, [found.id]), [found.where], (f"{found.where}#{number}" for number in count(2)))
        return next(name for name in names if self._is_free(name))

    def _is_free(self, name: str) -> bool:
        digest = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest())
        is_free = digest not in self._taken
        self._taken.add(digest)
        return is_free
