"""brat's standoff: ``ID.txt`` and ``ID.ann``, a text-bound annotation for each mark, its values as JSON in a note.

A span over several lines is written in fragments, one a line, as brat has it. Offsets are code points; those of tools
that write bytes or UTF-16 units in the same format are told apart (see `units`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from newstally.errors import InputError
from newstally.files import open_text
from newstally.gold.marks import LABELS, LINKS, Link, Mark, Marked
from newstally.gold.units import Quoted, code_points
from newstally.gold.values import values_of, written

CONFIG = "annotation.conf"
BOUND = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
RELATION = re.compile(r"R\S+\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
NOTE = re.compile(r"#\S*\tAnnotatorNotes (\S+)\t(.*)")


def write(pages: Iterable[tuple[str, Marked]], folder: Path) -> None:
    """Write each page under its id, and the configuration that names labels and links."""
    for name, page in pages:
        stem = re.sub(r"[^\w.-]+", "-", name)
        if (folder / f"{stem}.txt").exists():
            raise InputError(f"{folder / stem}.txt: is there already; give an empty folder, or {name!r} another id")
        with open_text(folder / f"{stem}.txt", "") as file:
            file.write(page.text)
        with open_text(folder / f"{stem}.ann") as file:
            file.writelines(f"{line}\n" for line in _lines(page))
    with open_text(folder / CONFIG) as file:
        file.write(configuration())


def read(path: Path) -> tuple[str, Marked]:
    """The page of one ``.ann`` with its text beside it. Raises InputError where either cannot be understood."""
    text, lines = _text(path.with_suffix(".txt")), _text(path).replace("\r\n", "\n").split("\n")
    bound: list[tuple[str, str]] = []
    quotes: list[Quoted] = []
    links: list[Link] = []
    notes: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if found := BOUND.fullmatch(line):
            offsets = [int(each) for each in re.findall(r"\d+", found[3])]
            bound.append((found[1], found[2]))
            quotes.append(Quoted(offsets[0], offsets[-1], found[4]))
        elif found := RELATION.fullmatch(line):
            links.append(Link(found[1], found[2], found[3]))
        elif found := NOTE.fullmatch(line):
            notes[found[1]] = found[2]
        elif line.strip():
            raise InputError(f"{path}:{number}: {line!r} is not understood; only T, R and # AnnotatorNotes are used")
    spans = code_points(text, quotes, str(path))
    marks = (
        Mark(*each, *span, values_of(notes.get(each[0], ""), f"{path}: {each[0]}"))
        for each, span in zip(bound, spans, strict=True)
    )
    return path.stem, Marked(text, tuple(marks), tuple(links))


def configuration() -> str:
    """The ``annotation.conf`` of the collection."""
    links = [f"{kind}\tArg1:{source}, Arg2:{target}" for kind, (source, target) in LINKS.items()]
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    return "\n".join(["[entities]", *LABELS, "[relations]", overlap, *links, "[events]", "[attributes]", ""])


# ---- parts -----------------------------------------------------------------------------------------------------------


def _lines(page: Marked) -> Iterator[str]:
    for number, mark in enumerate(page.marks, 1):
        words = page.text[mark.start : mark.end]
        fragments = [each.span() for each in re.finditer(r"[^\r\n]+", words)]
        offsets = ";".join(f"{mark.start + start} {mark.start + end}" for start, end in fragments)
        quote = " ".join(words[start:end] for start, end in fragments)
        yield f"{mark.id}\t{mark.label} {offsets}\t{quote}"
        if mark.values:
            yield f"#{number}\tAnnotatorNotes {mark.id}\t{written(mark.values)}"
    for number, link in enumerate(page.links, 1):
        yield f"R{number}\t{link.kind} Arg1:{link.source} Arg2:{link.target}"


def _text(path: Path) -> str:
    """The file as it is, its ends of lines kept."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); .txt and .ann lie side by side") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
