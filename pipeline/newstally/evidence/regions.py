"""Parts told apart by place: "Fifteen died in Atla, nine in Lempa and four in Oco".

A row of figures that fills its sentence, each with a place of its own and one thing said of all, shares a total out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstally.evidence import scope
from newstally.types import Count, Story

WORDS_AHEAD = 3  # of a sentence, before its first part: "Officials said"
PART = re.compile(
    r"\s*(?P<said>[^\d,;:()—–]*?)\b"
    r"(?:in|at|from|near|around|outside|on|off|across|among)\s+(?P<place>(?:the |its )?[^\d,;:()—–.]{2,40}?)\s*"
)
JOINT = re.compile(r"\s*(?:[,;]\s*)?(?:\b(?:and|while)\s+)?$")
ATTRIBUTION = re.compile(r",[^,]*\b(?:said|says|told|reported|according to)\b.*", re.DOTALL)
THERE_IS_MORE = re.compile(
    r"\b(?:one|another|several|some|many|more|others?|both|each|rest|remaining|elsewhere|includ\w+|of them|of whom)\b",
    re.IGNORECASE,
)
AUXILIARIES = frozenset({"were", "was", "been", "have", "has", "had", "are", "is", "people", "persons"})
STEM = 4  # letters by which killed, killing and kills are one word


def shares_out(story: Story, total: Count, parts: Sequence[Count], alike: Sequence[Sequence[str]]) -> bool:
    """Whether ``parts``, all the counts of their sentence, say by place what ``total`` said before, and fill it.

    ``alike`` are rows of words that say the same, as "killed" and "died".
    """
    rows = list(_rows(story, parts))
    if len(rows) < 2 or len(rows) < len(parts) or not _fills(story, parts):
        return False
    places = [row["place"].strip().lower() for row in rows]
    said = [frozenset(_known(row["said"], alike)) for row in rows]
    is_one_thing = all(not one or one == said[0] for one in said)
    is_total_s = said[0] <= frozenset(_known(scope.sentence(story, total).text, alike))
    return len(set(places)) == len(places) and is_one_thing and is_total_s


def may_go_on(story: Story, parts: Sequence[Count]) -> bool:
    """Whether the next sentence speaks of more, which may be parts too: "Another died at sea"."""
    following = story.sentences[parts[-1].sentence + 1 : parts[-1].sentence + 2]
    return any(THERE_IS_MORE.search(one.text) for one in following)


def _rows(story: Story, parts: Sequence[Count]) -> Iterator[re.Match[str]]:
    """What follows each part up to the next, as far as it is one thing said and one place."""
    stretches = [JOINT.sub("", scope.between(story, one, other)) for one, other in pairwise(parts)]
    for stretch in [*stretches, _ending(story, parts[-1])]:
        row = PART.fullmatch(stretch)
        if row:
            yield row


def _ending(story: Story, last: Count) -> str:
    """The sentence behind its last part, without its full stop and without whoever said it."""
    rest = story.article.text[last.span.end : scope.sentence(story, last).end]
    return ATTRIBUTION.sub("", rest).rstrip(".!?”\"' \n")


def _fills(story: Story, parts: Sequence[Count]) -> bool:
    around = scope.sentence(story, parts[0])
    ahead = story.article.text[around.start : parts[0].span.start]
    row = story.article.text[parts[0].span.start : parts[-1].span.end] + _ending(story, parts[-1])
    numbered = any(sign.isdigit() for sign in ahead)
    return len(ahead.split()) <= WORDS_AHEAD and not numbered and not THERE_IS_MORE.search(ahead + row)


def _known(text: str, alike: Sequence[Sequence[str]]) -> Iterator[str]:
    """The words of ``text`` by their stems; a word of ``alike`` by the first of its row."""
    names = {word[:STEM]: row[0][:STEM] for row in reversed(alike) for word in row}
    for word in re.findall(r"[a-z]+", text.lower()):
        if word not in AUXILIARIES:
            yield names.get(word[:STEM], word[:STEM])
