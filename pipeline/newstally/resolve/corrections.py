"""Correction notes: which figure is withdrawn and which is right.

A figure is *old* behind words such as "an earlier version", "incorrectly" and "not"; *new* behind "in fact" or "the
correct number", and where nothing says otherwise. What a cue says holds to the end of its clause: "An earlier version
said 20 had died; 19 did". A figure alone proves less: a note on a name or a day has figures too, and they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from newstally.types import Correction, Count, Mention, Mentions, Span, Table

Side = Literal["old", "new"]
CLAUSE_CUES: dict[str, Side] = {"CORRECTION_OLD": "old", "CORRECTION_NEW": "new"}
NUMBER_CUES: dict[str, Side] = {"CORRECTION_NOT": "old", "CORRECTION_TO": "new"}  # they end on the number itself


def corrections(mentions: Mentions, counts: Iterable[Count], tables: Mapping[str, Table]) -> tuple[Correction, ...]:
    """The corrections of the text's notes in its order; a note that withdraws no figure and gives none yields none."""
    blocks = mentions.layout.blocks
    noted = [count for count in counts if blocks and blocks[count.block].kind == "correction"]
    found = [
        (block, pair)
        for block, rows in groupby(noted, key=lambda count: count.block)
        for pair in _pairs(mentions, tuple(rows))
    ]
    return tuple(
        _correction(f"X{number}", mentions.span(blocks[block].start, blocks[block].end), *pair)
        for number, (block, pair) in enumerate(found, 1)
    )


def _correction(name: str, span: Span, old: Count | None, new: Count | None) -> Correction:
    about = new if old is None or (new and not old.unit_text) else old
    assert about is not None
    return Correction(name, span, old and old.id, new and new.id, about.unit, about.kin)


# ---- which is which --------------------------------------------------------------------------------------------------


def _pairs(mentions: Mentions, counts: tuple[Count, ...]) -> Iterator[tuple[Count | None, Count | None]]:
    """The withdrawn figures of one note, each with the right one: of its kind and behind it, if there is one."""
    cues = [cue for cue in mentions["cues"] if cue.block == counts[0].block and cue.label.startswith("CORRECTION_")]
    olds = [count for count in counts if _side(mentions, cues, count) == "old"]
    news = [count for count in counts if count not in olds]
    withdrawn = [old for old in olds if not any(_says_again(old, new) for new in news)]
    matched = _matched(withdrawn, news)
    yield from matched
    if matched or len(counts) > 1 or any(cue.label == "CORRECTION_OTHER" for cue in cues):
        return
    if withdrawn and _is_last_word(mentions, cues, withdrawn[0]):
        yield withdrawn[0], None
    if news and any(cue.label in CLAUSE_CUES for cue in cues):
        yield None, news[0]


def _says_again(old: Count, new: Count) -> bool:
    """Whether the figure stays as it was, so that something else was wrong: "nine ports … all nine ports"."""
    return new.amount == old.amount and _same_thing(old, new)


def _is_last_word(mentions: Mentions, cues: list[Mention], old: Count) -> bool:
    """Whether nothing behind the figure puts something else right: "… said 12 sank on Monday. They sank on Tuesday"."""
    end = mentions.layout.blocks[old.block].end
    words = (word for word in mentions.tokens if old.span.end <= word.start < end)
    behind = {word.sentence for word in words} - {old.sentence}
    return behind <= {cue.sentence for cue in cues if cue.label == "CORRECTION_WITHDRAWN"}


def _matched(olds: Sequence[Count], news: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Withdrawn and right figures two by two: those of one kind before bare numbers, the nearest first."""
    pairs = [(old, new) for old in olds for new in news if "subset" not in new.cues and _same_thing(old, new)]
    taken: list[tuple[Count, Count]] = []
    for old, new in sorted(pairs, key=lambda pair: (pair[0].kin != pair[1].kin, _distance(*pair))):
        if not any(old is one or new is other for one, other in taken):
            taken.append((old, new))
    return sorted(taken, key=lambda pair: pair[0].span.start)


def _side(mentions: Mentions, cues: list[Mention], count: Count) -> Side:
    """Whether the figure is withdrawn or right: the cue on its number decides, else the last cue of its clause."""
    for cue in cues:
        if cue.label in NUMBER_CUES and cue.span.start <= count.span.start < cue.span.end:
            return NUMBER_CUES[cue.label]
    before = [cue for cue in cues if cue.label in CLAUSE_CUES and cue.span.end <= count.span.start]
    last = max(before, key=lambda cue: cue.span.end, default=None)
    return CLAUSE_CUES[last.label] if last and _one_clause(mentions, last, count) else "new"


def _one_clause(mentions: Mentions, cue: Mention, count: Count) -> bool:
    between = mentions.article.text[cue.span.end : count.span.start]
    return cue.sentence == count.sentence and ";" not in between


def _same_thing(old: Count, new: Count) -> bool:
    """Whether both may state one quantity: kin units, or one of them a bare number."""
    return old.kin == new.kin or not (old.unit_text and new.unit_text)


def _distance(old: Count, new: Count) -> tuple[bool, int]:
    """Figures behind the withdrawn one come first, the nearer the sooner."""
    return new.span.start < old.span.start, abs(new.span.start - old.span.start)
