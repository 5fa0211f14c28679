"""`newstally evaluate`: records against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import Format, Model

if TYPE_CHECKING:
    from newstally.evaluate import Score


def evaluate(
    files: Annotated[
        list[Path], typer.Argument(help="Gold (JSONL), and records of its texts; told apart by 'schema'.")
    ],
    show: Annotated[bool, typer.Option("--show", help="List what was missed and what is spurious.")] = False,
    output_format: Annotated[Format, typer.Option("--format")] = Format.text,
    model: Model = DEFAULT_MODEL,
) -> None:
    """Score records against gold; without records the model reads the gold's texts first."""
    from newstally.evaluate import evaluate as judge
    from newstally.evaluate import read_files

    gold, records = read_files(files)
    scores = judge(gold, records or _extract(gold, model))
    if output_format is Format.json:
        typer.echo(json.dumps(_as_dict(scores, show), ensure_ascii=False, indent=2))
    else:
        typer.echo(_as_table(scores, show))


def _extract(gold: Iterable[dict[str, Any]], model: str) -> dict[str, dict[str, Any]]:
    from newstally import nlp, pipeline, read
    from newstally.types import Article

    articles = [Article(row["id"], read.full_text(row)) for row in gold]
    records = {record.id: record.as_dict() for record in pipeline.extract(nlp.load(model), articles)}
    for record in records.values():
        if "error" in record:
            typer.echo(f"newstally: {record['error']['message']}", err=True)
    return records


def _as_table(scores: Iterable[Score], show: bool = False) -> str:
    """Lay out the scores as aligned text; with ``show`` the missed and spurious objects follow each measure."""
    lines = [f"{'':30}{'P':>7}{'R':>7}{'F1':>7}{'hit':>7}{'gold':>7}{'pred':>7}"]
    for score in scores:
        rates = "".join(
            f"{'-' if rate is None else f'{rate:.3f}':>7}" for rate in (score.precision, score.recall, score.f1)
        )
        lines.append(f"{score.measure:30}{rates}{score.hit:7}{score.gold:7}{score.predicted:7}")
        if show:
            lines += [f"  missed    {item}" for item in score.missed]
            lines += [f"  spurious  {item}" for item in score.spurious]
    return "\n".join(lines)


def _as_dict(scores: Iterable[Score], show: bool = False) -> dict[str, Any]:
    """Turn the scores into a JSON-safe dict by measure; rates are null where they have no denominator."""
    report: dict[str, Any] = {}
    for score in scores:
        report[score.measure] = {
            "precision": score.precision, "recall": score.recall, "f1": score.f1,
            "hit": score.hit, "gold": score.gold, "predicted": score.predicted,
        }  # fmt: skip
        if show:
            report[score.measure] |= {"missed": list(score.missed), "spurious": list(score.spurious)}
    return report
