"""`python -m newstally.cli` is the command `newstally`."""

from newstally.cli import app

if __name__ == "__main__":  # a process of a batch run imports the main module, too
    app(prog_name="newstally")
