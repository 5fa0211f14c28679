"""`newstally rules`: the checks and the rule data; --explain prints what a check finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newstally.errors import ConfigError


def rules(
    explain: Annotated[str | None, typer.Option("--explain", metavar="CODE", help="Say what this check finds.")] = None,
    configs: Annotated[
        Path | None, typer.Option("--lint", metavar="FOLDER", help="Read the rules and tables of this folder.")
    ] = None,
) -> None:
    """List the checks; explain one; or lint the rules and tables that a model is built from."""
    from newstally import registry

    checks = {check.code: check for check in registry.checks().values()}
    if explain:
        if explain not in checks:
            raise ConfigError(f"no check {explain!r}; there are {', '.join(checks)}")
        typer.echo(checks[explain].help)
    elif configs:
        typer.echo(_lint(configs))
    else:
        for code, check in checks.items():
            typer.echo(f"{code}  {check.kind:10}  {check.help.partition(': ')[2].splitlines()[0].rstrip('.')}")


def _lint(configs: Path) -> str:
    """Read all rules and tables of ``configs`` as `build` does. Raises ConfigError at the first that does not hold."""
    from newstally import rules as data

    if not configs.is_dir():
        raise ConfigError(f"{configs}: no such folder; give the one that holds rules/ and tables/")
    found = data.read_rules(configs / "rules")
    tables = data.read_tables(configs / "tables")
    return f"{configs}: {len(found)} rules and {len(tables)} tables hold."
