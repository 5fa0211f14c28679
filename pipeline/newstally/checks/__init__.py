"""Pure functions from a story to findings: one check a file, named after the fault it finds.

A check never imports another, nor an extractor or a resolver: which figures belong together, and what they allow, is
in ``evidence``, and which of them is wrong is worked out afterwards in ``diagnosis``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from newstally import diagnosis, registry
from newstally.types import CheckRun, Finding, Reach, Story


def run(
    story: Story,
    enabled: Sequence[str],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    limit: int = registry.Limits().checked,
) -> CheckRun:
    """Run the ``enabled`` checks on ``story``, then the diagnosis; findings come in the order of the text.

    ``options`` holds the options of each check by its name. A story with more figures, or more people, than ``limit``
    is not checked: each check gives one unsettled finding that says so. Raises ConfigError for an unknown check or
    option.
    """
    names, settings = registry.settings({"enabled": list(enabled), **(options or {})})
    known = registry.checks()
    if excess := _excess(story, limit):
        findings = tuple(_unchecked(story, known[name], excess) for name in names)
    else:
        found = [finding for name in names for finding in known[name](story, **settings.get(name, {}))]
        findings = tuple(sorted(diagnosis.diagnose(story, found), key=_place))
    return CheckRun(findings, _reach([known[name].kind for name in names], findings))


def _excess(story: Story, limit: int) -> str:
    """Of what the story has more than may be compared with one another, in words; "" where it has not."""
    sizes = {
        "figures": len(story.counts) + len(story.quantities), "people": len(story.people),
        "roles": sum(len(role.told) for role in story.roles),
    }  # fmt: skip
    return next((f"{size:,} {what}, more than the {limit:,}" for what, size in sizes.items() if size > limit), "")


def _unchecked(story: Story, check: registry.Check, excess: str) -> Finding:
    figures = [one.span for one in (*story.counts, *story.quantities)]
    first = min(figures or [person.mentions[0] for person in story.people], key=lambda span: span.start)
    reason = f"the story has {excess} that are checked; split it, or raise `checked` in [limits] of the model's config"
    return Finding(check.code, check.kind, "unsettled", "not checked", (first,), reason=reason, binding=False)


def _place(finding: Finding) -> tuple[int, str, int]:
    return finding.spans[0].start, finding.code, finding.spans[-1].end


def _reach(kinds: Sequence[str], findings: Sequence[Finding]) -> dict[str, Reach]:
    """For every kind of check that ran: how often it had something to compare, and could judge it."""
    tried = Counter(finding.kind for finding in findings)
    unsettled = Counter(finding.kind for finding in findings if finding.verdict == "unsettled")
    binding = Counter(one.kind for one in findings if one.binding and one.verdict != "unsettled")
    return {
        kind: Reach(tried[kind], tried[kind] - unsettled[kind], unsettled[kind], binding[kind])
        for kind in sorted(set(kinds))
    }
