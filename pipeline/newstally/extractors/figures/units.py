"""The tables of units and modifiers (configs/tables), indexed by their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newstally.types import Table


class Units:
    """The unit and modifier tables, indexed by their words."""

    def __init__(self, rows: Table, modifiers: Table) -> None:
        self.money = rows["money"]["before"]
        self.labels, self.weak = set(rows["labels"]["before"]), set(rows["labels"]["weak"])
        self.graded, self.per = set(rows["labels"]["graded"]), set(rows["per"]["nouns"])
        self.weight = rows["weight"]
        self.totals = set(rows["totals"]["nouns"])
        self.changes = set(rows["changes"]["words"])
        self.streets = set(rows["labels"]["streets"])
        self.votes, self.scores = set(rows["votes"]["words"]), set(rows["scores"]["words"])
        self.shooting = set(rows["scores"]["points"])
        self.plans, self.of_plans = set(rows["points"]["of"]), set(rows["points"]["before"])
        self.ambiguous, self.things = set(rows["ambiguous"]["words"]), set(rows["ambiguous"]["things"])
        self.between, self.rates = set(rows["time"]["between"]["words"]), set(rows["time"]["rate"]["words"])
        self.times, ages = rows["time"]["after"], rows["time"]["age"]
        self.aged, self.being = set(ages["before"]), set(ages["verbs"])
        self.people, self.young = set(ages["plurals"]), set(ages["singulars"])
        self.human = set(ages["pronouns"]) | set(ages["superlatives"])
        self.after: dict[tuple[str, ...], str] = {}
        self._add("MONEY", rows["money"]["after"])
        self._add("PERCENT", rows["percent"]["after"])
        self._add("DURATION", self.times)
        self._add("TIME", rows["time"]["clock"]["words"])
        self._add("AGE", rows["time"]["age"]["after"])
        for kind in rows["measure"].values():
            self._add("MEASURE", kind)
        self.cased = {form: kind.upper() for kind, forms in rows["cased"].items() for form in forms}
        self.not_after = {form: set(verbs) for form, verbs in modifiers["not_after"].items()}
        self.before = _modifiers(modifiers["before"])
        self.behind = _modifiers(modifiers["after"])
        # The words without which none of those can stand there: they are looked for at every figure.
        self.starts = {words[0] for words in self.after}
        self.before_ends, self.behind_starts = {words[-1] for words in self.before}, {words[0] for words in self.behind}

    def _add(self, label: str, forms: Iterable[str]) -> None:
        self.after |= {tuple(form.split()): label for form in forms}


def _modifiers(rows: Mapping[str, list[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): modifier for modifier, forms in rows.items() for form in forms}
