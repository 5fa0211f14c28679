"""A text made ready for finding lists: which tokens are a count, a person, a country, the inside of a name, a cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from newstally.resolve.lists.readings import Reading
from newstally.resolve.lists.segments import JOINING, PARTING, Range
from newstally.types import Count, Country, Item, Mention, Mentions, Person, Span, Table, TextList, Token
from newstally.words.names import OTHER_NAMES

SORTS = {"PERSON": "person", "ORG": "organisation", "LOC": "place", "FAC": "place"}
BEFORE_NAME = {"PROPN", "NOUN", "ADJ", "DET", "PART", "PRON", "NUM"}
PARTING_WORDS = PARTING | JOINING
NAMES = OTHER_NAMES | {"PERSON"}


class Placed:
    """A count and the tokens it stands on; ``head`` is the last of them, mostly the noun."""

    def __init__(self, count: Count, tokens: Range) -> None:
        self.count, self.tokens = count, tokens

    @property
    def head(self) -> int:
        """Index of the last token."""
        return self.tokens.last - 1

    def is_modifier(self, tokens: Sequence[Token]) -> bool:
        """Whether it only says of what kind the next noun is: "a 12-member panel"."""
        noun, head = self.tokens.last, tokens[self.head]
        named = noun < len(tokens) and tokens[noun].pos in {"NOUN", "PROPN"}
        return named and (head.head == noun or head.dep == "compound")


class Page:
    """The mentions of one text with the values resolved so far, indexed by token."""

    def __init__(
        self,
        mentions: Mentions,
        people: Iterable[Person],
        countries: Iterable[Country],
        counts: Iterable[Count],
        tables: Mapping[str, Table],
    ) -> None:
        self.mentions, self.tables, self.tokens = mentions, tables, mentions.tokens
        self.people, self.countries, self.figures = tuple(people), tuple(countries), tuple(counts)
        self._named: dict[Range, Range | None] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def range(self, span: Span) -> Range:
        """The tokens that a span stands on; those it cuts into are within."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if self.tokens[first].end <= span.start:
            first += 1
        return Range(first, max(bisect_left(self._starts, span.end), first + 1))

    def span(self, tokens: Range) -> Span:
        """The text of some tokens."""
        return self.mentions.span(self.tokens[tokens.first].start, self.tokens[tokens.last - 1].end)

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """The tokens of each sentence, by its number."""
        starts: list[int] = []
        for token in self.tokens:
            if token.sentence == len(starts):
                starts.append(token.i)
        return tuple(Range(*pair) for pair in pairwise([*starts, len(self.tokens)]))

    @cached_property
    def blocks(self) -> dict[int, Range]:
        """The tokens of each block that has any, by its number."""
        starts: dict[int, int] = {}
        block = -1
        for token in self.tokens:
            if token.block != block:
                block = token.block
                starts[block] = token.i
        ranges = pairwise([*starts.values(), len(self.tokens)])
        return {block: Range(*pair) for block, pair in zip(starts, ranges, strict=True)}

    @cached_property
    def counts(self) -> tuple[Placed, ...]:
        """The counts in text order, with their tokens."""
        return tuple(Placed(count, self.range(count.span)) for count in self.figures)

    @cached_property
    def counts_of_sentence(self) -> dict[int, list[Placed]]:
        """The counts by the number of their sentence."""
        placed: dict[int, list[Placed]] = {}
        for count in self.counts:
            placed.setdefault(self.tokens[count.tokens.first].sentence, []).append(count)
        return placed

    @cached_property
    def figure_at(self) -> dict[int, Placed]:
        """First token of a count → that count."""
        return {count.tokens.first: count for count in reversed(self.counts)}

    def figure_of(self, item: Range) -> Placed | None:
        """The count that an item is: "two sons" or "his two sons", "30 women"."""
        figure = self.figure_at.get(item.first + (self.tokens[item.first].pos in {"DET", "PRON"}))
        return None if figure is None or figure.is_modifier(self.tokens) else figure

    @cached_property
    def person_at(self) -> dict[int, tuple[str, Range]]:
        """Token → the person named there and the tokens of that mention."""
        return self._index((person.id, person.mentions) for person in self.people)

    @cached_property
    def country_at(self) -> dict[int, tuple[str, Range]]:
        """Token → the country named there and the tokens of that mention."""
        rows = ((country.code, tuple(m.span for m in country.mentions)) for country in self.countries)
        return self._index(rows)

    def _index(self, rows: Iterable[tuple[str, tuple[Span, ...]]]) -> dict[int, tuple[str, Range]]:
        index: dict[int, tuple[str, Range]] = {}
        for ref, spans in rows:
            for span in spans:
                tokens = self.range(span)
                index.update({i: (ref, tokens) for i in range(*tokens)})
        return index

    @cached_property
    def name_at(self) -> dict[int, Range]:
        """Token → the tokens of the name it is part of: a person, a country, or an entity of the model."""
        entities = (m for m in self.mentions["entities"] if m.label in NAMES)
        index = {i: Range(m.first, m.last) for m in entities for i in range(m.first, m.last)}
        index |= {i: tokens for i, (_, tokens) in self.person_at.items() if i not in index}
        for i, (_, country) in self.country_at.items():
            name = index.get(i)
            if name is None or len(range(*name)) < len(range(*country)):  # "Antigua and Barbuda", two to the model
                index[i] = country
        return index

    @cached_property
    def names(self) -> tuple[Range, ...]:
        """The tokens of every name, in text order."""
        return tuple(sorted(set(self.name_at.values())))

    @cached_property
    def _labels(self) -> dict[Range, str]:
        return {Range(m.first, m.last): m.label for m in self.mentions["entities"]}

    def sort(self, item: Range) -> str:
        """The sort of name that an item is: person, country, place, organisation; "" where it is none that is known."""
        name = self.named(item)
        if name is None:
            return ""
        if name.last - 1 in self.person_at:
            return "person"
        if name.last - 1 in self.country_at:  # "a Swede" is one
            return "person" if self.tokens[name.first - 1].lower in {"a", "an"} else "country"
        return SORTS.get(self._labels.get(name, ""), "")

    def named(self, item: Range) -> Range | None:
        """The name that an item is, titles before it and what follows it apart: not Roe in "Roe supporters"."""
        if item not in self._named:
            self._named[item] = self._name_of(item)
        return self._named[item]

    def _name_of(self, item: Range) -> Range | None:
        for i in (item.last - 1, head(self.tokens, item)):
            name = self.name_at.get(i)
            before = self.tokens[item.first : name.first] if name else ()
            if name and all(token.pos in BEFORE_NAME or token.text == "-" for token in before):
                return name
        return None

    def kin(self, unit: str) -> str:
        """The class of a counted noun in the units table, the noun itself where it has none."""
        classes = self.tables.get("units", {}).get("kin", {})
        return next((name for name, members in classes.items() if unit in members), unit)

    @cached_property
    def inside_names(self) -> frozenset[int]:
        """Tokens within a name that are neither its first nor its last: a comma or "and" there parts nothing."""
        return frozenset(i for i, name in self.name_at.items() if name.first < i < name.last - 1)

    def cues(self, label: str) -> Sequence[Mention]:
        """The cues of one label in text order."""
        return self._cues.get(label, ())

    @cached_property
    def _cues(self) -> dict[str, list[Mention]]:
        cues: dict[str, list[Mention]] = {}
        for mention in self.mentions["cues"]:
            cues.setdefault(mention.label, []).append(mention)
        return cues

    @cached_property
    def joins(self) -> frozenset[int]:
        """Tokens that join items as "and" does: "as well as"."""
        return frozenset(i for cue in self.cues("LIST_AND") for i in range(cue.first, cue.last))

    @cached_property
    def partings(self) -> list[int]:
        """Tokens that may part one item from the next, in order."""
        joins = self.joins
        return [token.i for token in self.tokens if token.lower in PARTING_WORDS or token.i in joins]

    @cached_property
    def stops(self) -> frozenset[int]:
        """Tokens at which a list ends with words for those left out: "and others"."""
        return frozenset(cue.first for cue in self.cues("LIST_MORE"))

    def named_in(self, tokens: Range, sorts: AbstractSet[str]) -> Reading:
        """The names of these ``sorts`` in a stretch, each once, as one way to take it as an enumeration."""
        first: dict[str, Range] = {}
        for i in range(*tokens):
            name = self.name_at.get(i)
            if name and name.first == i and self.sort(name) in sorts:
                first.setdefault(self.bearer(name), name)
        return Reading(tuple(first.values()))

    def bearer(self, name: Range) -> str:
        """Who or what a name names: the person's id or the country's code, else the name itself."""
        return self.ref(name) or self.span(name).text

    def item(self, tokens: Range) -> Item:
        """An item; its ref is the person or country that it is, and a person's item is the name without titles.

        An item that is a number of things starts with its figure: "two sons" of "his two sons".
        """
        ref, words = self._referred(tokens)
        return Item(self.span(words), ref)

    def ref(self, tokens: Range) -> str:
        """The id of the person or the code of the country that an item is, else ""."""
        return self._referred(tokens)[0]

    def _referred(self, tokens: Range) -> tuple[str, Range]:
        figure = self.figure_of(tokens)
        if figure:
            return "", Range(figure.tokens.first, tokens.last)
        name = self.named(tokens)
        if name and name.last - 1 in self.person_at:
            return self.person_at[name.last - 1]
        ref, country = self.country_at.get(tokens.last - 1, ("", tokens))
        return ref if country == tokens else "", tokens


def head(tokens: Sequence[Token], part: Range) -> int:
    """The noun of a stretch that hangs on none of its other words; the last word where there is none."""
    first, last = part
    for token in tokens[first:last]:
        if token.pos in {"NOUN", "PROPN"} and (not first <= token.head < last or token.head == token.i):
            return token.i
    return last - 1


def text_list(
    page: Page, count: Count, ranges: Sequence[Range], exhaustive: bool, *, firm: bool = False, of_kinds: bool = False
) -> TextList:
    """A list in running text, tied to ``count``; its id is given later."""
    items = tuple(page.item(item) for item in ranges)
    first = page.tokens[ranges[0].first]
    span = page.mentions.span(items[0].span.start, items[-1].span.end)
    return TextList(
        "", span, items, exhaustive, None, count.id, count.unit, count.kin, count.actors, first.block, first.sentence,
        firm, of_kinds,
    )  # fmt: skip
