"""`newstally build`: the same bytes each time, the whole model or none, and faults in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import CONFIGS, newstally


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path, tiny_config):
    configs = shutil.copytree(CONFIGS, tmp_path / "configs")
    config = tiny_config(CONFIGS.as_posix(), configs.as_posix())
    for name, seed in (("one", "1"), ("two", "77")):
        command = [sys.executable, "-m", "newstally.cli", "build", str(config), "-o", str(tmp_path / name / "en_tiny")]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_model_is_an_ordinary_package(tiny_model):
    code = "import en_tiny; print(en_tiny.load().pipe_names)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tiny_model.parent), *sys.path])}
    run = subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True, text=True)
    assert run.stdout == "['layout', 'cues']\n"


def test_a_model_needs_nothing_outside_it(tmp_path, tiny_model):
    """The tables and rules are baked in: what it was built from is read no more."""
    assert {"vocab/lookups.bin", "cues/patterns", "meta.json", "config.cfg", "__init__.py"} <= set(contents(tiny_model))


def test_a_new_model_takes_the_place_of_the_old_whole(tmp_path, tiny_config):
    model = tmp_path / "out" / "en_tiny"
    for name in ("README.md", "gone/old.bin"):
        (model / name).parent.mkdir(parents=True, exist_ok=True)
        (model / name).write_text("the card", "utf-8")
    assert newstally("build", tiny_config(), "-o", model).exit_code == 0
    assert (model / "README.md").read_text("utf-8") == "the card"
    assert not (model / "gone").exists()
    assert [path.name for path in model.parent.iterdir()] == ["en_tiny"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[initialize]\n", '[components]\n\n[components.cues]\nfactory = "newstally_cues"\nloud = 1\n\n[initialize]\n',
         "newstally_cues -> loud: unexpected argument: 'loud'; mend the config"),
        ('"cues"]', '"queues"]', "[E002] Can't find factory for 'newstally_queues' for language "),
        ("[checks]", "[chekcs]", "unknown section [chekcs]; there are checks, components, corpora, initialize, "
                                 "limits, nlp, paths, pretraining, system, training"),
        ("\n[nlp]", "nlp", "File contains no section headers; mend the config"),
        ("parts_and_total", "no_such_check", "[checks] enabled: unknown check 'no_such_check'; allowed: "),
        ("enabled =", "enable =", "[checks] needs `enabled`, a list of names, "),
        ('"]\n', '"]\nloud = true\n', "[checks]: unknown setting 'loud'; "),
    ],
    ids=["component option", "component", "section", "broken", "check", "no checks", "checks option"],
)  # fmt: skip
def test_a_config_that_does_not_hold_is_one_sentence(tmp_path, tiny_config, old, new, message):
    config = tiny_config(old, new)
    result = newstally("build", config, "-o", tmp_path / "en_tiny")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"newstally: {config}: {message}")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "en_tiny").exists()


def test_a_missing_config_is_one_sentence(tmp_path):
    result = newstally("build", tmp_path / "no.cfg", "-o", tmp_path / "en_tiny")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "no.cfg" in result.stderr
