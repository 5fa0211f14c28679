"""A model is taken as it was built or not at all, and nothing in it is unpickled."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import TINY, newstally
from newstally import nlp
from newstally.errors import ModelError

LISTENS = """
import sys
heard = []
sys.addaudithook(lambda event, arguments: heard.append(arguments) if event == "pickle.find_class" else None)
import newstally
newstally.load({model!r})
print(heard)
"""


@pytest.fixture
def model(tmp_path, tiny_model) -> Path:
    return Path(shutil.copytree(tiny_model, tmp_path / "en_tiny"))


def change(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


@pytest.mark.parametrize(
    "name", ["config.cfg", "vocab/lookups.bin", "vocab/strings.json", "cues/patterns", "tokenizer"]
)
@pytest.mark.parametrize("harm", [change, Path.unlink], ids=["changed", "gone"])
def test_a_file_that_is_not_as_it_was_built_is_named(model, name, harm):
    harm(model / name)
    with pytest.raises(ModelError) as caught:
        nlp.load(model)
    assert str(caught.value) == (
        f"the model {str(model)!r}: {name} is not as it was built; "
        "build the model again with `newstally build`, or install it again"
    )


def test_files_beside_the_builds_own_may_be_there(model):
    (model / "README.md").write_text("the card", "utf-8")
    assert nlp.load(model).pipe_names == ["layout", "cues"]


def test_a_model_of_another_version_is_refused_with_the_way_to_mend_it(model):
    meta = json.loads((model / "meta.json").read_text("utf-8"))
    (model / "meta.json").write_text(json.dumps({**meta, "newstally": "0.0.9"}), "utf-8")
    with pytest.raises(ModelError, match=r"was built by newstally 0\.0\.9, this is .*; build it again with"):
        nlp.load(model)


def test_nothing_is_unpickled():
    """Python tells of every class that a pickle asks for; the shipped model has every kind of file."""
    code = LISTENS.format(model="en_newstally")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
    pickled = "import pickle, decimal; data = pickle.dumps(decimal.Decimal(1))" + code.partition("import newstally")[0]
    run = subprocess.run(
        [sys.executable, "-c", f"{pickled}pickle.loads(data); print(heard)"], capture_output=True, text=True, check=True
    )
    assert "Decimal" in run.stdout, "the test hears nothing"


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("[limits]\nread = 0", "[limits] read: 0 is no number above 0; the default is 10000"),
        ("[limits]\nchecked = true", "[limits] checked: True is no number above 0; the default is 1000"),
        ('[limits]\nread = "many"', "[limits] read: 'many' is no number above 0; the default is 10000"),
        ("[limits]\nfigures = 9", "[limits]: unknown limit 'figures'; allowed: checked, read"),
    ],
)
def test_limits_that_do_not_hold_are_refused(tmp_path, section, message):
    config = tmp_path / "tiny.cfg"
    config.write_text(TINY.replace("[checks]", f"{section}\n\n[checks]"), "utf-8")
    result = newstally("build", config, "-o", tmp_path / "en_tiny")
    assert (result.exit_code, result.stderr) == (2, f"newstally: {config}: {message}; mend the config\n")
