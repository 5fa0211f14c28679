"""What the form of a line tells: whether it is a sentence, a title, a quotation, a member of a plain list."""

from __future__ import annotations

import re

from newstally.layout.cues import Cues
from newstally.layout.lines import Line

PROSE = 120  # characters; a line longer than this is prose whatever its last sign
QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”", "«": "»", "„": "“", "‹": "›"}
CLOSING = "\"'”’»›)] \u00a0"
BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,}+)[\"'”’)]?[.!?][\"'”’)]?\s+[\"“‘(]?(?=[A-Z])")
SPEECH = re.compile(r",[\"'”’]\s")  # "Storms," said Holt
CONTACT = re.compile(r"@|://|\bwww\.|\d{3}[-. ]\d{3,4}\b")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


def ends_sentence(text: str, cues: Cues) -> bool:
    """Whether the line closes a sentence; the full stop of an abbreviation does not."""
    tail = text[-40:].rstrip(CLOSING)
    if not tail.endswith((".", "!", "?", "…", "。")):
        return False
    last = tail.rsplit(None, 1)[-1]
    return not (last.endswith(".") and (INITIALS.fullmatch(last) or last[:-1].casefold() in cues.abbreviations))


def has_break(text: str, cues: Cues) -> bool:
    """Whether a sentence ends within the line (a short one: this looks at every word)."""
    return any(match[1].casefold() not in cues.abbreviations for match in BREAK.finditer(text))


def is_prose(text: str, cues: Cues) -> bool:
    """Whether the line is running text."""
    return len(text) > PROSE or ends_sentence(text, cues)


def starts_large(text: str) -> bool:
    """Whether the first letter is a capital, or a figure or sign stands first ("iPhone" passes)."""
    first = text.lstrip("\"'“‘«([$€£")[:2]
    return bool(first) and (not first[0].islower() or first[-1].isupper())


def large_words(text: str, cues: Cues) -> tuple[int, int]:
    """How many words are capitalised or figures, and how many there are; small words of titles do not count."""
    words = [word.strip(CLOSING + "“‘«([,;:") for word in text.split()]
    words = [word for word in words if word and word not in cues.minor]
    return sum(not word[0].islower() for word in words), len(words)


def is_title(text: str, cues: Cues) -> bool:
    """Whether the line is written with the capitals of a title or without the small words of prose."""
    large, total = large_words(text, cues)
    if total >= 4 and large >= 0.8 * total:
        return True
    return not cues.prose.intersection(word.casefold().strip(",.;:!?\"'“”‘’") for word in text.split())


def is_item(text: str, cues: Cues) -> bool:
    """Whether the line could be a member of a list that has no bullets: a name, not a sentence or a quotation."""
    if len(text) > PROSE or text[0] in QUOTES or text.endswith((":", "—", "–", "-", "…")) or CONTACT.search(text):
        return False
    return starts_large(text) and len(text.split()) <= 18 and not ends_sentence(text, cues)


def is_heading(text: str, cues: Cues) -> bool:
    """Whether the line could stand over what follows: short, no sentence, or closed by a colon."""
    words = len(text[: 2 * PROSE].split())
    if len(text) > PROSE or not starts_large(text) or text.endswith((",", ";", "—", "–", "-", "…")):
        return False
    if not any(sign.isalnum() for sign in text) or SPEECH.search(text) or has_break(text, cues):
        return False
    return words <= 20 if text.endswith(":") else words <= 14 and not ends_sentence(text, cues)


def is_pull_quote(text: str, cues: Cues) -> bool:
    """Whether the whole line is one short quotation without a full stop; with one it is a paragraph of speech."""
    if not 8 <= len(text) <= 2 * PROSE or text[-1] != QUOTES.get(text[0]):
        return False
    inner = text[1:-1].strip(CLOSING)
    finished = inner.endswith((".", ",", "…", "?", "!")) or has_break(inner, cues)
    resumed = '"' in inner or "”" in inner or f" {text[0]}" in inner
    return len(inner.split()) >= 3 and not finished and not resumed


def is_row(line: Line) -> bool:
    """Whether the line has cells set apart by tabs."""
    return "\t" in line.text
