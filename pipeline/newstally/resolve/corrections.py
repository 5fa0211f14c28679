"""Correction notes: which figure is withdrawn and which is right.

A figure is *old* behind words such as "an earlier version", "incorrectly" and "not"; *new* behind "in fact" or "the
correct number", and where nothing says otherwise. What a cue says holds to the end of its clause: "An earlier version
said 20 had died; 19 did".
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
    matched = _matched(olds, news)
    yield from ((old, new) for old, new in matched if new.amount != old.amount)
    if not matched and len(olds) == 1 and not news:
        yield olds[0], None
    if not olds and len(news) == 1 and any(cue.label in CLAUSE_CUES for cue in cues):
        yield None, news[0]


def _matched(olds: Sequence[Count], news: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Withdrawn and right figures two by two: those of one kind before bare numbers, the nearest first."""
    pairs = [(old, new) for old in olds for new in news if _same_thing(old, new)]
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
