"""Which changes the correction notes of the new version acknowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from newstally.compare.align import flat

Note = Literal["", "acknowledged", "a note stands"]
Object = Mapping[str, Any]


def acknowledged(old: float | None, new: float | None, notes: Iterable[Object], known: Iterable[Object]) -> Note:
    """How ``notes`` speak of the change from ``old`` to ``new`` (None: no such figure).

    A note with figures acknowledges the change whose figures are its own, whatever the unit: notes name things in
    their own words. One without figures may be about any change, so it only "stands", and only where it is none of
    those ``known`` from the old version.
    """
    before = {flat(note["text"]) for note in known}
    stands = False
    for note in notes:
        given = [(ours, theirs) for ours, theirs in ((old, note["old"]), (new, note["new"])) if theirs is not None]
        shared = [ours == theirs for ours, theirs in given if ours is not None]
        if shared and all(shared):
            return "acknowledged"
        stands |= not given and flat(note["text"]) not in before
    return "a note stands" if stands else ""
