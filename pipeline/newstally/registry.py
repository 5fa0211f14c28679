"""Which checks there are: name → function with its code, kind and options. No spaCy here.

A check is one module of ``newstally.checks``, named after the fault it finds, and is known by that module's name:

    @check("T101", kind="sum")
    def parts_and_total(story: Story, *, complements: Sequence[Sequence[str]] = ()) -> Iterator[Finding]: ...

Its keyword-only parameters are its options; each has a default, whose type the config must keep to.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from newstally.errors import ConfigError
from newstally.types import CheckKind, Finding, Story

CheckFunction = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One registered check; ``options`` are its keyword parameters with their defaults."""

    name: str
    code: str
    kind: CheckKind
    function: CheckFunction
    options: Mapping[str, Any]

    def __call__(self, story: Story, **options: Any) -> Iterator[Finding]:
        """Run the check on ``story``."""
        return self.function(story, **options)

    @property
    def help(self) -> str:
        """What the check finds, why it matters, an example, and what is no fault: the docstring of its module."""
        return inspect.cleandoc(importlib.import_module(self.function.__module__).__doc__ or "")

    @property
    def title(self) -> str:
        """The fault in a line: "a stated total is not the sum of its stated parts"."""
        return self.help.partition(": ")[2].splitlines()[0].rstrip(".")


_CHECKS: dict[str, Check] = {}


def check(code: str, *, kind: CheckKind) -> Callable[[CheckFunction], CheckFunction]:
    """Register the decorated function under the name of its module.

    Raises ConfigError when the code belongs to another check already.
    """

    def register(function: CheckFunction) -> CheckFunction:
        name = function.__module__.rpartition(".")[2]
        owner = next((other.name for other in _CHECKS.values() if other.code == code and other.name != name), None)
        if owner:
            raise ConfigError(f"checks/{name}.py: the code {code} belongs to {owner}; give it another")
        parameters = inspect.signature(function).parameters.values()
        options = {one.name: one.default for one in parameters if one.kind is one.KEYWORD_ONLY}
        _CHECKS[name] = Check(name, code, kind, function, options)
        return function

    return register


def checks(package: str = "newstally.checks") -> dict[str, Check]:
    """Every check by name, in the order of their codes; imports the modules of ``package`` to find them."""
    _load(package)
    return dict(sorted(_CHECKS.items(), key=lambda pair: pair[1].code))


@cache
def _load(package: str) -> None:
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        importlib.import_module(f"{package}.{module.name}")


def settings(section: Mapping[str, Any]) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Read the config's section ``[checks]``: the names of the enabled checks, and the options of each by name.

    Raises ConfigError that names the place and lists what is allowed there.
    """
    known = checks()
    if not isinstance(section.get("enabled"), list | tuple):
        raise ConfigError('[checks] needs `enabled`, a list of names, as in enabled = ["parts_and_total"]')
    names = tuple(section["enabled"])
    _allow(names, known, "[checks] enabled", "check")
    options = {name: dict(rows) for name, rows in section.items() if name != "enabled" and isinstance(rows, Mapping)}
    _allow([key for key in section if key != "enabled" and key not in options], (), "[checks]", "setting")
    _allow(options, known, "[checks.…]", "check")
    for name, rows in options.items():
        check_options(known[name], rows)
    return names, options


def check_options(known: Check, options: Mapping[str, Any]) -> None:
    """Raise ConfigError when ``known`` has no such option, or it is of another type than its default."""
    place = f"[checks.{known.name}]"
    _allow(options, known.options, place, "option")
    for name, value in options.items():
        default = known.options[name]
        allowed = list | tuple if isinstance(default, list | tuple) else type(default)
        if not isinstance(value, allowed) or (isinstance(value, bool) and not isinstance(default, bool)):
            raise ConfigError(f"{place} {name}: {value!r} is no {type(default).__name__}; the default is {default!r}")


def titles() -> dict[str, str]:
    """The fault that each check finds, in a line, by its code."""
    return {check.code: check.title for check in checks().values()}


class Limits(NamedTuple):
    """How much one story may have, for the work grows with the square of it: no news comes near.

    A story with more figures, people or roles than ``checked`` is not checked; one with more of anything than
    ``read`` is not read at all.
    """

    checked: int = 1_000
    read: int = 10_000


def limits(section: Mapping[str, Any]) -> Limits:
    """Read the config's section ``[limits]``. Raises ConfigError for an unknown limit, or one that is no number."""
    _allow(section, Limits._fields, "[limits]", "limit")
    for name, value in section.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            default = getattr(Limits(), name)
            raise ConfigError(f"[limits] {name}: {value!r} is no number above 0; the default is {default}")
    return Limits(**section)


def _allow(names: Iterable[str], known: Iterable[str], place: str, what: str) -> None:
    allowed = sorted(known)
    for name in names:
        if name not in allowed:
            raise ConfigError(f"{place}: unknown {what} {name!r}; allowed: {', '.join(allowed) or 'none'}")
