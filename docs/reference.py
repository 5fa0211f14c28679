"""Writes docs/reference/ from the code: commands, record, tables, checks and settings (`python docs/reference.py`)."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from typer.main import get_command

from newstally import cli, registry, settings, suppress
from newstally.export import tables
from newstally.records import ErrorRecord
from newstally.schema import json_schema

FOLDER = Path(__file__).parent / "reference"


def pages() -> dict[str, str]:
    """The text of every page by its name."""
    return {
        "commands.md": _page("Commands", _commands()),
        "record.md": _page("The record", _record()),
        "tables.md": _page("The tables", _tables()),
        "checks.md": _page("The checks", _checks()),
        "settings.md": _page("Settings", _settings()),
    }


def _page(title: str, parts: Iterator[str]) -> str:
    note = "<!-- Written by docs/reference.py from the code; change it there. -->"
    return "\n\n".join([f"# {title}", note, *parts]) + "\n"


# ---- commands


def _commands() -> Iterator[str]:
    """Every command with its help, arguments and options."""
    yield _paragraph(cli.__doc__ or "", "Exit codes")
    for name, command in get_command(cli.app).commands.items():
        yield _command(name, command)
        yield from (_command(f"{name} {inner}", each) for inner, each in getattr(command, "commands", {}).items())


def _command(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    words = [f"newstally {name}", *(f"{_argument(each)}" for each in arguments)]
    rows = [f"| {_names(each)} | {_cell(each.help)} | {_default(each)} |" for each in command.params]
    table = "\n".join(["| | | default |", "|---|---|---|", *rows]) if rows else ""
    usage = f"    {' '.join(words)} [OPTIONS]" if rows else ""
    return "\n\n".join(filter(None, [f"## newstally {name}", usage, " ".join(command.help.split()), table]))


def _argument(argument: Any) -> str:
    many = "…" if argument.nargs == -1 else ""
    return f"{(argument.metavar or argument.name).upper()}{many}"


def _names(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_argument(parameter)}`"
    names = sorted(parameter.opts, key=len)
    value = "" if parameter.is_flag else f" {parameter.metavar or names[-1].strip('-').upper()}"
    return ", ".join(f"`{each}{value}`" for each in names)


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _default(parameter: Any) -> str:
    """The default, with the other choices where there are some."""
    if parameter.required:
        return "required"
    if isinstance(parameter.default, Enum):
        others = ", ".join(each for each in type(parameter.default) if each != parameter.default)
        return f"`{parameter.default}`, or {others}"
    return "" if parameter.default in (None, "", False) else f"`{parameter.default}`"


def _paragraph(doc: str, begins: str) -> str:
    """The sentences of a docstring from ``begins`` to the end of its paragraph, but what is said of imports."""
    text = " ".join(inspect.cleandoc(doc).partition(begins)[2].partition("\n\n")[0].split())
    return begins + text.partition(" Commands import")[0]


# ---- the record


def _record() -> Iterator[str]:
    """The objects of the JSON Schema, the record first, each when it is first needed."""
    yield (
        "One JSON object a line; `newstally schema` prints its JSON Schema. Offsets are Unicode code points, "
        "`[start, end)`, into the text exactly as it came in. The last of a record's fields, `date`, `meta` and "
        "`text`, are only there where they hold something."
    )
    schema = json_schema()
    known = {"Record": schema, **schema["$defs"]}
    waiting, seen = ["Record"], []
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.append(name)
            waiting += re.findall(r"#/\$defs/(\w+)", str(known[name]["properties"]))
    yield from (_object(name, known[name]) for name in seen)
    errors = json_schema(ErrorRecord)
    yield _object("ErrorRecord", errors)
    yield _object("ErrorDetail", errors["$defs"]["ErrorDetail"])


def _object(name: str, schema: Mapping[str, Any]) -> str:
    rows = [f"| `{field}` | {_type(value)} | {_said(value)} |" for field, value in schema["properties"].items()]
    table = "\n".join(["| field | type | |", "|---|---|---|", *rows])
    return f"## {name}\n\n{schema['description'].replace('``', '`')}\n\n{table}"


def _said(value: Mapping[str, Any]) -> str:
    return value.get("description", "")


def _type(value: Mapping[str, Any]) -> str:
    """A type of JSON Schema in a few words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_type(each).replace("integer", "number") for each in value["anyOf"]))
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value["type"] == "array":
        return f"list of {_type(value['items'])}"
    inner = value.get("additionalProperties")
    return f"object of {_type(inner)}" if isinstance(inner, dict) else value["type"]


# ---- the tables


def _tables() -> Iterator[str]:
    """Every table that `newstally export` writes, with its columns."""
    yield _prose(tables.__doc__)
    yield (
        "A column that a [record](record.md) has under the same name holds the same; `cow` and `cow_number` are the "
        "codes of the Correlates of War, `wrong_count` and `should_read` are what a finding suggests, and where a cell "
        "holds several ids or places, `; ` stands between them."
    )
    rows = [f"| `{name}` | {_columns(table)} |" for name, table in tables.TABLES.items()]
    yield "\n".join(["| table | its own columns, text where nothing else is said |", "|---|---|", *rows])


def _columns(table: tables.Table) -> str:
    """The columns between those that every table has."""
    own = [(name, kind) for name, kind in table.columns.items() if name not in ("story", *tables.PLACE)]
    return ", ".join(f"`{name}`" + (f" ({kind})" if kind != "text" else "") for name, kind in own)


# ---- the checks


def _checks() -> Iterator[str]:
    """What every check says of itself, as `newstally rules --explain` prints it."""
    for check in registry.checks().values():
        title, _, text = check.help.partition("\n\n")
        said = text.replace("``", "`")
        yield f"## {title.rstrip('.')}\n\nKind `{check.kind}`, in the config `{check.name}`.\n\n{said}"


# ---- settings


def _settings() -> Iterator[str]:
    """The settings of a project, and the options of the checks in a model's config."""
    yield f"## Of a project: newstally.toml\n\n{_prose(settings.__doc__)}"
    yield _prose(suppress.__doc__)
    yield (
        "## Of a model: `[checks]` in its config\n\nThe config that `newstally build` reads is spaCy's, with a section "
        "for the checks. Their words are data; `configs/news.cfg` holds those of the model that comes with newstally."
    )
    rows = [
        f"| `[checks.{check.name}]` | {check.code} | {', '.join(f'`{name}`' for name in check.options)} |"
        for check in registry.checks().values()
        if check.options
    ]
    yield "\n".join(["| section | check | options |", "|---|---|---|", "| `[checks]` | | `enabled` |", *rows])


def _prose(doc: str | None) -> str:
    """A docstring as Markdown."""
    return inspect.cleandoc(doc or "").replace("``", "`")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")
