"""Records with their texts as spaCy's DocBin: one file a thousand stories, ``docs-00001.spacy`` and on.

Each Doc is tokenized as blank English is and holds what was found in its span groups: ``people``, ``roles``,
``countries``, ``counts``, ``quantities``, ``items`` (of lists) and ``checks``. A span's label says what it is (PERSON,
the role's category, the country's code, COUNT, the quantity's type, ITEM, the check's code), its ``id_`` which of the
record. A span that ends within a token takes in the whole of it. ``doc.user_data["story"]`` is the record's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span, SpanGroup

from newstally.files import whole
from newstally.saved import RecordDict, Texts

SHARD = 1000  # stories a file: they are held in memory until it is written
Found = tuple[str, str, dict]  # label, id, span


@contextmanager
def open_in(folder: Path, texts: Texts) -> Iterator[Callable[[RecordDict], None]]:
    """Write files of docs into ``folder``; a record whose text is not found raises InputError."""
    tokenizer = spacy.blank("en").tokenizer
    waiting: list[Doc] = []
    number = 0

    def flush() -> None:
        nonlocal number
        number += 1
        with whole(folder / f"docs-{number:05}.spacy") as part:
            DocBin(docs=waiting, store_user_data=True).to_disk(part)
        waiting.clear()

    def put(record: RecordDict) -> None:
        waiting.append(annotate(tokenizer(texts.of(record)), record))
        if len(waiting) == SHARD:
            flush()

    yield put
    if waiting or not number:
        flush()


def annotate(doc: Doc, record: RecordDict) -> Doc:
    """Write what the record holds into the span groups of ``doc``."""
    doc.user_data["story"] = record["id"]
    for name, find in GROUPS.items():
        doc.spans[name] = SpanGroup(doc, name=name, spans=_spans(doc, find(record)))
    return doc


def _spans(doc: Doc, found: Iterator[Found]) -> list[Span]:
    """The spans on whole tokens; a place that the text does not have, in a record that was tampered with, has none."""
    spans = (
        doc.char_span(place["start"], place["end"], label=label, span_id=name, alignment_mode="expand")
        for label, name, place in found
        if 0 <= place["start"] < place["end"] <= len(doc.text)
    )
    return [span for span in spans if span is not None]


def _people(record: RecordDict) -> Iterator[Found]:
    return (("PERSON", person["id"], place) for person in record["people"] for place in person["mentions"])


def _countries(record: RecordDict) -> Iterator[Found]:
    return ((each["code"], each["code"], place) for each in record["countries"] for place in each["mentions"])


def _items(record: RecordDict) -> Iterator[Found]:
    return (("ITEM", each["id"], item) for each in record["lists"] for item in each["items"])


def _checks(record: RecordDict) -> Iterator[Found]:
    return ((check["code"], check["id"], place) for check in record["checks"] for place in check["spans"])


GROUPS: dict[str, Callable[[RecordDict], Iterator[Found]]] = {
    "people": _people,
    "roles": lambda record: ((role["category"], role["id"], role["evidence"]) for role in record["roles"]),
    "countries": _countries,
    "counts": lambda record: (("COUNT", count["id"], count) for count in record["counts"]),
    "quantities": lambda record: ((figure["type"].upper(), figure["id"], figure) for figure in record["quantities"]),
    "items": _items,
    "checks": _checks,
}
