"""How a number of things is put, in all that newstally says of its own work."""

from __future__ import annotations


def plural(number: int, noun: str) -> str:
    """A number with its noun, as in "1 story" and "2,000 stories"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"
