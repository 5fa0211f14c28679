"""The command line with the stand-in in the model's place: `python stand_in_cli.py extract …`."""

from __future__ import annotations

from newstally import runner
from newstally.cli import app

if __name__ == "__main__":  # a process of a batch run imports the main module, too
    runner.run.__kwdefaults__["worker"] = "stand_in"
    app(prog_name="newstally")
