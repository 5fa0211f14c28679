"""Label Studio's JSON: tasks with one annotation each, a region for each mark, its values as JSON in a text area.

Offsets are code points, as Label Studio has written since 2022; those of older versions are told apart (see `units`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from newstally.errors import InputError
from newstally.files import open_text
from newstally.gold.marks import LABELS, LINKS, Link, Mark, Marked
from newstally.gold.units import Quoted, code_points
from newstally.gold.values import values_of, written

TASKS, CONFIG = "tasks.json", "config.xml"


def write(pages: Iterable[tuple[str, Marked]], folder: Path) -> None:
    """Write all pages, each with its id, as ``tasks.json``, and the labelling interface that shows them."""
    tasks = [{"data": {"id": name, "text": page.text}, "annotations": [{"result": _result(page)}]}
             for name, page in pages]  # fmt: skip
    with open_text(folder / TASKS) as file:
        json.dump(tasks, file, ensure_ascii=False, indent=1)
    with open_text(folder / CONFIG) as file:
        file.write(interface())


def read(path: Path) -> Iterator[tuple[str, Marked]]:
    """The pages of a JSON export, each with its id. Raises InputError where it cannot be understood."""
    try:
        tasks = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}); export as JSON") from error
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks]):
        place = f"{path}: task {number}"
        try:
            yield _page(task, place)
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{place}: not Label Studio's ({error!r}); export as JSON, not JSON-MIN") from error


def interface() -> str:
    """The labelling interface: labels, links, and the text area of a region's values."""
    view = ET.Element("View")
    labels = ET.SubElement(view, "Labels", name="label", toName="text")
    for label in LABELS:
        ET.SubElement(labels, "Label", value=label)
    links = ET.SubElement(view, "Relations")
    for kind in LINKS:
        ET.SubElement(links, "Relation", value=kind)
    ET.SubElement(view, "Text", name="text", value="$text")
    ET.SubElement(view, "TextArea", name="values", toName="text", perRegion="true", rows="3", editable="true")
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


# ---- parts -----------------------------------------------------------------------------------------------------------


def _result(page: Marked) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = []
    for mark in page.marks:
        place = {"start": mark.start, "end": mark.end, "text": page.text[mark.start : mark.end]}
        region = {"id": mark.id, "to_name": "text"}
        result.append({**region, "from_name": "label", "type": "labels", "value": {**place, "labels": [mark.label]}})
        if mark.values:
            value = {**place, "text": [written(mark.values)]}
            result.append({**region, "from_name": "values", "type": "textarea", "value": value})
    result += [
        {"type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right", "labels": [link.kind]}
        for link in page.links
    ]
    return result


def _page(task: dict[str, Any], place: str) -> tuple[str, Marked]:
    """The last annotation that was not cancelled."""
    text = task["data"]["text"]
    name = str(task["data"].get("id") or task.get("id") or place)
    done = [each for each in task["annotations"] if not each.get("was_cancelled")]
    if not done:
        raise InputError(f"{place}: no annotation; annotate it, or leave it out of the export")
    result = done[-1]["result"]
    regions = [each for each in result if each["type"] == "labels"]
    values = {each["id"]: each["value"]["text"] for each in result if each["type"] == "textarea"}
    quotes = [Quoted(*(each["value"][key] for key in ("start", "end", "text"))) for each in regions]
    marks = []
    for each, span in zip(regions, code_points(text, quotes, place), strict=True):
        more = values_of(values.get(each["id"], ""), f"{place}: {each['id']}")
        marks.append(Mark(each["id"], each["value"]["labels"][0], *span, more))
    links = [Link(each["labels"][0], each["from_id"], each["to_id"]) for each in result if each["type"] == "relation"]
    return name, Marked(text, tuple(marks), tuple(links))
