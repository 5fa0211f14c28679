"""Contradictions as a SARIF 2.1.0 log, the exchange format of linters that GitHub and other forges show.

What is suppressed is in it as well, marked so and with its reason. Columns and offsets are Unicode code points.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from newstally import __version__
from newstally.excerpt import Lines
from newstally.linter import Fault
from newstally.suppress import Suppression

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Found = tuple[Fault, str, Suppression | None]


def log(found: Iterable[Found], rules: Mapping[str, str], errors: Sequence[str]) -> dict[str, Any]:
    """The log of one run: faults with their texts, what each code finds (``rules``), and what could not be read."""
    codes = list(rules)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "newstally",
                "semanticVersion": __version__,
                "rules": [{"id": code, "shortDescription": {"text": text}} for code, text in rules.items()],
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [{"level": "error", "message": {"text": text}} for text in errors],
            }],
            "results": [_result(*each, codes) for each in found],
        }],
    }  # fmt: skip


def _result(fault: Fault, text: str, suppression: Suppression | None, codes: Sequence[str]) -> dict[str, Any]:
    check, lines = fault.check, Lines(text)
    message = check["message"] + (f". {fault.advice}" if fault.advice else "")
    result = {
        "ruleId": check["code"],
        "ruleIndex": codes.index(check["code"]),
        "level": "error",
        "message": {"text": message},
        "locations": [{"physicalLocation": _place(fault.story, fault.span, lines)}],
        "relatedLocations": [
            {"id": number, "message": {"text": span["text"]}, "physicalLocation": _place(fault.story, span, lines)}
            for number, span in enumerate(check["spans"], 1)
        ],
        "partialFingerprints": {"newstally/1": _fingerprint(check)},
    }
    if suppression:
        result["suppressions"] = [{"kind": suppression.kind, "justification": suppression.reason}]
    return result


def _place(source: str, span: Mapping[str, Any], lines: Lines) -> dict[str, Any]:
    (line, column), (end_line, end_column) = lines.place(span["start"]), lines.place(span["end"])
    region = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "charOffset": span["start"], "charLength": span["end"] - span["start"],
    }  # fmt: skip
    return {"artifactLocation": {"uri": quote(source)}, "region": region}


def _fingerprint(check: Mapping[str, Any]) -> str:
    """The same for the same words, wherever in the story they have moved to."""
    words = "\0".join([check["code"], *(span["text"] for span in check["spans"])])
    return hashlib.sha256(words.encode()).hexdigest()
