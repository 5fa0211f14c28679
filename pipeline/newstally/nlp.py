"""The spaCy Language: built from a config, saved as a package, loaded by name or path.

The saved model holds everything it needs (tables, rules, weights, the list of checks), so it loads from any folder.
"""

from __future__ import annotations

import hashlib
import json
import pkgutil
import shutil
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from thinc.api import ConfigValidationError

import newstally.encoder
import newstally.extractors
import newstally.rules
from newstally import DEFAULT_MODEL, __version__
from newstally.errors import ConfigError, ModelError
from newstally.files import told
from newstally.guest import with_guest
from newstally.tokenizer import UNFILLED

OWN_SECTIONS = {"checks", "limits"}
SECTIONS = {"nlp", "components", "initialize", "paths", "system", "training", "pretraining", "corpora"} | OWN_SECTIONS
SUMS = "sha256"
SPACY = ">=3.8.13,<3.9"
"""The range of pyproject.toml; by itself a model would ask for the version that built it, and spaCy warn of older."""
PACKAGE = '''"""en_newstally: the trained pipeline of newstally, an ordinary spaCy package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path


def load(**overrides: Any) -> Language:
    """Load the pipeline; arguments as for `spacy.load`."""
    return load_model_from_path(Path(__file__).parent, **overrides)
'''


@spacy.registry.callbacks("newstally.components.v1")
def load_components() -> Callable[[type[Language]], type[Language]]:
    """For a config's ``[nlp.before_creation]``: import extractors/ and encoder/, so that their factories stand."""
    for package in (newstally.extractors, newstally.encoder):
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    return lambda language: language


def build(path: Path) -> Language:
    """A pipeline from a config file, initialised: its rules, tables and weights are read and held in memory.

    A pipeline name without a ``[components.NAME]`` block stands for the factory ``newstally_NAME``. Relative paths in
    the config count from the current folder. Raises ConfigError that names the file and what does not hold.
    """
    try:
        config = load_config(path)
        if unknown := sorted(set(config) - SECTIONS):
            raise ConfigError(f"{path}: unknown section [{unknown[0]}]; there are {', '.join(sorted(SECTIONS))}")
        components = config.setdefault("components", {})
        for name in config["nlp"]["pipeline"]:
            components.setdefault(name, {"factory": f"newstally_{name}"})
        nlp = load_model_from_config(config, auto_fill=True)
        nlp.initialize()
    except ConfigValidationError as error:
        raise ConfigError(f"{path}: {_faults(error)}; mend the config") from error
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(f"{path}: {_sentence(error)}; mend the config") from error
    return nlp


def save(nlp: Language, folder: Path) -> None:
    """Write the pipeline to ``folder`` as an ordinary spaCy package; the same pipeline gives the same bytes.

    The package is written beside ``folder`` and takes its place whole, so that a killed build leaves the old one
    standing; files there that are not the build's own (the model's card, its licence) are kept. Raises InputError where
    it cannot be written.
    """
    name = folder.name.removeprefix(f"{nlp.lang}_")
    nlp.meta.update(name=name, version=__version__, newstally=__version__, spacy_version=SPACY)
    nlp.meta.update(license="MIT", author="newstally authors")
    with told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
            fresh = Path(beside) / "new"
            nlp.to_disk(fresh)
            (fresh / "meta.json").write_text(json.dumps({**_meta(fresh), SUMS: sums(fresh)}, indent=2), "utf-8")
            (fresh / "__init__.py").write_text(PACKAGE, "utf-8")
            if folder.exists():
                for path in folder.iterdir():
                    if path.is_file() and not (fresh / path.name).exists():
                        shutil.copy2(path, fresh)
                folder.rename(Path(beside) / "old")
            fresh.rename(folder)


def load(model: str | Path = DEFAULT_MODEL) -> Language:
    """A saved pipeline by folder or package name.

    A spaCy pipeline that newstally did not build (``en_core_web_sm``) takes the place of the encoder in en_newstally.
    Raises ModelError where there is none, where another version of newstally built it, its files have changed since, it
    cannot be read, or it lacks names, tags or a parse.
    """
    folder = _find(model)
    try:
        meta = _meta(folder)
        if "newstally" not in meta:
            return with_guest(_find(DEFAULT_MODEL), str(model))
        if meta["newstally"] != __version__:
            raise ModelError(
                f"the model {str(model)!r} was built by newstally {meta['newstally']}, this is {__version__}; "
                "build it again with `newstally build`, or install that version"
            )
        if changed := _changed(folder, meta.get(SUMS, {})):
            raise ModelError(
                f"the model {str(model)!r}: {changed} is not as it was built; "
                "build the model again with `newstally build`, or install it again"
            )
        return _read(folder, meta)
    except ModelError:
        raise
    except Exception as error:  # whatever is damaged in it, the answer is the same
        raise ModelError(f"the model {str(model)!r} cannot be loaded ({_sentence(error)}); build it again") from error


def _read(folder: Path, meta: dict[str, Any]) -> Language:
    """What `spacy.load` makes of a saved pipeline, in less time.

    spaCy makes the tokenizer of the language, then fills it again from the model: here it is filled once. The config
    held when the model was built and has not changed since, so it is not held against the factories again.
    """
    config = load_config(folder / "config.cfg")
    config["nlp"]["tokenizer"] = {"@tokenizers": UNFILLED}
    return load_model_from_config(config, meta=meta, validate=False).from_disk(folder)


def is_own(model: str | Path) -> bool:
    """Whether newstally built a model. Raises ModelError where there is none."""
    return "newstally" in _meta(_find(model))


def sums(folder: Path) -> dict[str, str]:
    """The sha256 of each file of a model, by its path, but of the one that holds them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "meta.json")
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def _changed(folder: Path, built: dict[str, str]) -> str:
    """The first file that is not as it was built; "" where all are, or nobody knows."""
    for name, digest in built.items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            return name
    return ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _meta(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "meta.json").read_text("utf-8"))


def _find(model: str | Path) -> Path:
    """The folder of a model by its path or its package's name."""
    if (Path(model) / "meta.json").is_file():
        return Path(model)
    spec = find_spec(str(model)) if str(model).isidentifier() else None
    if spec is None or not spec.origin or not (folder := Path(spec.origin).parent).joinpath("meta.json").is_file():
        raise ModelError(
            f"no model {str(model)!r}; give the folder or the package name of one, or run `newstally build`"
        )
    return folder


def _faults(error: ConfigValidationError) -> str:
    """What does not hold in a config, as "components -> cues -> colour: extra fields not permitted"."""
    faults = [f"{' -> '.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors or ()]
    return ", ".join(faults) or _sentence(error.desc.rpartition("\n\n")[2])


def _sentence(error: object) -> str:
    """The first sentence of an error of spaCy's, which may explain at length."""
    return str(error).strip().split("\n")[0].split(". ")[0].rstrip(".;") or type(error).__name__
