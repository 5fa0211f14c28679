"""Things enumerated together, tied to the count or heading that says what they are.

A list is tied to a count only where a construction says so: a colon or dash after the count, "namely", "including", an
apposition, "the three" after three names. Where the construction leaves a doubt, the number of items must be the
number stated; so a list that disagrees with its count stands on a construction without doubt.

``readings`` takes "A, B and C" apart; ``page`` and ``fit`` say what stands where and what may be a member of what.
Then one module a place: ``blocks``, ``sentences`` (with ``openings``), ``references`` back, ``ends`` of a range,
``votes``, ``ordinals``, ``labelled`` lines, ``paragraphs``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from newstally.resolve.lists.blocks import block_lists
from newstally.resolve.lists.ends import end_lists
from newstally.resolve.lists.fit import Fit
from newstally.resolve.lists.labelled import labelled_lists
from newstally.resolve.lists.ordinals import ordinal_lists
from newstally.resolve.lists.page import Page
from newstally.resolve.lists.paragraphs import paragraph_lists
from newstally.resolve.lists.references import reference_lists
from newstally.resolve.lists.rows import rows_of_names
from newstally.resolve.lists.sentences import sentence_lists
from newstally.resolve.lists.votes import vote_lists
from newstally.types import Count, Country, Mentions, Person, Table, TextList
from newstally.words.tables import read_once

reading = read_once(Fit)


def lists(
    mentions: Mentions,
    people: Iterable[Person],
    countries: Iterable[Country],
    counts: Iterable[Count],
    tables: Mapping[str, Table],
) -> tuple[TextList, ...]:
    """All lists of the text in its order, with the ids L1, L2 and so on; no two in running text of one count's kind."""
    page = Page(mentions, people, countries, counts, tables)
    fit = reading(tables)
    found = [*labelled_lists(page), *block_lists(page), *sentence_lists(page, fit)]
    told = {one.count for one in found}
    rows = list(rows_of_names(page))
    further = (
        paragraph_lists(page), reference_lists(page, fit, rows), end_lists(page, fit), vote_lists(page, rows),
        ordinal_lists(page),
    )  # fmt: skip
    for one in chain.from_iterable(further):
        if one.count not in told and not any(other.span.covers(one.span) for other in found):
            told.add(one.count)
            found.append(one)
    found.sort(key=lambda one: (one.span.start, one.span.end, one.count))
    return tuple(replace(one, id=f"L{number}") for number, one in enumerate(found, 1))
