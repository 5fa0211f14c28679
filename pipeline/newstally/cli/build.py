"""`newstally build`: a config with its rules, tables and weights → a model, an ordinary spaCy package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newstally.cli.terminal import tell
from newstally.errors import ConfigError


def build(
    config: Annotated[Path, typer.Argument(help="The pipeline's config.")] = Path("configs/news.cfg"),
    output: Annotated[Path, typer.Option("--output", "-o", help="The model's folder; replaced whole.")] = Path(
        "models/en_newstally"
    ),
) -> None:
    """Build a model; the folder changes only once the new one stands, and two builds give the same bytes."""
    from newstally import nlp, registry

    built = nlp.build(config)
    try:
        registry.settings(built.config.get("checks", {}))
        registry.limits(built.config.get("limits", {}))
    except ConfigError as error:
        raise ConfigError(f"{config}: {error}; mend the config") from error
    nlp.save(built, output)
    tell(f"built {output} from {config}")
