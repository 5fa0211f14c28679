"""Opens a file or standard input and unpacks it; what is read of it lies in memory a piece at a time."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO

from newstally.errors import InputError
from newstally.read.extras import zstd

STDIN = "-"
MAX_PIECE = 1 << 26  # bytes of a text, a page or a line; far beyond any article
PACKINGS = {".gz": ("gzip", b"\x1f\x8b"), ".zst": ("zstd", b"\x28\xb5\x2f\xfd")}
"""How packed files are named, what that is called, and their first bytes, by which standard input is known."""


class Damaged(Exception):
    """What a packed file holds cannot be unpacked from here on."""


@dataclass(frozen=True, slots=True)
class File:
    """An opened file: its ``place`` as it is told, its bytes unpacked, and how it is packed ("" where it is not).

    ``damages`` is what reading it raises where the packing does not hold.
    """

    place: str
    stream: IO[bytes]
    packing: str = ""
    damages: tuple[type[Exception], ...] = ()

    def piece(self) -> bytes:
        """The rest of the file. Raises InputError where that is longer than any article."""
        data = self.stream.read(MAX_PIECE + 1)
        if len(data) > MAX_PIECE:
            raise InputError(f"{self.place}: {too_long()}")
        return data

    def damaged(self, error: Exception) -> Damaged:
        """What one of its ``damages`` means."""
        return Damaged(f"damaged {PACKINGS[self.packing][0]} ({brief(error)})")

    def at(self, number: int) -> str:
        """The place of a line, row or record of the file, counted from 1."""
        return f"{self.place}:{number}"


def too_long() -> str:
    """Why a piece of a file is not read."""
    return f"longer than {MAX_PIECE:,} bytes, which no article is; split it into articles"


def brief(error: Exception) -> str:
    """What a library says of a fault, as part of a sentence."""
    return " ".join(str(error).split())[:200].rstrip(".")


@contextmanager
def opened(path: str, place: str) -> Iterator[File]:
    """Open ``path``, which is told as ``place``.

    Raises OSError where it cannot be read, `Damaged` where it cannot be unpacked, InputError where the unpacker is not
    installed.
    """
    with ExitStack() as files:
        raw = _standard_input(files) if path == STDIN else files.enter_context(open(path, "rb"))
        packing = next((suffix for suffix in PACKINGS if _is_packed(path, raw, suffix)), "")
        file = File(place, raw)
        if packing == ".gz":
            file = File(place, gzip.GzipFile(fileobj=raw), packing, (EOFError, gzip.BadGzipFile, zlib.error))
        elif packing == ".zst":
            unpacker = zstd(place)
            file = File(place, unpacker.open(raw), packing, (EOFError, unpacker.ZstdError))
        try:
            yield file
        except file.damages as error:
            raise file.damaged(error) from error


def _standard_input(files: ExitStack) -> io.BufferedReader:
    """Standard input with a look ahead; it is left open."""
    reader = io.BufferedReader(sys.stdin.buffer, 1 << 16)
    files.callback(reader.detach)
    return reader


def _is_packed(path: str, raw: io.BufferedReader, suffix: str) -> bool:
    if path == STDIN:
        return raw.peek(4).startswith(PACKINGS[suffix][1])
    return path.lower().endswith(suffix)
