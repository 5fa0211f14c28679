"""The lines of a file, of any length: one that no article needs is passed over and told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from newstally.read import opening


def lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines of a file with their ends, as bytes; None for one that is too long to be kept."""
    while line := stream.readline(opening.MAX_PIECE):
        whole = line.endswith(b"\n") or len(line) < opening.MAX_PIECE
        while not whole:
            rest = stream.readline(opening.MAX_PIECE)
            whole = rest.endswith(b"\n") or not rest
            line = None
        yield line
