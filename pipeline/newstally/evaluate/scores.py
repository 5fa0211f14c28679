"""Many judged articles → scores: by measure, by source and by length; verdicts confused; reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from newstally.evaluate.intervals import Interval, intervals
from newstally.evaluate.items import Item
from newstally.evaluate.judged import NONE, Judged, judge
from newstally.evaluate.measures import MEASURES, f1, precision, recall

Object = Mapping[str, Any]
LENGTHS = (200, 400, 800)  # words at which a longer class of articles begins


@dataclass(frozen=True)
class Score:
    """Hits of one measure, and what was missed (gold alone) and spurious (record alone), by article."""

    measure: str
    hit: int
    gold: int
    predicted: int
    missed: tuple[tuple[str, Item], ...] = ()
    spurious: tuple[tuple[str, Item], ...] = ()
    intervals: Mapping[str, Interval | None] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        """The share of the predicted that is right; None where nothing was predicted."""
        return precision(self.hit, self.predicted)

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where there is no gold."""
        return recall(self.hit, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is neither gold nor prediction."""
        return f1(self.hit, self.gold, self.predicted)


@dataclass(frozen=True)
class Evaluation:
    """All articles judged, sorted by id, under the measures whose kind some record carries."""

    articles: tuple[Judged, ...]
    measures: tuple[str, ...]

    @cached_property
    def scores(self) -> tuple[Score, ...]:
        """The score of each measure over all articles, with its 95 % intervals."""
        tallies = [[_tally(article, name) for name in self.measures] for article in self.articles]
        found = intervals(tallies)
        return tuple(self._score(name, found[number]) for number, name in enumerate(self.measures))

    def __getitem__(self, measure: str) -> Score:
        return self.scores[self.measures.index(measure)]

    @property
    def verdicts(self) -> Counter[tuple[str, str, str]]:
        """Checks by (kind, verdict of the gold, of the record), "none" where one of the two has no such check."""
        return sum((article.verdicts for article in self.articles), Counter())

    @property
    def checks(self) -> dict[str, Score]:
        """The score of each kind of check by itself; a hit is of the same verdict."""
        tallies: dict[str, list[int]] = {}
        for (kind, gold, record), number in self.verdicts.items():
            tally = tallies.setdefault(kind, [0, 0, 0])
            for place, counts in enumerate((gold == record, gold != NONE, record != NONE)):
                tally[place] += number * counts
        return {kind: Score(kind, *tally) for kind, tally in sorted(tallies.items())}

    @property
    def reach(self) -> dict[str, Counter[str]]:
        """How often each kind of check found something to compare, judged it, left it unsettled; how many bind."""
        total: dict[str, Counter[str]] = {}
        for article in self.articles:
            for kind, reach in article.reach.items():
                total.setdefault(kind, Counter()).update(reach)
        return dict(sorted(total.items()))

    def by(self, group: Callable[[Judged], str]) -> dict[str, tuple[int, dict[str, float | None]]]:
        """F1 of each measure, and the number of articles, by what ``group`` makes of an article."""
        groups: dict[str, list[Judged]] = {}
        for article in self.articles:
            groups.setdefault(group(article), []).append(article)
        return {name: (len(each), dict(self._f1s(each))) for name, each in sorted(groups.items())}

    def _f1s(self, articles: Sequence[Judged]) -> Iterator[tuple[str, float | None]]:
        for name in self.measures:
            yield name, f1(*map(sum, zip(*(_tally(article, name) for article in articles), strict=True)))

    def _score(self, name: str, found: Mapping[str, Interval | None]) -> Score:
        outcomes = [(article.id, article.outcomes[name]) for article in self.articles]
        return Score(
            name,
            *(sum(column) for column in zip(*(_tally(article, name) for article in self.articles), strict=True)),
            missed=tuple((name, item) for name, outcome in outcomes for item in outcome.missed),
            spurious=tuple((name, item) for name, outcome in outcomes for item in outcome.spurious),
            intervals=found,
        )


def evaluate(golds: Iterable[Object], records: Mapping[str, Object]) -> Evaluation:
    """Score ``records`` (by id) against ``golds`` under every measure; a gold object without a record is all missed.

    A kind that no record carries is not measured: a tool that finds counts alone has no score for people. Raises
    InputError where there is no gold, or a record was made from another text.
    """
    known = [record for record in records.values() if "error" not in record]
    measures = [each for each in MEASURES if not known or any(record.get(each.kind) is not None for record in known)]
    articles = [judge(gold, records.get(gold["id"]), measures) for gold in golds]
    return Evaluation(tuple(sorted(articles, key=lambda each: each.id)), tuple(each.name for each in measures))


def source(article: Judged) -> str:
    """The source that the gold names."""
    return article.source or "(none)"


def length(article: Judged) -> str:
    """The class of length, such as "200–399 words"; the classes sort by their names."""
    edges = (0, *LENGTHS)
    place = sum(article.words >= edge for edge in LENGTHS)
    return f"{edges[place]}–{edges[place + 1] - 1} words" if place < len(LENGTHS) else f"{LENGTHS[-1]}+ words"


def _tally(article: Judged, measure: str) -> tuple[int, int, int]:
    outcome = article.outcomes[measure]
    return outcome.hit, outcome.gold, outcome.predicted
