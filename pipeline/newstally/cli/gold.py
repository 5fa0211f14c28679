"""`newstally gold`: marked answers by hand: drafted, linted, and to annotation tools and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import DEFAULT_MAX_CHARS, MaxChars, Model
from newstally.cli.terminal import escaped, put, show, tell
from newstally.errors import InputError
from newstally.files import open_text
from newstally.plural import plural

if TYPE_CHECKING:
    from newstally.gold.marks import Marked

gold = typer.Typer(no_args_is_help=True, help="Draft, lint and exchange marked answers (gold).", rich_markup_mode=None)

Files = Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Files or folders of gold (JSONL).")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here; else to standard output.")]


class Tool(StrEnum):
    """The annotation tools whose format is known."""

    labelstudio = "labelstudio"
    brat = "brat"


@gold.command()
def init(
    story: Annotated[list[str], typer.Argument(metavar="STORY...", help="Stories: files, folders, globs or -.")],
    output: Output = None,
    model: Model = DEFAULT_MODEL,
    max_chars: MaxChars = DEFAULT_MAX_CHARS,
) -> None:
    """Write drafts of gold, one a line, as the model reads the stories; a person corrects them."""
    from newstally import nlp, pipeline, read
    from newstally.gold.draft import draft
    from newstally.types import Failure

    articles = list(read.articles(story, max_chars))
    if failed := next((each for each in articles if isinstance(each, Failure)), None):
        raise InputError(failed.message)
    records = pipeline.extract(nlp.load(model), articles)
    drafts = []
    for article, record in zip(articles, records, strict=True):
        row = record.as_dict()
        if "error" in row:
            raise InputError(row["error"]["message"])
        drafts.append(draft(article.text, row, _name(article.id)))
    _write(drafts, output)


@gold.command()
def check(files: Files) -> None:
    """List everything that does not hold: what is not in the text, unknown keys, indexes; exit 1 where there is any."""
    from newstally.gold import faults, json_rows

    articles, seen, found = 0, set(), []
    for row in json_rows(files):
        if "schema" in row.object:
            continue
        articles += 1
        found += [f"{row.place}: {fault}" for fault in faults(row.object)]
        name = row.object.get("id")
        if name in seen:
            found.append(f"{row.place}: id: {name!r} stands twice; give it another")
        seen.add(name)
    for line in found:
        show(line)
    show(f"{plural(articles, 'article')}, {plural(len(found), 'fault')}.")
    raise typer.Exit(int(bool(found)))


@gold.command("export")
def export_(
    files: Files,
    folder: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")],
    tool: Annotated[Tool, typer.Option("--to", help="The tool to write for.")] = Tool.labelstudio,
) -> None:
    """Write gold for an annotation tool, with the configuration that shows it there."""
    from newstally.gold import brat, labelstudio, read_gold
    from newstally.gold.marks import marked

    rows = read_gold(files)
    pages = ((row.object["id"], marked(row.object)) for row in rows)
    (brat if tool is Tool.brat else labelstudio).write(pages, folder)
    tell(f"wrote {plural(len(rows), 'article')} to {folder}")


@gold.command("import")
def import_(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Label Studio's .json, brat's .ann, or folders of either.")
    ],
    output: Output = None,
) -> None:
    """Write the gold that was corrected in an annotation tool; offsets are checked against the words they stand for."""
    from newstally.gold.unmark import unmarked

    _write([unmarked(page, name) for path in inputs for name, page in _pages(path)], output)


def _pages(path: Path) -> Iterator[tuple[str, Marked]]:
    from newstally.gold import brat, labelstudio

    if path.is_dir():
        found = sorted([*path.glob("*.ann"), *path.glob("*.json")])
        if not found:
            raise InputError(f"{path}: the folder holds no .ann or .json; give the one that the tool wrote")
        for each in found:
            yield from _pages(each)
    elif path.suffix == ".ann":
        yield brat.read(path)
    else:
        yield from labelstudio.read(path)


def _name(article: str) -> str:
    """The name of a story's file without its ending; the id that a line of JSONL gives stays as it is."""
    name = re.fullmatch(r"(.+)\.(?:txt|md)(?:\.gz)?", Path(article).name)
    return name[1] if name else article


def _write(golds: Iterable[dict[str, Any]], output: Path | None) -> None:
    """Write one object a line, and tell on standard error what does not hold yet."""
    from newstally.gold import faults

    lines = []
    for each in golds:
        lines.append(f"{json.dumps(each, ensure_ascii=False)}\n")
        for fault in faults(each):
            tell(f"{each['id']}: {fault}")
    if output is None:
        put(escaped("".join(lines)))
        return
    if output.exists():
        raise InputError(f"{output}: is there already, perhaps corrected by hand; name another file")
    with open_text(output) as file:
        file.writelines(lines)
