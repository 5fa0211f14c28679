"""The directions of import, and the size of things: each rule with its reason in words."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "pipeline" / "newstally"
MODULES = sorted(ROOT.rglob("*.py"))
SPACY_ROOMS = ("nlp", "tokenizer", "guest", "rules", "mentions", "extractors", "encoder")
SIBLINGS = ("extractors", "resolve", "checks")


@cache
def name_of(path: Path) -> str:
    """`evidence.scope` for newstally/evidence/scope.py, `evidence` for its __init__.py, "" for newstally's own."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def nodes(path: Path) -> Iterator[ast.AST]:
    """All nodes but those that only a type checker sees."""
    waiting: list[ast.AST] = [tree(path)]
    while waiting:
        node = waiting.pop()
        yield node
        if not (isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"):
            waiting.extend(ast.iter_child_nodes(node))


@cache
def imports(path: Path) -> frozenset[str]:
    """The dotted names that a module imports: `newstally.types.Story` for `from newstally.types import Story`."""
    found: set[str] = set()
    package = ["newstally", *path.relative_to(ROOT).parent.parts]
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return frozenset(found)


@cache
def calls(path: Path) -> frozenset[str]:
    """What a module calls, as it is written there."""
    return frozenset(ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def importing(path: Path, *targets: str) -> list[str]:
    """What ``path`` imports of the modules ``targets`` (dotted names), or of anything in them."""
    return sorted(
        name for name in imports(path) if any(name == target or name.startswith(f"{target}.") for target in targets)
    )


def within(*rooms: str) -> list[Path]:
    return [path for path in MODULES if name_of(path).split(".")[0] in rooms]


def outside(*rooms: str) -> list[Path]:
    inside = within(*rooms)
    return [path for path in MODULES if path not in inside]


def modules(*names: str) -> list[str]:
    return [f"newstally.{name}" for name in names]


FORBIDDEN = {
    "types and errors are the ground: they import nothing of newstally, but types their page": (
        within("types", "errors"), modules(*sorted({name_of(path).split(".")[0] for path in outside("types")} - {""})),
    ),
    "only the rooms that hold a Doc import spaCy, so that resolvers and checks are pure; one export writes Docs": (
        [path for path in outside(*SPACY_ROOMS) if name_of(path) != "export.docbin"], ["spacy", "thinc"],
    ),
    "extractors find spans; what they mean is worked out later": (
        within("extractors"), modules("mentions", "resolve", "checks"),
    ),
    "resolvers work from mentions, and know of no check": (
        within("resolve"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "checks", "evidence"),
    ),
    "checks see the Story and nothing of how it was found": (
        within("checks", "evidence", "diagnosis"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve"),
    ),
    "resolvers and checks read no files: tables and options are passed in": (
        within("words", "resolve", "evidence", "checks"), ["pathlib", "os", "io", "tomllib", "json"],
    ),
    "what words mean, and the page, is below all rooms that read with them": (
        within("words", "layout"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve", "checks", "evidence"),
    ),
    "records and writers know values, not how they came about": (
        within("records", "schema", "write", "linter", "excerpt", "labels", "sarif", "suppress", "settings"),
        modules("extractors", "mentions", "nlp", "resolve", "checks"),
    ),
    "pydantic stands at the edges alone, where rows from outside are read: it takes longer to start than a story": (
        outside("schema", "saved", "evaluate", "gold"), ["pydantic"],
    ),
    "readers bring articles, and know nothing of what is made of them": (
        within("read"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve", "checks", "records", "write"),
    ),
    "evaluate and gold work from files alone, so that any version, or another tool, can be judged": (
        within("evaluate", "gold"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve", "checks", "evidence", "records"),
    ),
    "gold is what is judged by, and knows no judge": (within("gold"), modules("evaluate")),
    "compare works from finished records and texts alone": (
        within("compare"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve", "checks", "evidence", "records"),
    ),
    "exports and reports are made of saved records and texts, never of how they came about": (
        within("saved", "export", "report", "serve"),
        modules("extractors", "encoder", "mentions", "rules", "nlp", "resolve", "checks", "evidence", "compare"),
    ),
    "no stage knows the pipeline": (outside("pipeline", "runner", "cli"), modules("pipeline")),
    "no stage knows the runner, nor does the pipeline": (outside("runner", "cli"), modules("runner")),
    "the process that reads and writes a batch run stays small: what brings spaCy is imported by the others": (
        [path for path in within("runner") if name_of(path) != "runner.worker"],
        modules("nlp", "tokenizer", "pipeline", "records", "write", "runner.worker"),
    ),
    "nobody knows the command line": (outside("cli"), modules("cli")),
    "nobody knows the judge but the command line, and the plugin of a user's tests": (
        outside("cli", "evaluate", "pytest_plugin"), modules("evaluate"),
    ),
    "nobody knows the plugin of a user's tests": (outside("pytest_plugin"), modules("pytest_plugin")),
    "only the command line compares": (outside("cli", "compare"), modules("compare")),
    "in compare only its files are read": (
        [path for path in within("compare") if name_of(path) != "compare.files"],
        ["pathlib", "os", "io", "gzip", "json"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_import_directions(reason):
    paths, targets = FORBIDDEN[reason]
    assert paths, "the rule is about modules that are not there"
    broken = {name_of(path): found for path in paths if (found := importing(path, *targets))}
    assert not broken, reason


@pytest.mark.parametrize("room", SIBLINGS)
def test_siblings_never_import_one_another(room):
    """A shared idea moves down, to ``words`` or ``evidence``; only the room's __init__ names its members.

    A member that is a package may use its own modules: `resolve.counts` its heads and actors.
    """
    members = [path for path in within(room) if name_of(path) != room]
    broken = {name_of(path): found for path in members if (found := _of_siblings(path, room))}
    assert not broken


def _of_siblings(path: Path, room: str) -> list[str]:
    own = ".".join(["newstally", *name_of(path).split(".")[:2]])
    return [name for name in importing(path, f"newstally.{room}") if not f"{name}.".startswith(f"{own}.")]


@pytest.mark.parametrize(
    "module",
    ["", ".cli", ".layout", ".resolve", ".checks", ".records", ".evaluate", ".gold", ".linter", ".sarif", ".compare",
     ".export", ".report", ".serve", ".runner"],
)
def test_spacy_is_not_loaded_where_it_is_not_needed(module):
    """Else `newstally --help` would take seconds, and checks could not be used beside another extractor."""
    code = f"import sys, newstally{module}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_library_leaves_the_collector_of_its_host_alone():
    """The commands themselves raise its threshold, when they run."""
    code = "import gc, sys; is_set = gc.get_threshold(); import newstally.cli; sys.exit(gc.get_threshold() != is_set)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("path", outside("cli"), ids=name_of)
def test_only_the_command_line_prints_and_exits(path):
    assert not calls(path) & {"print", "exit", "quit", "sys.exit"}
    assert not importing(path, "typer", "sys.exit")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_clock_is_asked_that_can_be_set(path):
    """One that is set back in the middle of a run changes nothing; nor does a record tell when it was made."""
    clocks = {"time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "time.ctime"}
    assert not calls(path) & clocks
    assert not {call for call in calls(path) if call.endswith((".now", ".today", ".utcnow", ".fromtimestamp"))}
    assert not importing(path, "time.time", "time.localtime", "time.gmtime")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short(path):
    """One idea a module: a longer one holds two, and a function of more than 40 lines does more than one thing."""
    assert len(path.read_text("utf-8").splitlines()) <= 400
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
    assert {
        node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno - node.lineno >= 40
    } == {}
