"""What speaks against a name: words that no person is called, and the ways in which a story uses things and places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newstally.extractors.people.repair import no_single
from newstally.extractors.people.signs import weight
from newstally.extractors.people.words import LABEL, POSSESSIVE, NameWords, word_at
from newstally.words.names import entity_at
from newstally.words.spelling import is_slip, is_swap, plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PARTY = re.compile(r"[A-Z]-[A-Z][a-z]")
RULES = {"row", "credit", "title"}  # that rest on more than the model
SURE = 5  # what a place found by one of them weighs
UNSAID = 0.8  # the certainty of a model that does not tell it
EVEN = 6.4  # tenths of certainty at which the model's persons and things are equal in number …
LONG_NAME = 8  # letters
WHERE = frozenset(("in", "at", "near", "from", "to", "around", "outside"))  # before a town
LEAST = -2.0  # … and what low certainty weighs at most


def possible(span: Span, words: NameWords, surnames: frozenset[str]) -> bool:
    """Whether the words of one mention can be a person's name where they stand."""
    forms = [token.lower_ for token in span if not token.is_space]
    form = " ".join(forms)
    before = _neighbour(span, -1)
    letters = all("." in word or len(word) < 2 for word in forms)  # of an honour: "G.O.S.K."
    ship = len(forms) > 1 and span[0].is_upper and forms[0] in words.storms  # "MV Raj Hans"
    if letters or ship or form in words.never or form.startswith(("@", "#", "http")):
        return False
    party = PARTY.match(span.text) and before is not None and before.text in {",", "("}  # "Bill Orr, R-Macon"
    if party or (before is not None and (before.lower_ in words.storms or _saint(before, words))):
        return False
    if any(word in words.things for word in forms[1:]):
        return False
    if len(forms) == 1 and (_goes_on(span, words) or (span.text not in surnames and no_single(span[0], words))):
        return False
    return not (_in_longer_name(span, words) or _dateline(span) or _family(span, words))


def _saint(before: Token, words: NameWords) -> bool:
    """Whether a town's or parish's saint stands before the name: "Sta. Rosa", "St James"; not "Oliver St John"."""
    saint = before.nbor(-1) if before.text == "." and before.i > 0 else before
    if not (_capital(saint) and saint.lower_ in words.saints):
        return False
    first = word_at(saint.doc, saint.i - 1)
    return not _capital(first)


def _goes_on(span: Span, words: NameWords) -> bool:
    """Whether a lower-case word says that no person is meant: "the Kos company", "Patella vulgata", "Ang dagat"."""
    after = _neighbour(span, 1)
    if after is None or not after.is_lower or not after.is_alpha:
        return False
    foreign = after.dep_ == "flat" or after.tag_ in {"FW", "NNP"}  # a species, another tongue
    return after.lower_ in words.kinds or (foreign and after.lower_ not in words.particles | words.suffixes)


def _named_kind(span: Span, words: NameWords) -> bool:
    """Whether the noun before it says, by the parse, that the name is a thing's: "the band Ana Kos"."""
    before = _neighbour(span, -1)
    if before is not None and before.i and f"{before.nbor(-1).lower_} {before.lower_}" in words.roles.titles:
        return False  # "documentary maker Ana Kos"
    kind = before is not None and before.is_lower and before.lower_ in words.kinds and before.pos_ == "NOUN"
    return kind and span.root.head == before and span.root.dep_ in {"appos", "flat"}


def believed(doc: Doc, spans: Sequence[Span], words: NameWords) -> list[Span]:
    """The names whose bearers the story, taken as a whole, uses as persons.

    For every name the signs around all its places, and around those of its parts where they stand alone, are weighed
    with the model's certainty. A single name holds where a full name with it does, if misspelt.
    """
    certain = {token.i: float(entity.id_ or UNSAID) for entity in doc.ents for token in entity}
    others = _others(doc)
    weights: dict[str, list[float]] = defaultdict(list)
    priors: dict[str, float] = defaultdict(lambda: LEAST)
    parts: dict[str, set[str]] = {}
    for span in spans:
        thing = _named_kind(span, words)
        weights[span.text].append(-SURE if thing else SURE if span.id_ in RULES else weight(span, words))
        sure = next((certain[token.i] for token in span if token.i in certain), None)
        unlike = others.get(span.text, 0.0) > (UNSAID if sure is None else sure)
        priors[span.text] = max(priors[span.text], LEAST if unlike else _prior(sure))
        parts[span.text] = {token.text for token in span} if len(span) > 1 else set()

    def holds(form: str) -> bool:
        forms = {form, *(part for part in parts[form] if part in weights)}
        told = [each for one in forms for each in weights[one]]
        return max(priors[one] for one in forms) + sum(told) / len(told) ** 0.5 > 0

    full = {form for form in weights if parts[form] and holds(form)}
    alone = {part for form in full for part in parts[form]}
    single = {form for form in weights if not parts[form] and (_is_part(form, alone) or holds(form))}
    held = full | single
    return [span for span in spans if span.text in held]


def _others(doc: Doc) -> dict[str, float]:
    """How certain the model is at most that a form names something else than a person."""
    forms: dict[str, float] = {}
    for entity in doc.ents:
        if entity.label_ != LABEL:
            forms[entity.text] = max(forms.get(entity.text, 0.0), float(entity.id_ or 0))
    return forms


def _prior(certainty: float | None) -> float:
    """The logarithm of the odds that the model is right; 0 where it has said nothing of the word."""
    return 0.0 if certainty is None else max(LEAST, certainty * 10 - EVEN)


def _is_part(name: str, parts: set[str]) -> bool:
    """Whether a single name is part of a fuller one, as it is written there or misspelt."""
    return name in parts or any(is_slip(plain(name), plain(part)) for part in parts)


def recurring(doc: Doc, capitals: Sequence[int], spans: Sequence[Span], words: NameWords) -> Iterator[int]:
    """Further tokens that name a person: surnames that stand in a full name somewhere in the story."""
    taken = {token.i for span in spans for token in span}
    surnames = {span[-1].text for span in spans if len(span[-1]) > 2 and span[-1].text[0].isupper()}
    surnames |= {span[0].text for span in spans if len(span) > 1 and span[0].lower_ in words.family_first}
    forms = [doc[i].text for i in capitals]
    names = surnames | _misspelt(doc, Counter(forms), {span[-1].text for span in spans if len(span) > 1})
    for i, form in zip(capitals, forms, strict=True):
        if form in names and i not in taken and _free(doc[i], words):
            yield i


def _misspelt(doc: Doc, forms: Counter[str], surnames: set[str]) -> set[str]:
    """The capitalised words that stand once in the text and are a surname with two letters in each other's place.

    Of a long name any slip tells as much; a letter more, fewer or changed in a short one makes towns and things.
    """
    known: dict[str, set[str]] = defaultdict(set)
    for name in surnames:
        if forms[name] > 1:
            known["".join(sorted(plain(name)))].add(plain(name))
    if not known:
        return set()
    once = [(form, plain(form)) for form, times in forms.items() if times == 1]
    swapped = {form for form, word in once if any(is_swap(word, name) for name in known.get("".join(sorted(word)), ()))}
    long = [name for names in known.values() for name in names if len(name) >= LONG_NAME]
    slipped = {form for form, word in once if any(_is_long_slip(word, name) for name in long)}
    places = {token.text for token in doc[1:] if token.nbor(-1).lower_ in WHERE} if slipped else set()
    return swapped | (slipped - places)


def _is_long_slip(word: str, name: str) -> bool:
    return word[:1] == name[:1] and abs(len(word) - len(name)) <= 1 and is_slip(word, name)


def _neighbour(span: Span, side: int) -> Token | None:
    """The token before (-1) or after (1) the span; None at the text's edge and across white space."""
    return word_at(span.doc, span.start - 1 if side < 0 else span.end)


def _capital(token: Token | None) -> bool:
    return token is not None and token.text[0].isupper()


def _in_longer_name(span: Span, words: NameWords) -> bool:
    """Whether a thing bears the name: "the Ana Rivas Scholarship", "Jo Reed's Harbor Arts School"."""
    after = _neighbour(span, 1)
    if after is not None and after.text in POSSESSIVE:
        run = _capitals(span.doc, after.i + 1)
        return any(token.text[0].isupper() and token.lower_ in words.bearers for token in run)
    return _capital(after) and after.lower_ in words.bearers and not after.is_sent_start


def _capitals(doc: Doc, start: int) -> Iterator[Token]:
    """The run of capitalised words from ``start`` on, small words among them."""
    for token in doc[start : start + 8]:
        if not (token.text[0].isupper() or token.lower_ in {"of", "and", "for", "the"}):
            return
        yield token


def _dateline(span: Span) -> bool:
    """Whether the words are the place in a dateline: "PORT TOLVA, May 27"."""
    after = _neighbour(span, 1)
    follows = after is not None and after.text in {",", "(", "—", "–", "-", "--", ":"}
    return follows and span.text.isupper() and _neighbour(span, -1) is None


def _family(span: Span, words: NameWords) -> bool:
    """Whether a family or group is meant: "the Windsors"."""
    before = _neighbour(span, -1)
    several = span[-1].text.endswith("s") and (span[-1].tag_ == "NNPS" or len(span) == 1)
    group = words.organisation(_neighbour(span, 1))
    return several and before is not None and before.lower_ == "the" and not group


def _free(token: Token, words: NameWords) -> bool:
    """Whether a word may stand for a person: no part of a longer name, no "the West", no "the Kos company"."""
    doc, i = token.doc, token.i
    before, after = doc[i - 1] if i else None, doc[i + 1] if i + 1 < len(doc) else None
    if before is not None and before.lower_ == "the" and not words.organisation(after):
        return False
    if words.opens_honorific(token):
        return False  # "Tan Sri", where a Tan is known
    entity = entity_at(doc, i)
    if entity is None or entity.label_ == LABEL:
        return token.pos_ in {"PROPN", "NOUN", ""}
    return len(entity) == 1 or (entity.start == i and all(other.is_lower for other in entity[1:]))
