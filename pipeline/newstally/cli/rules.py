"""`newstally rules`: the checks and the rule data; --explain prints what a check finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newstally import DEFAULT_MODEL
from newstally.cli.options import Model
from newstally.cli.terminal import show
from newstally.errors import ConfigError
from newstally.plural import plural


def rules(
    explain: Annotated[str | None, typer.Option("--explain", metavar="CODE", help="Say what this check finds.")] = None,
    configs: Annotated[
        Path | None, typer.Option("--lint", metavar="FOLDER", help="Try the rules and read the tables of this folder.")
    ] = None,
    model: Model = DEFAULT_MODEL,
) -> None:
    """List the checks; explain one; or lint the rules and tables that a model is built from."""
    from newstally import registry

    checks = {check.code: check for check in registry.checks().values()}
    if explain:
        if explain not in checks:
            raise ConfigError(f"no check {explain!r}; there are {', '.join(checks)}")
        show(checks[explain].help)
    elif configs:
        _lint(configs, model)
    else:
        for code, check in checks.items():
            show(f"{code}  {check.kind:10}  {check.title}")


def _lint(configs: Path, model: str) -> None:
    """Read all rules and tables of ``configs`` as `build` does, and try each rule on its example and counterexample.

    Exits with 1 where a rule does not keep to them. Raises ConfigError at the first that cannot be read.
    """
    from newstally import nlp
    from newstally import rules as data

    if not configs.is_dir():
        raise ConfigError(f"{configs}: no such folder; give the one that holds rules/ and tables/")
    found = data.read_rules(configs / "rules")
    tables = data.read_tables(configs / "tables")
    pipeline = nlp.load(model)
    data.replace(pipeline, configs / "rules")
    faults = list(data.example_faults(pipeline, found))
    for fault in faults:
        show(fault)
    show(f"{configs}: {plural(len(found), 'rule')}, {plural(len(tables), 'table')}, {plural(len(faults), 'fault')}.")
    if faults:
        raise typer.Exit(1)
