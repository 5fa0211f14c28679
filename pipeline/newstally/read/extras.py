"""What newstally reads only with an extra: imported when it is needed, and named with the command that installs it."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newstally.errors import InputError


def need(module: str, extra: str, place: str) -> ModuleType:
    """A module of the extra ``newstally[extra]``. Raises InputError where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        fault = f"{place}: cannot be read without {module} ({error})"
        raise InputError(f'{fault}; run: pip install "newstally[{extra}]"') from error


def zstd(place: str) -> ModuleType:
    """Zstandard of the standard library, from Python 3.14 on, or the same from its backport."""
    try:
        return import_module("compression.zstd")
    except ImportError:
        return need("backports.zstd", "zst", place)
