"""Records → what other tools read: tables (CSV, Parquet), JSON-LD, FollowTheMoney entities and spaCy's DocBin.

Every format is one module, written as the records come, so that a million of them take no more memory than one batch,
and into files whose names are fixed: what a record says can never choose a path. A file stands under its name only once
it is whole.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

from newstally.errors import ConfigError
from newstally.saved import RecordDict, Texts

FORMATS = ("csv", "parquet", "jsonld", "ftm", "docbin")

Put = Callable[[RecordDict], None]


def open_format(name: str, folder: Path, texts: Texts) -> AbstractContextManager[Put]:
    """Open the format ``name`` in ``folder``: a context that gives a function, to be called with each record in turn.

    Only a DocBin asks for ``texts``. Raises ConfigError where the format needs a package that is not installed.
    """
    try:
        module = import_module(f"newstally.export.{name}")
    except ModuleNotFoundError as error:
        hint = f'pip install "newstally[{name}]"'
        raise ConfigError(f"{name} needs {error.name}, which is not installed; run: {hint}") from error
    return module.open_in(folder, texts)
