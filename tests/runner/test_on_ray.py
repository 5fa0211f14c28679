"""The engine Ray against the local one, on a cluster of two nodes of one core: the same bytes, whatever happens."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from commands import newstally
from newstally import nlp
from newstally.errors import InputError, ModelError
from newstally.runner import run
from newstally.types import Article, Failure
from stand_in import made_of

ROOT = Path(__file__).parents[2]
FILLER = " " * 20_000  # makes a text an item of its own
MIXED = [f"{'calm' if number % 5 else 'fail'} {'long ' * (number % 7 * 800)}" for number in range(60)]
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Ray's own warnings are not ours


def test_a_missing_extra_is_told_with_what_installs_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "ray.data", None)
    path = tmp_path / "a.txt"
    path.write_text("Rain.", "utf-8")
    result = newstally("extract", path, "--engine", "ray")
    assert result.exit_code == 2
    assert result.stderr.endswith('; run: pip install "newstally[ray]"\n')


@pytest.fixture(scope="module")
def on_ray():
    """`on_ray.run` on a cluster whose head has no core to work with; the two others have one each."""
    ray = pytest.importorskip("ray", reason="needs the extra newstally[ray]")
    utils = pytest.importorskip("ray.cluster_utils", reason="needs the extra newstally[ray]")
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]))
    cluster = utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    for _ in range(2):
        cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")
    yield import_module("newstally.runner.on_ray").run
    ray.shutdown()
    cluster.shutdown()
    monkeypatch.undo()


def story(number: int, text: str) -> Article:
    return Article(f"a{number}", text, "in.jsonl")


def stories(texts: list[str]) -> list[Article]:
    return [story(*pair) for pair in enumerate(texts)]


def test_the_records_and_their_order_are_those_of_a_local_run_also_where_processes_die(on_ray):
    failure = Failure("b", "b.txt", "InputError", "b.txt: empty", "b.txt")
    work = [*stories(MIXED), failure, *stories(["calm", f"die SIGKILL{FILLER}", "hang", "calm"])]
    options = {"worker": "stand_in", "timeout": 1}
    found = list(on_ray(work, "m 1", **options))
    assert found == list(run(work, "m 1", jobs=1, **options))
    assert found[:60] == [made_of(article) for article in work[:60]]
    assert [bool(result.error) for result in found[60:]] == [True, False, True, True, False]


def test_what_cannot_be_read_ends_the_run(on_ray):
    def broken():
        yield story(0, "calm")
        raise InputError("the list is gone")

    with pytest.raises(InputError, match="the list is gone"):
        list(on_ray(broken(), "m 1", worker="stand_in"))


def test_a_model_that_does_not_load_ends_the_run(on_ray):
    with pytest.raises(ModelError, match="3 processes died while they loaded it"):
        list(on_ray(stories(["calm"]), "leave 1", worker="stand_in"))


def test_a_run_that_is_stopped_has_given_what_was_in_order(on_ray):
    work = stories([f"calm{FILLER}"] * 20)
    seen: list[object] = []
    for result in on_ray(work, "m 1", worker="stand_in", stop=lambda: len(seen) >= 3):
        seen.append(result)
    assert seen == [made_of(article) for article in work[:3]]


def test_the_command_writes_the_same_bytes_on_ray(on_ray, tmp_path, monkeypatch):
    try:
        nlp.load()
    except ModelError as error:
        pytest.skip(f"needs the trained model: {error}")
    monkeypatch.chdir(ROOT)
    names = sorted(os.listdir("seeds"))
    inputs = [f"seeds/{name}" for name in names if name.endswith(".txt")][:3]
    local, cluster = tmp_path / "local.jsonl", tmp_path / "cluster.jsonl"
    extract = partial(newstally, "extract", *inputs, "--jobs", 2)
    assert extract("-o", local).exit_code == extract("-o", cluster, "--engine", "ray").exit_code == 0
    assert cluster.read_bytes() == local.read_bytes()
    assert local.read_bytes().count(b"\n") == len(inputs)
