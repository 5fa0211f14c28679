"""What is wrong, each object once, under however many measures; and what is newly so against another run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from newstally.evaluate.items import Item
from newstally.evaluate.judged import Outcome
from newstally.evaluate.measures import KIND_OF

Side = Literal["missed", "spurious"]
Outcomes = Mapping[str, Outcome]
NOTHING = Outcome(0, 0, 0)


class Wrong(NamedTuple):
    """An object of the gold that was missed, or of the record that is spurious, and the measures that say so."""

    article: str
    kind: str
    side: Side
    item: Item
    measures: tuple[str, ...]


def wrongs(articles: Iterable[tuple[str, Outcomes]]) -> list[Wrong]:
    """Everything that is wrong, article by article in the order of the kinds and of the text."""
    nothing = dict.fromkeys(KIND_OF, NOTHING)
    return [wrong for name, outcomes in articles for wrong in newly_wrong(name, outcomes, nothing)]


def newly_wrong(article: str, now: Outcomes, before: Outcomes) -> list[Wrong]:
    """What is wrong in ``now`` and was not in ``before``; with the two exchanged, what is newly right."""
    found: dict[tuple[str, Side, Item], list[str]] = {}
    for measure in (name for name in now if name in before):
        for side, items in new_items(now[measure], before[measure]):
            for item in items:
                found.setdefault((KIND_OF[measure], side, item), []).append(measure)
    kinds = list(dict.fromkeys(KIND_OF.values()))
    order = sorted(found, key=lambda each: (kinds.index(each[0]), each[2].line, each[2].column, each[1], each[2]))
    return [Wrong(article, *each, measures=tuple(found[each])) for each in order]


def new_items(now: Outcome, before: Outcome) -> Iterator[tuple[Side, list[Item]]]:
    """The items of each side that ``before`` had not; where they stand makes no difference."""
    yield "missed", _surplus(now.missed, before.missed)
    yield "spurious", _surplus(now.spurious, before.spurious)


def _surplus(now: Sequence[Item], before: Sequence[Item]) -> list[Item]:
    left = Counter(item.says for item in before)
    surplus = []
    for item in now:
        if left[item.says]:
            left[item.says] -= 1
        else:
            surplus.append(item)
    return surplus
