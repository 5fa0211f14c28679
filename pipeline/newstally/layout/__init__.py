"""The page: text → blocks by offset, from its lines, its spacing and a table of cue words. No model, no spaCy.

The way: ``lines`` (text → logical lines, hard wraps joined) → ``furniture`` (correction, caption, by-line, date line,
pull quote) → ``lists`` → ``head`` (headline, deck, subheads); what is left is a paragraph.
"""

from newstally.layout.cues import Cues
from newstally.layout.page import layout

__all__ = ["Cues", "layout"]
