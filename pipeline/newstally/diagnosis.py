"""Which figure is wrong: the findings of a story as one small system of equations.

Every finding that compares figures has a relation: a total equals the sum of its parts, a figure the length of its
list, a figure what the correction gives. Statements of one quantity are one unknown. Where the system has no solution,
single changes are tried: the one that makes every equation hold names the figure that is wrong.

Sums, lists and repeats that agree form the systems. A headline or caption that differs is held against the system of
the text, which it must not break. A figure that the correction note names is put right whatever else then follows.

What may be changed, and in which order: figures first, for a figure is one keystroke; then lengths of lists, for a list
is written name by name, and a name is seldom lost; never the figures of a correction note, which somebody checked. A
suggestion is made only where exactly one figure can be changed; two figures at once are never suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newstally.evidence import intervals
from newstally.evidence.wording import amount, are, digits, joined, spelled
from newstally.types import Amount, Count, Finding, Relation, Story, Suggestion

MOST_UNKNOWNS = 100
"""Larger systems, which only tables make, are left undiagnosed: the work grows with unknowns times equations."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One change that would make all figures agree: the unknown and its right value."""

    unknown: str
    value: float


class System:
    """The equations of a story over its unknowns: groups of counts, and lengths of lists."""

    def __init__(self, story: Story, findings: Sequence[Finding]) -> None:
        """Statements that a consistent repeat joins are one unknown, called by the id of the first."""
        self.counts: dict[str, Count] = {count.id: count for count in story.counts}
        self.lengths = {one.id: len(one.items) for one in story.lists}
        self.noted = {name for note in story.corrections for name in (note.old, note.new)}
        self._first = {
            name: finding.counts[0]
            for finding in findings
            if finding.kind == "repeat" and finding.verdict == "consistent"
            for name in finding.counts
        }

    def unknown(self, term: str) -> str:
        """The unknown of which ``term`` is a statement."""
        return self._first.get(term, term)

    def amount(self, term: str, change: Reading | None = None) -> Amount:
        """What the story, or the story with one change, gives for a term."""
        if change and self.unknown(term) == change.unknown:
            return intervals.exactly(change.value)
        return self.counts[term].amount if term in self.counts else intervals.exactly(self.lengths[term])

    def holds(self, relation: Relation, change: Reading | None = None) -> bool:
        """Whether the equation holds, or cannot be judged."""
        whole = self.amount(relation.total, change)
        made = intervals.total([self.amount(part, change) for part in relation.parts])
        if not relation.closed:
            return intervals.bounds(made)[0] <= intervals.bounds(whole)[1]
        return intervals.compare(whole, made) != "contradictory"

    def terms(self, relation: Relation) -> tuple[str, ...]:
        """All unknowns of an equation, the total first."""
        return tuple(self.unknown(term) for term in (relation.total, *relation.parts))

    def unknowns(self, finding: Finding) -> tuple[str, ...]:
        """What may be wrong in a finding's equation: all its terms but the figures of a correction note."""
        return (
            tuple(term for term in self.terms(finding.relation) if term not in self.noted) if finding.relation else ()
        )

    def solve(self, relation: Relation, unknown: str) -> float | None:
        """The value of ``unknown`` with which the equation holds; None where the others are vague or none does."""
        others = [part for part in relation.parts if self.unknown(part) != unknown]
        amounts = [self.amount(term) for term in others]
        if any(one.modifier != "exact" or one.value is None for one in amounts):
            return None
        made = sum(one.value or 0 for one in amounts)
        if self.unknown(relation.total) == unknown:
            return made if len(others) == len(relation.parts) else None
        whole = self.amount(relation.total)
        is_plain = whole.modifier == "exact" and whole.value is not None and len(others) == len(relation.parts) - 1
        return (whole.value or 0) - made if is_plain and (whole.value or 0) > made else None


APART = ("T104", "X101", "X102")
"""Checks whose contradictions join no system: they compare one figure with one other."""


def diagnose(story: Story, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Merge findings of one fault, and give every contradiction its suggestion, or the reason why it has none."""
    merged = _merge(findings)
    system = System(story, merged)
    judged = [one for one in merged if one.relation and one.verdict != "unsettled"]
    apart = [one for one in judged if one.verdict == "contradictory" and one.code in APART]
    joined_up = [one for one in judged if one not in apart]
    holding = [one.relation for one in joined_up if one.relation and system.holds(one.relation)]
    advised: dict[Finding, Finding] = {}
    for linked in _components(system, joined_up):
        advised.update(_advise(story, system, [one.relation for one in linked if one.relation], linked))
    for one in apart:
        kept = holding if one.kind == "repeat" else []
        advised.update(_advise(story, system, [one.relation, *kept] if one.relation else [], [one]))
    return tuple(advised.get(one, one) for one in merged)


# ---- one fault, one finding ------------------------------------------------------------------------------------------


def _merge(findings: Iterable[Finding]) -> list[Finding]:
    """Drop what another finding says better.

    A sum that T101 finds wrong already makes the withdrawn figure (X103); a repeat that differs is the withdrawn
    figure still standing (X101).
    """
    found = list(findings)
    leftovers = {frozenset(one.relation.parts): one for one in found if one.code == "X103" and one.relation}
    standing = {name for one in found if one.code == "X101" for name in one.counts}
    kept: list[Finding] = []
    explained: set[frozenset[str]] = set()
    for one in found:
        parts = frozenset(one.relation.parts) if one.relation else frozenset()
        if one.code == "T101" and one.verdict == "contradictory" and parts in leftovers:
            explained.add(parts)
            kept.append(_with_note(one, leftovers[parts]))
        elif not (one.code == "T104" and one.verdict == "contradictory" and standing & set(one.counts)):
            kept.append(one)
    return [one for one in kept if not (one.code == "X103" and one.relation and set(one.relation.parts) in explained)]


def _with_note(finding: Finding, leftover: Finding) -> Finding:
    if finding.found != leftover.found:
        return finding
    message = f"{finding.message}; {spelled(finding.found or 0)} is the figure that the correction withdrew"
    return replace(finding, message=message, spans=(*finding.spans, leftover.spans[-2]))


# ---- solving ---------------------------------------------------------------------------------------------------------


def _components(system: System, findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that share unknowns, directly or through others, in their order."""
    owner: dict[str, int] = {}
    groups: dict[int, list[Finding]] = {}
    for number, finding in enumerate(findings):
        groups[number] = [finding]
        for met in sorted({owner[term] for term in system.unknowns(finding) if term in owner}):
            groups[number] = groups.pop(met) + groups[number]
        for member in groups[number]:
            owner.update(dict.fromkeys(system.unknowns(member), number))
    return list(groups.values())


def _readings(system: System, relations: Sequence[Relation]) -> list[Reading]:
    """Every single change with which all equations hold."""
    wrong = [relation for relation in relations if not system.holds(relation)]
    if not wrong:
        return []
    shared = [term for term in dict.fromkeys(system.terms(wrong[0])) if all(term in system.terms(one) for one in wrong)]
    readings = []
    for unknown in shared:
        values = {system.solve(relation, unknown) for relation in wrong if relation.closed}
        value = values.pop() if len(values) == 1 else None
        if value and unknown not in system.noted:
            change = Reading(unknown, value)
            if all(system.holds(relation, change) for relation in relations if unknown in system.terms(relation)):
                readings.append(change)
    return readings


def _advise(
    story: Story, system: System, relations: Sequence[Relation], findings: Sequence[Finding]
) -> Mapping[Finding, Finding]:
    """The contradictory ones of ``findings``, whose equations are among ``relations``, with what was worked out."""
    wrong = [one for one in findings if one.verdict == "contradictory"]
    unknowns = {term for relation in relations for term in system.terms(relation)}
    readings = _readings(system, relations) if wrong and len(unknowns) <= MOST_UNKNOWNS else []
    figures = [one for one in readings if one.unknown in system.counts]
    if len(figures) == 1:
        return {one: _suggest(story, system, one, figures[0], relations) for one in wrong}
    reason = _choices(system, figures or readings) if readings else "no single change makes these figures agree"
    return {one: replace(one, reason=one.reason or reason) for one in wrong}


def _choices(system: System, readings: Sequence[Reading]) -> str:
    changes = []
    for one in readings:
        stated = system.amount(one.unknown)
        changes.append(f"{spelled(one.value)} for {amount(stated)}")
    return f"{joined(changes, ' or ')} would make the figures agree"


def _suggest(story: Story, system: System, finding: Finding, change: Reading, relations: Sequence[Relation]) -> Finding:
    """The finding with the suggestion; the linter points at the figure to change, so its span comes first."""
    term = next((name for name in finding.counts if system.unknown(name) == change.unknown), change.unknown)
    span = system.counts[term].span
    spans = (span, *(other for other in finding.spans if other != span))
    why = _why(story, system, change, relations)
    return replace(finding, spans=spans, suggestion=Suggestion(term, change.value, why))


# ---- the reason in words ---------------------------------------------------------------------------------------------


def _why(story: Story, system: System, change: Reading, relations: Sequence[Relation]) -> str:
    """What speaks for the change, and, where the figure is left over from a withdrawn one, where it comes from."""
    clauses: dict[str, None] = {}
    for relation in sorted(relations, key=lambda one: len(one.parts) > 1):
        if change.unknown in system.terms(relation) and relation.closed:
            clauses.setdefault(_clause(system, relation, change))
    reason = joined(list(clauses), ", and ")
    leftover = _leftover(story, system, change, relations)
    return f"{reason}; {leftover}" if leftover else reason


def _clause(system: System, relation: Relation, change: Reading) -> str:
    if len(relation.parts) > 1:
        parts = [system.amount(part, change).value or 0 for part in relation.parts]
        return f"{' + '.join(digits(part) for part in parts)} = {digits(sum(parts))}"
    if relation.parts[0] in system.lengths:
        return f"{spelled(change.value)} {are(change.value)} listed"
    if relation.total in system.noted:
        return f"the correction gives {spelled(change.value)}"
    return f"{spelled(change.value)} is stated elsewhere"


def _leftover(story: Story, system: System, change: Reading, relations: Sequence[Relation]) -> str:
    """Where a sum makes the withdrawn figure: "nine + 11 make 20, the figure the correction withdrew"."""
    olds = {system.counts[note.old].amount.value for note in story.corrections if note.old in system.counts}
    for relation in relations:
        amounts = [system.amount(part) for part in relation.parts]
        made = intervals.total(amounts).value
        if len(amounts) > 1 and change.unknown in system.terms(relation)[1:] and made in olds:
            parts = " + ".join(spelled(one.value or 0) for one in amounts)
            return f"{parts} make {spelled(made or 0)}, the figure the correction withdrew"
    return ""
