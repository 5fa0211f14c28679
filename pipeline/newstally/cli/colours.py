"""Colours of what commands print: on a terminal only, and not where NO_COLOR is set (no-color.org)."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer

from newstally.excerpt import Paint, plain

STYLES: dict[str, dict[str, Any]] = {
    "primary": {"fg": "bright_red", "bold": True},
    "secondary": {"fg": "bright_blue", "bold": True},
    "code": {"fg": "bright_red", "bold": True},
    "file": {"bold": True},
    "frame": {"fg": "bright_blue"},
    "help": {"fg": "cyan", "bold": True},
}


def palette() -> Paint:
    """What colours text for standard output; FORCE_COLOR asks for colours in a log that shows them."""
    shown = sys.stdout and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    wanted = bool(os.environ.get("FORCE_COLOR")) or shown
    return _coloured if wanted and not os.environ.get("NO_COLOR") else plain


def _coloured(text: str, style: str) -> str:
    return typer.style(text, **STYLES[style])
