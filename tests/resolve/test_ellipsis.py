"""Numbers whose noun the reader supplies: from a count before, or from the note that corrects them.

Parses stand in ``parses/ellipsis.jsonl``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from helpers import NLP, parsed
from marked import CUES, ROOT, TABLES, sentences
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.corrections import corrections
from newstally.resolve.counts import counts
from newstally.types import Article, Count, Mentions

SENTENCES = sentences("ellipsis")
SHOPS = "The flood closed 40 shops in Harn, and 25 divers worked through the night. "

# A sentence and what each of its counts counts: the figure, the unit.
GAPPED = {
    "The storm killed 28 people: 15 people died in Atla, nine in Lempa and four in Oco.": [
        (28, "person"), (15, "person"), (9, "person"), (4, "person"),
    ],
    "The firm runs 11 clinics, four in Ghana, four in Malawi and three in Mali.": [
        (11, "clinic"), (4, "clinic"), (4, "clinic"), (3, "clinic"),
    ],
    "She scored 11 goals, seven in the first half and four in the second.": [(11, "goal"), (7, "goal"), (4, "goal")],
    "The 14 deputies, nine for the bill and five against it, left.": [(14, "deputy"), (9, "deputy"), (5, "deputy")],
    "The cabinet has eight ministers, five from the Right and three from Green Coast.": [
        (8, "minister"), (5, "minister"), (3, "minister"),
    ],
    "He signed 12 treaties in 2019, 14 in 2020 and nine in 2021.": [(12, "treaty"), (14, "treaty"), (9, "treaty")],
    "Cases fell from 120 cases in the first group to 60 in the other.": [(120, "case"), (60, "case")],
    "The number of thefts rose from 11 to 22 in a year.": [(11, "theft"), (22, "theft")],
    "Thirty guests fell ill in two hotels, 20 in Harn and ten in Solde.": [
        (30, "guest"), (2, "hotel"), (20, "guest"), (10, "guest"),
    ],
}  # fmt: skip
TAKES_UP_NONE = {
    "a date": ("Two ferries sank in March, in 2019 and on June 5 in Harn.", [(2, "ferry")]),
    "a time of day": ("It heard 40 witnesses by noon, and at 9 in the evening it closed.", [(40, "witness")]),
    "behind a preposition": ("She has 12 goals, at 34 in the form of her life.", [(12, "goal")]),
    "a score": ("The club won 12 games, 3-2 in Harn and 4-1 at home.", [(12, "game")]),
    "working hours": ("He drove 30 trucks from nine to five.", [(30, "truck")]),
    "what is to come": ("The club lost nine games, 12 to go.", [(9, "game")]),
    "an age": ("Three judges met Ada Marsh, 34 in May.", [(3, "judge")]),
    "no count before": ("They met in Harn, four in the morning.", []),
}

# "One" is a number where it is one of those counted before it; behind "votes to" stands the other side.
ONE = {
    "Five deputies abstained and one was absent.": [(5, "deputy"), (1, "deputy")],
    "Ten ships left, one sank in the bay.": [(10, "ship"), (1, "ship")],
    "Two men met; no one saw it.": [(2, "man")],
    "Three roads closed, and one would expect delays.": [(3, "road")],
    "Six shops closed. One was a bakery.": [(6, "shop")],
    "The 12 deputies left and the one was absent.": [(12, "deputy")],
    "Members passed the bill by 44 votes to 31.": [(44, "vote"), (31, "vote")],
    "The committee rejected it by two votes to one.": [(2, "vote"), (1, "vote")],
    "The party grew from 12 votes to 31 seats.": [(12, "vote"), (31, "seat")],
    "They added 12 votes to three lists.": [(12, "vote"), (3, "list")],
}  # fmt: skip

# A paragraph, its correction note, the note's counts, and the old and the new figure.
NOTES = [
    (SHOPS, "An earlier version said that 60 shops had closed. It is 40, not 60.",
     [(60, "shop"), (40, "shop"), (60, "shop")], (60, 40)),
    (SHOPS, "An earlier version misstated the number of shops closed. It is 46, not 60.",
     [(46, "shop"), (60, "shop")], (60, 46)),
    (SHOPS, "The number of shops was changed from 60 to 40.", [(60, "shop"), (40, "shop")], (60, 40)),
    (SHOPS, "An earlier version gave a wrong figure. It was 40, not 60.", [(40, "shop"), (60, "shop")], (60, 40)),
    ("Eight pilots fled. ", "An earlier version misstated the death toll. It is 12, not 15.",
     [(12, "death"), (15, "death")], (15, 12)),
    ("Eight pilots fled. ", "An earlier version misstated how many boats sank. It is 12, not 15.",
     [(12, "boat"), (15, "boat")], (15, 12)),
]  # fmt: skip
SILENT_NOTES = [
    ("nobody can know", "Eight pilots fled. ", "An earlier version gave a wrong figure. It is 12, not 15."),
    ("two kinds of the figure", "Twelve boats and 15 crew members sank. ",
     "An earlier version gave a wrong figure. It is 12, not 15."),
    ("a date", SHOPS, "An earlier version said it was May 12, not May 15."),
    ("no figure at all", SHOPS, "An earlier version misspelled the name of a town."),
]  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Iterator[Callable[..., Mentions]]:
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(ROOT / "configs/tables"))
    figures = FiguresExtractor(NLP.vocab)

    def run(*blocks: tuple[str, str]) -> Mentions:
        row = SENTENCES["".join(text for text, _ in blocks)]
        spans = [(text.strip(), kind) for text, kind in blocks]
        doc = parsed(row["text"], row["notes"], ents=[tuple(ent) for ent in row["ents"]], blocks=spans)
        return mentions.read(figures(CUES(doc)), Article("t", row["text"]))

    yield run
    NLP.vocab.lookups = lookups


def told(stated: tuple[Count, ...]) -> list[tuple[float | None, str]]:
    return [(count.amount.value, count.unit) for count in stated]


@pytest.mark.parametrize("text", GAPPED)
def test_a_number_takes_up_the_count_before_it(read: Callable[..., Mentions], text: str) -> None:
    assert told(counts(read((text, "paragraph")), (), TABLES)) == GAPPED[text]


@pytest.mark.parametrize(("text", "wanted"), TAKES_UP_NONE.values(), ids=TAKES_UP_NONE)
def test_a_number_that_takes_up_none(read: Callable[..., Mentions], text: str, wanted: list) -> None:
    assert told(counts(read((text, "paragraph")), (), TABLES)) == wanted


@pytest.mark.parametrize("text", ONE)
def test_one_of_those_counted_and_the_other_side_of_a_vote(read: Callable[..., Mentions], text: str) -> None:
    assert told(counts(read((text, "paragraph")), (), TABLES)) == ONE[text]


@pytest.mark.parametrize(("text", "note", "wanted", "pair"), NOTES, ids=[row[1] for row in NOTES])
def test_a_note_speaks_of_the_story_not_of_the_paragraph_before(
    read: Callable[..., Mentions], text: str, note: str, wanted: list, pair: tuple[int, int]
) -> None:
    page = read((text, "paragraph"), (note, "correction"))
    stated = counts(page, (), TABLES)
    assert told(tuple(count for count in stated if count.block == 1)) == wanted
    values = {count.id: count.amount.value for count in stated}
    [one] = corrections(page, stated, TABLES)
    assert (values[one.old], values[one.new]) == pair
    assert one.unit == wanted[0][1]


@pytest.mark.parametrize(("text", "note"), [row[1:] for row in SILENT_NOTES], ids=[row[0] for row in SILENT_NOTES])
def test_a_note_whose_number_nobody_can_read(read: Callable[..., Mentions], text: str, note: str) -> None:
    page = read((text, "paragraph"), (note, "correction"))
    stated = counts(page, (), TABLES)
    assert [count for count in stated if count.block == 1] == []
    assert corrections(page, stated, TABLES) == ()
