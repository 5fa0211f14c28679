"""What several rooms look for in and around names: the model's labels of them, and the signs within them."""

from __future__ import annotations

OTHER_NAMES = frozenset({"ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"})
"""The model's labels of names that are no person's."""

HYPHENS = frozenset({"-", "‑", "–"})
"""The signs that tie the parts of a name or title: hyphen, no-break hyphen, and the dash that stands for one."""
