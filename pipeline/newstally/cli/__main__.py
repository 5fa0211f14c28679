"""`python -m newstally.cli` is the command `newstally`."""

from newstally.cli import app

app(prog_name="newstally")
