"""The text that an article's offsets count into: its headline joined to its text, and what any text must hold to."""

from __future__ import annotations

import re

from newstally.errors import InputError

BOM = "\ufeff"  # byte order mark


def joined(headline: str, text: str) -> str:
    """The headline, two line feeds and the text, each as it is; the text alone where it opens with the headline.

    It does where the same words stand there, whatever white space or byte order mark is before and between them.
    """
    words = headline.replace(BOM, " ").split()
    if not words:
        return text
    opening = rf"[\s{BOM}]*" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return text if re.match(opening, text) else f"{headline}\n\n{text}"


def decoded(data: bytes, where: str) -> str:
    """The characters of ``data``. Raises InputError where it is no text in UTF-8."""
    if (nul := data.find(0)) >= 0:
        raise InputError(f"{where}: binary, not text (a NUL byte at {nul}); save the story as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error


def checked(text: str, where: str, max_chars: int) -> str:
    """The text as it is. Raises InputError where it is empty, too long, or holds what is no character."""
    if not text.replace(BOM, "").strip():
        raise InputError(f"{where}: empty; give a text, or leave it out")
    if len(text) > max_chars:
        raise InputError(
            f"{where}: longer than {max_chars:,} characters; "
            "split it into articles, or raise the limit with --max-chars"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{where}: half a surrogate pair at character {error.start}; write the character") from error
    return text
