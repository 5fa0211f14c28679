"""Rows of figures that share a total out: "12 coffins, nine of wood and three of stone", "of the 26 vans, 17 are …".

Figures that commas and a last "and" join stand right behind their total, behind a phrase that opens with "of the",
behind the part that names it ("six of the nine shops are in England, two in Wales …"), or open the sentence after it.
Where they make the total, they confirm it. Where they all but make it, a slip is likelier than that some are left out,
if the row is *tight* (nothing but its joint stands before a figure), is of the total, and no word says that there are
more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newstally.evidence import scope
from newstally.evidence.parts import SEXES, Sum, Tie, goes_with
from newstally.evidence.slips import is_keystroke
from newstally.types import Count, Story

JOINT = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b|—|–")
TIGHT = re.compile(r".*(?:[,;]|\b(?:and|while|but))\s*(?:the\s+)?", re.DOTALL)
LAST_JOINT = re.compile(r"\b(?:and|while|but)\b|;")
SET_OFF = re.compile(r".*(?:[,:(—–]|--|\bof (?:them|whom|which)\b|\bnamely\b)\s*", re.DOTALL)
SHUT_OFF = re.compile(r".*(?:[:(—–]|--|\bnamely,?)\s*", re.DOTALL)
MADE_UP = re.compile(r"\s*(?:\w+\s+){0,3}?(?:(?:is|are|was|were)\s+)?(?:made up|composed|consist\w*|comprised) of\s*")
CONSISTS = re.compile(r"\b(?:(?:made up|composed|consist\w*|comprised) of|comprises)\s*$")
OF_THEM = re.compile(r"\bof (?:them|whom|which|it)\b")
OF_THE = re.compile(r"\s*of (?:the |these |those |all |its |their )?", re.IGNORECASE)
OPENS_SOME = re.compile(
    r"\b(?:includ\w+|such as|among|like|at least|mostly|mainly|up from|than|compared|from|only|after|before|by)\b",
    re.IGNORECASE,
)
# What joins one more part, without a figure of its own: "and a dog", "and several others".
MORE = re.compile(
    r"(?:[,;]|\b(?:and|or|plus|with|while|but))\s+(?:an?|one|another|several|some|many|more|others?|both|each|every|no"
    r"|none|half|most|few|a few|the rest|the others?|the remaining|remaining|dozens?|hundreds|thousands)\b",
    re.IGNORECASE,
)
# What befalls or is done by some of those there, and leaves others of whom nothing need be said.
FATES = re.compile(
    r"\b(?:killed|died|dead|injured|wounded|hurt|missing|survived|rescued|arrested|charged|convicted|in favou?r|against"
    r"|opposed|voted|votes?|abstained|won|lost|drew|draws?|said|say|think|believe)\b",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"\s*(?:of them\s+)?(in|at|from|near|on|to|for|by|with|during|since|under|over)\b")
CLAUSE = re.compile(r"[,;–—(]")
AHEAD = 3
"""How many figures may stand between a total and its row: "11 tornadoes in the two states, eight in …"."""
LONGEST = 24  # figures of a row: as many as a country has regions
HAS = re.compile(r"\b(?:has|have|had|includes?|included|features?|contains?)\s*$")
REACH, CLOSE = 4, 0.01
"""Sentences from a total to what it is made up of, and how far off that may be, as a share of it."""
WORDS_BETWEEN = 10
WORDS_AHEAD = 8
WORDS_BESIDE = 4
LEAST_KINDS = 20
"""From this total on a row of unlike things behind a comma is no series: "eight chairs, five tables, two lamps"."""
TOO_FEW, TOO_MANY = 0.05, 0.1
"""How far off a slip may leave a row, as a share of its total: where parts are too few, some may be left out."""


def sums(story: Story) -> Iterator[Sum]:
    """Every row that makes the total beside it, or all but makes it."""
    before: list[Count] = []
    recent: list[Count] = []
    for number, group in groupby(scope.body(story), key=lambda count: count.sentence):
        here = list(group)
        if before and before[-1].sentence != number - 1:
            before = []
        for place, total in enumerate(here if len(here) > 1 else ()):
            for start in range(place + 1, min(len(here), place + 1 + AHEAD)):
                yield from _behind(story, total, _row(story, here[start : start + LONGEST], total))
            yield from _partitive(story, total, here[place + 1 : place + 1 + LONGEST])
            row = _row_before(story, here[max(0, place - LONGEST) : place], total)
            yield from _confirmed(story, total, row, is_next=False)
        row = _row(story, here[: LONGEST + 1], None)
        if len(row) > 1:
            if len(row) == len(here):
                yield from _in_the_next_sentence(story, before, row)
            yield from _made_up(story, recent, row)
        before = here
        recent = [one for one in [*recent[-LONGEST:], *here] if one.sentence > number - REACH]


def _row(story: Story, counts: Sequence[Count], total: Count | None) -> tuple[Count, ...]:
    """The first of ``counts`` with those joined to it, nested figures apart."""
    row: list[Count] = []
    for one in counts:
        if total and total.span.end > one.span.start:
            continue
        if row and one.span.start < row[-1].span.end:
            return ()
        if row and not _are_joined(story, row[-1], one):
            break
        row.append(one)
    return tuple(row)


def _row_before(story: Story, counts: Sequence[Count], total: Count) -> tuple[Count, ...]:
    """The counts right before the total that are joined to one another."""
    row: list[Count] = []
    for one in reversed(counts):
        if one.span.end > (row[0] if row else total).span.start or (row and not _are_joined(story, one, row[0])):
            break
        row.insert(0, one)
    return tuple(row)


def _are_joined(story: Story, one: Count, other: Count) -> bool:
    joint = scope.between(story, one, other)
    return len(joint.split()) <= WORDS_BETWEEN and JOINT.search(joint) is not None


# ---- where a row may stand -------------------------------------------------------------------------------------------


def _behind(story: Story, total: Count, row: tuple[Count, ...]) -> Iterator[Sum]:
    """A row behind its total, in one sentence; what a second "and" joins may be no part: "… and 11 late, and 31 …"."""
    opening = scope.between(story, total, row[0]) if row else ""
    ends = [size for size in range(len(row), 1, -1) if LAST_JOINT.search(scope.between(story, *row[size - 2 : size]))]
    for size in ends if len(opening.split()) <= WORDS_AHEAD else ():
        if _may_be_parts(total, row[:size]) and _tie(story, total, row[:size]) != "loose":
            yield Sum(total, row[:size], "slip")
            return
    yield from _confirmed(story, total, row, is_next=False)


def _partitive(story: Story, part: Count, after: Sequence[Count]) -> Iterator[Sum]:
    """The first part names the whole: "six of the nine shops are in England, two in Scotland and one in Wales"."""
    total = next((one for one in after if part.span.covers(one.span)), None)
    if total:
        row = (part, *_row(story, [one for one in after if one is not total], part))
        is_bare = all(not one.unit_text for one in row[1:])
        if len(row) > 2 and is_bare and _may_be_parts(total, row) and _is_whole(story, total, row):
            yield Sum(total, row, "slip")


def _in_the_next_sentence(story: Story, before: Sequence[Count], row: tuple[Count, ...]) -> Iterator[Sum]:
    """A row that fills the sentence after its total's."""
    for total in reversed(before):
        if _may_be_parts(total, row):
            is_sexes = _are_sexes(total, row) and scope.is_definite(story, row[0]) and total is before[-1]
            tie: Tie = "slip" if is_sexes and _is_whole(story, total, row) else "loose"
            yield from [Sum(total, row, tie)] if is_sexes else _confirmed(story, total, row, is_next=True)


def _made_up(story: Story, recent: Sequence[Count], row: tuple[Count, ...]) -> Iterator[Sum]:
    """What something is made up of, for the last figure that it makes or all but makes: "It consists of 96 … and …".

    What it has may be not all: "The squad has three goalkeepers, nine defenders …" only confirms a squad of 26.
    """
    ahead = scope.ahead(story, row[0])
    if HAS.search(ahead) and _are_kinds(row[0], row[1:]):
        made = sum(part.amount.value or 0 for part in row)
        totals = [one for one in recent if one.amount.value == made and not one.unit_text and made >= LEAST_KINDS]
        yield from (Sum(total, row) for total in totals[-1:])
    if CONSISTS.search(ahead):
        for total in reversed(recent):
            is_large = (total.amount.value or 0) >= LEAST_KINDS
            if is_large and _may_be_parts(total, row) and _is_whole(story, total, row) and slipped(total, row, CLOSE):
                yield Sum(total, row, "slip")
                return


def _confirmed(story: Story, total: Count, row: tuple[Count, ...], *, is_next: bool) -> Iterator[Sum]:
    """The row, if it makes the total and this is no chance; nothing says that it must."""
    if len(row) > 1 and _may_be_parts(total, row) and sum(part.amount.value or 0 for part in row) == total.amount.value:
        is_of_kind = all(goes_with(part, total) for part in row)
        is_said = "total" in total.cues or len(row) > 2
        is_no_chance = is_of_kind or is_said or (total.amount.value or 0) >= scope.MANY
        if is_no_chance and (is_next or _is_of_it(story, total, row)):
            yield Sum(total, row)


def _is_of_it(story: Story, total: Count, row: Sequence[Count]) -> bool:
    """Whether the total has a noun, and the row is of its kind or right beside it."""
    if total.span.start > row[0].span.start:
        return True
    is_beside = len(scope.between(story, total, row[0]).split()) <= WORDS_BESIDE
    return bool(total.unit_text) and (is_beside or all(goes_with(part, total) for part in row))


# ---- whether it is all of the total ----------------------------------------------------------------------------------


def _may_be_parts(total: Count, row: Sequence[Count]) -> bool:
    """Whether all are plain figures of one time, each no larger than the total."""
    figures = (total, *row)
    if any(one.amount.modifier != "exact" or not one.amount.value for one in figures):
        return False
    if are_apart(total, row):
        return False
    is_less = all((part.amount.value or 0) < (total.amount.value or 0) for part in row)
    return is_less and not any(scope.is_compound(one) for one in figures)


def are_apart(total: Count, row: Sequence[Count]) -> bool:
    """Whether a part is of another time or certainty; those of one sentence share the total's ("it will shed 30")."""
    return any(
        ((part.cues - total.cues) if part.sentence == total.sentence else part.cues ^ total.cues) & scope.APART
        for part in row
    )


def _tie(story: Story, total: Count, row: tuple[Count, ...]) -> Tie:
    """How firmly the words behind ``total`` say that ``row`` is all of it."""
    opening = scope.between(story, total, row[0])
    is_made_up = MADE_UP.fullmatch(opening) is not None
    if len(opening.split()) > WORDS_AHEAD or not _is_whole(story, total, row):
        return "loose"
    is_of = _is_opened_by_of(story, total)
    if is_made_up or SHUT_OFF.fullmatch(opening):
        return "slip" if total.unit_text else "loose"
    if not SET_OFF.fullmatch(opening) or not (is_of or total.unit_text) or (OPENS_SOME.search(opening) and not is_of):
        return "loose"
    is_of = is_of or _are_sexes(total, row) or OF_THEM.search(opening) is not None
    is_each = any(part.actors not in ((), total.actors) for part in row)  # what each has: "20 goals, Roe 12, Lim six"
    return "slip" if is_of or not (is_each or _is_series(story, total, opening, row)) else "loose"


def _is_opened_by_of(story: Story, total: Count) -> bool:
    """Whether "of the 20 aboard" opens the sentence, so that what follows is about parts of them."""
    return OF_THE.fullmatch(scope.ahead(story, total)) is not None


def _is_series(story: Story, total: Count, opening: str, row: Sequence[Count]) -> bool:
    """Whether the total may be the first of a series: "20 in Hale, 12 in Bow and nine in Oco", "20 cows, six pigs"."""
    first = row[0]
    if first.unit_text and first.unit != total.unit:
        return opening.strip() == "," and not ((total.amount.value or 0) >= LEAST_KINDS and slipped(total, row, 0))
    behind = (PREPOSITION.match(story.article.text, part.span.end) for part in row)
    told = {found[1] for found in behind if found}
    is_of_them = OF_THEM.search(first.span.text) is not None
    return not told or (not is_of_them and not told.isdisjoint(opening.lower().split()))


def _is_whole(story: Story, total: Count, row: Sequence[Count]) -> bool:
    """Whether the row is tight, closed by "and" and of its total, and nothing says that some are left out."""
    around = scope.sentence(story, row[-1])
    behind = story.article.text[row[-1].span.end : around.end]
    clause = CLAUSE.split(behind)[0]
    joints = [scope.between(story, one, other) for one, other in pairwise(row)]
    said = " ".join([scope.between(story, total, row[0]), *joints, *(part.span.text for part in row[1:]), clause])
    return (
        _are_of_it(total, row)
        and LAST_JOINT.search(joints[-1]) is not None
        and all(TIGHT.fullmatch(joint) for joint in joints)
        and not any(sign.isdigit() for sign in clause)
        and not any(MORE.search(words) for words in (*joints, behind))
        and (len(row) > 2 or not FATES.search(said))
    )


def _are_of_it(total: Count, row: Sequence[Count]) -> bool:
    """Whether each part is of the total's kind, or of a kind of its own: "24 from the party and seven independents"."""
    units = [part.unit for part in row if not goes_with(part, total)]
    return len(set(units)) == len(units) and total.unit not in units


def _are_kinds(total: Count, row: Sequence[Count]) -> bool:
    """Whether the parts have nouns of their own, all unlike, and none is the total's: "96 studios, 238 flats"."""
    units = [part.unit for part in row]
    return all(part.unit_text for part in row) and len(set(units)) == len(units) and total.unit not in units


def _are_sexes(total: Count, row: Sequence[Count]) -> bool:
    """Whether these are sexes and ages, which make all of any group of people."""
    return {part.unit for part in row} <= SEXES and _are_kinds(total, row)


def slipped(total: Count, row: Sequence[Count], too_few: float = TOO_FEW) -> bool:
    """Whether a slip in one of the figures explains that ``row`` does not make ``total``."""
    values = [part.amount.value or 0 for part in row]
    made, stated = sum(values), total.amount.value or 0
    wanted = ((value, value + stated - made) for value in values)
    share = too_few if made < stated else TOO_MANY
    is_near = abs(made - stated) <= max(1, share * stated)
    return is_near or any(is_keystroke(one, other) for one, other in ((stated, made), *wanted))
