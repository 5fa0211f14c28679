"""Mentions → countries: which candidates count as a country, and whose each is.

A candidate counts unless something shows that it is another thing there: a person, a longer name, a language, a town.
A capital or office counts only where it stands for its government.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstally.gazetteer import country_code
from newstally.metonymy import Surroundings, capital_acts, office_acts
from newstally.types import Country, CountryMention, Mention, Mentions, Span, Table, Token

HEADINGS = frozenset({"headline", "deck", "subhead"})
CREDITS = frozenset({"dateline", "byline"})
# Words of a longer name that do not make it another thing: "Northern Nigeria", "the Netherlands".
PLAIN = frozenset({"the", "of", "and", "northern", "southern", "eastern", "western", "central", "mainland", "upper"})
# After the country itself an office's portfolio follows: "the EU for Foreign Affairs".
OVER = frozenset({"for", "on", "to"})
NAME_PARTS = re.compile(r"\s*[,;(/]\s*")


@dataclass(frozen=True)
class Context:
    """What the judgements look at: the text's tokens, the entity that covers each, the article's words and persons."""

    mentions: Mentions
    entity: Mapping[int, Mention]
    words: frozenset[str]
    persons: frozenset[str]
    table: Table
    cues: Table

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The text's tokens."""
        return self.mentions.tokens

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)``, "" outside the text."""
        return " ".join(token.text for token in self.tokens[max(first, 0) : last])


def countries(mentions: Mentions, tables: Mapping[str, Table]) -> tuple[Country, ...]:
    """The countries that the text names, in the order of their first mention."""
    context = _context(mentions, tables["countries"], tables["country_cues"])
    plain = [m for m in mentions["countries"] if m.rule != "metonym" and not _is_other(context, m)]
    named = {m.label for m in plain if m.text not in context.table["shared"]}
    counted = [*plain, *_governments(context, plain, named)]
    found: dict[str, list[CountryMention]] = {}
    for mention in sorted(counted, key=lambda m: (m.span.start, m.label)):
        code = _code(context, mention, named)
        if code:
            found.setdefault(code, []).append(CountryMention(_span(context, mention), mention.rule))  # type: ignore[arg-type]
    rows = context.table["countries"]
    return tuple(Country(code, rows[code]["name"], rows[code]["type"], tuple(ms)) for code, ms in found.items())


def _context(mentions: Mentions, table: Table, cues: Table) -> Context:
    entity = {i: m for m in mentions["entities"] for i in range(m.first, m.last)}
    persons = (m for m in mentions["entities"] if m.label == "PERSON" and m.last - m.first > 1)
    names = frozenset(mentions.tokens[i].text for m in persons for i in range(m.first, m.last))
    return Context(mentions, entity, frozenset(token.text for token in mentions.tokens), names, table, cues)


def _code(context: Context, mention: Mention, named: set[str]) -> str:
    """The mention's country; of those that share the form the one that the article names otherwise, or the first."""
    codes = context.table["shared"].get(mention.text, [mention.label])
    return next((code for code in codes if code in named), codes[0])


def _span(context: Context, mention: Mention) -> Span:
    """The mention's words; of a token such as "U.S.-led" the country's part only."""
    if mention.last - mention.first > 1 or not re.search(r"\.[-–/]|[-–/].*\.", mention.text):
        return mention.span
    for part in re.finditer(r"[^-–/]+", mention.text):
        if country_code(part.group(), context.table) == mention.label:
            start = mention.span.start + part.start()
            return context.mentions.span(start, start + len(part.group()))
    return mention.span


# ---- capitals and offices --------------------------------------------------------------------------------------------


def _governments(context: Context, plain: Sequence[Mention], named: set[str]) -> Iterator[Mention]:
    """The candidates among capitals and offices that stand for a government."""
    cues = context.cues["metonyms"]
    around = Surroundings.of(context.tokens, cues, context.table["organs"]["words"])
    offices = {office for entry in context.table["countries"].values() for office in entry.get("offices", ())}
    beside = {i for mention in plain for i in range(mention.first, mention.last)}
    for mention in mentions_of(context.mentions, "metonym"):
        if _is_part_of_name(context, mention) or _is_person(context, mention) or _in_credit(context, mention):
            continue
        known = mention.text not in cues["namesakes"] or _code(context, mention, named) in named
        if mention.text in offices or mention.text.title() in offices:
            if known and office_acts(around, mention):
                yield mention
        elif known and not _is_city(context, mention) and capital_acts(around, mention, beside):
            yield mention


def mentions_of(mentions: Mentions, kind: str) -> Iterator[Mention]:
    """The candidates of one kind."""
    return (m for m in mentions["countries"] if m.rule == kind)


def _in_credit(context: Context, mention: Mention) -> bool:
    return context.mentions.layout.blocks[mention.block].kind in CREDITS


def _is_city(context: Context, mention: Mention) -> bool:
    """Whether the article speaks of the city as such: its mayor, its residents."""
    city_words = context.cues["metonyms"]["city_words"]
    for m in mentions_of(context.mentions, "metonym"):
        if m.text == mention.text:
            around = context.tokens[max(m.first - 2, 0) : m.last + 2]
            if any(token.lower in city_words for token in around):
                return True
    return False


# ---- what else a candidate may be ----------------------------------------------------------------------------------


def _is_person(context: Context, mention: Mention) -> bool:
    """Part of a person's name, or alone the name of somebody whom the article names in full."""
    entity = context.entity.get(mention.first)
    if mention.rule in ("abbreviation", "bloc"):
        return False
    if entity is not None and entity.label == "PERSON":
        # A model may take "Canadian Robert Schellenberg" for one name.
        return not (mention.rule == "demonym" and mention.first == entity.first and entity.last - mention.last > 1)
    labelled = entity is not None and entity.label in ("LOC", "NORP")
    return mention.rule in ("name", "part", "metonym") and mention.text in context.persons and not labelled


def _is_part_of_name(context: Context, mention: Mention) -> bool:
    """Within a longer name, unless that of an organ of the state."""
    entity = context.entity.get(mention.first)
    if entity is None or entity.label in ("PERSON", "NORP", "DATE"):
        return False
    piece = next((part for part in NAME_PARTS.split(entity.text) if mention.text in part), entity.text)
    rest = [word for word in piece.replace(mention.text, " ", 1).split() if word[:1].isupper()]
    following = context.text(mention.last, mention.last + 1)
    if all(word.lower() in PLAIN for word in rest) or (mention.first == entity.first and following in OVER):
        return False
    return not country_code(entity.text, context.table)


def _is_beside_name(context: Context, mention: Mention) -> bool:
    """Next to a word that names companies, papers, schools: "Kenya Airways", "Bank of China"."""
    if context.mentions.layout.blocks[mention.block].kind in HEADINGS:
        return False
    cues = context.cues["neighbours"]
    before = (context.text(mention.first - n, mention.first) for n in (1, 2) if mention.first >= n)
    organ = context.table["organs"]["names"]
    full = context.text(mention.first - 2, mention.last)
    return full not in organ and (
        context.text(mention.last, mention.last + 1) in cues["after"]
        or any(words in cues["before"] for words in before)
    )


def _is_language(context: Context, mention: Mention) -> bool:
    """A language: "in French", "speaks Thai", "English-language", "Russian lessons"."""
    cues = context.cues["languages"]
    if mention.text not in cues["names"]:
        return False
    after = context.tokens[mention.last : mention.last + 2]
    if after and (after[-1] if after[0].text == "-" else after[0]).lower in cues["nouns"]:
        return True
    token = context.tokens[mention.first]
    if token.head > token.i and token.dep in ("amod", "compound", "nmod", "nmod:poss"):
        return False
    head = context.tokens[token.head]
    return (token.dep in ("obj", "obl", "xcomp", "conj", "advmod") and head.lemma in cues["verbs"]) or (
        mention.first > 0 and context.tokens[mention.first - 1].lower in cues["prepositions"]
    )


def _is_style(context: Context, mention: Mention) -> bool:
    """A cuisine: "the Chinese restaurant"."""
    after = context.text(mention.last, mention.last + 1)
    return mention.rule == "demonym" and after in context.cues["styles"]["nouns"]


def _is_town(context: Context, mention: Mention) -> bool:
    """A town of that name: "Cuba, Mo."."""
    states = context.cues["towns"]["states"]
    after = [context.text(mention.last + 1, mention.last + n) for n in (2, 3)]
    return (
        mention.rule == "name"
        and context.text(mention.last, mention.last + 1) == ","
        and any(words in states for words in after)
    )


def _is_word(context: Context, mention: Mention) -> bool:
    """An ordinary word: "Polish the silver", "GIVE US TIME"."""
    token = context.tokens[mention.first]
    return mention.last - mention.first == 1 and token.pos in ("PRON", "VERB") and token.text not in ("U.S.", "U.K.")


def _is_namesake(context: Context, mention: Mention) -> bool:
    """Something else of that name, by the words next to it or in the article."""
    cues = context.cues["ambiguous"].get(mention.text)
    if cues is None:
        return False
    if context.text(mention.last, mention.last + 1) in cues.get("not_before", ()):
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


def _is_other(context: Context, mention: Mention) -> bool:
    return any(test(context, mention) for test in OTHER)
