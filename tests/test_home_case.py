"""The home case and its variants: what each must say, and nothing else. Our own retelling stands in seeds/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from newstally import Article, extract

HOME = (Path(__file__).parents[1] / "seeds" / "nineteen-talks.txt").read_text("utf-8")
SUM, LIST, LISTS, MISSING = ("T101", 19, 20), ("T102", 9, 8), "T103", "X102"
EIGHT = {("nine calls", 8)}


@dataclass(frozen=True)
class Variant:
    """One edit of the home story, the contradictions it must give as (code, stated, found), and the suggestions."""

    name: str
    text: str
    contradictions: set[tuple]
    suggestions: set[tuple] = frozenset()


def replaced(*pairs: tuple[str, str]) -> str:
    text = HOME
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


LEADERS = """\
United States of America|President|Donald Trump
European Union|President of the European Council|Donald Tusk
Finland|President|Sauli Niinistö
New Zealand|Prime Minister|Jacinda Ardern
Argentina|President|Mauricio Macri
Singapore |Prime Minister|Lee Hsien Loong
United Nations|Secretary General|Antonio Guterres
Germany |Chancellor|Angela Merkel""".splitlines()
ENVOYS = """\
Mike Pompeo|U.S. Secretary of State
Jeremy Hunt|U.K. Foreign Secretary
Heiko Maas|Foreign Minister of Germany
Lu Shaye|Ambassador of China to Canada
Christine Lagarde|President of the International Monetary Fund
Tharman Shanmugaratnam|Deputy Prime Minister of Singapore
Marise Payne|Foreign Minister of Australia
Tomas Petricek|Foreign Minister of Czech Republic
Linas Likevicius|Foreign Minister of Lithuania
Robert Malley|President and CEO of the International Crisis Group (Kovrig's employer)
Federica Mogherini|High Representative of the EU for Foreign Affairs""".splitlines()


def rows(row: Callable[[list[str], int], str]) -> str:
    """The story with each row of its two lists written anew from its columns and its number."""
    text = HOME
    for table in (LEADERS, ENVOYS):
        lines = [line.split("|") for line in table]
        old = "\n".join(" ".join(columns) for columns in lines)
        assert old in text
        text = text.replace(old, "\n".join(row(columns, number) for number, columns in enumerate(lines, 1)))
    return text


TALKS = "19 high-level talks"
CORRECTION = HOME[HOME.index("Correction:") :]
LEDE = "Freeland have held 19 high-level talks"

VARIANTS = [
    Variant("as it stands", HOME, {SUM, LIST}, EIGHT),
    Variant("eight calls: all agrees", replaced(("nine calls", "eight calls")), set()),
    Variant("the correction note gone", replaced((CORRECTION, "")), {SUM, LIST}, EIGHT),
    Variant(
        "at least 19 and no note: only the list objects",
        replaced((TALKS, "at least " + TALKS), (CORRECTION, "")),
        {LIST},
        EIGHT,
    ),
    Variant(
        "at least 19: the parts suit it, and still make the withdrawn 20",
        replaced((TALKS, "at least " + TALKS)),
        {LIST, ("X103", 19, 20)},
        EIGHT,
    ),
    Variant(
        "about 20 suits 20 and 19",
        replaced((TALKS, "about 20 high-level talks"), (CORRECTION, "")),
        {LIST},
        EIGHT,
    ),
    Variant("CRLF", HOME.replace("\n", "\r\n"), {SUM, LIST}, EIGHT),
    Variant("lists bulleted", rows(lambda columns, _: "• " + " ".join(columns)), {SUM, LIST}, EIGHT),
    Variant("lists numbered", rows(lambda columns, number: f"{number}. " + " ".join(columns)), {SUM, LIST}, EIGHT),
    Variant("columns reversed", rows(lambda columns, _: " ".join(columns[::-1])), {SUM, LIST}, EIGHT),
    Variant(
        "the total only in the headline",
        replaced((LEDE, "Freeland have held talks")),
        {SUM, LIST},
        EIGHT,
    ),
    Variant(
        "a row fewer in the second list",
        replaced(("Federica Mogherini High Representative of the EU for Foreign Affairs\n", "")),
        {SUM, LIST, ("T102", 11, 10), (LISTS, 19, 18)},
    ),
    Variant(
        "a row more in the first list",
        replaced(("Chancellor Angela Merkel\n\n", "Chancellor Angela Merkel\nJapan  Prime Minister Shinzo Abe\n\n")),
        {SUM, (LISTS, 19, 20)},
    ),
    Variant(
        "the total 21",
        replaced((TALKS, "21 high-level talks"), (CORRECTION, "")),
        {("T101", 21, 20), LIST, (LISTS, 21, 19)},
    ),
    Variant(
        "the total 21 and the correction to 19",
        replaced((TALKS, "21 high-level talks")),
        {("T101", 21, 20), LIST, (LISTS, 21, 19), (MISSING, 19, 21)},
        {("21 high-level talks", 19)},  # the note gives it; the sum still does not hold, so nothing is said of nine
    ),
]  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_home_case(variant: Variant, shipped) -> None:
    (record,) = extract(shipped, [Article("home", variant.text)])
    checks = record.as_dict()["checks"]
    faults = [check for check in checks if check["verdict"] == "contradictory"]
    counts = {count.id: count.text for count in record.counts}
    assert {(check["code"], check["stated"], check["found"]) for check in faults} == variant.contradictions
    suggestions = [check["suggestion"] for check in faults if check["suggestion"]]
    assert {(counts[suggestion["count"]], suggestion["value"]) for suggestion in suggestions} == set(
        variant.suggestions
    )


def test_the_sum_says_that_twenty_was_withdrawn(shipped) -> None:
    (record,) = extract(shipped, [Article("home", HOME)])
    (fault,) = [check for check in record.checks if check.code == "T101" and check.verdict == "contradictory"]
    assert "20 is the figure that the correction withdrew" in fault.message
