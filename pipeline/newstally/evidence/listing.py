"""Which count a list counts, and how many things its items are.

A list in a sentence names its count itself. A list of lines stands under a heading, often far from the figure, and is
tied to it by what the heading counts and by whose it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newstally.evidence import restated, scope, shares
from newstally.types import Count, Item, Span, Story, TextList

# Where the head of a phrase ends: "a stretch | of road", "citizens | from Chad", "nurses | who …".
AFTER_HEAD = re.compile(r"\s(?:of|for|from|to|with|without|in|on|at|by|against|about|over|between|who|which|that)\s|,")
SINGULAR_ENDS = ("ss", "us", "is", "ics", "ews", "ies of")
WORD = re.compile(r"[a-z]{2,}")
STEM = 5  # letters by which "shortlist" and "shortlisted" are one word
SMALL = frozenset({"the", "are", "were", "is", "was", "who", "that", "and", "of", "to", "in", "on", "at", "it", "its"})
ROW = re.compile(r"[^:,]{1,40}:.*[,;]", re.DOTALL)  # a label and what is filed under it
FIRM = 2
"""So many words must heading and sentence share, besides the noun, unless no other list or count has one of them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with the count that states its length.

    ``firm`` says that the heading, or the sentence, names exactly this count, or that every part of a total has its
    list. A list that is tied to a count by its owner alone may confirm a figure, but is no evidence against it.
    """

    count: Count
    list: TextList
    firm: bool


def listed(story: Story) -> tuple[Listed, ...]:
    """Every list with the one count that it counts; lists that fit none, or more than one, are left out."""
    by_id = {count.id: count for count in story.counts}
    found = [Listed(by_id[one.count], one, True) for one in story.lists if one.count in by_id]
    loose = [one for one in story.lists if not one.count and one.items and (one.unit or one.actors or one.heading)]
    if not loose:
        return tuple(found)
    groups = restated.statements(story)
    for one in loose:
        found += [Listed(count, one, True) for count in (*_named(story, one, groups), *_quoted(story, one))]
    found += _told(story, [one for one in loose if one.unit and not one.actors], groups)
    tied = {pair.list.id for pair in found}
    owned = [Listed(count, one, False) for one in loose if one.id not in tied for count in _owned(story, one, groups)]
    firm = _sisters(story, [*found, *owned])
    return tuple([*found, *(replace(pair, firm=pair.count.id in firm) for pair in owned)])


def _named(story: Story, one: TextList, groups: Sequence[tuple[Count, ...]]) -> Iterator[Count]:
    """The count that is of the heading's kind and of the same actors, if there is exactly one."""
    if one.actors:
        fitting = [group for group in groups if group[0].kin == one.kin and restated.actors(group) == scope.owners(one)]
        yield from _only(story, fitting)


def _quoted(story: Story, one: TextList) -> Iterator[Count]:
    """The one count behind which the heading's words stand: "five from the Union" over "From the Union:"."""
    heading = one.heading.text.rstrip(": ").lower() if one.heading and not one.unit else ""
    if " " in heading:
        texts = ((count, story.article.text[count.span.end :].lstrip()) for count in scope.body(story))
        fitting = [count for count, text in texts if text[: len(heading)].lower() == heading]
        yield from fitting if len(fitting) == 1 else ()


def _told(story: Story, lists: Sequence[TextList], groups: Sequence[tuple[Count, ...]]) -> Iterator[Listed]:
    """Lists of nobody, by what heading and sentence say of the unit: "councillors who voted for the plan".

    The best pair first; a count has one list, and a list one count. A pair that shares not a word proves nothing.
    """
    headings = {one.id: _words(one.heading.text) for one in lists if one.heading}
    units = {one.unit for one in lists}
    spoken = {restated.spokesman(story, group): group for group in groups}
    told = {count: _told_of(story, group) for count, group in spoken.items() if count.unit in units}
    pairs = [
        (headings[one.id] & words, count, one)
        for one in lists
        if one.id in headings
        for count, words in told.items()
        if count.unit == one.unit and scope.place(story, count) != "headline"
    ]
    headed = Counter(word for words in headings.values() for word in words)
    taken: set[str] = set()
    for shared, count, one in sorted(pairs, key=lambda pair: -len(pair[0])):
        if count.id not in taken and one.id not in taken:
            taken |= {count.id, one.id}
            alone = {word for word in shared if headed[word] == 1}  # in this heading, and not of a count as near
            rivals = [other for other, words in told.items() if other is not count and words & alone]
            is_distinctive = bool(alone) and all(_is_farther(one, other, count) for other in rivals)
            yield Listed(count, one, is_distinctive or len(shared) >= FIRM)


def _is_farther(one: TextList, other: Count, count: Count) -> bool:
    """Whether the list's length is much farther from the figure of ``other`` than from that of ``count``."""
    off, far = (abs((each.amount.value or 0) - len(one.items)) for each in (count, other))
    return far > 2 * max(off, 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()) if word not in SMALL)


def _told_of(story: Story, group: Sequence[Count]) -> frozenset[str]:
    """The words after each statement of a count, up to the next count of its sentence, and the verb before it.

    Its noun is none of them.
    """
    found: frozenset[str] = frozenset()
    for count in group:
        end = scope.sentence(story, count).end
        following = (one.span.start for one in story.counts if count.span.end <= one.span.start < end)
        start = count.span.end if count.unit_text else count.span.start
        found |= _words(story.article.text[start : min(following, default=end)])
        found |= _words(" ".join(scope.ahead(story, count).split()[-1:]))
    return found


def _owned(story: Story, one: TextList, groups: Sequence[tuple[Count, ...]]) -> Iterator[Count]:
    """The only count of the heading's actors, whatever the heading calls it ("Freeland's diplomatic push")."""
    if one.actors:
        yield from _only(story, [group for group in groups if restated.actors(group) == scope.owners(one)])


def _only(story: Story, groups: Sequence[tuple[Count, ...]]) -> Iterator[Count]:
    """The one quantity that is left, if there is just one; what stands in the headline alone comes second."""
    counts = [restated.spokesman(story, group) for group in groups]
    below = [count for count in counts if scope.place(story, count) not in scope.HEAD]
    if len(below or counts) == 1:
        yield (below or counts)[0]


def _sisters(story: Story, pairs: Sequence[Listed]) -> set[str]:
    """The ids of the parts of every total of which each part has its list: such lists are no chance."""
    with_list = {pair.count.id for pair in pairs if pair.list.heading}
    return {
        part.id
        for share in shares.shares(story)
        if all(one.id in with_list for one in share.parts)
        for part in share.parts
    }


# ---- how many things are listed --------------------------------------------------------------------------------------


def own_count(story: Story, one: TextList, item: Item) -> Count | None:
    """The count at the head of an item that is itself a number of things: "447 likely voters"; a row is always one."""
    if one.heading or one.of_kinds:
        return None
    heads = (count for count in story.counts if count.span.start == item.span.start and item.span.covers(count.span))
    return next(heads, None)


def may_be_several(item: Item) -> bool:
    """Whether an item is a kind of which there may be many ("drug cartels"), or a row itself: "Corals: Roe, Lim"."""
    text = item.span.text
    if ROW.match(text):
        return True
    if item.ref or len(re.findall(r"\b[A-Z]\w", text)) > 1 or any(sign.isdigit() for sign in text):
        return False
    words = AFTER_HEAD.split(text)[0].split()
    head = words[-1] if words else ""
    return head[:1].islower() and head.endswith("s") and not head.endswith(SINGULAR_ENDS)


def evidence(one: TextList) -> tuple[Span, ...]:
    """The spans of a list: its heading, if it has one, and its items."""
    return ((one.heading,) if one.heading else ()) + tuple(item.span for item in one.items)
