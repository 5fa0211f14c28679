"""What several rooms look for in and around names: the model's labels of them, and the signs within them."""

from __future__ import annotations

import re
from collections.abc import Container

from newstally.words.spelling import plain

OTHER_NAMES = frozenset({"ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"})
"""The model's labels of names that are no person's."""

HYPHENS = frozenset({"-", "‑", "–"})
"""The signs that tie the parts of a name or title: hyphen, no-break hyphen, and the dash that stands for one."""

PUNCTUATION = ".,;:'’‘\"“”()«»"


def name_words(text: str, suffixes: Container[str] = ()) -> tuple[str, ...]:
    """The name as comparable words: no accents, case, points, nicknames in quotes or ``suffixes`` ("jr")."""
    text = re.sub(r"[\"“(][^\"”)]*[\"”)]", " ", text) if re.match(r"\w", text) else text
    words = [re.sub(r"['’]s$", "", word).strip(PUNCTUATION) for word in plain(text).split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[-1] in suffixes:
        words.pop()
    return tuple(words)
