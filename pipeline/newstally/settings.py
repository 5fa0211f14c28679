"""The settings of `newstally check` in a project: ``newstally.toml``, or ``[tool.newstally]`` in pyproject.toml.

``select`` and ``ignore`` are lists of codes, or of how they begin: without ``select`` every check is shown, of two that
fit the longer wins, and of equals ``ignore``. ``[[suppress]]`` is what is let stand, see `suppress`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newstally.errors import ConfigError
from newstally.suppress import Suppression

FILES = {"newstally.toml": (), "pyproject.toml": ("tool", "newstally")}
"""The names of the files, the first before the second, and the tables to go into."""
KEYS = ("ignore", "select", "suppress")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which findings are shown."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppress: tuple[Suppression, ...] = ()

    def selects(self, code: str) -> bool:
        """Whether findings of ``code`` are shown."""
        chosen = max((len(each) for each in self.select or ("",) if code.startswith(each)), default=-1)
        return chosen > max((len(each) for each in self.ignore if code.startswith(each)), default=-1)


def find(folder: Path) -> Settings:
    """The settings that hold in ``folder``: those of the nearest folder above that has any.

    Raises ConfigError, with the place, for a file that is not TOML and for a key or value that is not known.
    """
    for place in (folder, *folder.parents):
        for name, tables in FILES.items():
            section = _section(place / name, tables)
            if section is not None:
                return _settings(section, f"{place / name}")
    return Settings()


def _section(path: Path, tables: Sequence[str]) -> Mapping[str, Any] | None:
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: not TOML that can be read ({error}); mend it") from error
    for table in tables:
        found = found.get(table)
        if found is None:
            return None
    return found


def _settings(section: Mapping[str, Any], where: str) -> Settings:
    _allow(section, KEYS, where)
    rows = section.get("suppress", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{where}: suppress is a list of tables; write [[suppress]]")
    codes = {key: _texts(section.get(key, []), f"{where}: {key}") for key in ("select", "ignore")}
    return Settings(**codes, suppress=tuple(_suppression(row, f"{where}: [[suppress]]") for row in rows))


def _suppression(row: Mapping[str, Any], where: str) -> Suppression:
    _allow(row, ("code", "reason", "story", "words"), where)
    values = {key: _texts([value], f"{where} {key}")[0] for key, value in row.items()}
    missing = [key for key in ("code", "reason") if not values.get(key, "").strip()]
    if missing:
        raise ConfigError(f"{where}: no {missing[0]}; say which code is let stand, and why")
    return Suppression(**values)


def _allow(found: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    for key in found:
        if key not in keys:
            raise ConfigError(f"{where}: unknown key {key!r}; allowed: {', '.join(keys)}")


def _texts(values: Any, where: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ConfigError(f"{where}: {values!r} is no list of texts, as in {KEYS[1]} = [\"T101\"]")
    return tuple(values)
