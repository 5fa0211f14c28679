"""Builds stories by hand from marked text, so that checks are tested without a model.

    story(
        headline("Two mayors held {19 talks|talk|P1 P2}"),
        text("Brandt held {nine calls|call:talk|P1}. Okafor held {11 talks|talk|P2}."),
        rows("Brandt's talks", "talk", "P1", ["Ann Roe", "Li Wei"]),
        note("An earlier version said {20 talks|talk||old}; it was {19 talks|talk||new}."),
    )

A count stands in braces: its words, then unit (``unit:kin`` where they differ), actors ("_" for a space in a name) and
cues, each optional; a unit in round brackets, ``(man:person)``, is one whose noun is left out. Braces may stand within
braces ("{eight of the {14 peaks|peak}|peak}"). Items of a list in running text stand in angle brackets; they belong to
the count before them in their sentence, and are an open list where "including", "such as" or "among them" stands
between.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from newstally import checks, registry
from newstally.types import Amount, Article, Block, Correction, Count, Finding, Item, Layout, Span, Story, TextList
from newstally.words import amounts

LIVING = tomllib.loads((Path(__file__).parents[1] / "configs/tables/units.toml").read_text("utf-8"))["living"]
OPEN = re.compile(r"including|such as|among them|led by|like")
SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"<{])")


@dataclass(frozen=True)
class Part:
    """One block of a story as it was written, with the marks still in."""

    kind: str
    marked: str
    rows: tuple[str, ...] = ()
    unit: str = ""
    actors: tuple[str, ...] = ()
    refs: bool = True


def headline(marked: str) -> Part:
    return Part("headline", marked)


def text(marked: str) -> Part:
    return Part("paragraph", marked)


def caption(marked: str) -> Part:
    return Part("caption", marked)


def note(marked: str) -> Part:
    return Part("correction", marked)


def rows(heading: str, unit: str, actors: str, items: list[str], *, refs: bool = True) -> Part:
    """A list of lines under its heading; ``refs`` says that every line names a person or a country."""
    return Part("subhead", heading, tuple(items), unit, tuple(actors.split()), refs)


@dataclass
class _Page:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    counts: list[tuple[int, int, list[str], int]] = field(default_factory=list)
    items: list[tuple[int, int, int]] = field(default_factory=list)
    lists: list[tuple[Part, Block, list[Block]]] = field(default_factory=list)


def story(*parts: Part) -> Story:
    page = _Page()
    for part in parts:
        _block(page, part)
    counts = _counts(page)
    lists = _lists(page, counts)
    return Story(
        Article("s", page.text),
        Layout(tuple(page.blocks)),
        counts=counts,
        lists=lists,
        corrections=_corrections(page, counts),
        sentences=tuple(page.sentences),
    )


def _block(page: _Page, part: Part) -> None:
    if page.text:
        page.text += "\n\n"
    start = len(page.text)
    number = len(page.blocks)
    _write(page, part.marked, number)
    page.blocks.append(Block(part.kind, start, len(page.text)))
    page.sentences += [Span(one, other, page.text[one:other]) for one, other in _sentences(page.text, start)]
    if part.rows:
        _rows(page, part, page.blocks[-1])


def _write(page: _Page, marked: str, block: int) -> None:
    """Append the text without its marks, noting where counts and items stand."""
    opened: list[int] = []
    for piece in re.split(r"([{}<>]|\|[^{}]*(?=\}))", marked):
        if piece in ("{", "<"):
            opened.append(len(page.text))
        elif piece == ">":
            page.items.append((opened.pop(), len(page.text), block))
        elif piece == "}":
            opened.pop()
        elif piece.startswith("|"):
            page.counts.append((opened[-1], len(page.text), piece[1:].split("|"), block))
        else:
            page.text += piece


def _sentences(whole: str, start: int) -> list[tuple[int, int]]:
    cuts = [start]
    for match in SENTENCE.finditer(whole, start):
        cuts += [match.start(), match.end()]
    cuts.append(len(whole))
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _rows(page: _Page, part: Part, heading: Block) -> None:
    page.text += "\n"
    start = len(page.text)
    items: list[Block] = []
    for row in part.rows:
        first = len(page.text)
        _write(page, row, len(page.blocks) + 1 + len(items))
        items.append(Block("item", first, len(page.text)))
        page.text += "\n"
    page.text = page.text[:-1]
    page.blocks += [Block("list", start, len(page.text)), *items]
    page.sentences += [Span(one.start, one.end, page.text[one.start : one.end]) for one in items]
    page.lists.append((part, heading, items))


def _counts(page: _Page) -> tuple[Count, ...]:
    found = []
    for number, (start, end, notes, block) in enumerate(sorted(page.counts, key=lambda row: (row[0], -row[1])), 1):
        unit, actors, cues = (*notes, "", "", "")[:3]
        is_left_out = unit.startswith("(")
        unit, _, kin = unit.strip("()").partition(":")
        words = page.text[start:end]
        found.append(
            Count(
                f"N{number}", Span(start, end, words), _amount(words), unit, "" if is_left_out else _unit_text(words),
                kin or unit, tuple(name.replace("_", " ") for name in actors.split()), block, _sentence_at(page, start),
                frozenset(cues.split()), _lives(unit),
            )
        )  # fmt: skip
    return tuple(found)


def _lives(unit: str) -> bool:
    return unit in (*LIVING["people"], *LIVING["animals"]) or unit.endswith(tuple(LIVING["endings"]))


MODIFIERS = {
    "about": "about", "nearly": "about", "at least": "at_least", "at most": "at_most", "up to": "at_most",
    "more than": "more_than", "over": "more_than", "fewer than": "less_than",
}  # fmt: skip


def _amount(words: str) -> Amount:
    modifier = next((one for before, one in MODIFIERS.items() if words.lower().startswith(before)), "exact")
    amount = amounts.amount(words.lower(), modifier)
    assert amount is not None, f"no number in {words!r}"
    return amount


def _unit_text(words: str) -> str:
    """The words behind the number and its modifier: "high talks" of "19 high talks", "unit" of "six-unit"."""
    modifiers = "about|at least|at most|more than|over|up to|fewer than|nearly"
    return re.sub(rf"^(?:(?:{modifiers})\s+)?(?:\w+-(?=[a-z]+$)|\S+\s*)", "", words)


def _sentence_at(page: _Page, start: int) -> int:
    return next(number for number, span in enumerate(page.sentences) if span.start <= start < span.end)


def _lists(page: _Page, counts: tuple[Count, ...]) -> tuple[TextList, ...]:
    found = []
    for part, heading, blocks in page.lists:
        spans = [Span(one.start, one.end, page.text[one.start : one.end]) for one in blocks]
        items = tuple(Item(span, f"I{n}" if part.refs else "") for n, span in enumerate(spans))
        unit, _, kin = part.unit.partition(":")
        whole = Span(spans[0].start, spans[-1].end, page.text[spans[0].start : spans[-1].end])
        head = Span(heading.start, heading.end, page.text[heading.start : heading.end])
        found.append((whole, items, True, head, "", unit, kin or unit, part.actors))
    by_sentence: dict[int, list[Span]] = {}
    for start, end, _ in page.items:
        by_sentence.setdefault(_sentence_at(page, start), []).append(Span(start, end, page.text[start:end]))
    for sentence, spans in by_sentence.items():
        count = [one for one in counts if one.sentence == sentence and one.span.start < spans[0].start][-1]
        is_open = bool(OPEN.search(page.text[count.span.end : spans[0].start]))
        whole = Span(spans[0].start, spans[-1].end, page.text[spans[0].start : spans[-1].end])
        items = tuple(Item(span) for span in spans)
        found.append((whole, items, not is_open, None, count.id, count.unit, count.kin, count.actors))
    found.sort(key=lambda row: row[0].start)
    return tuple(TextList(f"L{number}", *row) for number, row in enumerate(found, 1))


def _corrections(page: _Page, counts: tuple[Count, ...]) -> tuple[Correction, ...]:
    found = []
    for number, block in enumerate(page.blocks):
        if block.kind == "correction":
            here = [count for count in counts if count.block == number]
            old = next((one for one in here if "old" in one.cues), None)
            new = next((one for one in here if "new" in one.cues), None)
            span = Span(block.start, block.end, page.text[block.start : block.end])
            known = new or old
            assert known, f"no figure in the note {span.text!r}"
            identity = f"X{len(found) + 1}"
            found.append(Correction(identity, span, old and old.id, new and new.id, known.unit, known.kin))
    return tuple(found)


def findings(page: Story, *names: str) -> list[Finding]:
    """What the named checks find in the story, after the diagnosis; all shipped checks where none is named."""
    return list(checks.run(page, names or tuple(registry.checks())).findings)


def verdicts(page: Story, *names: str) -> list[tuple[str, str, str]]:
    """Code, verdict and message of every finding of the named checks."""
    return [(one.code, one.verdict, one.message) for one in findings(page, *names)]
