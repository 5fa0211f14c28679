"""Resolvers: pure functions from mentions to values, in the order in which each needs the others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from newstally.resolve.comparisons import comparisons
from newstally.resolve.corrections import corrections
from newstally.resolve.countries import countries
from newstally.resolve.counts import counted
from newstally.resolve.lists import lists
from newstally.resolve.people import people
from newstally.resolve.quantities import quantities
from newstally.resolve.roles import roles
from newstally.types import Mentions, Span, Story, Table


def resolve(mentions: Mentions, tables: Mapping[str, Table]) -> Story:
    """What the text says, as values: who, in what role, for which country, and how many of what."""
    who = people(mentions, tables)
    where = countries(mentions, tables)
    figures, uncounted = counted(mentions, who, tables)
    others = quantities(mentions, tables, uncounted)
    return Story(
        article=mentions.article,
        layout=mentions.layout,
        people=who,
        roles=roles(mentions, who, where, tables),
        countries=where,
        counts=figures,
        quantities=others,
        comparisons=comparisons(mentions, figures, others, tables),
        lists=lists(mentions, who, where, figures, tables),
        corrections=corrections(mentions, figures, tables),
        sentences=_sentences(mentions),
    )


def _sentences(mentions: Mentions) -> tuple[Span, ...]:
    tokens = mentions.tokens
    starts: list[int] = []
    for token in tokens:
        if token.sentence == len(starts):
            starts.append(token.i)
    bounds = pairwise([*starts, len(tokens)])
    return tuple(mentions.span(tokens[first].start, tokens[last - 1].end) for first, last in bounds)
