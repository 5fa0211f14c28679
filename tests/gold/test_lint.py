"""What the lint of gold finds, and what it lets stand."""

from __future__ import annotations

import pytest

from answers import (
    COUNTS,
    TEXT,
    gold,
    wanted_check,
    wanted_count,
    wanted_country,
    wanted_person,
    wanted_role,
)
from newstally.gold import faults

PEOPLE = [wanted_person("Ana Roy", "Roy"), wanted_person("Ben Lee")]
SHARE = wanted_check("share", quantity="percent", stated=60, parts=[12, 20])


@pytest.mark.parametrize(
    "answers",
    [
        gold(),
        gold(people=PEOPLE, roles=[wanted_role()], countries=[wanted_country()], counts=COUNTS["gold"]),
        gold(people=PEOPLE, roles=[wanted_role("MAYOR")]),
        gold(counts=COUNTS["gold"], checks=[wanted_check("sum", 0, 1, 2), wanted_check("repeat", 0, 3)]),
        gold(counts=COUNTS["gold"], checks=[wanted_check("list", 1, items=["Ana Roy"], exhaustive=False)]),
        gold(checks=[SHARE, wanted_check("name", forms=["Roy", "Ana Roy"], verdict="contradictory")]),
        gold(counts=[wanted_count("20 people", 20, modifier="range") | {"high": 25}]),
        gold(counts=[wanted_count("12 women and eight", 12)]),
        gold(text="Some 2 million met.", counts=[wanted_count("2 million", 2_000_000)]),
        gold(text="Some 1,200 met.", counts=[wanted_count("1,200", 1200)]),
        gold(id="a#1", counts=COUNTS["gold"]),
    ],
    ids=["nothing", "of every kind", "capitals", "sum and repeat", "list", "no counts", "range", "a longer quote",
         "a scale", "a comma in a figure", "a passage"],
)  # fmt: skip
def test_gold_that_holds(answers):
    assert faults(answers) == []


@pytest.mark.parametrize(
    ("answers", "key", "problem"),
    [
        (gold(people=[wanted_person("Ana Ray")]), "people[0].name", "'Ana Ray' is not in the text"),
        (gold(people=[wanted_person("Ana Roy", "Ray")]), "people[0].aliases", "'Ray' is not in the text"),
        (gold(people=[*PEOPLE, wanted_person("Ana Roy")]), "people", "'Ana Roy' stands 2 times"),
        (gold(people=[{"name": "Ana Roy", "alias": []}]), "people[0].alias", "is an unknown key"),
        (gold(roles=[wanted_role()]), "roles[0].person", "'Ana Roy' is no name of the people"),
        (gold(people=PEOPLE, roles=[wanted_role("major")]), "roles[0].title", "'major' is not in the text"),
        (gold(people=PEOPLE, roles=[wanted_role(status="past")]), "roles[0].status", "is 'past'"),
        (gold(people=PEOPLE, roles=[wanted_role(country="Peru")]), "roles[0].country", "is 'Peru'"),
        (gold(countries=[wanted_country("PE", "Chile")]), "countries[0].mentions", "'Chile' is not in the text"),
        (gold(counts=[wanted_count("21 people", 21)]), "counts[0].quote", "'21 people' is not in the text"),
        (gold(counts=[wanted_count("20 people", 21)]), "counts[0].value", "21 is not in '20 people'"),
        (gold(counts=[wanted_count("eight men", 8), wanted_count("12 women", 12)]), "counts[1].quote",
         "'12 women' does not stand after the quotes before it"),
        (gold(counts=[wanted_count("2", 2)]), "counts[0].quote",
         "'2' is found inside a word (…n Lee met 20 people:…)"),
        (gold(counts=[wanted_count("20", 20, modifier="range")]), "counts[0].high",
         "a range has it, and nothing else has"),
        (gold(counts=[wanted_count("20", "20")]), "counts[0].value", "is '20'"),
        (gold(counts=COUNTS["gold"], checks=[wanted_check("sum", 0, 4)]), "checks[0].counts",
         "4 is no index of the 4 counts"),
        (gold(counts=COUNTS["gold"], checks=[wanted_check("sum", 0, 0)]), "checks[0].counts",
         "[0, 0] names a count twice"),
        (gold(counts=COUNTS["gold"], checks=[wanted_check("repeat", 0)]), "checks[0].counts",
         "a repeat rests on 2 or more"),
        (gold(counts=COUNTS["gold"], checks=[wanted_check("list", 0, exhaustive=True)]), "checks[0].items",
         "a list has it"),
        (gold(checks=[SHARE | {"parts": [12]}]), "checks[0].parts", "a share has two"),
        (gold(checks=[SHARE | {"kind": "change", "items": []}]), "checks[0].items", "a change has none"),
        (gold(checks=[wanted_check("name", forms=["Roy"])]), "checks[0].forms", "two spellings make a contradiction"),
        (gold(id="a#1", people=PEOPLE), "people", "a passage (an id with '#') carries counts and checks only"),
        ([], "$", "is []"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_fault_is_named_by_its_key(answers, key, problem):
    found = faults(answers)
    assert [(fault.key, fault.problem) for fault in found] == [(key, problem)]
    assert str(found[0]) == f"{key}: {problem}; {found[0].advice}"
    assert found[0].advice


def test_all_faults_are_named_at_once():
    answers = gold(people=[wanted_person("Ana Ray")], counts=[wanted_count("20 people", 21), wanted_count("9 cats", 9)])
    assert [fault.key for fault in faults(answers)] == ["people[0].name", "counts[0].value", "counts[1].quote"]
    assert "9 cats" not in TEXT
