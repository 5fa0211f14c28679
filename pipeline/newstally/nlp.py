"""The spaCy Language: built from a config, saved as a package, loaded by name or path; Article → Doc.

The saved model holds everything it needs (tables, rules, weights, the list of checks), so it loads from any folder.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config

import newstally.encoder
import newstally.extractors
from newstally.errors import ConfigError, ModelError

DEFAULT_MODEL = "en_newstally"


@spacy.registry.callbacks("newstally.components.v1")
def load_components() -> Callable[[type[Language]], type[Language]]:
    """For a config's ``[nlp.before_creation]``: import every module of extractors/, so that their factories stand."""
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
        components = config.setdefault("components", {})
        for name in config["nlp"]["pipeline"]:
            components.setdefault(name, {"factory": f"newstally_{name}"})
        nlp = spacy.util.load_model_from_config(config, auto_fill=True)
        nlp.initialize()
    except ConfigError:
        raise
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(f"{path}: {error}") from error
    return nlp


def load(model: str | Path = DEFAULT_MODEL) -> Language:
    """A saved pipeline by package name or folder. Raises ModelError where there is none or it cannot be read."""
    try:
        return spacy.load(model)
    except OSError as error:
        raise ModelError(f"no model {str(model)!r}; give a package name or folder, or run `newstally build`") from error
    except (ValueError, KeyError) as error:
        raise ModelError(f"the model {str(model)!r} cannot be loaded: {error}") from error


def docs(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Run the pipeline over ``texts``, in order."""
    return nlp.pipe(texts)
