"""The command line run in this process, and the config of a model without a trained part."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from newstally.cli import app

CONFIGS = Path(__file__).parents[1] / "configs"
TINY = f"""
[nlp]
lang = "en"
pipeline = ["layout", "cues"]

[nlp.before_creation]
@callbacks = "newstally.components.v1"

[initialize]

[initialize.lookups]
@misc = "newstally.tables.v1"
path = "{(CONFIGS / "tables").as_posix()}"

[initialize.components]

[initialize.components.cues]

[initialize.components.cues.patterns]
@readers = "newstally.rules.v1"
path = "{(CONFIGS / "rules").as_posix()}"

[checks]
enabled = ["parts_and_total"]
"""


def newstally(*arguments: object, stdin: bytes = b"") -> Result:
    """Run a command in this process; a traceback is a failure of the test."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, env={"FORCE_COLOR": ""})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
