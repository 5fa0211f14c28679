"""What speaks against a name: words that no person is called, and the ways in which a story uses things and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newstally.extractors.people.repair import no_single
from newstally.extractors.people.words import LABEL, POSSESSIVE, NameWords
from newstally.words.names import OTHER_NAMES
from newstally.words.spelling import is_slip, plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

QUOTES = {'"', "“", "”", "«", "»", "'", "‘", "’", "„"}
SURE = {"row", "credit", "title", "speech"}  # rules that rest on more than the model
CAMEL = {"Mc", "Mac", "De", "Le", "La", "Di", "Du", "Van", "Fitz", "Del"}


def possible(span: Span, words: NameWords, surnames: frozenset[str]) -> bool:
    """Whether the words of one mention can be a person's name where they stand."""
    forms = [token.lower_ for token in span if not token.is_space]
    form = " ".join(forms)
    before = _neighbour(span, -1)
    letters = all("." in word or len(word) < 2 for word in forms)  # of an honour: "G.O.S.K."
    if letters or form in words.never or form.startswith(("@", "#", "http")):
        return False
    if before is not None and before.lower_ in words.storms:
        return False
    if any(word in words.things for word in forms[1:]):
        return False
    if len(forms) == 1 and span.text not in surnames and no_single(span[0], words):
        return False
    return not (_in_longer_name(span, words) or _dateline(span) or _family(span, words))


def believed(doc: Doc, spans: Sequence[Span], words: NameWords) -> list[Span]:
    """The names without those that the story, taken as a whole, uses as a thing's or a place's.

    A form is doubted where it follows "the", a noun of kind ("the firm Kaya") or, for a single name, "in"; it is
    believed where it has an honorific or title, speaks, or is part of a fuller name that is believed, if misspelt.
    """
    doubts: Counter[str] = Counter()
    for span in spans:
        doubts[span.text] += _weight(span, words)
    counts = Counter(span.text for span in spans)
    parts = {token.text for span in spans if len(span) > 1 and doubts[span.text] <= 0 for token in span}
    others = {token.text for entity in doc.ents if entity.label_ in OTHER_NAMES and len(entity) > 1 for token in entity}

    def holds(span: Span) -> bool:
        if len(span) > 1:
            return 2 * doubts[span.text] <= counts[span.text]
        doubt = doubts[span.text] + (span.text in others)
        return _is_part(span.text, parts) or (doubt <= 0 and not _technical(span.text))

    return [span for span in spans if holds(span)]


def _is_part(name: str, parts: set[str]) -> bool:
    """Whether a single name is part of a fuller one, as it is written there or misspelt."""
    return name in parts or any(is_slip(plain(name), plain(part)) for part in parts)


def recurring(doc: Doc, spans: Sequence[Span], words: NameWords) -> Iterator[int]:
    """Further tokens that name a person: surnames that stand in a full name somewhere in the story."""
    taken = {token.i for span in spans for token in span}
    surnames = {span[-1].text for span in spans if len(span[-1]) > 2 and span[-1].text[0].isupper()}
    surnames |= {span[0].text for span in spans if len(span) > 1 and span[0].lower_ in words.family_first}
    for token in doc:
        if token.text in surnames and token.i not in taken and _free(token, words):
            yield token.i


def _weight(span: Span, words: NameWords) -> int:
    """What the words around one mention say: above 0 against a person, below 0 for one."""
    before, after = _neighbour(span, -1), _neighbour(span, 1)
    titled = before is not None and (before.lower_.rstrip(".") in words.title_ends | words.roles.honorifics)
    speaks = after is not None and (after.lemma_ or after.text).lower() in words.speech
    if span.id_ in SURE or titled or speaks or (before is not None and before.lower_ == "surnamed"):
        return -2
    if before is None:
        return 0
    owns = after is not None and after.text in POSSESSIVE
    second = before.nbor(-1) if before.i else None
    like = before.lower_ in {"like", "called", "titled", "dubbed", "entitled", "named"}
    number = len(span) == 1 and after is not None and after.text == "." and after.i + 1 < len(span.doc)
    doubts = [
        _of_kind(before, words) or (like and second is not None and _of_kind(second, words)),
        len(span) == 1 and _among_places(span, words),
        before.lower_ in words.local and not owns,
        before.lower_ == "of" and second is not None and second.lower_ in words.wholes and not owns,
        before.lower_ == "as" and _plays(second, after),
        before.lower_ == "the" and not owns and not words.organisation(after),
        number and after.nbor(1).like_num,
        2 * _quoted(span, before, after),
        2 * (before.text == "(" and after is not None and after.text == ")" and _capital(second)),
    ]
    return sum(map(int, doubts))


def _neighbour(span: Span, side: int) -> Token | None:
    """The token before (-1) or after (1) the span; None at the text's edge and across white space."""
    i = span.start - 1 if side < 0 else span.end
    inside = 0 <= i < len(span.doc)
    return span.doc[i] if inside and not span.doc[i].is_space else None


def _capital(token: Token | None) -> bool:
    return token is not None and token.text[0].isupper()


def _of_kind(token: Token, words: NameWords) -> bool:
    return token.is_lower and (token.lemma_ or token.text).lower() in words.kinds


def _plays(second: Token | None, after: Token | None) -> bool:
    """Whether "as" gives a part in a play ("best known for her turn as Dora"), not an other name or a clause."""
    return (second is None or second.lower_ != "known") and (after is None or after.pos_ not in {"VERB", "AUX"})


def _quoted(span: Span, before: Token, after: Token | None) -> bool:
    """Whether the words stand in quotes by themselves."""
    if after is not None and after.text in {",", "."} and after.i + 1 < len(span.doc):
        after = after.nbor(1)
    return before.text in QUOTES and after is not None and after.text in QUOTES


def _among_places(span: Span, words: NameWords) -> bool:
    """Whether the name stands in an enumeration of places: "in Oran, Setif and Blida"."""
    doc, i = span.doc, span.start
    while i > 1 and doc[i - 1].text in {",", "and"} and doc[i - 2].text[0].isupper():
        if doc[i - 2].ent_type_ == "LOC":
            return True
        i -= 2
        while i and doc[i - 1].text[0].isupper():
            i -= 1
    return 0 < i < span.start and doc[i - 1].lower_ in words.local


def _technical(word: str) -> bool:
    """Whether a single name looks like an acronym or a brand: "ET", "BetWell"."""
    humps = (i for i, letter in enumerate(word) if letter.isupper() and i and word[i - 1].islower())
    return word.isupper() or any(word[:i] not in CAMEL for i in humps)


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
    if after is not None and after.lower_ in words.kinds:
        return False
    entity = next((entity for entity in doc.ents if entity.start <= i < entity.end), None)
    if entity is None or entity.label_ == LABEL:
        return token.pos_ in {"PROPN", "NOUN", ""}
    return len(entity) == 1 or (entity.start == i and all(other.is_lower for other in entity[1:]))
