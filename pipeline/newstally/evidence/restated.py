"""One quantity, said again: which figures of a story are statements of the same thing.

A repeat is never formed because two nouns agree: actors, place, size and the words around must say that both are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newstally.evidence import scope
from newstally.evidence.intervals import compare, exactly
from newstally.types import Count, Span, Story
from newstally.words.tables import read_once

TAKEN_UP = 2
"""Sentences from "eleven other people" to "the eleven"."""
SEVERAL, FAR = 5, 5
"""Fewer than so many are taken up by "the two" over so many sentences at most."""
NEAREST = 8
"""With how many of the latest groups of one value a figure is compared: keeps long tables linear."""
TALLY = re.compile(r"\d{1,4}[-–—]\d{1,4}(?![\d-])")
TALLY_BEFORE = re.compile(r"(?:\d{1,4}[-–—])?$")
OF_PEOPLE = frozenset(
    ("body", "death", "life", "fatality", "casualty", "arrest", "injury", "survivor", "name", "signature")
)
"""Nouns of which there is one a person."""
OF_EACH = r"\b(?:both|each|every)\s(?:[\w-]+\s)?"
COMMON_WORD = re.compile(r"\b[a-z]{4,}")


def _are_apart_here(story: Story, first: Count, later: Count) -> bool:
    """As `apart`; but a headline names the doer otherwise than its lede, and what is planned as if it were done.

    "The eleven" takes up "eleven other people" right before.
    """
    if not scope.same_value(first, later):
        return scope.apart(first, later)
    if _is_of_one_of_them(story, first, later):
        return scope.are_told_apart(first, later)
    if scope.is_bare_and_definite(later) and later.sentence - first.sentence <= TAKEN_UP and "other" in first.cues:
        return bool(scope.cues_apart(first, later))
    if first.kin == later.kin and _is_headline_of(story, first, later):
        is_large = (first.amount.value or 0) >= scope.MANY  # "14 died and 23 others were hurt" says so of the 14 alone
        is_one_lot = is_large or scope.is_another(first) == scope.is_another(later)
        return not is_one_lot or bool(scope.cues_apart(first, later) - scope.PLANNED)
    return scope.apart(first, later)


def _is_of_one_of_them(story: Story, first: Count, later: Count) -> bool:
    """Whether what is told of each is told of one right after: "both sides held three talks … Oco had three"."""
    is_left_out = bool(first.unit_text) and not later.unit_text and later.unit == first.unit
    if not is_left_out or later.sentence - first.sentence != 1 or len(later.actors) != 1:
        return False
    owners = "|".join(re.escape(name) for name in first.actors if not scope.PERSON_ID.fullmatch(name))
    return bool(owners) and re.search(rf"{OF_EACH}(?:{owners})\b", scope.ahead(story, first), re.IGNORECASE) is not None


def repeats(story: Story, first: Count, later: Count) -> bool:
    """Whether ``later`` states the quantity of ``first`` again, with the same value."""
    return scope.same_value(first, later) and is_said_again(story, first, later)


def is_said_again(story: Story, first: Count, later: Count) -> bool:
    """Whether words and place say that ``later`` is the quantity of ``first``, whatever their values."""
    if _are_apart_here(story, first, later) or _are_others(story, first, later):
        return False
    if first.span.end > later.span.start or (scope.is_compound(first) and scope.is_compound(later)):
        return False
    if first.unit == later.unit == "vote" and not (first.unit_text or later.unit_text):
        return _tally(story, first) == _tally(story, later) != ""
    if not _may_be_one_thing(story, first, later):
        return _takes_up_other_words(story, first, later)
    return scope.modifiers_agree(first, later) and _is_tied(story, first, later)


def _is_tied(story: Story, first: Count, later: Count) -> bool:
    """Whether the later figure is definite or, in another sentence, its place, size, actors or words say as much."""
    if first.sentence == later.sentence or scope.is_definite(story, later):
        return scope.is_definite(story, later)
    return bool(
        (first.actors and later.actors)
        or (first.amount.value or 0) >= scope.MANY
        or _is_headline_of(story, first, later)
        or (scope.place(story, first) in scope.HEAD and _is_one_noun(first, later))
        or (first.unit_text == later.unit_text and " " in first.unit_text)
    )


def _are_others(story: Story, first: Count, later: Count) -> bool:
    """Whether "the two" takes up other names than "the two" before it."""
    one, other = _who(story, first), _who(story, later)
    return len(one) == first.amount.value and len(other) == later.amount.value and one != other


def _who(story: Story, count: Count) -> frozenset[str]:
    """The people named last before "the two", if they are two, by id; of any other figure nobody."""
    value = count.amount.value or 0
    if value >= scope.MANY or not (_is_bare_person(count) and scope.is_definite(story, count)):
        return frozenset()
    start = count.span.start
    before = ((span.start, one.id) for one in story.people for span in one.mentions if span.end <= start)
    named = dict.fromkeys(name for _, name in sorted(before, reverse=True))
    return frozenset([*named][: int(value)])


def _tally(story: Story, count: Count) -> str:
    """The whole tally of which the count is a side, its dash a hyphen, "" for any other votes: "6-5"."""
    text = story.article.text
    start = count.span.start - len(TALLY_BEFORE.search(text[max(0, count.span.start - 8) : count.span.start])[0])
    found = TALLY.match(text, start)
    return re.sub("[–—]", "-", found[0]) if found else ""


def _may_be_one_thing(story: Story, first: Count, later: Count) -> bool:
    """Whether the units are kin, one stands for the other ("the two"), or one is said as a verb (arrests, arrested)."""
    return (
        first.kin == later.kin
        or _are_one_lot(story, first, later)
        or (_is_bare_person(later) and _may_be_people(first) and _is_within_reach(first, later))
        or (_is_bare_person(first) and _may_be_people(later) and not _points_back(story, first, later))
        or _is_said_as_verb(first.unit, scope.sentence(story, later))
        or _is_said_as_verb(later.unit, scope.sentence(story, first))
        or _is_headline_in_other_words(story, first, later)
        or (scope.is_definite(story, later) and bool(scope.nouns(later) & scope.stems(first.unit_text)))
    )


def _is_headline_of(story: Story, first: Count, later: Count) -> bool:
    """Whether the first stands over the story, and the later there too or in its first paragraphs."""
    return _is_over(story, first) and (later.block in scope.ledes(story) or _is_over(story, later))


def _is_over(story: Story, count: Count) -> bool:
    """Whether the figure stands over the first paragraph: in the headline, the deck or a list of key points."""
    is_point = scope.place(story, count) == "item" and count.block < min(scope.ledes(story), default=0)
    return is_point or scope.place(story, count) in scope.HEAD


def _is_headline_in_other_words(story: Story, first: Count, later: Count) -> bool:
    """Whether a figure of the headline comes back in the lede with another noun: "seven frogs", "seven new species".

    Nothing sets the two apart, not even a subset, and no other figure there has the headline's noun.
    """
    if not (_is_headline_of(story, first, later) and scope.same_value(first, later) and first.cues == later.cues):
        return False
    is_named = bool(first.unit_text or first.unit == "vote") and bool(later.unit_text)
    is_of_one_sort = first.living == later.living or first.unit in OF_PEOPLE or first.unit == "vote"
    rivals = (one for one in story.counts if one.kin == first.kin and one.block in scope.ledes(story))
    return is_named and is_of_one_sort and not any(scope.same_value(first, one) for one in rivals)


def _are_one_lot(story: Story, first: Count, later: Count) -> bool:
    """Whether both are of people, and the later takes up the first, "these two persons", or is its lede."""
    is_lede = _is_headline_of(story, first, later) and "subset" not in later.cues
    is_taken_up = scope.is_people(later) and scope.is_definite(story, later) and _is_within_reach(first, later)
    return first.living and later.living and (is_taken_up or (is_lede and scope.same_value(first, later)))


def _is_bare_person(count: Count) -> bool:
    return scope.is_people(count) and not count.unit_text


def _is_within_reach(first: Count, later: Count) -> bool:
    """Whether "the two" stands so near that it takes up the first: of so few there are others in every story."""
    return (first.amount.value or 0) >= SEVERAL or later.sentence - first.sentence <= FAR


def _points_back(story: Story, first: Count, later: Count) -> bool:
    """Whether the first takes up people named before it, and the later names some anew: "the two … two sons".

    Or the later takes up others: "nine firefighters … eight were men … all eight firefighters".
    """
    if not scope.is_definite(story, later):
        return scope.is_definite(story, first)
    earlier = (one for one in story.counts if one.unit == later.unit and one.span.start < later.span.start)
    return any(one.unit_text and one is not first and not scope.same_value(one, later) for one in earlier)


def _may_be_people(count: Count) -> bool:
    """Whether the things counted are people, or one a person: "three dead" are three deaths, not three shafts."""
    is_part = "subset" in count.cues and not scope.is_people(count)  # three of the judges are not the three who died
    return (count.living and not is_part) or count.unit in OF_PEOPLE


def _is_said_as_verb(unit: str, around: Span) -> bool:
    return len(unit) > 3 and re.search(rf"\b{re.escape(unit[:5])}[a-z]*(?<=ed|ng)\b", around.text) is not None


def _is_one_noun(one: Count, other: Count) -> bool:
    """Whether both are written with one noun, and both or neither as a part of more."""
    is_part = ("subset" in one.cues) != ("subset" in other.cues)
    return bool(one.unit_text and other.unit_text) and one.unit == other.unit and not is_part


def _takes_up_other_words(story: Story, first: Count, later: Count) -> bool:
    """A distinctive figure that is known, or has a word in common: "214 people … the 214 patients"."""
    is_known = scope.is_definite(story, later)
    is_of_one_sort = first.living == later.living or not {first.unit, later.unit}.isdisjoint(OF_PEOPLE)
    is_marked = is_known or ((first.amount.value or 0) >= scope.STRIKING and is_of_one_sort)
    if not (scope.is_distinctive(first) and is_marked) or first.sentence == later.sentence:
        return False
    is_alike = first.cues == later.cues and first.living == later.living
    if is_known and is_alike and first.unit_text and later.unit_text:
        return True
    around = (scope.stems(scope.sentence(story, one).text, COMMON_WORD) for one in (first, later))
    shared = frozenset.intersection(*around)
    return bool(shared - scope.stems(f"{first.span.text} {later.span.text}"))


@read_once
def statements(story: Story) -> tuple[tuple[Count, ...], ...]:
    """The body's counts grouped into quantities: each group holds all statements of one, most hold one.

    Groups are in the order of their first statement, and the statements in the order of the text.
    """
    groups: list[list[Count]] = []
    by_value: dict[float | None, list[list[Count]]] = {}
    for count in scope.body(story):
        rivals = by_value.setdefault(count.amount.value, [])
        near = sorted(reversed(rivals[-NEAREST:]), key=lambda group: group[0].kin != count.kin)
        fitting = (group for group in near if _joins(story, count, group))
        group = next(fitting, None)
        if group is None:
            group = []
            groups.append(group)
            rivals.append(group)
        group.append(count)
    return tuple(tuple(group) for group in groups)


def _joins(story: Story, count: Count, group: Sequence[Count]) -> bool:
    known = group[:1] + group[-NEAREST:] if len(group) > NEAREST else group
    are_apart = any(_are_apart_here(story, member, count) for member in known)
    return not are_apart and any(repeats(story, one, count) for one in known)


def rounded(story: Story) -> Iterator[tuple[Count, Count]]:
    """The figures that a headline or the lede rounds, each with the exact one: "nearly 4,000 people", "3,870 people".

    The sentences must have a further word in common, and no second exact figure may be meant.
    """
    counts = scope.body(story)
    for first in counts:
        is_vague = first.amount.modifier == "about" and (first.amount.value or 0) >= scope.MANY
        is_opening = is_vague and (_is_over(story, first) or first.block in scope.ledes(story))
        exact = (one for one in counts if is_opening and one.amount.modifier in ("exact", "at_least", "more_than"))
        meant = [one for one in exact if not scope.same_value(first, one) and _is_rounded(story, first, one)]
        if len({one.amount.value for one in meant}) == 1:
            yield first, meant[0]


def _is_rounded(story: Story, first: Count, exact: Count) -> bool:
    value = exactly(exact.amount.value or 0)  # "at least 236" is what "almost 250" rounds, "at least 11" is not
    if compare(first.amount, value) != "consistent" or not is_said_again(story, first, exact):
        return False
    shared = scope.stems(scope.sentence(story, first).text) & scope.stems(scope.sentence(story, exact).text)
    return bool(shared - scope.nouns(first) - scope.nouns(exact))


def spokesman(story: Story, group: Sequence[Count]) -> Count:
    """The statement that stands for a group: its first below the headline, else its first."""
    return next((count for count in group if scope.place(story, count) != "headline"), group[0])


def actors(group: Iterable[Count]) -> frozenset[str]:
    """Whose quantity it is, as far as any statement of it says."""
    return frozenset(name for count in group for name in scope.owners(count))
