"""The words before a title's noun that belong to it: "deputy", "foreign affairs", "chief human capital"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newstally.extractors.titles.fields import JOINTS
from newstally.words.names import HYPHENS, OTHER_NAMES, entity_at
from newstally.words.rolewords import RoleWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BOUND = {"vice", "co", "anti", "counter", "sub", "under", "non", "pro", "deputy", "re", "multi", "self"}
# Relations that tie a modifier to its noun; a draft of a parse may give others to capitalised words.
TIES = {"compound", "amod", "nmod", "nmod:desc", "conj", "flat", "case", "cc", "punct", "dep", "appos", ""}
POSSESSIVE = {"'", "’", "'s", "’s"}
BESIDE_PERSONS = {"lawyer", "medic", "spokesperson"}  # categories of those who stand by persons
REACH = 5  # nouns between a body's name and its own
KIND_ENDINGS = ("ean", "ian")  # of adjectives that tell a kind where they are no nationality: "crustacean"


def start_of(core: Span, words: RoleWords, cores: Mapping[int, Span], people: set[int]) -> int:
    """Where the title with the noun ``core`` starts.

    ``cores`` maps tokens to the title nouns they are part of, ``people`` holds the tokens of persons' names.
    """
    doc, start = core.doc, core.start
    while start > 0:
        first = _word_start(doc, start - 1)
        if first < 0 or not people.isdisjoint(range(first, start)):
            break
        before = _before(doc, first, start, core, words, cores)
        if before is None:
            break
        start = before
    return start


def _before(doc: Doc, first: int, start: int, core: Span, words: RoleWords, cores: Mapping[int, Span]) -> int | None:
    """The new start of the title with the word ``[first, start)`` taken in; None where it stays outside."""
    owner = doc[start - 2] if start > 1 and doc[start - 1].text in POSSESSIVE else None
    lower = owner is not None and (owner.is_lower or owner.is_sent_start)
    if lower and owner.lower_ in words.kind_owners and core.label_ not in BESIDE_PERSONS:
        return owner.i  # "supporters' director", but not "the victims' lawyer"
    if doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_:
        prefix = _word_start(doc, start - 2)
        is_title = words.heads.get(doc[prefix].lower_) == core.label_  # "singer-actor"
        return prefix if is_title or doc[prefix].lower_ in BOUND else None
    if first in cores:
        lower = cores[first].text.islower() or cores[first].start == core.sent.start
        several = cores[first][-1].lower_ in words.plurals  # "the film stars actress Ana Kos"
        lower = lower and core.text.islower() and doc[start - 1].dep_ == "compound" and not several
        field = core.label_ == "minister" and doc[first].lower_ in words.portfolios  # "Justice Minister"
        modifies = len(cores[first]) == 1 and doc[first].lower_ in words.modifiers  # "Deputy Mayor"
        return first if lower or field or modifies else None
    if _belongs(doc, first, start, core, words):
        return first
    return _coordinated(doc, start, core, words, cores)


def _word_start(doc: Doc, i: int) -> int:
    """The start of the hyphenated word that ends at ``i``; -1 where a line or the text begins before it."""
    while i >= 0 and doc[i].is_space:
        if "\n" in doc[i].text:
            return -1
        i -= 1
    while i >= 2 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        i -= 2
    return i


def _belongs(doc: Doc, first: int, end: int, core: Span, words: RoleWords) -> bool:
    """Whether the word ``[first, end)`` before the title is part of it."""
    form = doc[first:end].text.strip().lower()
    last = doc[end - 1] if not doc[end - 1].is_space else doc[first]
    if form in words.outside or not last.text[0].isalpha() or "." in last.text or last.tag_ == "IN":
        return False
    if _capital_beside(doc, first, last, core) or _of_modifier(last, end, core):
        return True
    if last.is_upper and len(last) > 1 and form not in words.modifiers:
        return False  # an organisation's letters: "UP representative"
    opens = doc[first].is_sent_start and last.tag_ == "NN" and core.text.islower()  # "Team doctor Ng", with any label
    if (last.ent_type_ and not opens) or form in words.modifiers:
        return _of_name(last, form, core, words)
    field = core.label_ == "minister" and form in words.portfolios
    organisation = form in words.organisations and (form not in words.workplaces or core.label_ == "spokesperson")
    pair = f"{core.doc[first - 1].lower_} {form}" if first > 0 else ""
    organisation = organisation or pair in words.bodies or _named_body(doc, first, form, words)
    organisation = organisation and pair not in words.fields
    if _in_name_with_of(doc, first, core):
        return False
    mixed = doc[first].is_lower and not core[0].is_lower  # "on her recommendation Attorney General Lynch"
    return not mixed and (field or not organisation) and _modifies(last, form, core, words)


def _capital_beside(doc: Doc, first: int, last: Token, core: Span) -> bool:
    """Whether an adjective in capitals inside a sentence stands beside the noun: "Nominated MP", "Second Minister"."""
    inner = first > core.sent.start and not last.ent_type_ and last.is_title and core[0].text[0].isupper()
    return inner and last.i + 1 == core.start and (last.pos_ in {"ADJ", "VERB"} or last.tag_ == "VBN")


def _in_name_with_of(doc: Doc, first: int, core: Span) -> bool:
    """Whether the word ends a name in capitals before a noun in lower case: "Bureau of Statistics forecaster"."""
    name = doc[first].is_title and core.text.islower() and first > 1 and doc[first - 1].lower_ == "of"
    return name and doc[first - 2].is_title


def _named_body(doc: Doc, first: int, form: str, words: RoleWords) -> bool:
    """Whether a workplace has a noun and a name before it: "Orvik beach management unit", not "Tolvex project"."""
    i = first - 1
    while i > max(first - REACH, 0) and doc[i].tag_ == "NN" and doc[i].is_lower and not doc[i].ent_type_:
        i -= 1
    named = 0 <= i < first - 1 and doc[i].ent_type_ in OTHER_NAMES
    return named and form in words.workplaces and doc[first].sent == doc[i].sent


def _of_modifier(token: Token, end: int, core: Span) -> bool:
    """Whether the word is the adjective of a modifier of the noun: "infectious diseases specialist"."""
    plain = token.pos_ == "ADJ" and token.is_lower and not token.ent_type_ and end < core.start
    return plain and (token.head.i < core.start or core.doc[end].tag_ == "NNS")


def _of_name(token: Token, form: str, core: Span, words: RoleWords) -> bool:
    """Whether a known modifier belongs to the title, or a name that the model sees before it does."""
    if form in words.modifiers:
        return token.ent_type_ not in {"ORG", "PERSON"} or form in words.portfolios or _tail_of_name(token)
    if token.ent_type_ == "PERSON":
        return core[-1].lower_ in words.named_after  # whom the story does not know otherwise: "the Marlow Chair"
    if token.ent_type_ not in OTHER_NAMES or core.label_ != "minister":
        return False
    entity = entity_at(token.doc, token.i)
    fields = (t.lower_ in words.portfolios for t in entity if t.is_alpha and t.lower_ not in JOINTS)
    return entity.label_ != "LOC" and all(fields)  # "Foreign Affairs" before "Minister"


def _modifies(token: Token, form: str, core: Span, words: RoleWords) -> bool:
    """Whether the word modifies the title's noun as an adjective of its kind or in a compound."""
    if token.pos_ == "ADJ" or token.tag_.startswith("JJ"):
        of_kind = token.is_lower and form.endswith(KIND_ENDINGS) and form not in words.left_out
        return of_kind or words.relational(form)
    noun = token.pos_ in {"NOUN", "PROPN"} and (token.tag_ != "NNS" or token.dep_ == "compound")
    capitals = token.text[0].isupper() and core[0].text[0].isupper()
    return (noun or form in words.portfolios) and (token.dep_ in TIES or capitals)


def _tail_of_name(token: Token) -> bool:
    """Whether the word is the last of a plain name of several words: "Tolvex Marketing" before "Manager"."""
    entity = entity_at(token.doc, token.i)
    return entity.end == token.i + 1 and len(entity) > 1 and not any(t.is_lower for t in entity)


def _coordinated(doc: Doc, start: int, core: Span, words: RoleWords, cores: Mapping[int, Span]) -> int | None:
    """The start of a modifier joined on the left: "trade and industry minister", "human capital, affairs and …"."""
    joint = doc[start - 1].lower_
    if joint not in JOINTS or start < 2 or start == core.start:
        return None
    if joint == "," and not any(token.lower_ in {"and", "&"} for token in doc[start : core.start]):
        return None  # "on his account, activist Ng said"
    first = _word_start(doc, start - 2)
    if first < 0 or first in cores or doc[first].ent_type_ in OTHER_NAMES - {"ORG", "MISC"}:
        return None
    left = doc[start - 2]
    heads = {token.head.i for token in doc[start : core.end]}
    attached = start - 1 <= left.head.i < core.end or left.i in heads or (left.dep_ == "conj" and left.head.i in heads)
    fits = left.pos_ in {"NOUN", "PROPN", "ADJ"} and left.text[0].isupper() == doc[start].text[0].isupper()
    known = left.lower_ in words.portfolios and core.label_ == "minister"
    return first if fits and (known or (attached and left.lower_ not in words.organisations)) else None
