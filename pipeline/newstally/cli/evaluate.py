"""`newstally evaluate`: records against gold, and the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import Model
from newstally.cli.terminal import show, tell
from newstally.errors import ConfigError
from newstally.files import told

if TYPE_CHECKING:
    from newstally.evaluate.gate import Gate
    from newstally.evaluate.report import Places
    from newstally.evaluate.scores import Evaluation

ALPHA = 0.05


class Format(StrEnum):
    """How scores and gate are written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    junit = "junit"
    github = "github"


def evaluate(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD... [RECORDS...]", help="Files or folders of JSONL; records have a 'schema'."),
    ],
    show: Annotated[bool, typer.Option("--show", help="List what was missed and what is spurious.")] = False,
    output_format: Annotated[
        Format, typer.Option("--format", help="json is a baseline for later; junit and github tell the gate alone.")
    ] = Format.text,
    floors: Annotated[Path | None, typer.Option(help="Stop below these: TOML, a table for each measure.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="Stop on a fall from these scores of an earlier run.")] = None,
    max_drop: Annotated[
        list[str] | None,
        typer.Option(metavar="[MEASURE=]DROP", help="Let F1 fall by so much; by default 0. May be given again."),
    ] = None,
    alpha: Annotated[
        float, typer.Option(min=0, max=1, help="A fall must be less likely by chance than this; 1: any fall stops.")
    ] = ALPHA,
    reports: Annotated[
        list[Path] | None, typer.Option("--report", help="Write a report too: .md, .xml (JUnit), .json or .txt.")
    ] = None,
    model: Model = DEFAULT_MODEL,
) -> None:
    """Score records against gold; without records the model reads the gold's texts. The gate: exit 1 on a fall."""
    from newstally.evaluate import evaluate as judge
    from newstally.evaluate import read_files
    from newstally.evaluate.report import Places

    wanted = [(None, output_format), *((path, _format_of(path)) for path in reports or ())]
    if not (floors or baseline):
        _refuse_gate_alone(each for _, each in wanted)
    hold = _gate(floors, baseline, max_drop or [], alpha)
    rows, records = read_files(files)
    golds = [row.object for row in rows]
    evaluation = judge(golds, records or _extract(golds, model))
    gate = hold(evaluation)
    for path, each in wanted:
        _write(path, _report(each, evaluation, gate, Places(rows), show))
    raise typer.Exit(int(gate is not None and not gate.passed))


def _format_of(path: Path) -> Format:
    formats = {".txt": Format.text, ".json": Format.json, ".md": Format.markdown, ".xml": Format.junit}
    if path.suffix not in formats:
        raise ConfigError(f"--report {path}: the name must end in one of {', '.join(formats)}")
    return formats[path.suffix]


def _refuse_gate_alone(wanted: Iterable[Format]) -> None:
    if told := next((each for each in wanted if each in (Format.junit, Format.github)), None):
        raise ConfigError(f"a report as {told} tells what the gate says; give --floors, --baseline or both")


def _write(path: Path | None, report: str) -> None:
    """To a file, or to standard output."""
    if path is None:
        show(report)
        return
    with told(path):
        path.write_text(f"{report}\n", "utf-8")


def _gate(
    floors: Path | None, baseline: Path | None, max_drop: list[str], alpha: float
) -> Callable[[Evaluation], Gate | None]:
    """The gate with its files read, so that a fault in them is told before anything is extracted; None without any."""
    from newstally.evaluate.baseline import read_baseline
    from newstally.evaluate.floors import read_floors
    from newstally.evaluate.gate import gate

    if not floors and not baseline:
        return lambda evaluation: None
    least = read_floors(floors) if floors else ()
    earlier = read_baseline(baseline) if baseline else None
    allowed = _allowed(max_drop)
    return lambda evaluation: gate(evaluation, least, earlier, allowed, alpha)


def _allowed(max_drop: Iterable[str]) -> Callable[[str], float]:
    """``0.01`` for every measure, ``checks=0.02`` for one."""
    from newstally.evaluate.measures import KIND_OF

    drops: dict[str, float] = {}
    for given in max_drop:
        measure, _, drop = given.rpartition("=")
        if measure and measure not in KIND_OF:
            raise ConfigError(f"--max-drop {given}: no measure {measure!r}; there are {', '.join(map(repr, KIND_OF))}")
        try:
            drops[measure] = float(drop)
        except ValueError:
            raise ConfigError(f"--max-drop {given}: {drop!r} is no number; write 0.01, or checks=0.01") from None
    return lambda measure: drops.get(measure, drops.get("", 0.0))


def _extract(golds: Iterable[dict[str, Any]], model: str) -> dict[str, dict[str, Any]]:
    from newstally import nlp, pipeline
    from newstally.types import Article

    articles = [Article(gold["id"], gold["text"]) for gold in golds]
    records = {record.id: record.as_dict() for record in pipeline.extract(nlp.load(model), articles)}
    for record in records.values():
        if "error" in record:
            tell(record["error"]["message"])
    return records


def _report(output_format: Format, evaluation: Evaluation, gate: Gate | None, places: Places, show: bool) -> str:
    from newstally.evaluate import baseline, report

    match output_format:
        case Format.json:
            verdict = {"gate": {"passed": gate.passed, "faults": list(gate.faults())}} if gate else {}
            return baseline.dumps(baseline.as_dict(evaluation) | verdict)
        case Format.junit:
            return report.as_junit(evaluation, gate, places)
        case Format.github:
            return report.as_github(gate, places)
        case Format.markdown:
            return report.as_markdown(evaluation, gate, places, show=show)
    return report.as_text(evaluation, gate, places, show=show)
