"""Correction notes against the body: which of its figures a note means.

A note and a figure of the body are of one matter where they share words beyond the noun; how many it takes goes by how
rarely such a figure stands there by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newstally.evidence import restated, scope
from newstally.evidence.intervals import compare
from newstally.types import Correction, Count, Story

STRIKING = 1000
"""From here a figure that is not round stands twice for one noun by no chance."""
# Words of every correction note, cut as `scope.stems` are; they say nothing about the matter.
WORDS = frozenset(
    word[:5]
    for word in (
        "amended", "article", "changed", "clarification", "clarified", "correct", "corrected", "correction", "earlier",
        "editing", "editor", "erratum", "error", "figure", "gave", "headline", "incorrect", "incorrectly", "instead",
        "mistakenly", "misstated", "note", "number", "original", "overstated", "previous", "rather", "record", "report",
        "reported", "revised", "stated", "story", "total", "understated", "updated", "version", "wrong", "wrongly",
    )
)  # fmt: skip


def noted(story: Story) -> Iterator[tuple[Correction, Count | None, Count | None]]:
    """Every correction note with its old and its new figure as counts."""
    by_id = {count.id: count for count in story.counts}
    for note in story.corrections:
        yield note, by_id.get(note.old or ""), by_id.get(note.new or "")


def of_kind(note: Correction, groups: Iterable[Sequence[Count]]) -> list[Sequence[Count]]:
    """The quantities of the kind of thing that ``note`` corrects."""
    return [group for group in groups if note.kin == group[0].kin]


def right_figure(story: Story, note: Correction, new: Count, kin: Sequence[Sequence[Count]]) -> Count | None:
    """The body's statement of the corrected figure: the same figure before one that only allows it ("about 20").

    kin: the quantities of the note's kind, as `of_kind` gives them.
    """
    equal = [group for group in kin if scope.same_value(new, group[0])]
    near = [group for group in kin if group[0].amount.modifier in ("about", "range")]
    allowing = [group for group in near if compare(new.amount, group[0].amount) == "consistent"]
    matching = [group for group in allowing if same_matter(note, story, new, group[0])]
    return next((restated.spokesman(story, group) for group in equal + matching), None)


def standing(
    story: Story, note: Correction, old: Count | None, new: Count | None, kin: Sequence[Sequence[Count]]
) -> list[Sequence[Count]]:
    """The quantities among ``kin``, those of the note's kind, that have the withdrawn figure, in the note's matter."""
    if old is None or (new is not None and old.amount.value == new.amount.value):
        return []
    withdrawn = [group for group in kin if _is_old(group[0], old)]
    is_all = len(kin) == 1
    return [
        group
        for group in withdrawn
        if (is_all and names_only(note, old, new, group[0])) or _is_in_matter(note, story, old, group)
    ]


def _is_old(count: Count, old: Count) -> bool:
    return count.amount.modifier == old.amount.modifier == "exact" and count.amount.value == old.amount.value


def _is_in_matter(note: Correction, story: Story, old: Count, group: Sequence[Count]) -> bool:
    signs = (
        same_matter(note, story, old, count) or _is_no_chance(old, count) or _is_known(story, old, count)
        for count in group
    )
    return any(signs) or is_only_one(note, story, old, group, scope.body(story))


def same_matter(note: Correction, story: Story, figure: Count, told: Count) -> bool:
    """Whether a figure of a correction note and one of the body concern the same matter, not just the same things.

    They share a word beyond the noun; two, where the figure is small or round ("two people").
    """
    return len(_shared(note, story, figure, told)) >= (1 if scope.is_distinctive(figure) else 2)


def _shared(note: Correction, story: Story, figure: Count, told: Count) -> frozenset[str]:
    """The words that a correction note and the body's sentence around ``told`` share beyond the noun."""
    shared = scope.stems(note.span.text) & scope.stems(scope.sentence(story, told).text)
    return shared - scope.nouns(figure) - scope.nouns(told)


def _is_no_chance(figure: Count, told: Count) -> bool:
    """Whether so rare a figure, of so many things of that very noun, is hardly another one: "1,280 children"."""
    is_striking = (figure.amount.value or 0) >= STRIKING and scope.is_distinctive(figure)
    return is_striking and figure.unit == told.unit and not scope.is_people(figure)


def _is_known(story: Story, figure: Count, told: Count) -> bool:
    """Whether the body has so many of that very noun as known: "at the nine hotels", where nine was withdrawn."""
    is_noun = figure.unit == told.unit and bool(told.unit_text) and not scope.is_people(figure)
    return is_noun and scope.is_definite(story, told) and (figure.amount.value or 0) > 2


def is_only_one(
    note: Correction, story: Story, figure: Count, told: Sequence[Count], others: Iterable[Count], least: int = 1
) -> bool:
    """Whether ``told`` has the note's noun and some matter, and no other figure of the kind among ``others`` has any.

    People are too common for that: two were killed in a crash that two others saw. ``least`` words make some matter.
    """

    def matters(count: Count) -> int:
        return len(_shared(note, story, figure, count) - WORDS)

    mine = {count.id for count in told}
    rivals = (
        one
        for one in others
        if one.id not in mine and one.kin == note.kin and one.amount != figure.amount and not scope.apart(one, figure)
    )
    is_same_noun = told[0].unit == figure.unit and not scope.is_people(figure)
    return is_same_noun and max(map(matters, told)) >= least and not any(map(matters, rivals))


def names_only(note: Correction, old: Count | None, new: Count | None, told: Count) -> bool:
    """Whether the note names no matter but the things counted, and ``told`` counts those, by the same noun.

    "An earlier version gave the number of volunteers as 230. There were 320": any volunteers of the story may be
    meant. Only for figures that hardly stand there by chance, and not for people in general.
    """
    figures = [count for count in (old, new) if count]
    known = scope.nouns(told).union(*(scope.nouns(count) | scope.stems(count.span.text) for count in figures))
    is_noun = told.unit == figures[0].unit and not scope.is_people(figures[0])
    return is_noun and scope.is_distinctive(figures[0]) and not scope.stems(note.span.text) - WORDS - known
