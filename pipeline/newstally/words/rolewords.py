"""The vocabulary of roles: table ``roles`` as sets and look-ups, shared by extractors and resolvers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstally.types import Table
from newstally.words.tables import read_once

IRREGULAR = {"man": "men", "person": "people", "child": "children"}
# A relational adjective tells the kind of office ("presidential", "financial"); a describing one mostly ends otherwise.
RELATIONAL = ("al", "ic", "ary", "ar")


def plural(noun: str) -> str:
    """The plural of a head noun: "spokesmen", "secretaries", "coaches"."""
    for end, many in IRREGULAR.items():
        if noun.endswith(end) and not noun.endswith(("human", "german")):
            return noun.removesuffix(end) + many
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What the words of titles mean. All words are lower case."""

    heads: dict[str, str]  # "minister" → "minister", "ceo" → "executive"
    plurals: dict[str, str]  # "ministers" → "minister"
    titles: dict[str, str]  # titles of several words
    acronyms: dict[str, str]  # as written
    modifiers: frozenset[str]
    left_out: frozenset[str]
    organisations: frozenset[str]
    workplaces: frozenset[str]
    bodies: frozenset[str]  # organisations of two words
    fields: frozenset[str]  # pairs whose second word is no organisation there: "supply chain"
    before_names_only: frozenset[str]  # acronyms, as written
    bare_before_names: frozenset[str]  # head nouns
    kind_owners: frozenset[str]  # plurals: "supporters", of "supporters' director"
    of_firms: frozenset[str]  # titles
    not_roles: frozenset[str]
    suffixes: tuple[str, ...]
    portfolio_heads: frozenset[str]
    portfolios: frozenset[str]
    status: dict[str, str]  # "ex" → "former"
    full: dict[str, str]  # "sgt" → "sergeant"
    honorifics: frozenset[str]
    offices: frozenset[str]  # categories
    not_offices: frozenset[str]  # head nouns
    also_offices: frozenset[str]  # head nouns of other categories
    placed: frozenset[str]  # categories
    ambiguous: frozenset[str]  # head nouns
    named_fields: frozenset[str]  # head nouns with a field in capitals: "Chair in International Affairs"
    place_fields: frozenset[str]  # head nouns with a field that may be a place: "envoy for the Sahel"
    in_fields: frozenset[str]  # head nouns with a field after "in"
    named_after: frozenset[str]  # head nouns with a person's name before them: "the Marlow Chair"
    outside: frozenset[str]  # words that never belong to a title

    def relational(self, word: str) -> bool:
        """Whether an adjective belongs to the title it stands before: "financial", not "famous"."""
        return word in self.modifiers or (word.endswith(RELATIONAL) and word not in self.left_out)

    def occupation(self, noun: str) -> bool:
        """Whether a noun that no list knows looks like an occupation: "glassblower"."""
        return len(noun) > 5 and noun.endswith(self.suffixes) and noun not in self.not_roles


@read_once
def role_words(table: Table) -> RoleWords:
    """The vocabulary in table ``roles``; empty where the table is."""
    words, status = table.get("words", {}), table.get("status", {})
    states = dict(_by_word({state: status.get(state, ()) for state in ("former", "acting", "elect")}))
    honorifics = frozenset(table.get("names", {}).get("honorifics", ()))
    heads = dict(_by_word(table.get("heads", {})))
    return RoleWords(
        heads=heads,
        plurals={plural(form): form for form in heads},
        titles=dict(_by_word(table.get("titles", {}))),
        acronyms=dict(_by_word(table.get("acronyms", {}))),
        modifiers=frozenset(words.get("modifiers", ())),
        left_out=frozenset(words.get("left_out", ())),
        organisations=frozenset(words.get("organisations", ())),
        workplaces=frozenset(words.get("workplaces", ())),
        bodies=frozenset(words.get("bodies", ())),
        fields=frozenset(words.get("fields", ())),
        before_names_only=frozenset(words.get("before_names_only", ())),
        bare_before_names=frozenset(words.get("bare_before_names", ())),
        kind_owners=frozenset(words.get("kind_owners", ())),
        of_firms=frozenset(words.get("of_firms", ())),
        not_roles=frozenset(words.get("not_roles", ())),
        suffixes=tuple(words.get("suffixes", ())),
        portfolio_heads=frozenset(words.get("portfolio_heads", ())),
        portfolios=frozenset(table.get("portfolios", {}).get("words", ())),
        status=states,
        full=dict(table.get("abbreviations", {})),
        honorifics=honorifics,
        offices=frozenset(words.get("offices", ())),
        not_offices=frozenset(words.get("not_offices", ())),
        also_offices=frozenset(words.get("also_offices", ())),
        placed=frozenset(words.get("placed", ())),
        ambiguous=frozenset(words.get("ambiguous", ())),
        named_fields=frozenset(words.get("named_fields", ())),
        place_fields=frozenset(words.get("place_fields", ())),
        in_fields=frozenset(words.get("in_fields", ())),
        named_after=frozenset(words.get("named_after", ())),
        outside=frozenset(words.get("left_out", ())) | honorifics | states.keys(),
    )


def _by_word(categories: Table) -> Iterator[tuple[str, str]]:
    """Word and category; where a word stands twice the first category wins."""
    seen: set[str] = set()
    for category, words in categories.items():
        for word in words:
            if word not in seen:
                seen.add(word)
                yield word, category
