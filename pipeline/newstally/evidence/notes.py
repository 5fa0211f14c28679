"""What a correction note says beside its figures."""

from __future__ import annotations

from newstally.evidence import scope
from newstally.types import Correction, Count

# Words of notes that `scope.NOTE_WORDS` lacks: how notes are headed, and what was done to the story.
ABOUT_STORY = frozenset(
    word[:5] for word in ("amended", "changed", "clarified", "corrected", "correct", "editing", "editor", "incorrect")
)


def names_only(note: Correction, old: Count, new: Count | None, told: Count) -> bool:
    """Whether the note names no matter but the things counted, and ``told`` counts those, by the same noun.

    "An earlier version gave the number of volunteers as 230. There were 320": any volunteers of the story may be
    meant. Only for figures that hardly stand there by chance, and not for people in general.
    """
    noted = [count for count in (old, new) if count]
    known = frozenset[str]().union(*(scope.nouns(count) | scope.stems(count.span.text) for count in noted))
    beyond = scope.stems(note.span.text) - scope.NOTE_WORDS - ABOUT_STORY - known
    return not beyond and told.unit == old.unit and scope.is_distinctive(old) and not scope.is_people(old)
