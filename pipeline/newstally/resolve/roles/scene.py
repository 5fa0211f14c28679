"""A story's tokens with what is known of each, and the titles that have found their person so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from newstally.types import Mention, Mentions, Person, Status, Table, Token
from newstally.words import syntax
from newstally.words.countrywords import country_code
from newstally.words.names import HYPHENS, OTHER_NAMES
from newstally.words.rolewords import RoleWords, role_words
from newstally.words.tables import read_once

POSSESSIVE = {"'s", "’s", "'", "’"}
JOINTS = {"and", "&"}
CLAUSE = {"VERB", "AUX", "PRON", "SCONJ"}  # parts of speech that end a noun phrase
CLAUSE_OR_NAME = CLAUSE - {"PRON"}  # the same, but for pronouns: "one of those who are ministers"
FIELD = {"of", "for", "in", "on", "to"}  # between a title's noun and its field
RANKS = {"military", "police", "clergy", "royal", "academic", "medic", "lawmaker", "judge"}  # categories
ABBREVIATION = 4  # letters, at most: "Pct."
ONE_OF = 8  # words from "one" to the title, at most


class Claim(NamedTuple):
    """That a person (by id) holds a title; ``state`` is None where the construction says nothing of its time."""

    person: str
    title: Mention
    state: Status | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What every reading looks at. Token indexes are those of ``tokens``."""

    mentions: Mentions
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]  # the tokens' dependents
    words: RoleWords
    table: Table  # ``roles``
    groups: Mapping[tuple[str, str], frozenset[str]]  # its lists of words
    countries: Table
    title_at: Mapping[int, Mention]  # token → the title it is part of
    person_at: Mapping[int, str]  # token → the id of the person it names
    name_at: Mapping[int, Mention]  # token → organisation, place, people or country it is part of
    starts: Mapping[int, Mention]  # first token → person's name
    ends: Mapping[int, Mention]  # token after → person's name
    held: dict[int, list[Claim]] = field(default_factory=dict)  # first token of a title → its claims
    phrases: dict[tuple[int, int], int] = field(default_factory=dict)  # a title's tokens → where its phrase starts

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)`` on one line."""
        span = self.mentions.span(self.tokens[first].start, self.tokens[last - 1].end)
        return " ".join(span.text.split())

    def group(self, section: str, key: str) -> frozenset[str]:
        """A list of words of the table ``roles``."""
        return self.groups.get((section, key), frozenset())

    def country(self, words: str) -> str:
        """The code of the country that ``words`` name, or ""."""
        return country_code(words, self.countries) if words and self.countries else ""

    def together(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence of one block."""
        one, other = self.tokens[i], self.tokens[j]
        return one.sentence == other.sentence and one.block == other.block

    def in_item(self, i: int) -> bool:
        """Whether a token stands in the row of a list."""
        blocks = self.mentions.layout.blocks
        return bool(blocks) and blocks[self.tokens[i].block].kind == "item"

    def credited(self, title: Mention) -> bool:
        """Whether the title stands in a by-line."""
        blocks = self.mentions.layout.blocks
        return bool(blocks) and blocks[title.block].kind == "byline"

    def before_person(self, title: Mention) -> bool:
        """Whether a person's name follows the title, over a comma at most: "lawyer Ng", "the lawyer, Ng"."""
        comma = title.last + 1 < len(self.tokens) and self.tokens[title.last].text == ","
        return title.last + comma in self.person_at

    def head(self, title: Mention) -> Token:
        """The title's noun: "Minister" in "Minister of Foreign Affairs"."""
        inner = range(title.first + 1, title.last)
        end = next((i for i in inner if self.tokens[i].lower in FIELD), title.last)
        return self.tokens[end - 1]

    def plural(self, title: Mention) -> bool:
        """Whether the title names several: "ministers", but not "one of the ministers"."""
        return self.many(title) and self.one_of(title) is None

    def many(self, title: Mention) -> bool:
        """Whether the title's noun is a plural."""
        head = self.head(title)
        return head.lower in self.words.plurals or (head.tag == "NNS" and head.lower not in self.words.heads)

    def one_of(self, title: Mention) -> int | None:
        """The "one" of "one of the ministers", "one of Peru's best painters"; None where the phrase has none."""
        i, least = title.first - 1, max(title.first - ONE_OF, 0)
        while i > least and self.together(i, title.first) and self.tokens[i].pos not in CLAUSE_OR_NAME:
            if self.tokens[i].lower == "of":
                some = self.tokens[i + 1].pos == "NUM"  # "one of five players" tells how many
                return i - 1 if not some and self.tokens[i - 1].lower == "one" and self.many(title) else None
            i -= 1
        return None

    def office(self, title: Mention) -> bool:
        """Whether the title is an office, of which a country or city before it is the polity."""
        if self.head(title).lower in self.words.also_offices:
            return True
        return title.rule in self.words.offices and title.text.lower() not in self.words.not_offices

    def following(self, title: Mention) -> Token | None:
        """The token after the title; None at the end of its block."""
        after = self.tokens[title.last] if title.last < len(self.tokens) else None
        return after if after and after.block == title.block else None

    def end(self, title: Mention) -> int:
        """The token after the title and a word of its state behind it: "president-elect", "governor designate"."""
        i = title.last
        while i < len(self.tokens) and self.together(i, title.first) and self.tails(i):
            i += 1
        return i

    def tails(self, i: int) -> bool:
        """Whether a word of state behind a title starts at ``i``."""
        elect = self.words.status.get(self.tokens[i].lower) == "elect"
        hyphen = self.tokens[i].text in HYPHENS and i + 1 < len(self.tokens)
        return elect or (hyphen and self.words.status.get(self.tokens[i + 1].lower) == "elect")

    def holders(self, title: Mention) -> list[Claim]:
        """The claims on ``title`` found so far."""
        return self.held.get(title.first, [])

    def claims(self) -> Iterator[Claim]:
        """All claims found so far."""
        return (claim for claims in self.held.values() for claim in claims)


def scene(mentions: Mentions, people: Sequence[Person], tables: Mapping[str, Table]) -> Scene:
    """The scene of a story before any title has found its person."""
    table = tables.get("roles", {})
    ids = {(span.start, span.end): person.id for person in people for span in person.mentions}
    persons = [(m, ids[m.span.start, m.span.end]) for m in mentions["people"] if (m.span.start, m.span.end) in ids]
    names = [*mentions["countries"], *(m for m in mentions["entities"] if m.label in OTHER_NAMES)]
    tokens = _mended(mentions.tokens)
    return Scene(
        mentions=mentions,
        tokens=tokens,
        below=syntax.children(tokens),
        words=role_words(table),
        table=table,
        groups=_groups(table),
        countries=tables.get("countries", {}),
        title_at={i: title for title in mentions["titles"] for i in range(title.first, title.last)},
        person_at={i: person for m, person in persons for i in range(m.first, m.last)},
        name_at={i: m for m in sorted(names, key=lambda m: m.last - m.first) for i in range(m.first, m.last)},
        starts={m.first: m for m, _ in persons},
        ends={m.last: m for m, _ in persons},
    )


@read_once
def _groups(table: Table) -> Mapping[tuple[str, str], frozenset[str]]:
    """The lists of words in table ``roles``, by section and name."""
    rows = ((section, key, words) for section, group in table.items() for key, words in group.items())
    return {(section, key): frozenset(words) for section, key, words in rows if isinstance(words, (list, tuple))}


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with sentences joined that break after an abbreviation: "Pct." + "4 Constable"."""
    starts = (token for before, token in pairwise(tokens) if token.sentence > before.sentence)
    breaks = [token.i for token in starts if token.i > 1 and _breaks_wrongly(tokens, token)]
    if not breaks:
        return tokens
    merged = list(tokens[: breaks[0]])
    for shift, (first, last) in enumerate(pairwise([*breaks, len(tokens)]), 1):
        merged += [token._replace(sentence=token.sentence - shift) for token in tokens[first:last]]
    return tuple(merged)


def _breaks_wrongly(tokens: Sequence[Token], token: Token) -> bool:
    point, word = tokens[token.i - 1], tokens[token.i - 2]
    short = point.text == "." and point.start == word.end and len(word.text) <= ABBREVIATION and word.text[0].isupper()
    goes_on = token.text[0].isdigit() or token.text[0].islower()
    return short and goes_on and token.block == point.block
