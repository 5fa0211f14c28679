"""A table's rows give numbers of what its heading names; under any other heading they count nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from helpers import NLP, parsed
from marked import CUES, ROOT, TABLES
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.counts import counts
from newstally.types import Article

LIST = "Civic Union 157\nFreedom List 27 (31)"
PLURALS = {
    "deaths": "death", "refugees": "refugee", "seats": "seat", "votes": "vote", "boats": "boat", "prices": "price",
    "scores": "score",
}  # fmt: skip

# What stands over a table, and what its rows are numbers of.
NAMED = {
    "SEATS NOW (AND BEFORE)": "seat",
    "Votes cast": "vote",
    "How they voted": "vote",
    "Deaths by province": "death",
    "Refugees by province": "refugee",
    "Boats by party\nThey have nine boats": "boat",
    "Where the 184 boats are:": "boat",
}
SILENT = {
    "no thing that is counted": "The parties at a glance",
    "a noun that no one counts": "Boats by party",
    "a size": "Prices this week",
    "scores": "Scores at half time",
    "the rows are the things themselves": "Two boats:",
    "prose": "They said that the seats of the old chamber in Harn would be sold off by the end of May",
}


@pytest.fixture(scope="module")
def told() -> Iterator[Callable[[str], list[tuple[float | None, str]]]]:
    """The counts of the rows of `LIST` under a heading; further lines of it stand before it."""
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(ROOT / "configs/tables"))
    figures = FiguresExtractor(NLP.vocab)

    def run(heading: str) -> list[tuple[float | None, str]]:
        over, *before = heading.split("\n")
        lines = [*before, over, *LIST.split("\n")]
        doc = parsed("\n".join(lines))
        for token in doc:
            plural = token.lower_ in PLURALS
            token.tag_ = "NNS" if plural else "CD" if token.like_num else "NNP" if token.text.istitle() else "IN"
            token.lemma_ = PLURALS[token.lower_] if plural else token.lower_
        doc.spans["blocks"] = list(_blocks(doc, before, over))
        page = mentions.read(figures(CUES(doc)), Article("t", doc.text))
        start = doc.text.index(LIST)
        return [(c.amount.value, c.unit) for c in counts(page, (), TABLES) if c.span.start >= start]

    yield run
    NLP.vocab.lookups = lookups


def _blocks(doc, before: list[str], over: str) -> Iterator:
    position = 0
    for line, kind in [*((line, "paragraph") for line in before), (over, "subhead")]:
        yield doc.char_span(position, position + len(line), label=kind)
        position += len(line) + 1
    yield doc.char_span(position, len(doc.text), label="list")
    for line in LIST.split("\n"):
        yield doc.char_span(position, position + len(line), label="item")
        position += len(line) + 1


@pytest.mark.parametrize("heading", NAMED)
def test_rows_count_what_the_heading_names(told, heading: str) -> None:
    assert told(heading) == [(value, NAMED[heading]) for value in (157, 27, 31)]


@pytest.mark.parametrize("heading", SILENT.values(), ids=SILENT)
def test_rows_under_another_heading_count_nothing(told, heading: str) -> None:
    assert told(heading) == []
