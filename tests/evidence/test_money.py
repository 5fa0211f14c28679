"""Sums of money that come out, and figures that only look like one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newstally import checks
from newstally.evidence import money
from newstally.evidence.intervals import exactly
from newstally.types import Comparison, Quantity, Span, Story, Term
from stories import story, text

FIGURE = re.compile(r"(?P<sign>[$€])?(?P<value>[\d,.]*\d) (?P<scale>million|goats)")


def page(sentences: str) -> Story:
    """A story whose money, and numbers without a sign, are quantities."""
    bare = story(text(sentences))
    found = []
    for number, match in enumerate(FIGURE.finditer(bare.article.text), 1):
        if match["scale"] == "million":
            amount = exactly(float(match["value"].replace(",", "")) * 1e6)
            kind, unit = ("money", match["sign"]) if match["sign"] else ("number", "")
            found.append(Quantity(f"Q{number}", Span(*match.span(), match[0]), kind, amount, unit))
    return replace(bare, quantities=tuple(found))


COMES_OUT = {
    "the total first": "The plan costs €54 million. Farms get €31 million and schools €23 million.",
    "the total last": "Farms get €31 million, schools €23 million. That makes €54 million.",
    "the total between": "Police took €31 million of the €54 million. The other €23 million is lost.",
    "the currency once": "The €54 million goes to farms (31 million) and schools (23 million).",
    "made up of": "It sold €54 million, made up of €31 million at home and €23 million abroad.",
    "three parts": "It has €90 million: €50 million for Hale, €25 million for Bow and €15 million for Oco.",
}


@pytest.mark.parametrize("sentences", COMES_OUT.values(), ids=COMES_OUT)
def test_the_largest_is_the_sum_of_the_others(sentences: str) -> None:
    assert len(list(money.sums(page(sentences)))) == 1


NO_SUM = {
    "it does not come out": "The plan costs €54 million. Farms get €31 million and schools €22 million.",
    "two currencies": "The plan costs €54 million. Farms get $31 million and schools €23 million.",
    "an old figure": "It made €54 million, up from €31 million; it spent €23 million.",
    "a difference": "It made €54 million and spent €31 million, down by €23 million.",
    "far apart": "The plan costs €54 million. It rained. Farms get €31 million and schools €23 million.",
    "numbers alone": "There are 54 million of them, 31 million in Hale and 23 million in Bow.",
}


@pytest.mark.parametrize("sentences", NO_SUM.values(), ids=NO_SUM)
def test_money_that_is_no_sum(sentences: str) -> None:
    assert list(money.sums(page(sentences))) == []


CLOSED = [
    ("It cost €54 million. Farms paid €31 million, schools €13 million and banks the remaining €9.5 million.", False),
    ("It rose to €5.4 million. Farms paid €3.1 million, schools €1.3 million and banks the other €0.7 million.", True),
    ("Of the €5.4 million, farms get €3.1 million, schools €1.3 million and banks the remaining €0.7 million.", True),
    ("Of the €5.4 million, farms get €3.1 million, schools €1.3 million and banks the remaining €1.0 million.", False),
]

NOT_CLOSED = [
    "It cost €5.4 million. Farms paid €3.1 million, schools €1.3 million and banks €0.7 million.",
    "It cost €5.4 million. It rained. Farms paid €3.1 million, schools €1.3 million and banks the other €0.7 million.",
    "It cost €5.4 million. Farms paid €1.1 million, schools €1.3 million and banks the remaining €0.7 million.",
    "It cost €5.4 million. Banks paid the remaining €5.0 million.",
]


@pytest.mark.parametrize(("sentences", "is_off"), CLOSED)
def test_what_remains_closes_a_sum(sentences: str, is_off: bool) -> None:
    assert [money.is_off(*found) for found in money.closed(page(sentences))] == [is_off]


@pytest.mark.parametrize("sentences", NOT_CLOSED)
def test_sums_that_nothing_closes(sentences: str) -> None:
    assert list(money.closed(page(sentences))) == []


def test_figures_that_are_compared_are_no_parts() -> None:
    bare = page(COMES_OUT["the total first"])
    old, new = (Term(one.span, one.amount, one.unit) for one in bare.quantities[1:])
    assert list(money.sums(replace(bare, comparisons=(Comparison("change", old, new, None),)))) == []


def test_the_check_reports_them() -> None:
    found = checks.run(page(COMES_OUT["the total first"]), ["parts_and_total"]).findings
    assert [(one.verdict, one.message) for one in found] == [
        ("consistent", "€31 million and €23 million make €54 million")
    ]
