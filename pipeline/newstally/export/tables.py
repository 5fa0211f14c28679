"""The tables for analysis: their columns, and how a record fills them, one row a mention or a finding.

Every row begins with ``story``, the record's id, and ends with ``text``, ``start`` and ``end``, the words in the story
and their place in code points, ``[start, end)``. A cell that the record has nothing for is None:
empty in CSV, null in Parquet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from newstally.export.codes import codes_of
from newstally.saved import RecordDict

Kind = Literal["text", "int", "number", "bool"]
Row = tuple[Any, ...]
PLACE: Mapping[str, Kind] = {"text": "text", "start": "int", "end": "int"}
CODES: Mapping[str, Kind] = {"alpha3": "text", "cow": "text", "cow_number": "int"}
AMOUNT: Mapping[str, Kind] = {
    "value": "number", "low": "number", "high": "number", "modifier": "text", "unit": "text", "unit_text": "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the kind of each column by its name, and the function that gives a record's rows without ``story``."""

    columns: Mapping[str, Kind]
    fill: Callable[[RecordDict], Iterator[Row]]

    def rows(self, record: RecordDict) -> Iterator[Row]:
        """The record's rows, each as long as there are columns."""
        return ((record["id"], *row) for row in self.fill(record))


def _table(fill: Callable[[RecordDict], Iterator[Row]], **columns: Kind) -> Table:
    return Table({"story": "text", **columns}, fill)


def _place(span: Mapping[str, Any]) -> Row:
    return span["text"], span["start"], span["end"]


def _amount(figure: Mapping[str, Any]) -> Row:
    return tuple(figure[name] for name in AMOUNT)


def _stories(record: RecordDict) -> Iterator[Row]:
    headline = record["headline"] or {"text": "", "start": None, "end": None}
    yield record["source"], record["sha256"], record["model"], record["chars"], *_place(headline)


def _people(record: RecordDict) -> Iterator[Row]:
    for person in record["people"]:
        for mention in person["mentions"]:
            yield person["id"], person["name"], person["byline"], *_place(mention)


def _roles(record: RecordDict) -> Iterator[Row]:
    names = {person["id"]: person["name"] for person in record["people"]}
    for role in record["roles"]:
        of_whom = role["id"], role["person"], names.get(role["person"], "")
        which = role["title"], role["category"], role["of"], role["country"], *codes_of(role["country"])
        yield *of_whom, *which, role["to"], role["status"], *_place(role["evidence"])


def _countries(record: RecordDict) -> Iterator[Row]:
    for country in record["countries"]:
        which = country["code"], *codes_of(country["code"]), country["name"], country["type"]
        for mention in country["mentions"]:
            yield *which, mention["kind"], *_place(mention)


def _counts(record: RecordDict) -> Iterator[Row]:
    blocks = [block["kind"] for block in record["blocks"]]
    for count in record["counts"]:
        block = blocks[count["block"]] if 0 <= count["block"] < len(blocks) else ""
        actors = "; ".join(count["actors"])
        yield count["id"], *_amount(count), actors, block, count["sentence"], *_place(count)


def _quantities(record: RecordDict) -> Iterator[Row]:
    for figure in record["quantities"]:
        yield figure["id"], figure["type"], *_amount(figure), *_place(figure)


def _lists(record: RecordDict) -> Iterator[Row]:
    for each in record["lists"]:
        heading = each["heading"]["text"] if each["heading"] else ""
        for number, item in enumerate(each["items"], 1):
            yield each["id"], each["exhaustive"], heading, number, item["ref"], *_place(item)


def _checks(record: RecordDict) -> Iterator[Row]:
    for check in record["checks"]:
        advised = (check["suggestion"] or {"count": "", "value": None, "why": ""}).values()
        found = check["id"], check["code"], check["kind"], check["verdict"], check["message"]
        rests_on = "; ".join(check["counts"]), "; ".join(check["lists"])
        first = check["spans"][0] if check["spans"] else {"text": "", "start": None, "end": None}
        spans = "; ".join(f"{span['start']}-{span['end']}" for span in check["spans"])
        judged = check["stated"], check["found"], check["binding"], check["reason"]
        yield *found, *judged, *rests_on, *advised, spans, *_place(first)


TABLES: Mapping[str, Table] = {
    "stories": _table(_stories, source="text", sha256="text", model="text", chars="int", **PLACE),
    "people": _table(_people, person="text", name="text", byline="bool", **PLACE),
    "roles": _table(
        _roles, role="text", person="text", name="text", title="text", category="text", of="text",
        country="text", **CODES, to="text", status="text", **PLACE,
    ),
    "countries": _table(_countries, code="text", **CODES, name="text", type="text", kind="text", **PLACE),
    "counts": _table(_counts, count="text", **AMOUNT, actors="text", block="text", sentence="int", **PLACE),
    "quantities": _table(_quantities, quantity="text", type="text", **AMOUNT, **PLACE),
    "lists": _table(_lists, list="text", exhaustive="bool", heading="text", item="int", ref="text", **PLACE),
    "checks": _table(
        _checks, check="text", code="text", kind="text", verdict="text", message="text", stated="number",
        found="number", binding="bool", reason="text", counts="text", lists="text", wrong_count="text",
        should_read="number", why="text", spans="text", **PLACE,
    ),
}  # fmt: skip
"""Every table by the name of its file. The place in ``stories`` is the headline's, in ``checks`` the first span's."""
