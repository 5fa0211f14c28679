"""What is wrong with gold: at which key, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at which key (``counts[3].unit``), and what to do about it."""

    key: str
    problem: str
    advice: str

    def __str__(self) -> str:
        return f"{self.key}: {self.problem}; {self.advice}"


def key_of(path: tuple[Any, ...]) -> str:
    """A path of keys and indexes as one writes it: ``counts[3].unit``; the article itself is ``$``."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return written.removeprefix(".") or "$"
