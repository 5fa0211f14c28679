"""Names that a description gives away, whatever the model takes them for: "Ana Kos, a farmer", "Tobin M. Reed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newstally.extractors.people.words import LABEL, NameWords, named, word_at
from newstally.words.names import HYPHENS, entity_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST = 6  # tokens of a name
APPOSED = 6  # words after a comma among which the noun of the description stands
BEFORE = 9  # words before a comma among which the title of its phrase stands
SURE = 0.8  # certainty from which the model's other reading stands
PARTS = {"PROPN", "PUNCT"}  # of speech, in a name
OWNERS = {"the", "its", "his", "her", "their", "our"}


def given_away(doc: Doc, capitals: Iterable[int], words: NameWords) -> Iterator[Span]:
    """Two or more capitalised words that a description, an age or an initial shows to be a person's name."""
    end = 0
    for i in capitals:
        if i < end:
            continue
        end = _run(doc, i)
        if end - i > 1 and _can_name(doc[i:end], words) and _is_described(doc[i:end], words):
            yield named(doc, i, end, "title")


def _run(doc: Doc, start: int) -> int:
    """The end of the name-like words from ``start`` on: capitalised or joined by hyphens, in one entity or in none."""
    i, label = start, doc[start].ent_type_
    while i < len(doc) and doc[i].ent_type_ == label and _is_part(doc, i, start):
        i += 1
    return i


def _is_part(doc: Doc, i: int, start: int) -> bool:
    token = doc[i]
    inner = i > start and not token.is_space and not doc[i - 1].whitespace_ and not doc[i - 1].is_space
    return token.text[0].isupper() or (inner and (token.text in HYPHENS or token.text == "."))


def _can_name(run: Span, words: NameWords) -> bool:
    """Whether the words may be a person's name, as far as they go."""
    if len(run) > LONGEST or run[0].ent_type_ in {"NORP", "DATE"} or any(t.pos_ not in PARTS for t in run):
        return False
    if any(t.lower_ in words.things or t.lower_ in words.bearers or t.lower_ in words.roles.heads for t in run):
        return False
    return not run.text.isupper() and sum(t.is_alpha for t in run) > 1 and not any(words.title(t) for t in run)


def _is_described(run: Span, words: NameWords) -> bool:
    doc, after = run.doc, word_at(run.doc, run.end)
    entity = entity_at(doc, run.start)
    free = all(token.ent_type_ in {"", LABEL} for token in run)
    exact = free or (entity is not None and entity.start == run.start and entity.end == run.end)
    unsure = free or float(entity.id_ or 1) < SURE
    comma = after is not None and after.text == ","
    if _aged(run):
        return True
    if exact and unsure and not free and len(run) == 3 and _initial(run[1]):
        return True
    told = unsure and introduced(run, words) and (free or comma or _ends(after))
    told = told or (unsure and not free and _behind_title(run, words))
    return exact and (told or (comma and _apposed(doc, run.end + 1, words)))


def _behind_title(run: Span, words: NameWords) -> bool:
    """Whether a title in lower case stands before the name: "captain Ana Kos"."""
    before = word_at(run.doc, run.start - 1)
    title = before is not None and before.tag_ == "NN" and before.lower_ in words.people
    return title and before.lower_ in words.title_ends


def _ends(after: Token | None) -> bool:
    return after is None or after.text in {".", ";", "and"}


def _initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _aged(run: Span) -> bool:
    """Whether an age stands before the name: "46-year-old Ana Kos"."""
    start = run.start
    return start > 2 and run.doc[start - 3 : start].text == "year-old"


def _apposed(doc: Doc, start: int, words: NameWords) -> bool:
    """Whether a person's job with "a" or "an" starts at ``start``: ", a dairy farmer from"."""
    if start >= len(doc) or doc[start].lower_ not in {"a", "an"}:
        return False
    for token in doc[start + 1 : start + APPOSED]:
        if token.lower_ in words.roles.heads and token.dep_ != "compound":
            return token.lower_ not in words.roles.ambiguous
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "VERB"} or token.text == ",":
            return False
    return False


def introduced(run: Span, words: NameWords) -> bool:
    """Whether the phrase of a title ends at the comma before: "Peru's envoy to Mali, Ng,", "two divers, Ng and Roe"."""
    doc, comma = run.doc, run.start - 1
    if comma < 2 or doc[comma].text != ",":
        return False
    for i in range(comma - 1, max(comma - BEFORE, -1), -1):
        token = doc[i]
        if token.pos_ in {"VERB", "AUX", "PUNCT"} or token.ent_type_ == LABEL:
            return False
        if token.is_lower and token.lower_ in words.people:
            return _owned(doc, i)
    return False


def _owned(doc: Doc, i: int) -> bool:
    """Whether an article, owner or number stands before the title with the noun ``i``."""
    number = doc[i].tag_ == "NNS"
    before = doc[max(i - 4, 0) : i]
    return any(t.lower_ in OWNERS or t.tag_ == "POS" or (number and t.pos_ == "NUM") for t in before)
