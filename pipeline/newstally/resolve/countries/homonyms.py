"""What else a candidate for a country may be where it stands: a person, a longer name, a language, a town of that name.

Pure tests over tokens and entities; the words they look for are the table ``country_cues``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from newstally.resolve.countries.metonymy import ATTRIBUTES
from newstally.types import Mention, Mentions, Table, Token
from newstally.words.countrywords import country_code
from newstally.words.tables import read_once

HEADINGS = frozenset({"headline", "deck", "subhead"})
REACH = 4
APPOSED = 6
NAME_PARTS = re.compile(r"(?:(?<!\s)\s++)?[,;(/]\s*|['’]s\s+")
PLACE_PARTS = re.compile(r"(?:(?<!\s)\s++)?[-–,;(/]\s*")


@dataclass(frozen=True)
class Context:
    """What the tests look at: tokens, the entity that covers each, the article's words, persons' names and towns."""

    mentions: Mentions
    entity: Mapping[int, Mention]
    persons: frozenset[str]
    towns: frozenset[str]
    table: Table
    cues: Table

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The text's tokens."""
        return self.mentions.tokens

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text."""
        return frozenset(token.text for token in self.tokens)

    def covering(self, mention: Mention) -> Mention | None:
        """The entity that the mention is, or lies in."""
        entity = self.entity.get(mention.first)
        return entity if entity is not None and entity.last >= mention.last else None

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)``, "" outside the text."""
        return " ".join(token.text for token in self.tokens[max(first, 0) : last])


def read(mentions: Mentions, table: Table, cues: Table) -> Context:
    """The context of one text; ``table`` is the table ``countries``, ``cues`` the table ``country_cues``."""
    entity = {i: m for m in mentions["entities"] for i in range(m.first, m.last)}
    persons = (m for m in mentions["entities"] if m.label == "PERSON" and m.last - m.first > 1)
    names = frozenset(mentions.tokens[i].text for m in persons for i in range(m.first, m.last))
    cues = _as_sets(cues)
    return Context(mentions, entity, names, _towns(mentions, cues["towns"]), table, cues)


@read_once
def _as_sets(cues: Table) -> Table:
    """The table ``country_cues`` with its lists of words as sets; ``ambiguous`` has rows and stays."""
    return {
        section: rows if section == "ambiguous" else {key: frozenset(words) for key, words in rows.items()}
        for section, rows in cues.items()
    }


def _towns(mentions: Mentions, cues: Table) -> frozenset[str]:
    """Forms that the article uses with what only towns and counties have, or with the short name of a state."""
    towns = set()
    for mention in mentions["countries"]:
        after = [token.text for token in mentions.tokens[mention.last : mention.last + 2]]
        state = len(after) > 1 and after[0] == "," and after[1] in cues["states"] and after[1].endswith(".")
        if state or (after and (after[0] in cues["words"] or " ".join(after) in cues["words"])):
            towns.add(mention.text)
    return frozenset(towns)


def _is_person(context: Context, mention: Mention) -> bool:
    """Part of a person's name, or alone the name of somebody whom the article names in full."""
    if mention.rule in ("abbreviation", "bloc"):
        return False
    entity = context.covering(mention)
    if _is_borne(context, mention, entity):
        country = (m for m in context.mentions["countries"] if m.label == mention.label)
        return not any(_means_country(context, m, mention.text) for m in country)
    if entity is not None and entity.label == "PERSON":
        if (entity.first, entity.last) == (mention.first, mention.last):
            return mention.text in context.cues["persons"]["names"]
        # A model may take "Canadian Robert Schellenberg" for one name.
        return not (mention.rule == "demonym" and mention.first == entity.first and entity.last - mention.last > 1)
    labelled = entity is not None and entity.label in ("LOC", "NORP")
    return mention.rule != "demonym" and mention.text in context.persons and not labelled


def _is_borne(context: Context, mention: Mention, entity: Mention | None) -> bool:
    """Whether a name that people bear ("Jordan") is part of that of somebody in the story, and stands alone."""
    alone = entity is None or (entity.first, entity.last) == (mention.first, mention.last)
    borne = mention.text in context.persons and mention.text in context.cues["persons"]["names"]
    return alone and borne and mention.rule == "name"


def _means_country(context: Context, mention: Mention, name: str) -> bool:
    """Whether a mention shows that the story speaks of the country: in another form, after "in", as a team."""
    if mention.text != name:
        return mention.text.casefold() != name.casefold()
    before = context.text(mention.first - 1, mention.first)
    return before in context.cues["persons"]["placed"] or _is_apposed(context, mention)


def _is_apposed(context: Context, mention: Mention) -> bool:
    """Whether an apposition says that a country or its team is meant: "Chad, a guest team"."""
    apposed = context.tokens[mention.last : mention.last + APPOSED]
    if not apposed or apposed[0].text != ",":
        return False
    words = takewhile(lambda token: token.pos in ("DET", "ADJ", "NOUN", ""), apposed[1:])
    return any(token.lower in context.cues["persons"]["kinds"] for token in words)


def _is_part_of_name(context: Context, mention: Mention) -> bool:
    """Within a longer name, unless that of an organ of the state."""
    entity = context.covering(mention)
    if entity is None or entity.label in ("PERSON", "NORP", "DATE") or _stands_apart(context, mention, entity):
        return False
    parts = PLACE_PARTS if entity.label == "LOC" else NAME_PARTS
    piece = next((part for part in parts.split(entity.text) if mention.text in part), entity.text)
    rest = [word for word in piece.replace(mention.text, " ", 1).split() if word[:1].isupper()]
    if all(word.lower() in context.cues["names"]["plain"] for word in rest):
        return False
    return not any(country_code(name, context.table) for name in (entity.text, piece, _with_office(context, entity)))


def _stands_apart(context: Context, mention: Mention, entity: Mention) -> bool:
    """Whether the country is named by itself although an entity covers more: "the EU's Gateway", "U.S. Gulf Coast"."""
    following = context.text(mention.last, mention.last + 1)
    if mention.first > entity.first:
        return False
    if mention.rule == "bloc":
        return following not in context.cues["neighbours"]["after"]
    return following in context.cues["names"]["apart"] or (mention.rule == "abbreviation" and entity.label == "LOC")


def _with_office(context: Context, entity: Mention) -> str:
    """The entity up to an office that follows: a model may end "U.S. National Security Adviser" early."""
    last = entity.last
    for token in context.tokens[entity.last :]:
        here = (token.sentence, token.block) == (entity.sentence, entity.block) and token.i not in context.entity
        if not here or not (token.text[:1].isupper() or token.lower == "and"):
            break
        if token.lower in context.cues["names"]["offices"]:
            last = token.i + 1
    return context.text(entity.first, last)


def _is_beside_name(context: Context, mention: Mention) -> bool:
    """Next to a word that names companies, papers, schools: "Kenya Airways", "Bank of China"."""
    entity = context.covering(mention)
    longer = entity is not None and entity.last - entity.first > mention.last - mention.first
    if longer or context.mentions.layout.blocks[mention.block].kind in HEADINGS or _has_office(context, mention):
        return False
    cues = context.cues["neighbours"]
    before = (context.text(mention.first - n, mention.first) for n in (1, 2) if mention.first >= n)
    after = context.text(mention.last, mention.last + 1)
    is_beside = after in cues["after"] or any(words in cues["before"] for words in before)
    return is_beside and context.text(mention.first - 2, mention.last) not in context.table["organs"]["names"]


def _has_office(context: Context, mention: Mention) -> bool:
    """An office or organ follows within a few capitalised words: "the Iranian Energy Minister"."""
    after = takewhile(lambda token: token.text[:1].isupper(), context.tokens[mention.last : mention.last + REACH])
    return any(token.lower in context.cues["names"]["offices"] for token in after)


def _is_language(context: Context, mention: Mention) -> bool:
    """A language: "in French", "speaks Thai", "English-language", "Russian lessons"."""
    cues = context.cues["languages"]
    if mention.text not in cues["names"]:
        return False
    after = context.tokens[mention.last : mention.last + 2]
    if after and (after[-1] if after[0].text == "-" else after[0]).lower in cues["nouns"]:
        return True
    token = context.tokens[mention.first]
    while token.dep == "conj" and token.head != token.i:
        token = context.tokens[token.head]
    if token.head > token.i and token.dep in ATTRIBUTES:
        return False
    spoken = token.dep in ("obj", "obl", "xcomp", "advmod") and context.tokens[token.head].lemma in cues["verbs"]
    return spoken or (token.i > 0 and context.tokens[token.i - 1].lower in cues["prepositions"])


def _is_style(context: Context, mention: Mention) -> bool:
    """A cuisine: "the Chinese restaurant"."""
    after = context.text(mention.last, mention.last + 1)
    return mention.rule == "demonym" and after in context.cues["styles"]["nouns"]


def _is_town(context: Context, mention: Mention) -> bool:
    """A town of that name: "Cuba, Mo.", "Peru High School"; then the whole article speaks of the town."""
    return mention.rule in ("name", "metonym") and (mention.text in context.towns or _in_state(context, mention))


def _in_state(context: Context, mention: Mention) -> bool:
    """Before the name of a state: "in Paris, Texas", but not in a list: "Canada, Mexico, Texas"."""
    if context.text(mention.last, mention.last + 1) != "," or context.text(mention.first - 1, mention.first) == ",":
        return False
    after = (context.text(mention.last + 1, mention.last + n) for n in (2, 3))
    return any(words in context.cues["towns"]["states"] for words in after)


def _is_word(context: Context, mention: Mention) -> bool:
    """An ordinary word: "Polish the silver", "GIVE US TIME"."""
    token = context.tokens[mention.first]
    if mention.last - mention.first > 1:
        return False
    if mention.rule == "abbreviation":
        return token.pos == "PRON" and context.text(mention.last, mention.last + 1).isupper()
    return token.pos == "VERB" and mention.rule == "demonym"


def _is_namesake(context: Context, mention: Mention) -> bool:
    """Something else of that name, by the words next to it or in the article."""
    cues = context.cues["ambiguous"].get(mention.text)
    if cues is None:
        return False
    following = context.text(mention.last, mention.last + 1)
    if following in cues.get("not_before", ()) or (cues.get("road") and following.isdigit()):
        return True
    if context.text(mention.first - 1, mention.first) in cues.get("not_after", ()) and mention.first > 0:
        return True
    if "only_with" in cues and context.words.isdisjoint(cues["only_with"]):
        return True
    return len(context.words.intersection(cues.get("against", ()))) > len(
        context.words.intersection(cues.get("for", ()))
    )


OTHER: tuple[Callable[[Context, Mention], bool], ...] = (
    _is_person, _is_part_of_name, _is_beside_name, _is_language, _is_style, _is_town, _is_word, _is_namesake,
)  # fmt: skip


def is_namesake_place(context: Context, mention: Mention) -> bool:
    """Whether a candidate capital or office is a person, part of a longer name or another town."""
    return any(test(context, mention) for test in (_is_person, _is_part_of_name, _is_town))


def is_other(context: Context, mention: Mention) -> bool:
    """Whether the candidate, by any of the tests, is something else than a country."""
    return any(test(context, mention) for test in OTHER)
