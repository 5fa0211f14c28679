"""What a text has spoken of where a number stands without its noun: the sets of things that the number may be of.

A set comes up as a count ("96 pilot whales") and again as its plural ("the whales"). Which of them a number takes up
depends on how it is put: a part needs a whole at least as large ("three of them"), a definite one its equal ("the
two"), a compared one its like ("up from 61"). The clause comes before the sentence, the sentence before those before
it; there the subject comes first, what stands behind a preposition last. Verbs of life and harm take what lives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from newstally.resolve.counts import heads, notes
from newstally.resolve.counts.page import DEFINITE, Page
from newstally.types import Count
from newstally.words import syntax
from newstally.words.figured import TALLY, Figure

NEAR_SENTENCES = 3
SMALL = 10  # many sets of a text are of fewer; a number below points back a short way only
RARE = 100  # a figure from here on that a text repeats is of the same things
PERSON = "person"
FRONTED = 20  # words of "Of the ten that were damaged,", at most


class Set(NamedTuple):
    """Things spoken of at the token ``at``: their noun, and how many at most, where that was said."""

    at: int
    unit: str
    most: float
    named: bool = False  # by a nationality or other name: "two Israelis"


@dataclass(frozen=True)
class Spoken:
    """The sets spoken of before ``figure``: the counts so far, and the nouns of all figures that have one."""

    page: Page
    figure: Figure
    before: Sequence[Count]
    units: Mapping[int, heads.Unit | None]

    @property
    def first(self) -> int:
        """The first token of the figure, modifiers included."""
        return self.figure.mention.first

    @property
    def last(self) -> int:
        """The token behind the figure."""
        return self.figure.mention.last

    @property
    def sentence(self) -> int:
        """The sentence of the figure."""
        return self._sentence(self.first)

    @property
    def root(self) -> int:
        """The token of the figure from which the parse hangs."""
        return syntax.head_of(self.page.tokens, self.figure.first, self.figure.last)

    @property
    def rare(self) -> bool:
        """Whether a text would hardly use the figure of two kinds of things."""
        return self.figure.value >= RARE

    def of(self, figure: Figure) -> Spoken:
        """The same text where another figure stands."""
        return replace(self, figure=figure)

    def of_note(self) -> Spoken:
        """The same text as far as the figure's own correction note goes."""
        return replace(self, before=notes.of_note(self.page, self.figure, self.before))

    def whole(self, *, alive: bool = False, beside: bool = False) -> str:
        """The unit of the set that the figure is a part of; ``beside``: the nearest one ("…, three of them")."""
        fits = self._living if alive else _any
        return (
            self.fronted()
            or self._chained(fits)
            or ("" if beside else self._of_sum())
            or self._nearest(lambda one: one.most >= self.figure.value and fits(one), beside=beside)
        )

    def like(self, *, alive: bool = False) -> str:
        """The unit of the set that the figure is compared with or stands beside, whatever its size."""
        return self._nearest(self._living if alive else _any)

    def beside(self, *, alive: bool = False) -> str:
        """The unit of a set in the figure's own sentence."""
        fits = self._living if alive else _any
        own = [one for one in self._own() if fits(one)]
        return own[0].unit if own else ""

    def same(self, *, alive: bool = False) -> str:
        """The unit of the set of as many: of several, the one most spoken of, then the nearest."""
        here, far = self.sentence, self.figure.value >= SMALL
        equal = [
            count.unit
            for count in reversed(self.before)
            if count.amount.value == self.figure.value
            and count.unit_text
            and (far or here - count.sentence <= 2 * NEAR_SENTENCES)
            and (not alive or self._lives(count.unit))
        ]
        often = Counter(equal)
        return max(equal, key=lambda unit: often[unit]) if equal else ""

    def repeated(self) -> str:
        """The unit that the same figure has elsewhere in the text, where all of its nouns agree."""
        others = (f for f in self.page.figures if f.value == self.figure.value and f is not self.figure)
        units = {unit.lemma for f in others if (unit := self.units[f.first]) is not None and unit.head is not None}
        return units.pop() if len(units) == 1 else ""

    def following(self) -> str:
        """The unit of the next figure of the sentence: "grows by three, from 30 members"."""
        behind = (f for f in self.page.figures if f.first > self.first)
        unit = next((self.units[f.first] for f in behind if self.page.same_line(self.first, f.first)), None)
        return unit.lemma if unit else ""

    def plural(self) -> str:
        """The plural that "them" stands for where nothing was counted: the last subject, else the last one."""
        near = [
            token
            for token in self.page.tokens[: self.first]
            if token.tag == "NNS" and self.sentence - token.sentence <= 1 and token.i not in self._counted
        ]
        best = max(near, key=lambda token: (token.sentence, token.dep.startswith("nsubj"), token.i), default=None)
        return heads.lemma(self.page, best) if best else ""

    def same_verb(self, lemma: str) -> str:
        """The unit of the nearest count that is the object of the same verb: "sold 40 boats … sold 12"."""
        here = self.sentence
        for one in self._counts():
            root = self.page.tokens[self._root(one.at)]
            if here - root.sentence > NEAR_SENTENCES:
                break
            if root.dep in ("obj", "nsubj:pass") and self.page.tokens[root.head].lemma == lemma:
                return one.unit
        return ""

    def parallel(self) -> str:
        """Reads "40 men from 12 towns, against 30 from nine", "backed by 31 members and opposed by 20"."""
        link = self.page.at(self.first - 1)
        own = (one for one in self._counts() if self.page.same_line(self.first, one.at))
        return next((one.unit for one in own if self.page.at(one.at - 1) == link), "")

    def rest(self) -> str:
        """Reads "three of the 14 bridges … the 11 that failed": the unit of a whole and a part that leave as many."""
        near = [one for one in self._counts() if self.sentence - self._sentence(one.at) <= NEAR_SENTENCES]
        value = self.figure.value
        return next((a.unit for a in near for b in near if a.unit == b.unit and a.most - b.most == value), "")

    def fronted(self) -> str:
        """Reads "Of the 19 pupils, four went": the noun of the phrase that opens the clause; "" without one."""
        start = self._of_phrase()
        if start is None:
            return ""
        comma = next((i for i in range(start, self.first) if self.page.at(i) == ","), self.first)
        inside = [one.unit for one in self._counts() if start < one.at < comma]
        nouns = (token for token in self.page.tokens[start:comma] if token.tag in ("NNS", "NNPS"))
        return inside[-1] if inside else next((heads.lemma(self.page, token) for token in nouns), "")

    def _of_phrase(self) -> int | None:
        """Where the phrase starts that tells of whom its clause speaks, a comma after it."""
        for i in range(self.first - 1, max(-1, self.first - FRONTED), -1):
            if not self.page.same_line(self.first, i):
                return None
            opens = not self.page.same_line(self.first, i - 1) or self.page.at(i - 1) in ("“", '"', ";", ":")
            if self.page.at(i) == "of" and opens:
                return i if any(self.page.at(j) == "," for j in range(i, self.first)) else None
        return None

    # ---- the sets, and the order in which a reader thinks of them ----------------------------------------------------

    def _nearest(self, fits: Callable[[Set], bool], *, beside: bool = False) -> str:
        for one in self._own(beside=beside):
            if fits(one):
                return one.unit
        here = self.sentence
        for sentence in range(here - 1, here - NEAR_SENTENCES - 1, -1):
            there = [one for one in self._sets() if self._sentence(one.at) == sentence and fits(one)]
            if there:
                return min(there, key=lambda one: (self._in_phrase(one), one.at)).unit
        return ""

    def _own(self, *, beside: bool = False) -> list[Set]:
        """The sets of the figure's own sentence, nearest first; behind prepositions last unless ``beside``."""
        own = [one for one in self._sets() if self.page.same_line(self.first, one.at)]
        return sorted(own, key=lambda one: (not beside and self._in_phrase(one), -one.at))

    def _sets(self) -> Iterator[Set]:
        """All sets before the figure in the sentences near it: counts, and plurals of what was counted before."""
        counts = list(self._counts())
        yield from counts
        most: dict[str, float] = {}
        for one in reversed(counts):
            most[one.unit] = one.most
        here = self.sentence
        for i in range(self.first - 1, -1, -1):
            token = self.page.tokens[i]
            if here - token.sentence > NEAR_SENTENCES:
                return
            if token.tag == "NNS" and i not in self._counted and (unit := heads.lemma(self.page, token)) in most:
                yield Set(i, unit, most[unit])

    def _counts(self) -> Iterator[Set]:
        """The counts before the figure as sets, nearest first; not the tallies of votes."""
        for count in reversed(self.before):
            at = self.page.token_from.get(count.span.start)
            figure = self.page.figure_at.get(at) if at is not None else None
            if at is None or count.unit == "time" or (figure is not None and figure.kind == TALLY):
                continue
            most = count.amount.high if count.amount.high is not None else float("inf")
            yield Set(at, count.unit, most, count.unit_text.rpartition(" ")[2][:1].isupper())

    @cached_property
    def _counted(self) -> frozenset[int]:
        """The nouns that belong to a number."""
        return frozenset(unit.head for unit in self.units.values() if unit is not None and unit.head is not None)

    def _chained(self, fits: Callable[[Set], bool]) -> str:
        """The unit of the number just before, of the same sentence, that did without its noun too."""
        last = self.before[-1] if self.before else None
        if last is None or last.unit_text or last.sentence != self.sentence:
            return ""
        one = next(self._counts(), None)
        if one is None or one.unit != last.unit or self.page.at(one.at) in DEFINITE:  # "by all three, 25 in Africa"
            return ""
        return one.unit if fits(one) else ""

    def _of_sum(self) -> str:
        """The unit of a count of which this and the bare numbers after it make up the whole."""
        here = self.sentence
        bare = [
            f.value
            for f in self.page.figures
            if f.first >= self.figure.first and self._sentence(f.first) - here <= 1 and self.units[f.first] is None
        ]
        sums = set(list(accumulate(bare))[1:])
        near = (one for one in self._counts() if here - self._sentence(one.at) <= NEAR_SENTENCES)
        return next((one.unit for one in near if one.most in sums), "")

    def _living(self, one: Set) -> bool:
        return self._lives(one.unit) and not one.named

    def _lives(self, unit: str) -> bool:
        """Whether the noun is of people or animals."""
        living = self.page.units["living"]
        return unit in living["people"] or unit in living["animals"] or unit.endswith(tuple(living["endings"]))

    def _in_phrase(self, one: Set) -> bool:
        """Whether a set stands behind a preposition: in "15 died in two towns" the towns do."""
        i = one.at - 1
        while i >= 0 and self.page.tokens[i].tag in ("DT", "PRP$", "JJ") and self.page.same_line(one.at, i):
            i -= 1
        return i >= 0 and self.page.tokens[i].tag == "IN" and self.page.same_line(one.at, i)

    def _root(self, at: int) -> int:
        """The noun of the count that starts at the token ``at``, or its number."""
        figure = self.page.figure_at.get(at)
        if figure is None:
            return at
        unit = self.units[figure.first]
        return unit.head if unit and unit.head is not None else syntax.head_of(self.page.tokens, at, figure.last)

    def _sentence(self, i: int) -> int:
        return self.page.tokens[i].sentence


def _any(one: Set) -> bool:
    return True
