"""What pyproject.toml promises, each promise by one command: its Pythons, both ends of its ranges, what is shipped.

`pip install ".[dev]"`, then `nox` for everything, `nox -l` for the list, `nox -s lowest -- tests/read` for one session
over some tests. Each session installs newstally as a user does, in an environment of its own.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"  # of the installers, it alone finds the lowest versions that a range allows

PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
SUITE = ("-q", "-n", "auto", "--dist", "worksteal")
SHIPPED = ("build", "web", "parquet", "warc", "zst", "ray")
HOME = Path("seeds/nineteen-talks.txt")
ENTRY_POINTS = """
from importlib.metadata import distribution
for point in distribution("newstally").entry_points:
    if point.group != "pytest11": # pytest is not installed
        point.load()
import spacy
spacy.load("en_newstally")
"""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The suite on each Python, with the newest version of everything that the ranges allow."""
    _suite(session, "highest")


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """The suite on the lowest Python, with the lowest version of each dependency that pyproject.toml names.

    The extras that no test uses have a run of their benchmark: a short one.
    """
    _suite(session, "lowest-direct")
    session.install("--resolution", "lowest-direct", ".[test,fuzz,peers]")
    session.run("python", "benchmarks/fuzz.py", "numerals", session.create_tmp(), "-atheris_runs=1000")
    told = session.run("python", "benchmarks/peers.py", str(HOME.with_suffix(".gold.jsonl")), silent=True)
    if "quantulum3 is not installed" in str(told):
        session.error(told)


def _suite(session: nox.Session, resolution: str) -> None:
    session.install("--resolution", resolution, ".[test]")
    session.run("python", "-m", "pytest", *SUITE, *session.posargs)


@nox.session(python=PYTHONS[-1])
def build(session: nox.Session) -> None:
    """Wheel and sdist, twice, from two clones: the same bytes, and each reads the home story in an empty environment.

    The first wheel is built from the sdist, the second from its clone, where nobody else may read the files: so the
    sdist holds all that the wheel needs, and folder, time and umask change nothing.
    """
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    built = _build(session, folder / "one" / "newstally", 0o022)
    again = _build(session, folder / "another place" / "clone", 0o077, "--sdist", "--wheel")
    if [path.name for path in built] != [path.name for path in again]:
        session.error(f"{built} and {again} differ")
    for one, other in zip(built, again, strict=True):
        if one.read_bytes() != other.read_bytes():
            session.error(f"{one} and {other} differ; `diffoscope` shows where")
        _install_alone(session, one, folder / f"environment of {one.name}")


def _build(session: nox.Session, clone: Path, umask: int, *options: str) -> list[Path]:
    """Wheel and sdist of the last commit, built in a new clone."""
    before = os.umask(umask)
    try:
        session.run("git", "clone", "--quiet", "--no-hardlinks", ".", str(clone), external=True)
        committed = session.run("git", "log", "-1", "--format=%ct", external=True, silent=True)
        epoch = {"SOURCE_DATE_EPOCH": str(committed).strip()}
        session.run("uv", "build", *options, "--out-dir", f"{clone}.dist", str(clone), env=epoch, external=True)
    finally:
        os.umask(before)
    return sorted(path for path in Path(f"{clone}.dist").iterdir() if path.suffix in {".whl", ".gz"})


def _install_alone(session: nox.Session, distribution: Path, environment: Path) -> None:
    """Install a wheel or an sdist in an environment that holds nothing else, and have it read the home story there."""
    session.run("uv", "venv", "--python", str(session.python), str(environment), external=True)
    python = str(environment / "bin" / "python")
    session.run("uv", "pip", "install", "--python", python, str(distribution), external=True)
    (environment / HOME).parent.mkdir()
    shutil.copy(HOME, environment / HOME)
    shown = re.search(rf"\$ newstally (.* {HOME})\n([^`]*)```", Path("README.md").read_text("utf-8"))
    with session.chdir(environment):
        printed = session.run(str(environment / "bin" / "newstally"), *shown[1].split(), external=True, silent=True)
        if printed != shown[2]:
            session.error(f"{distribution} does not print what README.md shows, but:\n{printed}")
        session.run(python, "-W", "error", "-c", ENTRY_POINTS, external=True)


@nox.session(python=PYTHONS[-1])
def audit(session: nox.Session) -> None:
    """Known vulnerabilities in all that newstally and its extras bring (not those of training, tests and pages)."""
    session.install("pip-audit")
    requirements = str(Path(session.create_tmp()) / "requirements.txt")
    extras = [f"--extra={extra}" for extra in SHIPPED]
    session.run("uv", "pip", "compile", "--quiet", "pyproject.toml", *extras, "-o", requirements, external=True)
    session.run("pip-audit", "--strict", "--requirement", requirements, "--no-deps", "--disable-pip", *session.posargs)
