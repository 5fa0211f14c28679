"""Whose count it is: the subject of the verb whose object is counted, the owner, or the agent after "by".

People are given by their ids; bodies that act (governments, police, companies) by the article's words; pronouns are
resolved within their sentence; anything else is no actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.counts.page import Page
from newstally.types import Mention, Token
from newstally.words import syntax
from newstally.words.syntax import FINITE, VERBAL

BODIES = frozenset(("ORG", "LOC", "NORP", "PERSON"))
SUBJECTS = ("nsubj", "nsubj:pass")
PRONOUNS = frozenset(["he", "she"])
DEALT_WITH = frozenset(("on", "through", "into", "against", "over", "behind"))
"""Prepositions behind which a count may be the subject's: "advised on three of those", not "met in three cities"."""
RELATIVE = frozenset(["who", "which", "that"])
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET"))
TITLE = 6  # words of a title before a name in a row, at most


def actors(page: Page, head: int) -> tuple[str, ...]:
    """The actors of the thing counted, whose noun (or bare number) is the token ``head``; () where none is said."""
    for noun in _own_phrase(page, head):
        for reader in (_owner, _agent, _subject):
            found = reader(page, noun)
            if found:
                return found
    return ()


def _own_phrase(page: Page, head: int) -> Iterator[int]:
    """The head and the nouns that stand for it: "a total of 12 calls", "three of the calls", joined things."""
    seen = 0
    while head is not None and seen < 5:
        yield head
        token = page.tokens[head]
        up = page.tokens[token.head]
        joined = token.dep in ("conj", "appos", "compound") and up.pos in ("NOUN", "PROPN", "NUM")
        figure = page.figure_at.get(up.i)
        stated = figure is not None and figure.kind in ("noun", "scaled")
        summed = token.dep == "nmod" and (up.lemma in page.units["totals"]["nouns"] or stated)
        if token.head == head or not (joined or summed or token.dep == "nummod"):
            return
        head, seen = token.head, seen + 1


def _owner(page: Page, noun: int) -> tuple[str, ...]:
    """Reads "Freeland's 11 conversations"."""
    owner = syntax.child(page.tokens, page.below, noun, "nmod:poss")
    if owner is None:
        return ()
    named = (
        owner in page.person_at or owner in page.entity_at or page.tokens[noun].lemma in page.units["deeds"]["nouns"]
    )
    return _named(page, owner) if named else ()


def _agent(page: Page, noun: int) -> tuple[str, ...]:
    """Reads "30 people arrested by Hale police", "calls that Trudeau held", "11 goals by Smith"."""
    for i in page.below[noun]:
        token = page.tokens[i]
        if token.dep == "nmod" and _case(page, i) == "by":
            return _named(page, i)
        if token.dep == "acl" and token.tag == "VBN":
            return _by_phrase(page, i)
        if token.dep in ("acl:relcl", "advcl:relcl"):
            subject = syntax.child(page.tokens, page.below, i, *SUBJECTS)
            thing = syntax.child(page.tokens, page.below, i, "obj")
            if (
                subject is not None
                and (thing is None or page.tokens[thing].lower in RELATIVE)
                and page.tokens[subject].lower not in RELATIVE
            ):
                return _named(page, subject)
    return ()


def _subject(page: Page, noun: int) -> tuple[str, ...]:
    """The subject of the verb whose object the thing counted is."""
    token = page.tokens[noun]
    verb = token.head
    if token.dep == "nsubj:pass":
        return _by_phrase(page, verb)
    if page.tokens[verb].tag in VERBAL and not _object(page, noun):
        return ()
    # "is the founder of two firms": the predicate noun stands for its verb
    predicate = token.dep == "nmod" and syntax.child(page.tokens, page.below, verb, "cop") is not None
    if page.tokens[verb].tag not in VERBAL and not predicate:
        return ()
    subject = subject_of(page, verb)
    return () if subject is None else _named(page, subject)


def _object(page: Page, noun: int) -> bool:
    """Whether the noun is what its verb deals with: its object, or an oblique that stands for one."""
    token = page.tokens[noun]
    if not token.dep.startswith("obl"):
        return token.dep == "obj"
    bare = _case(page, noun) == "" and syntax.child(page.tokens, page.below, token.head, "obj") is None
    return bare or token.lemma == "time" or _case(page, noun) in DEALT_WITH


def _by_phrase(page: Page, verb: int) -> tuple[str, ...]:
    agent = next((i for i in page.below[verb] if page.tokens[i].dep.startswith("obl") and _case(page, i) == "by"), None)
    return () if agent is None else _named(page, agent)


def subject_of(page: Page, verb: int) -> int | None:
    """The verb's subject, or that of the verb it is joined to or depends on: "ran and jumped", "wants to hold"."""
    for _ in range(4):
        subject = syntax.child(page.tokens, page.below, verb, *SUBJECTS)
        if subject is not None:
            passive = page.tokens[subject].dep == "nsubj:pass"
            return _antecedent(page, verb, subject) if not passive or page.tokens[verb].tag == "VBN" else None
        token = page.tokens[verb]
        if token.head == verb:
            return None
        if token.dep.startswith("acl"):
            return token.head if token.tag == "VBG" else None
        if token.dep not in ("xcomp", "conj", "aux") and not _controlled(page, verb):
            return None
        verb = token.head
    return None


def _controlled(page: Page, verb: int) -> bool:
    """Whether an adverbial clause shares the subject of its verb: "surveying 900 adults", "to send ten men"."""
    token = page.tokens[verb]
    marked = syntax.child(page.tokens, page.below, verb, "mark")
    return token.dep == "advcl" and (token.tag == "VBG" or (marked is not None and page.at(marked) == "to"))


def _antecedent(page: Page, verb: int, subject: int) -> int | None:
    """The noun of a relative clause where its subject is "who"; else the subject itself."""
    if page.tokens[subject].lower in RELATIVE and page.tokens[verb].dep.startswith(("acl", "advcl")):
        return page.tokens[verb].head
    return subject


def _named(page: Page, noun: int) -> tuple[str, ...]:
    """The actors that a noun and the nouns joined to it name."""
    token = page.tokens[noun]
    if token.pos == "PRON":
        person = _pronoun(page, token)
        return (person,) if person else ()
    members = [noun]
    for i in page.below[noun]:
        person_beside = i in page.person_at and page.tokens[i].dep in (
            "appos",
            "nmod:desc",
            "list",
            "dep",
            "dislocated",
        )
        if page.tokens[i].dep == "conj" or (
            person_beside and page.at(i - 1) in (",", "and") and noun in page.person_at
        ):
            members += [i, *(j for j in page.below[i] if page.tokens[j].dep == "conj")]
    if noun in page.person_at:
        members += _row_of_people(page, noun)
    found = [name for member in sorted(members) if (name := _actor(page, member))]
    return tuple(dict.fromkeys(found))


def _row_of_people(page: Page, i: int) -> list[int]:
    """The people who stand in a row behind one, each perhaps behind a title, whatever the parse makes of the titles.

    "Ms Venn and Foreign Minister Brandt", "Venn, Brandt and the chancellor, Ngo": the row ends with its "and"; in
    headlines, "Venn, Brandt hold", with the verb.
    """
    row: list[int] = []
    while True:
        while i in page.person_at:
            i += 1
        if row and page.at(i) and page.tokens[i].tag in FINITE:
            return row
        joint = page.at(i)
        start = i = i + 1
        while i - start < TITLE and i not in page.person_at and page.at(i) and page.tokens[i].pos in NOMINAL:
            i += 1
        if joint not in ("and", "&", ",") or i not in page.person_at or not page.same_line(i, start - 1):
            return []
        row.append(i)
        if joint != ",":
            return row


def _actor(page: Page, noun: int) -> str:
    """The person's id, or the words for a body that acts; the owner of what acts ("Freeland's outreach"); else ""."""
    if noun in page.person_at:
        return page.person_at[noun]
    beside = next(
        (i for i in page.below[noun] if i in page.person_at and page.tokens[i].dep in ("appos", "flat")), None
    )
    if beside is not None:
        return page.person_at[beside]
    entity = page.entity_at.get(noun)
    if entity is not None and entity.label in BODIES and _heads(page, entity, noun):
        return entity.text
    owner = syntax.child(page.tokens, page.below, noun, "nmod:poss")
    if owner is not None and owner in page.person_at:
        return page.person_at[owner]
    return _phrase(page, noun) if page.tokens[noun].lemma in page.bodies else ""


def _heads(page: Page, entity: Mention, noun: int) -> bool:
    return entity.last == noun + 1 or syntax.head_of(page.tokens, entity.first, entity.last) == noun


def _phrase(page: Page, noun: int) -> str:
    """Reads "Border agents", "county planning board": the noun with its modifiers, without determiner."""
    first = noun
    while first - 1 in page.below[noun] and page.tokens[first - 1].dep in ("compound", "amod", "flat"):
        first -= 1
    return page.text(first, noun + 1)


def _pronoun(page: Page, token: Token) -> str:
    """The nearest person named before a "he" or "she" in its sentence; "" for any other pronoun or nobody."""
    if token.lower not in PRONOUNS:
        return ""
    i = token.i - 1
    while i >= 0 and page.same_line(token.i, i):
        if i in page.person_at:
            return page.person_at[i]
        i -= 1
    return ""


def _case(page: Page, noun: int) -> str:
    case = syntax.child(page.tokens, page.below, noun, "case")
    return "" if case is None else page.at(case)
