"""Opens a file or standard input and unpacks it; what is read of it lies in memory a piece at a time."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from newstally.errors import InputError
from newstally.read.extras import zstd

STDIN = "-"
MAX_PIECE = 1 << 26  # bytes of a text, a page or a line, unpacked; far beyond any article
AHEAD = 1 << 16  # bytes by which standard input is known
PACKINGS = {".gz": ("gzip", b"\x1f\x8b"), ".zst": ("zstd", b"\x28\xb5\x2f\xfd")}
"""How packed files are named, what that is called, and their first bytes, by which standard input is known."""


@dataclass(frozen=True, slots=True)
class File:
    """An opened file: its ``place`` as it is told, and its bytes, unpacked."""

    place: str
    stream: io.BufferedReader

    def piece(self) -> bytes:
        """The rest of the file. Raises InputError where that is longer than any article."""
        data = self.stream.read(MAX_PIECE + 1)
        if len(data) > MAX_PIECE:
            raise InputError(f"{self.place}: {too_long()}")
        return data

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

    Raises InputError where it cannot be read or unpacked, be it at once or while it is read.
    """
    with ExitStack() as files:
        try:
            raw = _standard_input(files) if path == STDIN else files.enter_context(open(path, "rb"))
            yield File(place, _unpacked(raw, path, place))
        except OSError as error:
            why = error.strerror or brief(error)
            raise InputError(f"{place}: cannot be read ({why}); check the path and its permissions") from error


def _standard_input(files: ExitStack) -> io.BufferedReader:
    """Standard input with a look ahead; it is left open.

    Without Python's own buffer: a thread that waits for it holds a lock that Python wants when it ends.
    """
    if sys.stdin is None:
        raise InputError(f"{STDIN}: standard input is closed; open it, or name a file")
    reader = io.BufferedReader(getattr(sys.stdin.buffer, "raw", sys.stdin.buffer), AHEAD)
    files.callback(reader.detach)
    return reader


def _unpacked(raw: io.BufferedReader, path: str, place: str) -> io.BufferedReader:
    packing = next((suffix for suffix in PACKINGS if _is_packed(path, raw, suffix)), "")
    if packing == ".gz":
        unpacker, damages = gzip.GzipFile(fileobj=raw), (EOFError, gzip.BadGzipFile, zlib.error)
    elif packing == ".zst":
        library = zstd(place)
        unpacker, damages = library.ZstdFile(raw), (EOFError, library.ZstdError)
    else:
        return raw
    return io.BufferedReader(_Unpacked(unpacker, damages, f"{place}: damaged {PACKINGS[packing][0]}"), AHEAD)


def _is_packed(path: str, raw: io.BufferedReader, suffix: str) -> bool:
    if path == STDIN:
        return raw.peek(4).startswith(PACKINGS[suffix][1])
    return path.lower().endswith(suffix)


class _Unpacked(io.RawIOBase):
    """What an unpacker gives, as far as it can; then its fault, as an InputError that begins with ``fault``."""

    def __init__(self, unpacker: io.BufferedIOBase, damages: tuple[type[Exception], ...], fault: str) -> None:
        self._unpacker = unpacker
        self._damages = damages
        self._fault = fault

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer with what is sure, so that nothing that stands before a damage is lost."""
        try:
            data = self._unpacker.read1(len(buffer))
        except self._damages as error:
            raise InputError(f"{self._fault} ({brief(error)}); pack the file again") from error
        buffer[: len(data)] = data
        return len(data)
