"""Does the gate stop anything? Copies of this repository are damaged, each in one way, and the gate is run on them.

    python benchmarks/sabotage.py [--all] [--jobs 2] [--only WORDS]

Every damage must be stopped by the line of `.ci/run` that runs the gate, with what is newly wrong named; what changes
the code and not its work must pass. Damaged code reads the stories on which it raises a contradiction today, for there
most is to be lost, and all others are taken from `tests/records.jsonl`; with ``--all`` it reads every story. Exits with
1 where a damage passes or an innocent change is stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PARTS = ("pipeline", "models", "configs", "seeds", ".ci")
RULES, TABLES, CHECKS = "configs/rules", "configs/tables", "pipeline/newstally/checks"
SHOWN = 4  # items newly wrong that are printed for each damage
Edit = Callable[[str], str]


class Change(NamedTuple):
    """What is done to which file; ``harmless`` changes must pass."""

    name: str
    file: str
    edit: Edit
    harmless: bool = False


def replaced(old: str, new: str) -> Edit:
    """Every ``old`` gives way to ``new``; ValueError where there is none, so that no damage goes stale unseen."""

    def edit(text: str) -> str:
        if old not in text:
            raise ValueError(f"{old!r} is not there any more; find the damage another place")
        return text.replace(old, new)

    return edit


def without(pattern: str) -> Edit:
    """The first match of ``pattern`` is cut out."""

    def edit(text: str) -> str:
        found, number = re.subn(pattern, "", text, count=1, flags=re.MULTILINE | re.DOTALL)
        if not number:
            raise ValueError(f"{pattern!r} is not there any more; find the damage another place")
        return found

    return edit


def ten_names() -> str:
    """Ten people of the stories that are read anew, as a set in Python."""
    golds = (json.loads((ROOT / "seeds" / f"{name}.gold.jsonl").read_text("utf-8")) for name in _telling())
    names = [person["name"] for gold in golds for person in gold["people"] if not person.get("byline")]
    return repr(set(names[:10]))


def reordered(text: str) -> str:
    """The countries of the table in the opposite order."""
    head, *blocks = re.split(r"(?m)^(?=\[countries\.[A-Z]{2}\]$)", text)
    return head + "\n".join(block.rstrip("\n") + "\n" for block in reversed(blocks))


def changes() -> list[Change]:
    """All damages, then what does none."""
    people = "if (words := name_words(mention.text, suffixes))"
    return [
        Change("a rule is removed", f"{RULES}/lists.jsonl", without(r'^\{"id": "list-including".*?\n')),
        Change("a country is deleted", f"{TABLES}/countries.toml", without(r"^\[countries\.DE\]$.*?(?=^\[)")),
        Change("a check is switched off", "configs/news.cfg", replaced('"listed_and_stated", ', "")),
        Change("ten names are blanked", "pipeline/newstally/resolve/people.py",
               replaced(people, f"{people} and mention.text not in {ten_names()}")),
        Change("a title is deleted", f"{TABLES}/roles.toml", replaced('"minister", ', "")),
        Change("vague figures count as exact", f"{TABLES}/modifiers.toml", without(r"^about = .*?\n")),
        Change("a number word is lost", "pipeline/newstally/words/numerals.py", replaced(" eleven twelve", " twelve")),
        Change("every sum comes out", f"{CHECKS}/parts_and_total.py",
               replaced("verdict = intervals.adds_up(stated, amounts)", 'verdict = "consistent"')),
        Change("no sum comes out", f"{CHECKS}/parts_and_total.py",
               replaced("verdict = intervals.adds_up(stated, amounts)", 'verdict = "contradictory"')),
        Change("surnames stand alone", "pipeline/newstally/resolve/people.py",
               replaced("elif len(words) == 1:", "elif not words:")),
        Change("a function is renamed", f"{CHECKS}/listed_and_stated.py", replaced("_may_go_on", "_goes_on"), True),
        Change("a table is reordered", f"{TABLES}/countries.toml", reordered, True),
        Change("a comment is added", "pipeline/newstally/resolve/people.py",
               replaced("\n@dataclass\n", "\n# As before.\n@dataclass\n"), True),
    ]  # fmt: skip


class Result(NamedTuple):
    """What the gate said to a change."""

    stopped: bool
    named: list[str]
    faults: list[str]


def tried(change: Change, stories: Sequence[str]) -> Result:
    """Make the change in a copy, build its model, read the stories, run the gate; RuntimeError where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "training"))
        file = copy / change.file
        file.write_text(change.edit(file.read_text("utf-8")), "utf-8")
        run = partial(_newstally, copy)
        if change.file.startswith("configs"):
            run("build")
        run("extract", *(f"seeds/{name}.txt" for name in stories), "-o", "new.jsonl")
        new = (copy / "new.jsonl").read_text("utf-8").splitlines()
        kept = [line for name, line in _kept().items() if name not in stories]
        (copy / "records.jsonl").write_text("\n".join([*new, *kept]), "utf-8")
        result = run(*_gate(), "records.jsonl", "--report", "gate.json", allowed=(0, 1))
        faults = json.loads((copy / "gate.json").read_text("utf-8"))["gate"]["faults"]
    newly = result.stdout.partition("Newly wrong")[2].partition("\n\n")[0].splitlines()[1:]
    return Result(result.returncode == 1, [line.strip() for line in newly], faults)


def _newstally(copy: Path, *arguments: str, allowed: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
    """The copy's own command, in the copy."""
    paths = os.pathsep.join(str(copy / part) for part in ("pipeline", "models"))
    result = subprocess.run(
        [sys.executable, "-m", "newstally.cli", *arguments],
        cwd=copy, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if result.returncode not in allowed:
        raise RuntimeError(f"newstally {arguments[0]} failed: {result.stderr.strip()[-300:]}")
    return result


def _gate() -> list[str]:
    """The arguments of the gate as `.ci/run` has them."""
    line = next(line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if "newstally evaluate" in line)
    return shlex.split(line)[1:]


def _kept() -> Mapping[str, str]:
    """The kept record of each story, which the suite holds to be today's."""
    lines = (ROOT / "tests" / "records.jsonl").read_text("utf-8").splitlines()
    return {Path(json.loads(line)["source"]).stem: line for line in lines}


def _telling() -> list[str]:
    """The stories on which a contradiction is raised today."""
    checks = {name: json.loads(line)["checks"] for name, line in _kept().items()}
    return [name for name, found in checks.items() if any(check["verdict"] == "contradictory" for check in found)]


def told(change: Change, result: Result) -> str:
    """The outcome, the first reason, and some of what is named."""
    right = result.stopped != change.harmless and (change.harmless or bool(result.named))
    lines = [f"{'ok   ' if right else 'WRONG'} {'stopped' if result.stopped else 'passed '} {change.name}"]
    lines += [f"        {fault}" for fault in result.faults[:1]]
    lines += [f"        newly wrong: {line}" for line in result.named[:SHOWN]]
    if (more := len(result.named) - SHOWN) > 0:
        lines.append(f"        … and {more} more")
    return "\n".join(lines)


def main() -> int:
    """Try every change and print what the gate said; 1 where one was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="read every story anew")
    parser.add_argument("--jobs", type=int, default=2, help="copies at work at a time")
    parser.add_argument("--only", default="", help="only changes whose name holds these words")
    given = parser.parse_args()
    stories = list(_kept()) if given.all else _telling()
    chosen = [change for change in changes() if given.only in change.name]
    outcomes = []
    with ThreadPoolExecutor(given.jobs) as pool:
        for change, result in zip(chosen, pool.map(partial(tried, stories=stories), chosen), strict=True):
            outcomes.append(told(change, result))
            print(outcomes[-1], flush=True)
    wrong = sum(outcome.startswith("WRONG") for outcome in outcomes)
    print(f"{len(chosen)} changes, {len(stories)} stories read anew for each: {wrong} judged wrongly by the gate.")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
