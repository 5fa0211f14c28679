"""Two versions of one story: what changed, appeared or went, and which of it a note acknowledges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from newstally.compare.align import ALIKE, alike, flat, pair
from newstally.compare.items import Item, Version
from newstally.compare.notes import Note, acknowledged

State = Literal["changed", "appeared", "gone"]
Match = tuple[Item | None, Item | None]
SPELLED_ALIKE = 0.8  # of the characters of a name: a letter or two are other
SAME = 0.1  # weighs a figure that stayed the same against one in a sentence slightly more alike


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the old and the new statement as printed with their lines (from 1); None where there is none."""

    kind: str
    old: str | None
    new: str | None
    old_line: int | None
    new_line: int | None
    note: Note = ""

    @property
    def state(self) -> State:
        """Whether the statement changed, appeared or is gone."""
        return "appeared" if self.old is None else "gone" if self.new is None else "changed"


def compare_versions(old: Version, new: Version) -> tuple[Change, ...]:
    """The differences in the order people, roles, figures, notes, findings; moved or reworded text is none.

    A figure that is stated once more, or once less often, is no difference either.
    """
    matches = [*_people(old, new), *_figures(old, new), *_notes(old, new)]
    matches += _match([*old.findings()], [*new.findings()], _edited)
    return tuple(_change(match, old, new) for match in matches if _differs(match))


def _differs(match: Match) -> bool:
    old, new = match
    return old is None or new is None or old.key != new.key


def _change(match: Match, old: Version, new: Version) -> Change:
    ours, theirs = match
    kind = next(item.kind for item in match if item)
    note: Note = ""
    if kind not in ("note", "finding"):
        values = (ours and ours.value, theirs and theirs.value)
        note = acknowledged(*values, new.record["corrections"], old.record["corrections"])
    return Change(
        kind, ours and ours.shown, theirs and theirs.shown,
        ours and old.line(ours.start), theirs and new.line(theirs.start), note,
    )  # fmt: skip


# ---- which old statement a new one is --------------------------------------------------------------------------------


def _people(old: Version, new: Version) -> Iterator[Match]:
    """People by name, or by nearly the same name in nearly the same sentence; then the roles of each."""
    ours, theirs = old.people(), new.people()
    matches = _match([*ours.values()], [*theirs.values()], _respelled)
    yield from matches
    known = {id(person): number for number, match in enumerate(matches) for person in match}
    before, after = ({name: known[id(person)] for name, person in each.items()} for each in (ours, theirs))
    yield from _match([*old.roles(before)], [*new.roles(after)], _retitled)


def _figures(old: Version, new: Version) -> Iterator[Match]:
    """Figures by their sentence and unit, the same sentence first, so that figures that changed places are seen."""
    ours, theirs = [*old.figures()], [*new.figures()]
    stated = {item.key for item in ours} & {item.key for item in theirs}
    for match in _aligned(ours, theirs, _same_or_edited):
        if None not in match or next(item.key for item in match if item) not in stated:
            yield match


def _notes(old: Version, new: Version) -> list[Match]:
    return _match(list(_note_items(old)), list(_note_items(new)), lambda ours, theirs: 0.0)


def _note_items(version: Version) -> Iterator[Item]:
    for note in version.record["corrections"]:
        text = flat(note["text"])
        yield Item("note", text, "", text, note["start"], ())


def _match(old: Sequence[Item], new: Sequence[Item], score: Callable[[Item, Item], float]) -> list[Match]:
    """What says the same, and of the rest what ``score`` takes for one statement changed."""
    same = pair(old, new, lambda ours, theirs: float(ours.key == theirs.key))
    taken = set(same.values())
    left = [item for i, item in enumerate(old) if i not in same]
    right = [item for j, item in enumerate(new) if j not in taken]
    return [(old[i], new[j]) for i, j in same.items()] + _aligned(left, right, score)


def _aligned(old: Sequence[Item], new: Sequence[Item], score: Callable[[Item, Item], float]) -> list[Match]:
    """Every statement once: as a pair in the order of the old text, then what is gone, then what appeared."""
    pairs = pair(old, new, score)
    taken = set(pairs.values())
    matches: list[Match] = [(item, new[pairs[i]] if i in pairs else None) for i, item in enumerate(old)]
    return matches + [(None, item) for j, item in enumerate(new) if j not in taken]


# ---- scores: 0 is no match -------------------------------------------------------------------------------------------


def _in_place(old: Item, new: Item) -> float:
    closeness = alike(old.sentences, new.sentences)
    return closeness if closeness >= ALIKE else 0.0


def _edited(old: Item, new: Item) -> float:
    return _in_place(old, new) if old.group == new.group else 0.0


def _same_or_edited(old: Item, new: Item) -> float:
    same = old.key == new.key
    if old.sentences == new.sentences and old.group == new.group:
        return 2.0 + SAME * same  # the sentence as it was: before all others
    return max(_edited(old, new), ALIKE / 2 * same) + SAME * same


def _respelled(old: Item, new: Item) -> float:
    closeness = SequenceMatcher(None, old.shown, new.shown, autojunk=False).ratio()
    longer = set(old.shown.split()), set(new.shown.split())
    spelled = closeness >= SPELLED_ALIKE or longer[0] <= longer[1] or longer[1] <= longer[0]
    return closeness * _edited(old, new) if spelled else 0.0


def _retitled(old: Item, new: Item) -> float:
    """The same person's office: of one title, of one category, or in the same place of the sentence."""
    (who, title, *_), (other, new_title, *_) = old.key, new.key
    if who != other:
        return 0.0
    return 2.0 if title == new_title else 1.0 if old.group == new.group else _in_place(old, new)
