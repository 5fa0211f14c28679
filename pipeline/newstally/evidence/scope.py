"""Which figures speak of the same thing: the evidence on which checks pair them.

Two figures are never compared because their nouns agree. What ties them is the unit (the same, or kin in the units
table), the actors (equal for a repeat; a total's are the union of its parts'), the place in the text (headline and
lede, a figure and its later "the ten") and words they share; what sets them apart are cues: another year, a rate, a
forecast, "another four". Figures in a correction note never meet those of the body here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newstally.evidence.intervals import compare, zeros
from newstally.types import SET_ASIDE, BlockKind, Count, Span, Story, TextList

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
OF_PEOPLE = frozenset({"body", "death", "life", "fatality", "casualty", "arrest", "injury", "survivor", "name"})
"""Nouns of which there is one a person."""
LEDE_PARAGRAPHS = 3
TAKEN_UP = 2
"""Sentences from "eleven other people" to "the eleven"."""
NEAREST = 8
"""With how many of the latest groups of one value a figure is compared: keeps long tables linear."""

TAKES_UP = re.compile(r"(?:the|all|these|those|both)\s", re.IGNORECASE)
DEFINITE = re.compile(r"(?:\b(?:the|these|those|all|both|its|their|his|her|our)|['’]s?)\s*$", re.IGNORECASE)
COUNTED = re.compile(r"(?<![A-Za-z])([A-Za-z]++)\s++(?:of|with|involving)\s+$")
TALLY = re.compile(r"\d{1,4}[-–—]\d{1,4}(?![\d-])")
TALLY_BEFORE = re.compile(r"(?:\d{1,4}[-–—])?$")
WORD = re.compile(r"\b[A-Za-z][a-z]{3,}")
COMMON_WORD = re.compile(r"\b[a-z]{4,}")
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


def body(story: Story) -> tuple[Count, ...]:
    """The counts that may be compared: not in a correction note, not set aside by a cue, in the order of the text."""
    noted = {name for note in story.corrections for name in (note.old, note.new)}
    return tuple(
        count
        for count in story.counts
        if place(story, count) != "correction" and count.id not in noted and not count.cues & SET_ASIDE
    )


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
    return _are_of_others(one, other) or _are_told_apart(one, other)


def _are_told_apart(one: Count, other: Count) -> bool:
    return bool(_cues_apart(one, other)) or _is_another(one) != _is_another(other)


def _are_apart_here(story: Story, first: Count, later: Count) -> bool:
    """As `apart`; but a headline names the doer otherwise than its lede, and what is planned as if it were done.

    "The eleven" takes up "eleven other people" right before.
    """
    if not same_value(first, later):
        return apart(first, later)
    if _is_bare_and_definite(later) and later.sentence - first.sentence <= TAKEN_UP and "other" in first.cues:
        return bool(_cues_apart(first, later))
    if first.kin == later.kin and _is_headline_of(story, first, later):
        return bool(_cues_apart(first, later) - PLANNED) or _is_another(first) != _is_another(later)
    return apart(first, later)


def _are_of_others(one: Count, other: Count) -> bool:
    first, second = owners(one), owners(other)
    is_same = same_value(one, other) and (_are_said_otherwise(first, second) or _is_no_chance(one, other))
    return not (first <= second or second <= first or is_same)


def _is_no_chance(one: Count, other: Count) -> bool:
    """Whether so large a figure of one noun is one quantity, whatever its doers are called: "teams", "the campaign"."""
    is_striking = is_distinctive(one) and (one.amount.value or 0) >= STRIKING
    is_named = any(PERSON_ID.fullmatch(name) for name in (*one.actors, *other.actors))
    return is_striking and one.unit == other.unit and bool(one.unit_text and other.unit_text) and not is_named


def _are_said_otherwise(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one statement names a person and the other has words ("the minister"): it may be the same one."""
    is_id = [{bool(PERSON_ID.fullmatch(name)) for name in names} for names in (first, second)]
    return is_id in ([{True}, {False}], [{False}, {True}])


def _cues_apart(one: Count, other: Count) -> frozenset[str]:
    """The cues that set two figures apart; "the eight" takes up eight that are to open, a change of 14,600 the jobs."""
    cues = (one.cues ^ other.cues) & APART
    if same_value(one, other) and one.unit == other.unit:
        cues -= PLANNED | {"earlier"} if _is_bare_and_definite(other) else set()
        cues -= {"change", "cumulative"} if is_distinctive(one) else set()
    if same_value(one, other) and one.living and other.living:
        cues -= {"cumulative"}  # "no word so far about these two persons"
    return cues


def _is_bare_and_definite(count: Count) -> bool:
    return not count.unit_text and TAKES_UP.match(count.span.text) is not None


def _is_another(count: Count) -> bool:
    """Whether these are others than those named before: "another four", "two more"."""
    return "other" in count.cues


def same_value(one: Count, other: Count) -> bool:
    """Whether both print the same figure, and their modifiers allow that they mean the same."""
    equal = one.amount.value is not None and one.amount.value == other.amount.value
    return equal and compare(one.amount, other.amount) != "contradictory"


def repeats(story: Story, first: Count, later: Count) -> bool:
    """Whether ``later`` states the quantity of ``first`` again, with the same value."""
    return same_value(first, later) and is_said_again(story, first, later)


def is_said_again(story: Story, first: Count, later: Count) -> bool:
    """Whether words and place say that ``later`` is the quantity of ``first``, whatever their values."""
    if _are_apart_here(story, first, later) or _are_others(story, first, later):
        return False
    if first.span.end > later.span.start or (is_compound(first) and is_compound(later)):
        return False
    if first.unit == later.unit == "vote" and not (first.unit_text or later.unit_text):
        return _tally(story, first) == _tally(story, later) != ""
    if not _may_be_one_thing(story, first, later):
        return _takes_up_other_words(story, first, later)
    return modifiers_agree(first, later) and _is_tied(story, first, later)


def _is_tied(story: Story, first: Count, later: Count) -> bool:
    """Whether the later figure is definite or, in another sentence, its place, size, actors or words say as much."""
    if first.sentence == later.sentence or is_definite(story, later):
        return is_definite(story, later)
    return bool(
        (first.actors and later.actors)
        or (first.amount.value or 0) >= MANY
        or _is_headline_of(story, first, later)
        or (place(story, first) in HEAD and place(story, later) in HEAD)
        or (place(story, first) in HEAD and _is_one_noun(first, later))
        or (first.unit_text == later.unit_text and " " in first.unit_text)
    )


def _are_others(story: Story, first: Count, later: Count) -> bool:
    """Whether "the two" takes up other names than "the two" before it."""
    one, other = _who(story, first), _who(story, later)
    return len(one) == first.amount.value and len(other) == later.amount.value and one != other


def _who(story: Story, count: Count) -> frozenset[str]:
    """The people named last before "the two", if they are two, by id; of any other figure nobody."""
    value = count.amount.value or 0
    if value >= MANY or not (_is_bare_person(count) and is_definite(story, count)):
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
        or (_is_bare_person(later) and _may_be_people(first))
        or (_is_bare_person(first) and _may_be_people(later) and not _points_back(story, first, later))
        or _is_said_as_verb(first.unit, sentence(story, later))
        or _is_said_as_verb(later.unit, sentence(story, first))
        or _is_headline_in_other_words(story, first, later)
        or (is_definite(story, later) and bool(nouns(later) & stems(first.unit_text)))
    )


def _is_headline_of(story: Story, first: Count, later: Count) -> bool:
    """Whether the first stands over the story and the later in one of its first paragraphs."""
    return place(story, first) in HEAD and later.block in ledes(story)


def _is_headline_in_other_words(story: Story, first: Count, later: Count) -> bool:
    """Whether a figure of the headline comes back in the lede with another noun: "seven frogs", "seven new species".

    Nothing sets the two apart, not even a subset, and no other figure there has the headline's noun.
    """
    if not (_is_headline_of(story, first, later) and same_value(first, later) and first.cues == later.cues):
        return False
    is_named = bool(first.unit_text or first.unit == "vote") and bool(later.unit_text)
    rivals = (one for one in story.counts if one.kin == first.kin and one.block in ledes(story))
    return is_named and not any(same_value(first, one) for one in rivals)


def _are_one_lot(story: Story, first: Count, later: Count) -> bool:
    """Whether both are of people, and the later takes up the first, "these two persons", or is its lede."""
    is_lede = _is_headline_of(story, first, later) and "subset" not in later.cues
    is_taken_up = is_people(later) and is_definite(story, later)
    return first.living and later.living and (is_taken_up or (is_lede and same_value(first, later)))


def _is_bare_person(count: Count) -> bool:
    return is_people(count) and not count.unit_text


def _points_back(story: Story, first: Count, later: Count) -> bool:
    """Whether the first takes up people named before it, and the later names some anew: "the two … two sons".

    Or the later takes up others: "nine firefighters … eight were men … all eight firefighters".
    """
    if not is_definite(story, later):
        return is_definite(story, first)
    earlier = (one for one in story.counts if one.unit == later.unit and one.span.start < later.span.start)
    return any(one.unit_text and one is not first and not same_value(one, later) for one in earlier)


def _may_be_people(count: Count) -> bool:
    """Whether the things counted are people, or one a person: "three dead" are three deaths, not three shafts."""
    is_part = "subset" in count.cues and not is_people(count)  # three of the judges are not the three who died
    return (count.living and not is_part) or count.unit in OF_PEOPLE


def _is_said_as_verb(unit: str, around: Span) -> bool:
    return len(unit) > 3 and re.search(rf"\b{re.escape(unit[:5])}[a-z]*(?<=ed|ng)\b", around.text) is not None


def _is_one_noun(one: Count, other: Count) -> bool:
    """Whether both are written with one noun, and both or neither as a part of more."""
    is_part = ("subset" in one.cues) != ("subset" in other.cues)
    return bool(one.unit_text and other.unit_text) and one.unit == other.unit and not is_part


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


def _takes_up_other_words(story: Story, first: Count, later: Count) -> bool:
    """A distinctive figure that is known, or has a word in common: "214 people … the 214 patients"."""
    is_known = is_definite(story, later)
    is_marked = is_known or ((first.amount.value or 0) >= STRIKING and first.living == later.living)
    if not (is_distinctive(first) and is_marked) or first.sentence == later.sentence:
        return False
    if is_known and first.cues == later.cues and first.unit_text and later.unit_text:
        return True
    shared = stems(sentence(story, first).text, COMMON_WORD) & stems(sentence(story, later).text, COMMON_WORD)
    return bool(shared - stems(f"{first.span.text} {later.span.text}"))


def statements(story: Story) -> tuple[tuple[Count, ...], ...]:
    """The body's counts grouped into quantities: each group holds all statements of one, most hold one.

    Groups are in the order of their first statement, and the statements in the order of the text.
    """
    groups: list[list[Count]] = []
    by_value: dict[float | None, list[list[Count]]] = {}
    for count in body(story):
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


def spokesman(story: Story, group: Sequence[Count]) -> Count:
    """The statement that stands for a group: its first below the headline, else its first."""
    return next((count for count in group if place(story, count) != "headline"), group[0])


def actors(group: Iterable[Count]) -> frozenset[str]:
    """Whose quantity it is, as far as any statement of it says."""
    return frozenset(name for count in group for name in owners(count))
