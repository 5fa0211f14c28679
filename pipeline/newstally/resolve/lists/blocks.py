"""Lists set as blocks: rows under a heading. The heading says what is listed, whose it is, and perhaps how many."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.lists.page import Page
from newstally.resolve.lists.segments import Range
from newstally.types import Block, Count, Item, Span, TextList

INNER = {"compound", "nmod", "obl"}  # relations by which one noun of a heading hangs on another


def block_lists(page: Page) -> Iterator[TextList]:
    """The text's ``list`` blocks, each with its items."""
    blocks = page.mentions.layout.blocks
    for number, block in enumerate(blocks):
        if block.kind == "list":
            rows = _rows(blocks, number)
            if rows:
                yield _block_list(page, number, rows)


def _rows(blocks: tuple[Block, ...], number: int) -> list[Block]:
    rows = []
    for block in blocks[number + 1 :]:
        if block.kind != "item" or block.end > blocks[number].end:
            break
        rows.append(block)
    return rows


def _block_list(page: Page, number: int, rows: list[Block]) -> TextList:
    heading = _heading(page, number)
    block = page.mentions.layout.blocks[number]
    ranges = [page.range(page.mentions.span(row.start, row.end)) for row in rows]
    count, unit, kin, actors = _what(page, heading)
    if not count and _are_figures_of(page, ranges, kin):
        unit = kin = ""  # cases by parish: the rows are parishes
    return TextList(
        "", page.mentions.span(block.start, block.end), _items(page, ranges), not _is_open(page, heading), heading,
        count, unit, kin, actors, number, page.tokens[ranges[0].first].sentence,
    )  # fmt: skip


def _are_figures_of(page: Page, rows: list[Range], kin: str) -> bool:
    """Whether the rows give figures of what the heading names, so that they are no members of it."""
    return any(page.figure_at[i].count.kin == kin for row in rows for i in range(*row) if i in page.figure_at)


# ---- items -----------------------------------------------------------------------------------------------------------


def _items(page: Page, rows: list[Range]) -> tuple[Item, ...]:
    """One item a row: its person where every row names one, else its country where every row names one, else all."""
    for named in (page.person_at, page.country_at):
        names = [_name(row, named) for row in rows]
        if all(names):
            return tuple(Item(page.span(tokens), ref) for ref, tokens in names if ref)
    return tuple(Item(page.span(row)) for row in rows)


def _name(row: Range, named: dict[int, tuple[str, Range]]) -> tuple[str, Range] | None:
    """Who is named in the row: at its start or end, else the first, so not somebody mentioned in passing."""
    places = [row.first, row.last - 1, *range(row.first + 1, row.last - 1)]
    return next((named[i] for i in places if i in named), None)


# ---- the heading -----------------------------------------------------------------------------------------------------


def _heading(page: Page, number: int) -> Span | None:
    """The subhead before the list, or the last sentence of a paragraph that ends in a colon."""
    before = page.mentions.layout.blocks[number - 1] if number else None
    if before is None or before.kind in {"item", "list"}:
        return None
    text = page.mentions.span(before.start, before.end)
    if before.kind == "subhead":
        return text
    if not text.text.rstrip().endswith(":"):
        return None
    last = page.range(text).last - 1
    first = last
    while first and page.tokens[first - 1].sentence == page.tokens[last].sentence:
        first -= 1
    return page.mentions.span(max(page.tokens[first].start, before.start), before.end)


def _is_open(page: Page, heading: Span | None) -> bool:
    cues = (*page.cues("LIST_OPEN"), *page.cues("LIST_MORE"))
    return heading is not None and any(heading.covers(cue.span) for cue in cues)


def _what(page: Page, heading: Span | None) -> tuple[str, str, str, tuple[str, ...]]:
    """The heading's count (its id), and unit, kin and actors: from that count, or from the heading's nouns."""
    if heading is None:
        return "", "", "", ()
    placed = [one for one in page.counts if heading.covers(one.count.span) and not one.is_modifier(page.tokens)]
    stated = [one.count for one in placed]
    if len(stated) == 1:
        count: Count = stated[0]
        return count.id, count.unit, count.kin, count.actors
    unit = _unit(page, page.range(heading))
    return "", unit, page.kin(unit), _actors(page, page.range(heading))


def _unit(page: Page, heading: Range) -> str:
    """The lemma of the heading's main noun: the first common noun that hangs on no other noun as a part of its name.

    "Those arrested were:" has none, and is of people.
    """
    nouns = [word for word in page.tokens[heading.first : heading.last] if word.pos == "NOUN"]
    main = [noun for noun in nouns if noun.dep.split(":")[0] not in INNER]
    if nouns:
        return (main or nouns)[0].lemma
    states = page.tables.get("units", {}).get("people", {}).get("states", ())
    return "person" if any(word.lower in states for word in page.tokens[heading.first : heading.last]) else ""


def _actors(page: Page, heading: Range) -> tuple[str, ...]:
    """The people named in the heading, in its order."""
    return tuple(dict.fromkeys(page.person_at[i][0] for i in range(*heading) if i in page.person_at))
