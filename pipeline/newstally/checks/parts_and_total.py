"""T101: a stated total is not the sum of its stated parts.

*What it finds.* A total and the parts that together make it: the parts of several actors, "of the 20 aboard, 12 died
and eight survived", "42 of the 50 … the remaining eight", "32 medals: 12 gold, 11 silver and nine bronze", "it killed
27. Fifteen died in Atla, nine in Lempa …"; a vote of those for, against and absent; parts that several share ("18
trains, six on each of three lines"); money that makes more money, or fails to where the last part is "the remaining
£0.9m".

*Why it matters.* It is the slip that readers catch first, and it shows that a figure was changed in one place alone.

*Example.* "They held 19 talks", "she held nine", "he 11".

*Not a fault.* Parts that are not all ("of the 20 aboard, 12 died"); subsets that overlap ("20 people, including 12
women and 15 Canadians"); a part put without a figure ("two men and a woman"); totals so far, rates, other years. A sum
that does not come out is a fault only where words say that these are the parts and there are no more, or where they
say that these are parts and a slip explains the difference.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from newstally.evidence import each, intervals, money, regions, rows, scope, shares, tables
from newstally.evidence.parts import Sum, Tie, goes_with, is_what_is_left, told_apart
from newstally.evidence.wording import amount, figure, joined
from newstally.registry import check
from newstally.types import Count, Finding, Quantity, Relation, Span, Story
from newstally.words import numerals

# What may stand between a total and a row of its parts, what opens a row of all of them, and what says there are more.
SETS_OFF = re.compile(
    r"\s*+(?:(?:\w+\s++){0,4}?|\w+(?=,)|(?:\w+\s++){0,3}\w+(?=:))"
    r"(?:,|[,:(—–-]*\s*(?:including|[:(—–]|--|of (?:them|whom|which),?|namely|that is,?)|were|are)\s*"
)
OPENS_PARTS = re.compile(r"[:(—–]|--|\bnamely\b|\bthat is\b|^\s*(?:were|are)\s*$")
MORE_PARTS = re.compile(
    r"\b(?:an?|one|another|several|some|many|more|others?|both|each|rest|remaining|includ\w+|such as|of them|of whom)\b"
)
JOINS_PARTS = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b")
OF_THE = re.compile(r"\s*of (?:the |those |these )?", re.IGNORECASE)
OF_THEM = re.compile(r"\bof (?:which|whom|them)\b")
WORD = re.compile(r"[a-z]+")
WORDS_BETWEEN = 8
REACH = 2  # sentences from a total to a long row of its parts
LONGEST = 8  # counts kept of the sentences before


@check("T101", kind="sum")
def parts_and_total(
    story: Story, *, complements: Sequence[Sequence[str]] = (), alike: Sequence[Sequence[str]] = ()
) -> Iterator[Finding]:
    """Add up the parts of every total.

    ``complements`` are pairs of words that leave nothing out: who has not died has survived. ``alike`` are rows of
    words by which a total and its parts say the same: a storm killed 27, of whom 15 died in one town.
    """
    sums = [Sum(share.total, share.parts, "closed") for share in shares.shares(story)]
    known = sorted(_known(story), key=lambda span: span.start)
    sums += [_opened_if_uncounted(story, one, known) for one in _in_text(story, complements, alike)]
    sums += rows.sums(story)
    sums += tables.sums(story)
    sums += each.sums(story)
    sums += told_apart(story)
    compared = _compared(story)
    seen: set[str] = set()
    for one in sorted(sums, key=lambda one: (one.tie == "loose", -len({part.id for part in one.parts}))):
        ids = {part.id for part in one.parts}
        finding = None if any({one.total.id, *ids} <= terms for terms in compared) else _judge(one)
        if finding and not ids & seen:
            seen |= ids
            yield finding
    yield from _in_money(story)


def _compared(story: Story) -> list[frozenset[str]]:
    """The counts of every change that is said: an old and a new figure and their difference are no sum."""
    changes = (one for one in story.comparisons if one.said and one.kind == "change")
    terms = ((one.base, one.other, one.rate) for one in changes)
    return [frozenset(term.count for term in row if term and term.count) for row in terms]


def _in_money(story: Story) -> Iterator[Finding]:
    """What money makes; that it does not come out proves nothing, unless the last part is what remains."""
    made = list(money.sums(story))
    told = {total.id for total, _ in made}
    for total, parts in made:
        yield _made_of_money(total, parts, is_closed=False)
    for total, parts in money.closed(story):
        if total.id not in told:
            yield _made_of_money(total, parts, is_closed=True)


def _made_of_money(total: Quantity, parts: tuple[Quantity, ...], *, is_closed: bool) -> Finding:
    is_off = is_closed and money.is_off(total, parts)
    made = math.fsum(part.amount.value or 0 for part in parts)
    return Finding(
        "T101", "sum", "contradictory" if is_off else "consistent",
        f"{joined([figure(part) for part in parts])} {'do not ' if is_off else ''}make {figure(total)}",
        spans=(total.span, *(part.span for part in parts)), stated=total.amount.value,
        found=round(made, 2) if is_off else total.amount.value, binding=is_closed,
    )  # fmt: skip


def _judge(one: Sum) -> Finding | None:
    amounts = [part.amount for part in one.parts]
    stated, found = one.total.amount, intervals.total(amounts)
    verdict = intervals.adds_up(stated, amounts)
    is_loose = one.tie == "loose" or rows.are_apart(one.total, one.parts)
    if (verdict != "consistent" or stated.value != found.value) and (is_loose or not _is_fault(one)):
        return None
    made = f"{joined([amount(part.amount) for part in one.parts])} make {amount(found)}"
    parts = tuple(dict.fromkeys(one.parts))  # a part that several have stands there once
    ids = tuple(part.id for part in parts)
    return Finding(
        "T101", "sum", verdict, f"{made}, not {amount(stated)}" if verdict == "contradictory" else made,
        spans=(one.total.span, *(part.span for part in parts)), stated=stated.value, found=found.value,
        counts=(one.total.id, *ids), reason="the figures are too vague to add up" if verdict == "unsettled" else "",
        relation=Relation(one.total.id, ids) if parts == one.parts else None,
        binding=not is_loose and not intervals.rounding(stated, amounts),
    )  # fmt: skip


def _is_fault(one: Sum) -> bool:
    """Whether words tie the parts so firmly to their total that this difference is a fault."""
    most = one.total.amount.value or 0
    is_less = all((part.amount.value or 0) <= most for part in one.parts)
    return one.tie == "closed" or (is_less and rows.slipped(one.total, one.parts))


def _known(story: Story) -> Iterator[Span]:
    """The figures of the story that are counts, or of a sort that is no part of one."""
    yield from (count.span for count in story.counts)
    yield from (quantity.span for quantity in story.quantities if quantity.type != "number")


def _opened_if_uncounted(story: Story, one: Sum, known: Sequence[Span]) -> Sum:
    """The sum, no longer tied where a number among its figures is not ``known``: it may be a part too."""
    if one.tie == "loose":
        return one
    start = min(one.total.span.start, one.parts[0].span.start)
    end = max(one.total.span.end, one.parts[-1].span.end)
    between, position = [], start
    for span in known:
        if start <= span.start and span.end <= end:
            between.append(story.article.text[position : max(position, span.start)])
            position = max(position, span.end)
    is_uncounted = any(True for piece in between for _ in numerals.find(numerals.split(piece)))
    return replace(one, tie="loose") if is_uncounted else one


# ---- sums within a sentence and its neighbours -----------------------------------------------------------------------


def _in_text(story: Story, complements: Sequence[Sequence[str]], alike: Sequence[Sequence[str]]) -> Iterator[Sum]:
    before: list[Count] = []
    recent: list[Count] = []
    earlier: dict[float | None, list[Count]] = {}
    for number, group in groupby(scope.body(story), key=lambda count: count.sentence):
        here = list(group)
        if not before or before[-1].sentence != number - 1:
            before = []
        is_several = len(here) > 1  # one figure is no row of parts
        yield from _what_is_left(story, before, here)
        yield from _total_first(story, here, complements) if is_several else ()
        yield from _total_last(story, before, here)
        yield from _by_place(story, recent, here, alike) if is_several else ()
        yield from _total_in_the_sentence_before(before, here) if is_several else ()
        yield from _long_rows(earlier, here) if is_several else ()
        before = here
        recent = [*recent[-LONGEST:], *here]
        for count in here:
            earlier.setdefault(count.amount.value, []).append(count)


def _what_is_left(story: Story, before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """What is left closes the sum: "eight of the 14 peaks … the other six", "of the 31, 21 … two … The other eight"."""
    window = [*before, *here]
    for last in (count for count in here if is_what_is_left(story, count)):
        earlier = window[: window.index(last)]
        for first, total in pairwise(earlier):
            if first.span.covers(total.span):
                behind = [one for one in earlier if one.span.start >= first.span.end]
                among = [one for one in behind if _fits(one, total)]
                yield Sum(total, (first, *among, last), _tie(not behind and _are_left_of(total, last)))
        for position, total in enumerate(earlier):
            among = [one for one in earlier[position + 1 :] if one.span.start >= total.span.end and _fits(one, total)]
            beside = [one for one in among if one.sentence == last.sentence]
            is_whole = len(among) == len(earlier) - position - 1
            for parts in (among, beside) if 0 < len(beside) < len(among) else (among,) if among else ():
                tie = _tie_of_the_rest(story, total, (*parts, last)) if is_whole else "loose"
                yield Sum(total, (*parts, last), tie)


def _tie_of_the_rest(story: Story, total: Count, parts: tuple[Count, ...]) -> Tie:
    """How firmly "the other four", the last of ``parts``, closes the sum."""
    is_one_sentence = all(part.sentence == total.sentence for part in parts[:-1])
    if is_one_sentence and _is_opened_by_of(story, total) and _are_left_of(total, parts[-1]):
        return "closed"
    is_plain = all(_is_exact(one) and goes_with(one, total) for one in (total, *parts))
    return "slip" if is_plain and not rows.MORE.search(scope.between(story, parts[0], parts[-1])) else "loose"


def _tie(is_closed: bool) -> Tie:
    return "closed" if is_closed else "loose"


def _are_left_of(total: Count, last: Count) -> bool:
    """Whether "the other five" are so many of the total, which is a plain figure."""
    return _is_exact(total) and _is_exact(last) and goes_with(last, total)


def _is_exact(count: Count) -> bool:
    return count.amount.modifier == "exact"


def _is_opened_by_of(story: Story, total: Count) -> bool:
    """Whether "of the 20 aboard" opens the sentence, so that what follows is about parts of them."""
    return OF_THE.fullmatch(scope.ahead(story, total)) is not None


def _total_first(story: Story, here: Sequence[Count], complements: Sequence[Sequence[str]]) -> Iterator[Sum]:
    """The total, then its parts, in one sentence: "699 infections, 199 of them …, 500 …"."""
    opens_row = regions.row(story, here)[0]
    for position, total in enumerate(here):
        if total is opens_row is not here[0] and not total.unit_text:
            continue  # the first of a row behind a colon: the others stand beside it
        after = [one for one in here[position + 1 :] if one.span.start >= total.span.end]
        parts = tuple(one for one in after if _fits(one, total))
        yield from _adding_up(total, parts)
        row = _in_a_row(story, total, after)
        yield from _adding_up(total, row or _after_a_colon(story, total, after))
        if len(row) > 1 and _may_hold(total, row) and _is_all(story, total, row):
            yield Sum(total, row, "closed")
        elif len(parts) == len(after) == 2 and _is_either_or(story, total, parts, complements):
            yield Sum(total, parts, "closed")


def _total_last(story: Story, before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """The cue of a total, after the parts: "five men and three women, eight people in all"."""
    for position, total in enumerate(here):
        if "total" in total.cues:
            parts = tuple(one for one in here[:position] if _fits(one, total))
            if len(parts) > 1:
                is_close = len(scope.between(story, parts[-1], total).split()) <= 2
                yield Sum(total, parts, _tie(is_close and not MORE_PARTS.search(_stretch(story, parts[0], total))))
            else:
                yield from _adding_up(total, tuple(one for one in before if _fits(one, total)))


def _total_in_the_sentence_before(before: Sequence[Count], here: Sequence[Count]) -> Iterator[Sum]:
    """The parts in the next sentence: "Five people were killed. Two died at once and three in hospital".

    All of three figures and more need no noun: "640 workers. 400 are locals, 180 come from … and 60 are foreigners".
    """
    for total in _totals_before(before, here):
        yield from _adding_up(total, tuple(one for one in here if _fits(one, total)))
        made = sum(part.amount.value or 0 for part in here)
        if len(here) > 2 and made == total.amount.value and made >= scope.MANY:
            yield Sum(total, tuple(here))


def _totals_before(before: Sequence[Count], here: Sequence[Count]) -> list[Count]:
    """The counts of the sentence before; small ones only where they are its last, in the same paragraph."""
    small = before[-1:] if before and before[-1].block == here[0].block else ()
    return [one for one in before if one in small or (one.amount.value or 0) >= scope.MANY]


def _by_place(
    story: Story, recent: Sequence[Count], here: Sequence[Count], alike: Sequence[Sequence[str]]
) -> Iterator[Sum]:
    """All parts by place, after their total: "The storm killed 27. Fifteen died in Atla, nine in Lempa …"."""
    row = regions.row(story, here)
    is_plain = all(map(_is_exact, row)) and len({part.unit for part in row}) == 1
    if not (is_plain and regions.placed(story, row)):
        return
    made = sum(part.amount.value or 0 for part in row)
    ahead = [*recent, *here[: len(here) - len(row)]]
    fitting = [one for one in reversed(ahead) if _is_exact(one) and rows.slipped(one, row)]
    for total in sorted(fitting, key=lambda one: one.amount.value != made):
        if made < (total.amount.value or 0) and regions.may_go_on(story, row):
            continue
        is_taken_up = regions.takes_up(story, total, row, alike)
        is_kin = is_taken_up or (
            total.sentence == row[0].sentence - 1 and len(row) == len(here) and all(_fits(one, total) for one in row)
        )
        if is_kin and regions.shares_out(story, total, row, alike, is_taken_up=is_taken_up):
            yield Sum(total, row, "closed")
            return


def _long_rows(earlier: Mapping[float | None, Sequence[Count]], here: Sequence[Count]) -> Iterator[Sum]:
    """Three parts and more of one noun, which make a total named before: no chance, whatever its noun."""
    for unit in dict.fromkeys(one.unit for one in here):
        row = tuple(one for one in here if one.unit == unit)
        made = sum(part.amount.value or 0 for part in row)
        for total in reversed(earlier.get(made, ()) if made >= scope.MANY and len(row) > 2 else ()):
            is_near = total.sentence >= here[0].sentence - REACH
            if is_near or total.kin == row[0].kin or (scope.is_distinctive(total) and made >= scope.STRIKING):
                yield Sum(total, row)
                break


def _adding_up(total: Count, parts: Sequence[Count]) -> Iterator[Sum]:
    """The first parts that make the total exactly; no claim that they must."""
    made = 0.0
    for number, part in enumerate(parts, 1):
        made += part.amount.value or 0
        if number > 1 and made == total.amount.value:
            yield Sum(total, tuple(parts[:number]))


def _fits(part: Count, total: Count) -> bool:
    """Whether a figure may be a part: things of one kind, or people without a noun; less than the total."""
    is_less = (part.amount.value or 0) < (total.amount.value or 0)
    is_kin = part.kin == total.kin or (not part.unit_text and scope.is_people(part))
    return is_less and is_kin and not (part.cues - total.cues) & {"total", "cumulative"}


def _in_a_row(story: Story, total: Count, after: Sequence[Count]) -> tuple[Count, ...]:
    """What is set off right after the total, whatever its noun: "nine medals, including two golds and seven bronze".

    After a mere comma a small figure may be one of a series: "four children, three grandchildren and one boat".
    """
    opening = scope.between(story, total, after[0]) if after else ""
    if not after or not SETS_OFF.fullmatch(opening):
        return ()
    row = _coordinated(story, after)
    is_series = opening.strip() == "," and (total.amount.value or 0) < scope.MANY
    return () if is_series and not any(_fits(part, total) for part in row) else row


def _coordinated(story: Story, counts: Sequence[Count]) -> tuple[Count, ...]:
    """The first of ``counts`` and those that commas and "and" join to it."""
    row = list(counts[:1])
    for one, other in pairwise(counts):
        joint = scope.between(story, one, other)
        is_inside = one.span.covers(other.span) and "subset" not in one.cues  # "seven silver and five bronze medals"
        if not is_inside and (not JOINS_PARTS.search(joint) or len(joint.split()) > WORDS_BETWEEN):
            break
        row.append(other)
    return tuple(row)


def _after_a_colon(story: Story, total: Count, after: Sequence[Count]) -> tuple[Count, ...]:
    """The row right after a colon, however far from its total; of use only where all of it makes a large total."""
    if not after or not scope.between(story, total, after[0]).rstrip().endswith(":"):
        return ()
    row = _coordinated(story, after)
    stated, made = total.amount.value or 0, sum(part.amount.value or 0 for part in row)
    return row if made == stated >= scope.MANY else ()


def _is_all(story: Story, total: Count, row: Sequence[Count]) -> bool:
    """Whether a row of nothing but figures fills the rest of the sentence: "32 medals: 12 gold …"."""
    end = scope.sentence(story, total).end
    stretch = story.article.text[total.span.end : end]
    tail = story.article.text[row[-1].span.end : end]
    opening = scope.between(story, total, row[0])
    is_opened = OPENS_PARTS.search(opening) is not None and _is_exact(total)
    return is_opened and len(tail.split()) <= WORDS_BETWEEN and not MORE_PARTS.search(stretch)


def _may_hold(total: Count, row: Sequence[Count]) -> bool:
    """Whether no part of another noun is larger than all: "from four towns: 236 patients in Karachi, 98 in …"."""
    most = total.amount.value or 0
    return all(part.kin == total.kin or (part.amount.value or 0) <= most for part in row)


def _is_either_or(story: Story, total: Count, parts: Sequence[Count], complements: Sequence[Sequence[str]]) -> bool:
    """Whether what is said of two parts, "of the 20 aboard" or "20 aboard, of whom", leaves nobody out."""
    is_shared_out = _is_opened_by_of(story, total) or OF_THEM.search(scope.between(story, total, parts[0]))
    if not (is_shared_out and _is_exact(total)):
        return False
    first = set(WORD.findall(_stretch(story, parts[0], parts[1]).lower()))
    second = set(WORD.findall(story.article.text[parts[1].span.start : scope.sentence(story, total).end].lower()))
    return any((one in first and other in second) or (other in first and one in second) for one, other in complements)


def _stretch(story: Story, first: Count, last: Count) -> str:
    """The text from the start of ``first`` to the start of ``last``."""
    return story.article.text[first.span.start : last.span.start]
