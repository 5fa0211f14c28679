"""Parts told apart by place: "Fifteen died in Atla, nine in Lempa and four in Oco".

A row of figures that fills its sentence, each with a place of its own, shares a total out: where one thing is said of
all, which the total's clause says too, or where the words ahead take up the total ("The fresh cases came from …:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstally.evidence import scope
from newstally.types import Count, Story

WORDS_AHEAD = 3  # of a sentence, before its first part: "Officials said"
PART = re.compile(
    r"\s*+(?P<said>[^\d,;:()—–]*?)\b"
    r"(?:in|at|from|near|around|outside|on|off|across|among)\s+(?P<place>(?:the |its )?[^\d,;:()—–.]{2,40}?)\s*"
)
JOINT = re.compile(r"(?:(?<!\s)\s++)?(?:[,;]\s*+)?(?:\b(?:and|while)\s+)?$")
ATTRIBUTION = re.compile(r",[^,]*\b(?:said|says|told|reported|according to)\b.*", re.DOTALL)
THERE_IS_MORE = re.compile(
    r"\b(?:one|another|several|some|many|more|others?|both|each|rest|remaining|elsewhere|includ\w+|of them|of whom)\b",
    re.IGNORECASE,
)
TIME = re.compile(r"\b(?:\w+day|last|earlier|later|previous|since|yesterday)\b")
BREAK = re.compile(r",|;|\band\b|\bwhile\b|\bbut\b")
AUXILIARIES = frozenset({"were", "was", "been", "have", "has", "had", "are", "is", "people", "persons"})
WORD = re.compile(r"[a-z]+")
STEM = 4  # letters by which killed, killing and kills are one word


def row(story: Story, here: Sequence[Count]) -> tuple[Count, ...]:
    """The figures of a sentence that may be a row of parts: those behind its colon, or all."""
    starts = [number for number, (one, two) in enumerate(pairwise(here), 1) if ":" in scope.between(story, one, two)]
    return tuple(here[starts[-1] :] if starts else here)


def takes_up(story: Story, total: Count, parts: Sequence[Count], alike: Sequence[Sequence[str]]) -> bool:
    """Whether the words ahead of the row name the total as known: "Of the dead miners", "The fresh cases came".

    "The deaths were recorded in four areas" takes up those killed.
    """
    ahead = scope.ahead(story, parts[0])
    if "the " not in ahead.lower():
        return False
    said = set(WORD.findall(_clause(story, total).lower()))
    told = {word for row in alike if said & set(row) for word in row}
    noun = "|".join([*map(re.escape, {total.unit, total.kin}), *(rf"{re.escape(one)}\b(?! \w+s\b)" for one in told)])
    return re.search(rf"\bthe (?:[\w-]+ ){{0,2}}(?:{noun})", ahead, re.IGNORECASE) is not None


def shares_out(
    story: Story, total: Count, parts: Sequence[Count], alike: Sequence[Sequence[str]], *, is_taken_up: bool
) -> bool:
    """Whether ``parts``, the last counts of their sentence, say by place what ``total`` said before, and fill it.

    ``alike`` are rows of words that say the same, as "killed" and "died"; ``is_taken_up`` is what ``takes_up`` found.
    """
    rows = placed(story, parts)
    if not rows or not _fills(story, parts, is_taken_up):
        return False
    places = [one["place"].strip().lower() for one in rows]
    said = [frozenset(_known(_verb(part) + one["said"], alike)) for part, one in zip(parts, rows, strict=True)]
    is_one_thing = all(not one or one == said[0] for one in said)
    told = said[0] or frozenset(_known(scope.ahead(story, parts[0]), alike))
    is_total_s = is_one_thing and bool(told) and told <= frozenset(_known(_clause(story, total), alike))
    times = {word for place in places for word in TIME.findall(place)}
    is_one_time = times <= set(TIME.findall(scope.sentence(story, total).text.lower()))
    return len(set(places)) == len(places) and is_one_time and (is_taken_up or is_total_s)


def may_go_on(story: Story, parts: Sequence[Count]) -> bool:
    """Whether the next sentence speaks of more, which may be parts too: "Another died at sea"."""
    following = story.sentences[parts[-1].sentence + 1 : parts[-1].sentence + 2]
    return any(THERE_IS_MORE.search(one.text) for one in following)


def placed(story: Story, parts: Sequence[Count]) -> Sequence[re.Match[str]]:
    """What follows each part up to the next, if for two or more, and all, it is one thing said and one place."""
    found: list[re.Match[str]] = []
    for _, stretch in _stretches(story, parts) if len(parts) > 1 else ():
        match = PART.fullmatch(JOINT.sub("", stretch))
        if match is None:
            return ()
        found.append(match)
    return found


def _stretches(story: Story, parts: Sequence[Count]) -> Iterator[tuple[Count, str]]:
    """Each part with the words behind it, up to the next one or the end."""
    for one, other in pairwise(parts):
        yield one, scope.between(story, one, other)
    yield parts[-1], _ending(story, parts[-1])


def _ending(story: Story, last: Count) -> str:
    """The sentence behind its last part, without its full stop and without whoever said it."""
    rest = story.article.text[last.span.end : scope.sentence(story, last).end]
    return ATTRIBUTION.sub("", rest).rstrip(".!?”\"' \n")


def _fills(story: Story, parts: Sequence[Count], is_taken_up: bool) -> bool:
    ahead = scope.ahead(story, parts[0])
    behind = [f"{' '.join(part.span.text.split()[1:])} {stretch}" for part, stretch in _stretches(story, parts)]
    is_short = len(ahead.split()) <= WORDS_AHEAD and not any(sign.isdigit() for sign in ahead)
    words = " ".join([ahead, *behind])
    return (is_short or is_taken_up) and not THERE_IS_MORE.search(words)


def _verb(count: Count) -> str:
    """What the span of a figure without its noun says of it: "died" in "Eleven died"."""
    return "" if count.unit_text else " ".join(count.span.text.split()[1:]) + " "


def _clause(story: Story, total: Count) -> str:
    """The words of the total's own clause: "and injured 230" after "killed 19 people"."""
    around = scope.sentence(story, total)
    others = [one.span for one in story.counts if one.sentence == total.sentence and one is not total]
    start = max((one.end for one in others if one.end <= total.span.start), default=around.start)
    end = min((one.start for one in others if one.start >= total.span.end), default=around.end)
    before = BREAK.split(story.article.text[start : total.span.start])[-1]
    return f"{before} {total.span.text} {BREAK.split(story.article.text[total.span.end : end])[0]}"


def _known(text: str, alike: Sequence[Sequence[str]]) -> Iterator[str]:
    """The words of ``text`` by their stems; a word of ``alike`` by the first of its row."""
    names = {word[:STEM]: row[0][:STEM] for row in reversed(alike) for word in row}
    for word in WORD.findall(text.lower()):
        if word not in AUXILIARIES:
            yield names.get(word[:STEM], word[:STEM])
