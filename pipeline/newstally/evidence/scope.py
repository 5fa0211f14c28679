"""Which figures speak of the same thing: the evidence on which checks pair them.

Two figures are never compared because their nouns agree. What ties them is the unit (the same, or kin in the units
table), the actors (equal for a repeat; a total's are the union of its parts'), the place in the text (headline and
lede, a figure and its later "the ten") and words they share; what sets them apart are cues: another year, a rate, a
forecast, "another four". Figures in a correction note never meet those of the body here.
"""

from __future__ import annotations

import re

from newstally.evidence.intervals import compare, zeros
from newstally.types import SET_ASIDE, BlockKind, Count, Span, Story, TextList
from newstally.words.tables import read_once

APART = frozenset({"forecast", "hypothetical", "earlier", "change", "cumulative"})
"""Cues that both figures must have, or neither, to be compared: 20 expected are not the 20 who came."""

PLANNED = frozenset({"forecast", "hypothetical"})
HEAD = frozenset({"headline", "deck"})
MANY = 10
"""From here one figure of one kind seldom stands twice by chance in a story; smaller ones need more evidence."""
DISTINCTIVE = 13
"""The same for things of unlike names, where the later one is definite ("its 14 members"), …"""
STRIKING = 100
"""… and where it is not."""

PEOPLE = frozenset({"person", "people", "individual", "man", "woman"})
LEDE_PARAGRAPHS = 3

TAKES_UP = re.compile(r"(?:the|all|these|those|both)\s", re.IGNORECASE)
DEFINITE = re.compile(r"(?:\b(?:the|these|those|all|both|its|their|his|her|our)|['’]s?)\s*$", re.IGNORECASE)
COUNTED = re.compile(r"(?<![A-Za-z])([A-Za-z]++)\s++(?:of|with|involving)\s+$")
WORD = re.compile(r"\b[A-Za-z][a-z]{3,}")
PERSON_ID = re.compile(r"P\d+")
# Words too common to tie two sentences together.
STOP = {
    "about", "after", "again", "also", "among", "another", "been", "before", "being", "both", "could", "does",
    "each", "even", "ever", "every", "first", "from", "have", "having", "here", "into", "just", "last", "like",
    "made", "many", "more", "most", "much", "next", "only", "other", "over", "said", "same", "says", "should",
    "since", "some", "still", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this",
    "those", "three", "through", "time", "under", "until", "very", "week", "well", "were", "what", "when", "where",
    "which", "while", "will", "with", "would", "year", "your",
}  # fmt: skip
# Words before "of 30 men" that say how the men are taken together, not what they are in; cut as `stems` are.
MEASURES = frozenset(
    word[:5]
    for word in (
        "average", "band", "bunch", "class", "crew", "crowd", "deaths", "dozens", "families", "fleet", "force", "gang",
        "group", "groups", "half", "handful", "home", "hundreds", "killing", "list", "majority", "maximum", "minimum",
        "number", "pair", "panel", "part", "party", "percent", "population", "quarter", "range", "record", "rest",
        "series", "staff", "string", "team", "teams", "tens", "third", "thirds", "thousands", "total", "town",
        "village",
    )
)  # fmt: skip


# ---- where a figure stands -------------------------------------------------------------------------------------------


def place(story: Story, count: Count) -> BlockKind:
    """The kind of the block in which ``count`` stands."""
    return story.layout.blocks[count.block].kind if count.block < len(story.layout.blocks) else "paragraph"


@read_once
def body(story: Story) -> tuple[Count, ...]:
    """The counts that may be compared: not in a correction note, not set aside by a cue, in the order of the text."""
    noted = {name for note in story.corrections for name in (note.old, note.new)}
    return tuple(
        count
        for count in story.counts
        if place(story, count) != "correction" and count.id not in noted and not count.cues & SET_ASIDE
    )


@read_once
def ledes(story: Story) -> tuple[int, ...]:
    """The numbers of the first paragraphs, in which news says again what the headline said."""
    paragraphs = (number for number, block in enumerate(story.layout.blocks) if block.kind == "paragraph")
    return tuple(number for number, _ in zip(paragraphs, range(LEDE_PARAGRAPHS), strict=False))


def between(story: Story, first: Count, second: Count) -> str:
    """The text from the end of ``first`` to the start of ``second``."""
    return story.article.text[first.span.end : second.span.start]


def ahead(story: Story, count: Count) -> str:
    """The sentence up to ``count``."""
    return story.article.text[sentence(story, count).start : count.span.start]


def sentence(story: Story, count: Count) -> Span:
    """The sentence around ``count``; the count's own span where the story has no sentences."""
    return story.sentences[count.sentence] if count.sentence < len(story.sentences) else count.span


def is_definite(story: Story, count: Count) -> bool:
    """Whether the figure takes up one that was named: "the ten", "those ten men", "its 140 signatures"."""
    start = count.span.start
    return bool(DEFINITE.search(story.article.text[max(0, start - 8) : start]) or count.span.text[:4].lower() == "the ")


def stems(text: str, word: re.Pattern[str] = WORD) -> frozenset[str]:
    """The content words of ``text``, cut so that killed and killing meet."""
    return frozenset(found.lower()[:5] for found in word.findall(text) if found.lower() not in STOP)


def nouns(count: Count) -> frozenset[str]:
    """The noun of a count, as lemma and as it is written."""
    return stems(f"{count.unit} {count.unit_text.rpartition(' ')[2]}")


def situation(story: Story, count: Count, width: int = 40) -> frozenset[str]:
    """The content words of the figure and of what its sentence says right after it; "trial" in "a trial of 30 men"."""
    around = sentence(story, count)
    end = min(max(around.end, count.span.end), count.span.end + width)
    before = COUNTED.search(ahead(story, count))
    counted = stems(before[1]) - MEASURES if before else frozenset()
    return counted | stems(story.article.text[count.span.start : end])


# ---- one quantity, said again ----------------------------------------------------------------------------------------


def owners(count: Count | TextList) -> frozenset[str]:
    """Whose count or list it is: people by id, others by the last word ("Army helicopters" are "helicopters")."""
    return frozenset(name if PERSON_ID.fullmatch(name) else name.lower().split()[-1] for name in count.actors)


def apart(one: Count, other: Count) -> bool:
    """Whether cues or actors say that these are two quantities; a sentence may name only some of the actors."""
    return _are_of_others(one, other) or are_told_apart(one, other)


def are_told_apart(one: Count, other: Count) -> bool:
    """Whether cues say that these are two quantities, whoever's they are."""
    return bool(cues_apart(one, other)) or is_another(one) != is_another(other)


def _are_of_others(one: Count, other: Count) -> bool:
    first, second = owners(one), owners(other)
    if first <= second or second <= first:
        return False
    return not (same_value(one, other) and (_are_said_otherwise(first, second) or _is_no_chance(one, other)))


def _is_no_chance(one: Count, other: Count) -> bool:
    """Whether so large a figure of one noun is one quantity, whatever its doers are called: "teams", "the campaign"."""
    is_striking = is_distinctive(one) and (one.amount.value or 0) >= STRIKING
    is_named = any(PERSON_ID.fullmatch(name) for name in (*one.actors, *other.actors))
    return is_striking and one.unit == other.unit and bool(one.unit_text and other.unit_text) and not is_named


def _are_said_otherwise(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one statement names a person and the other has words ("the minister"): it may be the same one."""
    is_id = [{bool(PERSON_ID.fullmatch(name)) for name in names} for names in (first, second)]
    return is_id in ([{True}, {False}], [{False}, {True}])


def cues_apart(one: Count, other: Count) -> frozenset[str]:
    """The cues that set two figures apart; "the eight" takes up eight that are to open, a change of 14,600 the jobs."""
    cues = (one.cues ^ other.cues) & APART
    if not cues or not same_value(one, other):
        return cues
    are_alive = one.living and other.living
    is_taken_up = is_bare_and_definite(other) and (one.unit == other.unit or are_alive)
    if one.unit == other.unit or is_taken_up:
        cues -= PLANNED | {"earlier"} if is_taken_up else set()
        cues -= {"change"} if is_distinctive(one) else set()
        cues -= {"cumulative"} if (one.amount.value or 0) >= MANY else set()
    return cues - {"cumulative"} if are_alive else cues  # "no word so far about these two persons"


def is_bare_and_definite(count: Count) -> bool:
    """Whether the figure takes up one that was named without saying of what: "the eight", "all four"."""
    return not count.unit_text and TAKES_UP.match(count.span.text) is not None


def is_another(count: Count) -> bool:
    """Whether these are others than those named before: "another four", "two more"."""
    return "other" in count.cues


def same_value(one: Count, other: Count) -> bool:
    """Whether both print the same figure, and their modifiers allow that they mean the same."""
    equal = one.amount.value is not None and one.amount.value == other.amount.value
    return equal and compare(one.amount, other.amount) != "contradictory"


def modifiers_agree(one: Count, other: Count) -> bool:
    """Whether one unit has all modifiers of the other: "talks" and "high-level talks", not "new" and "old deaths"."""
    first, second = ({*count.unit_text.lower().split()[:-1]} for count in (one, other))
    return first <= second or second <= first


def is_compound(count: Count) -> bool:
    """Whether the figure only describes what follows it: "six-unit", "two-party"."""
    return bool(count.unit_text) and " " not in count.span.text and "-" in count.span.text


def is_people(count: Count) -> bool:
    """Whether the unit says no more than that these are people, so that it may take up any of them."""
    return count.unit in PEOPLE


def is_distinctive(count: Count) -> bool:
    """Whether the figure is large and of more than one digit but zeros, so that it hardly stands twice by chance."""
    value = count.amount.value or 0
    return value >= max(DISTINCTIVE, 10 ** (zeros(value) + 1))


