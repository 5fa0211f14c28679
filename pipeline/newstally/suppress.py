"""Findings that somebody has looked at and lets stand, each with the reason.

In the story itself, as a comment that readers of HTML and Markdown do not see; it is not read as part of the story:

    <!-- newstally: ignore T101, R: both ministers joined the last call -->

or beside the stories, in ``newstally.toml`` (in pyproject.toml: ``[[tool.newstally.suppress]]``), where ``story`` is
the story's id, or a pattern of ids, and ``words`` keeps to findings that rest on these words:

    [[suppress]]
    story = "drafts/talks*.txt"
    code = "T101"
    words = "nine calls"
    reason = "both ministers joined the last call"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal

from newstally.errors import InputError

COMMENT = re.compile(r"<!--\s*newstally:(?P<rest>(?:(?!<!--).)*?)-->", re.DOTALL)
CODES = r"[A-Z]\d*"
IGNORE = re.compile(rf"\s*ignore\s+(?P<codes>{CODES}(?:\s*,\s*{CODES})*)\s*:\s*(?P<reason>.*\S)\s*", re.DOTALL)
FORM = "<!-- newstally: ignore T101: the reason -->"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Lets findings stand: those of ``code`` (a code or its beginning), in ``story``, that rest on ``words``.

    ``story`` is a pattern of ids as in a shell; "" for ``words`` takes any. ``kind`` says where it
    stands, in SARIF's words.
    """

    code: str
    reason: str
    story: str = "*"
    words: str = ""
    kind: Literal["inSource", "external"] = "external"

    def covers(self, story: str, check: Mapping[str, Any]) -> bool:
        """Whether the finding ``check`` (as in a record) of the story with this id is let stand."""
        return (
            check["code"].startswith(self.code)
            and (story == self.story or fnmatchcase(story, self.story))
            and (not self.words or any(span["text"] == self.words for span in check["spans"]))
        )


def in_text(text: str, where: str) -> tuple[Suppression, ...]:
    """The suppressions that stand in a story. Raises InputError for one without codes or without a reason."""
    found = []
    for comment in COMMENT.finditer(text):
        match = IGNORE.fullmatch(comment["rest"])
        if not match:
            line = text.count("\n", 0, comment.start()) + 1
            raise InputError(f"{where}:{line}: a comment to newstally needs codes and a reason; write {FORM}")
        codes = re.findall(CODES, match["codes"])
        found += [Suppression(code, " ".join(match["reason"].split()), kind="inSource") for code in codes]
    return tuple(found)


def without_comments(text: str) -> str:
    """The story as it is read: comments to newstally are white space, so that every offset stays as it is."""
    return COMMENT.sub(lambda comment: re.sub(r"[^\r\n]", " ", comment[0]), text)


def covering(suppressions: Iterable[Suppression], story: str, check: Mapping[str, Any]) -> Suppression | None:
    """The first suppression that lets the finding stand, if there is one."""
    return next((each for each in suppressions if each.covers(story, check)), None)
