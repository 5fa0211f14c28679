"""The floors: the least that measures must reach, as data in TOML: a table for each measure, with its metrics."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from newstally.errors import ConfigError
from newstally.evaluate.measures import KIND_OF, METRICS


class Floor(NamedTuple):
    """The least value of one metric of one measure, from 0 to 1."""

    measure: str
    metric: str
    least: float


def read_floors(path: Path) -> tuple[Floor, ...]:
    """The floors of a file. Raises ConfigError where it cannot be read, or names what is not measured."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML ({error}); mend it") from error
    floors = tuple(_floor(path, measure, *each) for measure, table in tables.items() for each in _items(table))
    if not floors:
        raise ConfigError(f"{path}: no floors; write for example [people] and under it f1 = 0.95")
    return floors


def _items(table: Any) -> list[tuple[str, Any]]:
    return list(table.items()) if isinstance(table, dict) else [("", table)]


def _floor(path: Path, measure: str, metric: str, least: Any) -> Floor:
    if measure not in KIND_OF:
        raise ConfigError(f"{path}: [{measure}] is no measure; there are {', '.join(map(repr, KIND_OF))}")
    if metric not in METRICS:
        raise ConfigError(f"{path}: [{measure}] {metric or least!r} is no metric; there are {', '.join(METRICS)}")
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise ConfigError(f"{path}: [{measure}] {metric} is {least!r}; write a number from 0 to 1")
    return Floor(measure, metric, least)
