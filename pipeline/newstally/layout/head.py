"""Marks the headline, the deck under it, and the subheads between paragraphs; cuts headline and dateline off prose."""

from __future__ import annotations

import re

from newstally.layout.cues import Cues
from newstally.layout.lines import Line, cut
from newstally.layout.shapes import (
    CLOSING,
    ends_sentence,
    has_break,
    is_heading,
    is_prose,
    is_title,
    starts_large,
)
from newstally.types import BlockKind

LONGEST_HEADLINE, LONGEST_DECK = 160, 320  # characters
LONGEST_SENTENCE = 90  # of a headline that ends in a full stop
LONGEST_HEAD = 6  # lines from a headline to the first paragraph
SHORTEST_STORY = 800  # characters that a story on one line has at least; a shorter one is a passage
STOP = re.compile(r"\s?[.?!]\s+(?=[A-Z\"“‘'\d])")
FURNITURE = ("dateline", "byline", "correction", "caption")
PLACE = re.compile(r"(.{3,90}?)(?:\s*[—–]\s*|\s*--+\s*|\s+-\s+|\.-\s+|:\s+)(?=[A-Z\"“‘'«$€£\d]|$)")
SOURCE = re.compile(r"\([^()]{2,40}\)$")


def split_headline(lines: list[Line], cues: Cues) -> list[Line]:
    """The lines, with a headline that opens a story's only line cut off from it.

    A headline is telegraphic, and its words come back in the sentences after it.
    """
    if len(lines) != 1 or len(lines[0].text) < SHORTEST_STORY:
        return lines
    text = lines[0].text
    stops = STOP.finditer(text, 12, LONGEST_HEADLINE)
    stop = next((stop for stop in stops if ends_sentence(f"{text[: stop.start()]}.", cues)), None)
    if not stop or not is_title(text[: stop.start()], cues):
        return lines
    rest = text[stop.end() : stop.end() + SHORTEST_STORY].casefold()
    stems = [word[:4] for word in re.findall(r"\w{4,}", text[: stop.start()].casefold())]
    if 2 * sum(stem in rest for stem in stems) < len(stems):
        return lines
    return list(cut(lines[0], stop.start() + len(stop[0].rstrip()), stop.end()))


def mark_head(lines: list[Line], kinds: list[BlockKind | None], cues: Cues) -> None:
    """Mark the headline and the deck, where the text has them."""
    first = next((number for number, kind in enumerate(kinds) if kind not in FURNITURE), len(lines))
    # The section's name over the headline.
    kicker = first + 2 < len(lines) and len(lines[first].text.split(None, 2)) < 3
    if kicker:
        first += 1
    if first >= len(lines) or kinds[first] is not None or not _is_headline(lines, kinds, first, cues):
        return
    if kicker and kinds[first - 1] is None:
        kinds[first - 1] = "subhead"
    kinds[first] = "headline"
    _mark_signatures(lines, kinds, first + 1, cues)
    if first + 2 < len(lines) and kinds[first + 1] is None and _is_deck(lines, kinds, first + 1, cues):
        kinds[first + 1] = "deck"


def _mark_signatures(lines: list[Line], kinds: list[BlockKind | None], start: int, cues: Cues) -> None:
    """Mark the names of the writers that stand between headline and prose without a "by"."""
    head = range(start, min(start + LONGEST_HEAD, len(lines)))
    prose = next((i for i in head if is_prose(lines[i].text, cues) or dateline_length(lines[i].text, cues)), None)
    for number in range(start, prose or start):
        is_free = kinds[number] is None and not lines[number].marker
        if is_free and cues.is_signature(lines[number].text, goes_on=kinds[number - 1] == "byline"):
            kinds[number] = "byline"


def _is_headline(lines: list[Line], kinds: list[BlockKind | None], number: int, cues: Cues) -> bool:
    line = lines[number]
    if line.marker or len(line.text) > LONGEST_HEADLINE or not _reads_as_title(line.text, cues):
        return False
    after = [lines[i] for i in range(number + 1, min(number + 6, len(lines))) if kinds[i] is None]
    if not any(len(other.text) > len(line.text) and is_prose(other.text, cues) for other in after):
        return False
    if not ends_sentence(line.text, cues):
        return True
    apart = any(other.gap for other in lines[number + 1 : number + 3])
    asks = line.text.endswith("?")
    brief = len(line.text) <= LONGEST_SENTENCE and line.text[0] not in '"“'
    return apart and brief and (asks or is_title(line.text, cues))


def _reads_as_title(text: str, cues: Cues) -> bool:
    if not starts_large(text) or len(text.split(None, 2)) < 3 or text.rstrip(CLOSING)[-1:] in (",", ":", ""):
        return False
    return not has_break(text, cues) and not dateline_length(text, cues)


def _is_deck(lines: list[Line], kinds: list[BlockKind | None], number: int, cues: Cues) -> bool:
    """Whether the line under the headline sums the story up: unlike a paragraph, or set apart from the first one."""
    line, after = lines[number], lines[number + 1]
    if line.marker or len(line.text) > LONGEST_DECK or len(line.text[:LONGEST_DECK].split()) < 4:
        return False
    is_signed = kinds[number + 1] in ("byline", "dateline")
    if not is_prose(line.text, cues):
        whole = not line.text.endswith(":") and not has_break(line.text, cues)
        return whole and (is_signed or len(after.text) > len(line.text))
    if is_signed or dateline_length(after.text, cues):
        return True
    return (after.gap and not line.gap) or _returns(lines, number)


def _returns(lines: list[Line], number: int) -> bool:
    """Whether a paragraph soon after opens with the same words."""
    opening = lines[number].text[:60].split()[:6]
    return any(other.text[:60].split()[:6] == opening for other in lines[number + 1 : number + 6])


def mark_subheads(lines: list[Line], kinds: list[BlockKind | None], cues: Cues) -> None:
    """Mark short lines that stand over prose."""
    for number in range(len(lines) - 1):
        line, after = lines[number], lines[number + 1]
        if kinds[number] is None and not line.marker and kinds[number + 1] in (None, "caption", "quote"):
            stands_over = len(after.text) > len(line.text) and is_prose(after.text, cues)
            if stands_over and (is_heading(line.text, cues) or _is_question(line.text, cues)):
                kinds[number] = "subhead"


def _is_question(text: str, cues: Cues) -> bool:
    brief = len(text) <= 70 and not has_break(text, cues)
    return brief and text.endswith("?") and text[0] not in "\"'“‘–—-" and starts_large(text)


def dateline_length(text: str, cues: Cues) -> int:
    """How many characters at the start of a paragraph name where and when it was written: "OTTAWA (AP) —"."""
    match = PLACE.match(text[:140])
    if not match:
        return 0
    head = match[1].rstrip()
    source = SOURCE.search(head)
    place, *rest = head[: source.start() if source else None].strip().split(",")
    if len(head.split()) > 9 or not place or any(len(part.split()) > 4 for part in rest):
        return 0
    dated = any(cues.has_month(part) for part in rest)
    city = place.replace(" and ", " ").isupper() and len(place.split()[0]) > 1
    if match[0].rstrip().endswith(":"):
        known = city and dated
    else:
        known = city or dated or (source is not None and place.istitle())
    return len(match[0].rstrip()) if known else 0
