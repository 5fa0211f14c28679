"""Lists with a figure in each row: what they make, and lists that are no such tables."""

from __future__ import annotations

import pytest

from newstally.evidence.tables import sums
from stories import Part, rows, story, text

PORTS = ["Orvik – {402|(case)}", "Saltby – {288|(case)}", "Marne – {171|(case)}"]


def table(*lines: str) -> Part:
    return rows("Cases by port", "case", "", list(lines), refs=False)


def found(*parts: Part) -> list[tuple[float | None, list[float | None], str]]:
    return [(one.total.amount.value, [part.amount.value for part in one.parts], one.tie) for one in sums(story(*parts))]


TABLES = {
    "a row of the total": ([table(*PORTS, "Total – {861|(case)}")], (861, [402, 288, 171], "closed")),
    "a row of the total, off": ([table(*PORTS, "Total: {816|(case)}")], (816, [402, 288, 171], "closed")),
    "the total first": ([table("All – {861|(case)}", *PORTS)], (861, [402, 288, 171], "closed")),
    "the total in the text": ([text("{861 cases|case} are known."), table(*PORTS)], (861, [402, 288, 171], "loose")),
}


@pytest.mark.parametrize(("parts", "wanted"), TABLES.values(), ids=TABLES)
def test_a_column_has_its_total(parts: list[Part], wanted: tuple) -> None:
    assert found(*parts) == [wanted]


NO_TABLES = {
    "no total": [text("{900 cases|case} are known."), table(*PORTS)],
    "a row without a figure": [table(*PORTS, "Hest – none", "Total – {861|(case)}")],
    "a row with two": [table(*PORTS, "Hest – {two|(case)} of {nine|(case)}", "Total – {861|(case)}")],
    "figures of several things": [table(*PORTS, "Deaths – {nine|death}", "Total – {861|(case)}")],
    "a total within": [table(*PORTS[:2], "Total – {690|(case)}", PORTS[2])],
    "a vague figure": [table(*PORTS, "Hest – {about 9|(case)}", "Total – {870|(case)}")],
}


@pytest.mark.parametrize("parts", NO_TABLES.values(), ids=NO_TABLES)
def test_lists_that_say_no_sum(parts: list[Part]) -> None:
    assert found(*parts) == []
