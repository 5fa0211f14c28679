"""Checks are found by module name; a config that asks for what is not there is refused with the place named."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from newstally import registry
from newstally.errors import ConfigError
from newstally.types import Finding, Story


def test_every_module_of_checks_is_one_check_named_after_it() -> None:
    known = registry.checks()
    assert list(known) == [one.name for one in known.values()]
    assert [one.code for one in known.values()] == sorted(one.code for one in known.values())
    assert known["parts_and_total"].code == "T101"
    assert known["parts_and_total"].kind == "sum"


@pytest.mark.parametrize("name", list(registry.checks()))
def test_a_check_explains_itself_in_four_parts(name: str) -> None:
    known = registry.checks()[name]
    assert known.help.startswith(f"{known.code}: ")
    for part in ("*What it finds.*", "*Why it matters.*", "*Example.*", "*Not a fault.*"):
        assert part in known.help


def test_settings_gives_the_enabled_names_and_their_options() -> None:
    section = {"enabled": ["parts_and_total"], "parts_and_total": {"complements": [["died", "survived"]]}}
    assert registry.settings(section) == (
        ("parts_and_total",),
        {"parts_and_total": {"complements": [["died", "survived"]]}},
    )


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ({}, "[checks] needs `enabled`"),
        ({"enabled": "parts_and_total"}, "[checks] needs `enabled`"),
        ({"enabled": ["part_and_total"]}, "[checks] enabled: unknown check 'part_and_total'; allowed: "),
        ({"enabled": [], "sums": {"slack": 1}}, "[checks.…]: unknown check 'sums'; allowed: "),
        ({"enabled": [], "strict": True}, "[checks]: unknown setting 'strict'; allowed: none"),
        (
            {"enabled": [], "parts_and_total": {"slack": 1}},
            "[checks.parts_and_total]: unknown option 'slack'; allowed: alike, complements",
        ),
        ({"enabled": [], "repeated_figure": {"slack": 1}}, "unknown option 'slack'; allowed: none"),
        ({"enabled": [], "parts_and_total": {"complements": 2}}, "complements: 2 is no tuple; the default is ()"),
    ],
)
def test_settings_that_do_not_hold_are_refused(section: dict, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        registry.settings(section)
    assert message in str(error.value)


def test_a_code_belongs_to_one_check() -> None:
    def impostor(story: Story) -> Iterator[Finding]:
        yield from ()

    registry.checks()
    with pytest.raises(ConfigError, match="the code T101 belongs to parts_and_total"):
        registry.check("T101", kind="sum")(impostor)


def test_checks_load_without_spacy() -> None:
    code = "import sys, newstally.checks, newstally.registry as r; r.checks(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=_environment()).returncode == 0


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path)}
