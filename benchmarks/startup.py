"""How long a command takes to start: `newstally --help`, and the check of one short text.

    python benchmarks/startup.py [--rounds 5]

Seconds of CPU time, the least of some rounds after one that warms up, and what they are of `import spacy` in the same
run, which can be compared between machines. Where nothing else runs, CPU time is the time that a user waits. Modules
are compiled once, in the round that warms up, as pip compiles those of an installed package: in a checkout where Python
may write no bytecode, half a second more goes into that. Needs a system that tells the CPU time of a process that has
ended (not Windows).
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

TEXT = "The team won 14 medals: five golds, four silvers and five bronzes."
NEWSTALLY = ("-m", "newstally.cli")


def cpu_seconds(arguments: Sequence[str], rounds: int, bytecode: str) -> float:
    """The CPU time of Python with these arguments; compiled modules are kept in the folder ``bytecode``.

    Raises CalledProcessError where it fails, for a failure is fast.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    taken = []
    for _ in range(rounds + 1):
        before = _children()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
        taken.append(_children() - before)
    return min(taken[1:])


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(TEXT, "utf-8")
        commands = {
            "python -c pass": ("-c", "pass"),
            "import spacy": ("-c", "import spacy"),
            "newstally --help": (*NEWSTALLY, "--help"),
            "newstally check short.txt": (*NEWSTALLY, "check", str(short)),
        }
        taken = {name: cpu_seconds(command, rounds, folder) for name, command in commands.items()}
    for name, seconds in taken.items():
        print(f"{name:26}{seconds:6.2f} s of CPU   {seconds / taken['import spacy']:5.2f} of `import spacy`")


if __name__ == "__main__":
    main()
