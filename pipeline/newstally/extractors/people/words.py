"""The vocabulary of names: what stands before and after one, and what is none. From table ``roles``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstally.types import Table
from newstally.words.rolewords import RoleWords, plural, role_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABEL = "PERSON"
POSSESSIVE = {"'s", "’s", "'", "’", "s'"}
# Titles of these categories stand before names without an article.
BEFORE_NAMES = {
    "head_of_state", "head_of_government", "minister", "lawmaker", "judge", "military", "police", "royal", "clergy",
    "official", "diplomat", "executive", "spokesperson", "coach", "journalist", "artist", "lawyer", "academic",
}  # fmt: skip
# The lists that are taken as they stand in the table.
LISTS = (
    "suffixes", "short_given", "saints", "speech", "things", "bearers", "storms", "wholes", "local", "family_first",
    "trades", "of_firms", "kin", "life", "done_to_people", "done_to_things",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words around names, all lower case, without points."""

    roles: RoleWords
    titles: frozenset[str]  # every word of the titles that stand before names: "prime", "minister"
    title_ends: frozenset[str]  # the last words of such titles: "minister"
    people: frozenset[str]  # nouns of titles and of nothing else: "nurse", "divers"
    particles: frozenset[str]  # "van", "bin"
    suffixes: frozenset[str]  # "jr"
    saints: frozenset[str]  # "sta", of the town "Sta. Rosa"
    short_given: frozenset[str]  # "ma", of "Ma. Luisa"
    speech: frozenset[str]  # lemmas: "say"
    things: frozenset[str]  # words of names that no person has: "Inc."
    bearers: frozenset[str]  # what is named after people: "Prize"
    storms: frozenset[str]
    never: frozenset[str]  # gods, figures of fiction
    kinds: frozenset[str]  # nouns of kind before a thing's name: "firm", "show"
    wholes: frozenset[str]  # what only things have: "season"
    local: frozenset[str]  # prepositions of place
    family_first: frozenset[str]  # surnames that stand first
    trades: frozenset[str]  # nouns for firms and their owners: "manufacturer"
    of_firms: frozenset[str]  # what only firms have: "workforce", "chief executive"
    kin: frozenset[str]  # "wife"
    life: frozenset[str]  # what only people have: "death"
    mind: frozenset[str]  # lemmas of verbs of speech and thought
    done_to_people: frozenset[str]  # lemmas of verbs whose object is a person
    done_to_things: frozenset[str]
    signs: dict[str, int]  # what the signs around a name weigh

    def title(self, token: Token) -> bool:
        """Whether a word belongs to a title or is an honorific: "Prime", "Sen.", "Mr"."""
        form = token.lower_.rstrip(".")
        closes = token.i > 0 and self.opens_honorific(token.nbor(-1))
        return form in self.titles or closes or self.opens_honorific(token)

    def opens_honorific(self, token: Token) -> bool:
        """Whether it is the first of two words: "Tan Sri"."""
        return token.i + 1 < len(token.doc) and f"{token.lower_} {token.nbor(1).lower_}" in self.roles.honorifics

    def organisation(self, token: Token | None) -> bool:
        """Whether "the Trudeau …" goes on with a government, campaign or team."""
        return token is not None and token.lower_ in self.roles.organisations


def name_words(table: Table) -> NameWords:
    """The vocabulary in table ``roles``; empty where the table is."""
    names, roles = table.get("names", {}), role_words(table)
    given, particles = frozenset(names.get("given", ())), frozenset(names.get("particles", ()))
    groups = frozenset(names.get("groups", ()))
    forms = [form for heads in (roles.heads, roles.titles) for form, role in heads.items() if role in BEFORE_NAMES]
    ends = frozenset(form.rstrip(".").split(" of ", 1)[0].split()[-1] for form in forms) - given - roles.ambiguous
    parts = {part for form in forms for part in form.rstrip(".").split()}
    known = roles.modifiers | roles.heads.keys()
    ranks = frozenset(part for part in parts if part in known or f"{part}." in known)
    honorifics = frozenset(word.rstrip(".") for word in roles.honorifics)
    return NameWords(
        roles=roles,
        titles=((ends | ranks) - given - particles) | honorifics,
        people=(roles.heads.keys() | roles.plurals.keys()) - roles.ambiguous - set(map(plural, roles.ambiguous)),
        title_ends=ends | frozenset(names.get("title_ends", ())),
        particles=particles,
        kinds=(frozenset(names.get("kinds", ())) | roles.organisations) - groups - roles.heads.keys(),
        never=frozenset(names.get("gods", ())),
        mind=frozenset(names.get("speech", ())) | frozenset(names.get("mind", ())),
        signs=dict(table.get("signs", {})),
        **{key: frozenset(names.get(key, ())) for key in LISTS},
    )


def word_at(doc: Doc, i: int) -> Token | None:
    """Token ``i``; None at the text's edge and where it is white space."""
    return doc[i] if 0 <= i < len(doc) and not doc[i].is_space else None


def named(doc: Doc, start: int, end: int, rule: str) -> Span:
    """Tokens ``[start, end)`` as a person's name, found by ``rule``."""
    span = doc[start:end]
    span.label_, span.id_ = LABEL, rule
    return span
