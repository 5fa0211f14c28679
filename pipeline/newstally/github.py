"""Workflow commands, ``::error file=…,line=…::message``, by which a run on GitHub tells what stands beside the lines.

Their grammar is that of GitHub's page "Workflow commands for GitHub Actions": one line; in the message a percent sign
and line ends are escaped, in a property colon and comma too.
"""

from __future__ import annotations


def command(name: str, message: str, **properties: str | int) -> str:
    """The command ``name`` (error, warning or notice) as one line; a property that is "" or 0 is left out."""
    given = ",".join(f"{key}={_value(str(value))}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
