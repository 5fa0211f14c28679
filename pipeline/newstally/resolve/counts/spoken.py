"""What a text has spoken of where a number stands without its noun: the sets of things that the number may be of.

A set comes up as a count ("96 pilot whales") and again as its plural ("the whales"). Which of them a number takes up
depends on how it is put: a part needs a whole at least as large ("three of them"), a definite one its equal ("the
two"), a compared one its like ("up from 61"). The clause comes before the sentence, the sentence before those before
it; there the subject comes first, what stands behind a preposition last. Verbs of life and harm take what lives.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, islice, takewhile
from typing import NamedTuple

from newstally.resolve.counts import heads, notes
from newstally.resolve.counts.nouns import Nouns
from newstally.resolve.counts.page import DEFINITE, Page
from newstally.types import Count, Token
from newstally.words import syntax, vague
from newstally.words.figured import TALLY, Figure
from newstally.words.printed import is_written_out

NEAR_SENTENCES = 3
SMALL = 10  # many sets of a text are of fewer; a number below points back a short way only
RARE = 100  # a figure from here on that a text repeats is of the same things
PERSON = "person"
ALIKE = 2  # times by which a figure differs at most from another of the same things
MILLION = 1_000_000
MEMORY = 100  # counts before a figure that it may take up
QUANTITIES = ("MONEY", "PERCENT", "MEASURE", "DURATION")
NAMED = 60  # words from "the two" back to their names, at most
FRONTED = 20  # words of "Of the ten that were damaged,", at most


class Set(NamedTuple):
    """Things spoken of at the token ``at``: their noun, and how many at most, where that was said."""

    at: int
    unit: str
    most: float
    value: float = 0  # of the number stated
    named: bool = False  # by a nationality or other name: "two Israelis"
    told: bool = True  # how many they are, here or earlier


@dataclass(frozen=True)
class Spoken:
    """The sets spoken of before ``figure``: the counts so far, and the nouns of all figures that have one."""

    page: Page
    figure: Figure
    before: Sequence[Count]
    nouns: Nouns

    @cached_property
    def first(self) -> int:
        """The first token of the figure, modifiers included."""
        return self.figure.mention.first

    @cached_property
    def last(self) -> int:
        """The token behind the figure."""
        return self.figure.mention.last

    @cached_property
    def sentence(self) -> int:
        """The sentence of the figure."""
        return self._sentence(self.first)

    @cached_property
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
            self.fronted
            or self._chained(fits)
            or ("" if beside else self._of_sum())
            or self._nearest(lambda one: one.most >= self.figure.value and fits(one), beside=beside)
        )

    def like(self, *, alive: bool = False) -> str:
        """The unit of the set that the figure is compared with or stands beside, whatever its size."""
        return self._nearest(self._living if alive else _any)

    def sized(self) -> str:
        """The unit of a set of about as many, else of what the figure stands beside: "over 130 … put it at 138"."""
        return self._nearest(lambda one: self._is_alike(one.value)) or self.like()

    def latest(self) -> str:
        """The unit of the last set of about as many: "it came to 649 in May. This fell to 464"."""
        near = takewhile(lambda one: self.sentence - one.sentence <= NEAR_SENTENCES, self._remembered())
        return next((one.unit for one in near if self._is_alike(one.amount.value or 0)), "")

    def _is_alike(self, value: float) -> bool:
        return value <= ALIKE * self.figure.value and self.figure.value <= ALIKE * value

    def beside(self, *, alive: bool = False) -> str:
        """The unit of a set in the figure's own sentence."""
        fits = self._living if alive else _any
        return next((one.unit for one in self._own if fits(one)), "")

    def same(self, *, alive: bool = False) -> str:
        """The unit of the set of as many: of several, the one most spoken of, then the nearest."""
        here, far = self.sentence, self.figure.value >= SMALL
        equal = [
            count.unit
            for count in self._remembered()
            if count.amount.value == self.figure.value
            and (count.unit_text or (far and count.unit != PERSON))
            and (far or here - count.sentence <= 2 * NEAR_SENTENCES)
            and (not alive or self.lives(count.unit))
        ]
        often = Counter(equal)
        return max(equal, key=lambda unit: often[unit]) if equal else ""

    def of_names(self) -> str:
        """What were named last, where they are as many: people, else countries; "" where they are not."""
        if self._are_named(self.page.person_at):
            return PERSON
        return "country" if self._are_named(self.page.country_at) else ""

    def _are_named(self, names: Mapping[int, str]) -> bool:
        """Whether so many were named in this sentence or those before it, each sentence as a whole."""
        named: set[str] = set()
        for sentence in range(self.sentence, self.sentence - NEAR_SENTENCES, -1):
            if len(named) >= self.figure.value:
                break
            places = range(self.first - 1, max(-1, self.first - NAMED), -1)
            named |= {names[i] for i in places if self._sentence(i) == sentence and i in names}
        return len(named) == self.figure.value

    def repeated(self) -> str:
        """The unit that the same figure has elsewhere in the text, where all of its nouns agree."""
        nouns = self.nouns.by_value.get(self.figure.value, frozenset())
        return next(iter(nouns)) if len(nouns) == 1 else ""

    def following(self) -> str:
        """The unit of the next figure of the sentence: "grows by three, from 30 members"."""
        behind = next(self._ahead(1), None)
        unit = self.nouns.units[behind.first] if behind and self.page.same_line(self.first, behind.first) else None
        return unit.lemma if unit else ""

    def plural(self) -> str:
        """The plural that "them" stands for where nothing was counted: the last subject, else the last one."""
        near = [
            token
            for token in self.page.tokens[: self.first]
            if token.tag == "NNS" and self.sentence - token.sentence <= 1 and token.i not in self.nouns.taken
        ]
        best = max(near, key=lambda token: (token.sentence, token.dep.startswith("nsubj"), token.i), default=None)
        if best and best.lower in vague.PLURALS:  # "Dozens were hurt, 26 of them …"
            return PERSON
        return heads.lemma(self.page, best) if best else ""

    def same_verb(self, lemma: str) -> str:
        """The unit of the nearest count that is the object of the same verb: "sold 40 boats … sold 12"."""
        for one in self._counts:
            root = self.page.tokens[self._root(one.at)]
            if root.dep in ("obj", "nsubj:pass") and self.page.tokens[root.head].lemma == lemma:
                return one.unit
        return ""

    def parallel(self) -> str:
        """Reads "40 men from 12 towns, against 30 from nine", "backed by 31 members and opposed by 20"."""
        link = self.page.at(self.first - 1)
        own = (one for one in self._counts if self.page.same_line(self.first, one.at))
        return next((one.unit for one in own if self.page.at(one.at - 1) == link), "")

    def rest(self, *, beside: bool = False) -> str:
        """Reads "three of the 14 bridges … the 11 that failed": the unit of a whole and a part that leave as many."""
        near, value = self._counts, self.figure.value
        near = tuple(one for one in near if self.page.same_line(self.first, one.at)) if beside else near
        return next((a.unit for a in near for b in near if a.unit == b.unit and a.most - b.most == value), "")

    def summed(self) -> str:
        """Reads "31 witnesses … four … the 35": the unit of two sets that make as many."""
        near, value = self._counts, self.figure.value
        pairs = ((a, b) for a in near for b in near if a.at > b.at)
        return next((a.unit for a, b in pairs if a.unit == b.unit and a.most + b.most == value), "")

    def is_of(self, *labels: str) -> bool:
        """Whether the nearest figure before it in its sentence is of the labels: "€2bn, of which 750 million"."""
        place = bisect_left(self.page.mentions["figures"], self.first, key=lambda one: one.first) - 1
        before = self.page.mentions["figures"][place] if place >= 0 else None
        return before is not None and before.label in labels and self.page.same_line(self.first, before.first)

    def is_money(self) -> bool:
        """Whether a scaled number has left out its currency: "6.4 million euros, of which Norway gave 4 million"."""
        value, text = self.figure.value, self.figure.mention.text
        if value < MILLION or is_written_out(text, value):
            return False
        place = bisect_left(self.page.mentions["figures"], self.first, key=lambda one: one.first)
        before = reversed(self.page.mentions["figures"][:place])
        near = list(takewhile(lambda one: self.sentence - self.page.tokens[one.first].sentence <= 1, before))
        own = (one.label for one in near if self.page.same_line(self.first, one.first) and one.label != "DATE")
        if next(own, "") == "COUNT" and self.before and self._is_alike(self.before[-1].amount.value or 0):
            return False  # "from 4.5 million tyres to 2.7 million"
        return any(one.label == "MONEY" for one in near)

    @cached_property
    def fronted(self) -> str:
        """Reads "Of the 19 pupils, four went": the noun of the phrase that opens the clause; "" without one."""
        start = self._of_phrase()
        if start is None:
            return ""
        comma = next((i for i in range(start, self.first) if self.page.at(i) == ","), self.first)
        inside = [one.unit for one in self._counts if start < one.at < comma]
        nouns = (token for token in self.page.tokens[start:comma] if token.tag in ("NNS", "NNPS"))
        if not inside and self.is_of(*QUANTITIES):  # "Of the 40 acres that burned, 12 …"
            return ""
        return inside[-1] if inside else next((heads.lemma(self.page, token) for token in nouns), "")

    def _of_phrase(self) -> int | None:
        """Where the phrase starts that tells of whom its clause speaks, a comma after it or the number at its end."""
        page, first = self.page, self.first
        for i in range(first - 1, max(-1, first - FRONTED), -1):
            if not page.same_line(first, i):
                return None
            if page.at(i) == "of" and (not page.same_line(first, i - 1) or page.at(i - 1) in ("“", '"', ";", ":")):
                is_last = page.tag(first - 1) == "NNS" and (
                    page.at(self.last) in (",", "(", "or") or page.tag(self.last) in syntax.FINITE
                )
                return i if is_last or any(page.at(j) == "," for j in range(i, first)) else None
        return None

    # ---- the sets, and the order in which a reader thinks of them ----------------------------------------------------

    def _nearest(self, fits: Callable[[Set], bool], *, beside: bool = False) -> str:
        """The unit of the first set that fits; in the figure's own sentence the nearest, where ``beside`` says so."""
        own = sorted(self._beside, key=lambda one: (not one.told, -one.at)) if beside else self._own
        for one in own:
            if fits(one):
                return one.unit
        here = self.sentence
        for sentence in range(here - 1, here - NEAR_SENTENCES - 1, -1):
            there = [one for one in self._sets if self._sentence(one.at) == sentence and fits(one)]
            if there:
                return min(there, key=lambda one: (not one.told, self._in_phrase(one), one.at)).unit
        return ""

    @cached_property
    def _own(self) -> list[Set]:
        """The sets of the figure's own sentence, nearest first, those behind prepositions last."""
        return sorted(self._beside, key=lambda one: (self._in_phrase(one), not one.told, -one.at))

    @cached_property
    def _beside(self) -> list[Set]:
        return [one for one in self._sets if self.page.same_line(self.first, one.at)]

    @cached_property
    def _sets(self) -> tuple[Set, ...]:
        """All sets before the figure in the sentences near it: counts, and plurals of what was counted before."""
        return (*self._counts, *self._plurals())

    def _plurals(self) -> Iterator[Set]:
        most = {count.unit: _most(count) for count in reversed(list(self._remembered()))}
        here = self.sentence
        for i in range(self.first - 1, -1, -1):
            token = self.page.tokens[i]
            if here - token.sentence > NEAR_SENTENCES:
                return
            if token.tag != "NNS" or i in self.nouns.taken:
                continue
            is_state = token.lower in self.page.units["people"]["states"]  # "the injured"
            unit = PERSON if is_state else heads.lemma(self.page, token)
            if unit in most or self._is_topic(token):
                yield Set(i, unit, most.get(unit, float("inf")), told=unit in most)

    def _is_topic(self, token: Token) -> bool:
        """Whether a plural is what the sentence before is about, or what is done to it in the figure's own.

        "The firms offered 5%. Only two of the 13 …"; not those who speak, nor those who act on the things counted.
        """
        apart = self.sentence - token.sentence
        about = token.dep == "nsubj:pass" if apart == 0 else apart == 1 and token.dep.startswith("nsubj")
        if not about or token.head <= token.i or self.page.at(token.i - 1) not in DEFINITE:
            return False
        return self.page.tokens[token.head].lemma not in self.page.speech

    @cached_property
    def _counts(self) -> tuple[Set, ...]:
        """The counts of the sentences near before the figure as sets, nearest first; not the tallies of votes."""
        return tuple(self._counted())

    def _counted(self) -> Iterator[Set]:
        for count in self._remembered():
            if self.sentence - count.sentence > NEAR_SENTENCES:
                return
            at = self.page.token_from.get(count.span.start)
            figure = self.page.figure_at.get(at) if at is not None else None
            if at is None or count.unit == "time" or (figure is not None and figure.kind == TALLY):
                continue
            is_named = count.unit_text.rpartition(" ")[2][:1].isupper()
            yield Set(at, count.unit, _most(count), count.amount.value or 0, is_named)

    def _remembered(self) -> Iterator[Count]:
        """The counts before the figure, the last first, as many as a reader keeps in mind."""
        return islice(reversed(self.before), MEMORY)

    def _ahead(self, skip: int = 0) -> Iterator[Figure]:
        """The figures from this one on."""
        yield from islice(self.page.figures, self.nouns.position[self.figure.first] + skip, None)

    def _chained(self, fits: Callable[[Set], bool]) -> str:
        """The unit of the number just before, of the same sentence, that did without its noun too."""
        last = self.before[-1] if self.before else None
        if last is None or last.unit_text or last.sentence != self.sentence:
            return ""
        one = next(iter(self._counts), None)
        if one is None or one.unit != last.unit or self.page.at(one.at) in DEFINITE:  # "by all three, 25 in Africa"
            return ""
        return one.unit if fits(one) else ""

    def _of_sum(self) -> str:
        """The unit of a count of which this and the bare numbers after it make up the whole."""
        here = self.sentence
        near = takewhile(lambda f: self._sentence(f.first) - here <= 1, self._ahead())
        bare = [f.value for f in near if self.nouns.units[f.first] is None]
        sums = set(list(accumulate(bare))[1:])
        wholes = (one for one in self._counts if one.most in sums)
        return next((one.unit for one in wholes if here - self._sentence(one.at) <= 1), "")

    def _living(self, one: Set) -> bool:
        return self.lives(one.unit) and not one.named

    def lives(self, unit: str) -> bool:
        """Whether the noun is of people or animals."""
        return self.page.living.has(unit)

    def _in_phrase(self, one: Set) -> bool:
        """Whether a set stands behind a preposition: in "15 died in two towns" the towns do."""
        i = one.at - 1
        while i >= 0 and self.page.tokens[i].tag in ("DT", "PRP$", "JJ") and self.page.same_line(one.at, i):
            i -= 1
        behind = self.page.tag(i) == "IN" or self.page.at(i) == "including"
        return behind and self.page.same_line(one.at, i)

    def _root(self, at: int) -> int:
        """The noun of the count that starts at the token ``at``, or its number."""
        figure = self.page.figure_at.get(at)
        if figure is None:
            return at
        unit = self.nouns.units[figure.first]
        return unit.head if unit and unit.head is not None else syntax.head_of(self.page.tokens, at, figure.last)

    def _sentence(self, i: int) -> int:
        return self.page.tokens[i].sentence


def _most(count: Count) -> float:
    return count.amount.high if count.amount.high is not None else float("inf")


def _any(one: Set) -> bool:
    return True
