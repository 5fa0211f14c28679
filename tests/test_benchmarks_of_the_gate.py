"""The benchmarks that stand on the gate: every damage still finds its place; peers' findings are brought to records."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sabotage, peers = benchmark("sabotage"), benchmark("peers")


@pytest.mark.parametrize("change", sabotage.changes(), ids=lambda change: change.name)
def test_every_change_changes_its_file(change):
    text = (ROOT / change.file).read_text("utf-8")
    assert change.edit(text) != text


def test_there_are_eight_damages_at_least_and_some_innocent_changes():
    harmless = [change.harmless for change in sabotage.changes()]
    assert harmless.count(False) >= 8
    assert harmless.count(True) >= 2


@pytest.mark.parametrize("edit", [sabotage.replaced("no such words", ""), sabotage.without("^no such words$")])
def test_a_damage_that_has_lost_its_place_is_an_error(edit):
    with pytest.raises(ValueError, match="find the damage another place"):
        edit("other words")


@pytest.mark.parametrize(
    ("stopped", "named", "harmless", "verdict"),
    [
        (True, ["a"], False, "ok"), (True, [], False, "WRONG"), (False, [], False, "WRONG"),
        (False, [], True, "ok"), (True, ["a"], True, "WRONG"),
    ],
    ids=["stopped and named", "stopped without a name", "let pass", "innocent", "innocent, and stopped"],
)  # fmt: skip
def test_what_counts_as_judged_rightly(stopped, named, harmless, verdict):
    change = sabotage.Change("x", "x", str, harmless)
    assert sabotage.told(change, sabotage.Result(stopped, named, [])).split()[0] == verdict


def test_the_gate_is_the_one_of_ci():
    arguments = sabotage._gate()
    assert arguments[:2] == ["evaluate", "seeds"]
    assert {"--floors", "--baseline"} < set(arguments)


# ---- peers -----------------------------------------------------------------------------------------------------------

CODES = {"germany": "DE", "german": "DE", "us": "US"}


@pytest.mark.parametrize(
    ("entity", "kind", "found"),
    [
        (("PERSON", "Ana Roy’s", 0, 9), "people", [{"name": "Ana Roy", "mentions": [{"text": "Ana Roy"}]}]),
        (("GPE", "Germany", 0, 7), "countries", [{"code": "DE"}]),
        (("NORP", "German", 0, 6), "countries", [{"code": "DE"}]),
        (("GPE", "the US", 0, 6), "countries", [{"code": "US"}]),
        (("GPE", "Munich", 0, 6), "countries", []),
        (("CARDINAL", "two dozen", 3, 12), "counts", [{"value": 24, "start": 3, "end": 12}]),
        (("CARDINAL", "several", 3, 10), "counts", []),
        (("DATE", "19", 0, 2), "counts", []),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_entities_of_spacy(entity, kind, found):
    assert peers.from_entities([entity], CODES)[kind] == found


def test_a_shorter_name_goes_to_the_longer_that_holds_it():
    found = [(each["name"], len(each["mentions"])) for each in peers.people(["Roy", "Ana Roy", "Lee"])]
    assert found == [("Ana Roy", 2), ("Lee", 1)]
