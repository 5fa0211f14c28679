"""What the words around a name say of its bearer: signs of a person, and signs of a thing, place or people.

Every sign is a question to one place of a name; what an answer weighs stands in table ``roles`` under ``[signs]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newstally.extractors.people.described import introduced
from newstally.extractors.people.words import LABEL, POSSESSIVE, NameWords, word_at

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

QUOTES = {'"', "“", "”", "«", "»", "'", "‘", "’", "„"}
LIKE = {"like", "called", "titled", "dubbed", "entitled", "named"}
WHO, WHICH = {"who", "whom", "whose"}, {"which"}
HE = {"he", "she", "his", "her", "him", "himself", "herself"}
PHRASE_ENDS = {"VERB", "AUX", "PRON", "SCONJ", "PUNCT", "ADP"}
CAMEL = {"Mc", "Mac", "De", "Le", "La", "Di", "Du", "Van", "Fitz", "Del"}
NEAR = 8  # words from a subject to "its"
APPOSED = 7  # words after a comma among which the noun of an apposition stands


class Place(NamedTuple):
    """One place of a name with the two words on either side; None at the text's edge and across white space."""

    span: Span
    words: NameWords
    second: Token | None
    before: Token | None
    after: Token | None
    next: Token | None

    def apposed(self) -> Iterator[Token]:
        """The words of the noun phrase behind the comma or copula that follows the name."""
        if self.after is not None and self.next is not None and self.after.lower_ in {",", "is", "was"}:
            for token in self.span.doc[self.next.i : self.next.i + APPOSED]:
                if token.pos_ in PHRASE_ENDS:
                    return
                yield token

    def owned(self) -> Token | None:
        """The noun after the possessive of the name."""
        return self.next if self.after is not None and self.after.text in POSSESSIVE else None


def places(span: Span, words: NameWords) -> Place:
    """The place of ``span``; in an enumeration what stands before its first member stands before all."""
    doc, start = span.doc, _first_of_list(span)
    before = word_at(doc, start - 1)
    second = word_at(doc, start - 2) if before is not None else None
    after = word_at(doc, span.end)
    return Place(span, words, second, before, after, word_at(doc, span.end + 1) if after is not None else None)


def _first_of_list(span: Span) -> int:
    """Where the enumeration starts that ``span`` belongs to; its own start where it is in none."""
    doc, head = span.doc, _first_joined(span)
    if head is None or not head.text[0].isupper():
        return span.start
    i = head.i
    while i and doc[i - 1].text[0].isupper():
        i -= 1
    return i


def _first_joined(span: Span) -> Token | None:
    """The head of the first name of the enumeration with "and" or "or" that ``span`` goes on with, by the parse."""
    head = span.root
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    if head.i >= span.start:
        return None
    return head if any(token.dep_ == "cc" for member in head.conjuncts for token in member.children) else None


def lemma(token: Token) -> str:
    """The lemma in lower case; the word itself where it has none."""
    return (token.lemma_ or token.text).lower()


# ---- of a person -----------------------------------------------------------------------------------------------------


def _titled(place: Place) -> bool:
    words, before = place.words, place.before
    if before is None or not before.text[0].isupper():
        return False
    form = before.lower_.rstrip(".")
    point = before.text == "." and place.second is not None and place.second.lower_ in words.roles.honorifics
    return point or form in words.title_ends or form in words.roles.honorifics


def _described(place: Place) -> bool:
    """Whether a noun says who it is: "spokesman Ng", "his wife Ng", "surnamed Ng"."""
    before = place.before
    if before is None or not before.is_lower:
        return False
    if _trade(place):
        return False
    return before.lower_ in place.words.roles.heads or before.lower_ in place.words.kin or before.text == "surnamed"


def _introduced(place: Place) -> bool:
    """Whether a relative or the holder of a title is named: "his wife, Ng", "their lawyer, Ng"."""
    comma = place.before is not None and place.before.text == ","
    kin = comma and place.second is not None and place.second.lower_ in place.words.kin
    first = place.span.doc[_first_of_list(place.span) : place.span.end]
    return kin or introduced(first, place.words)


def _aged(place: Place) -> bool:
    """Whether an age follows: "Ng, 45," and "Ng (45)"."""
    if place.after is None or place.next is None or place.after.text not in {",", "("}:
        return False
    closing = word_at(place.span.doc, place.next.i + 1)
    return place.next.text.isdigit() and len(place.next) == 2 and closing is not None and closing.text in {",", ")"}


def _speaks(place: Place) -> bool:
    root, after = place.span.root, place.after
    subject = root.dep_.startswith("nsubj") and root.head.pos_ == "VERB" and lemma(root.head) in place.words.mind
    return subject or (after is not None and lemma(after) in place.words.speech)


def _followed_by_who(place: Place) -> bool:
    return _relative(place, WHO)


def _relative(place: Place, pronouns: set[str]) -> bool:
    comma = place.after is not None and place.after.text == ","
    after = place.next if comma else place.after
    return after is not None and after.lower_ in pronouns


def _holds_title(place: Place) -> bool:
    """Whether a title follows: "Ng, a police officer", "Ng was the mayor"."""
    return any(token.lower_ in place.words.roles.heads for token in place.apposed())


def _has_a_life(place: Place) -> bool:
    """Whether the name has what people have: "Ng's wife", "Ng's death"."""
    owned = place.owned()
    return owned is not None and owned.lower_ in place.words.kin | place.words.life


def _taken_up(place: Place) -> bool:
    """Whether "he" or "she" takes up the name, a subject, in its sentence or at the start of the next."""
    sent, doc = place.span.sent, place.span.doc
    if not place.span.root.dep_.startswith("nsubj"):
        return False
    following = doc[place.span.end : min(sent.end + 2, len(doc))]
    return any(token.lower_ in HE for token in following)


def _beside_person(place: Place) -> bool:
    """Whether the name is joined to one that is surely a person's by "and" or a comma."""
    return _joined_to(place) == LABEL


def _joined_to(place: Place) -> str:
    """The label of the first name of the enumeration that the name stands in, if the model is sure of it."""
    other = _first_joined(place.span)
    return other.ent_type_ if other is not None and other.ent_id_ in {"", "0.9"} else ""


def _met(place: Place) -> bool:
    """Whether something is done to the bearer that is done to people: "met Ng"."""
    return _object_of(place) in place.words.done_to_people


def _object_of(place: Place) -> str:
    root = place.span.root
    return lemma(root.head) if root.dep_ in {"obj", "nsubj:pass"} else ""


# ---- of a thing ------------------------------------------------------------------------------------------------------


def _the(place: Place) -> bool:
    article = place.before is not None and place.before.lower_ in {"the", "our", "their", "its"}
    return article and place.owned() is None and not place.words.organisation(place.after)


def _of_kind(place: Place) -> bool:
    """Whether a noun of kind says what it is: "the firm Kaya", "shows like Kaya", "the Kaya brand", "Kaya, a drama"."""
    words, before = place.words, place.before
    if before is not None and before.lower_ in LIKE | {"including"}:
        before = place.second
    kind = before is not None and _kind(before, words)
    bears = place.after is not None and _kind(place.after, words)
    heads = [token for token in place.apposed() if token.dep_ != "compound"]
    return kind or bears or any(_kind(token, words) for token in heads)


def _trade(place: Place) -> bool:
    """Whether a noun for firms and their owners stands before a single name: "the tyre manufacturer Halden"."""
    before = place.before
    trade = before is not None and before.is_lower and before.lower_ in place.words.trades
    return trade and len(place.span) == 1


def _has_a_firm(place: Place) -> bool:
    """Whether the name has what firms have: "Halden's workforce", "Halden's chief executive"."""
    owned = place.owned()
    if owned is None:
        return False
    two = f"{owned.lower_} {owned.nbor(1).lower_}" if owned.i + 1 < len(owned.doc) else ""
    return bool({owned.lower_, two} & place.words.of_firms)


def _its(place: Place) -> bool:
    """Whether "its" takes the name up, a subject: "Halden closes its plant"."""
    sent, root = place.span.sent, place.span.root
    subject = root.dep_.startswith("nsubj") and root.head.i > root.i
    near = place.span.doc[place.span.end : min(place.span.end + NEAR, sent.end)]
    return subject and any(token.lower_ == "its" and token.head.head == root.head for token in near)


def _kind(token: Token, words: NameWords) -> bool:
    return token.is_lower and token.pos_ in {"NOUN", ""} and lemma(token) in words.kinds


def _modifies(place: Place) -> bool:
    """Whether a noun follows: "Kaya militia", "Kaya fans"; but "the Kaya government" may be a person's."""
    after, root = place.after, place.span.root
    compound = root.dep_ == "compound" and root.head == after
    noun = after is not None and after.is_lower and (compound or after.pos_ == "NOUN")
    return noun and after.i < place.span.sent.end and not place.words.organisation(after)


def _followed_by_which(place: Place) -> bool:
    return _relative(place, WHICH)


def _local(place: Place) -> bool:
    before = place.before
    return before is not None and before.lower_ in place.words.local and place.owned() is None


def _part_of(place: Place) -> bool:
    """Whether it has parts: "part of Kaya", "the second season of Kaya"."""
    of = place.before is not None and place.before.lower_ == "of" and place.second is not None
    return of and place.second.lower_ in place.words.wholes and place.owned() is None


def _played(place: Place) -> bool:
    """Whether "as" gives a part in a play ("best known for her turn as Dora"), not another name or a clause."""
    if place.before is None or place.before.lower_ != "as":
        return False
    other = place.second is not None and place.second.lower_ in {"known", "such"}
    return not other and (place.after is None or place.after.pos_ not in {"VERB", "AUX"})


def _quoted(place: Place) -> bool:
    """Whether the words stand in quotes by themselves."""
    closing = place.next if place.after is not None and place.after.text in {",", "."} else place.after
    opened = place.before is not None and place.before.text in QUOTES
    return opened and closing is not None and closing.text in QUOTES


def _bracketed(place: Place) -> bool:
    """Whether the words stand alone in brackets behind another name."""
    inside = place.before is not None and place.before.text == "(" and place.after is not None
    capital = place.second is not None and place.second.text[0].isupper()
    return inside and place.after.text == ")" and capital


def _work_of(place: Place) -> bool:
    """What belongs to a person is none: "Kos's Harvest"."""
    owner = place.before is not None and place.before.text in POSSESSIVE and place.second is not None
    return owner and place.second.ent_type_ == LABEL


def _technical(place: Place) -> bool:
    """Whether the name looks like an acronym, a brand or a newspaper: "ET", "BetWell", "LA PRENSA"."""
    words = place.span.text
    if len(words) < 2 or words.isupper():
        return len(words) > 1
    humps = (i for i, letter in enumerate(words) if letter.isupper() and i and words[i - 1].islower())
    return len(place.span) == 1 and any(words[:i] not in CAMEL for i in humps)


def _firm(place: Place) -> bool:
    """Whether it is joined as firms are: "Holland & Hart", "Ng & Associates"."""
    left = place.before is not None and place.before.text == "&" and place.second is not None
    right = place.after is not None and place.after.text == "&" and place.next is not None
    return (left and place.second.text[0].isupper()) or (right and place.next.text[0].isupper())


def _from(place: Place) -> bool:
    return place.before is not None and place.before.lower_ in {"from", "on"}


def _cut(place: Place) -> bool:
    after = place.after
    return after is not None and after.is_title and after.pos_ == "PROPN"


def _beside_place(place: Place) -> bool:
    return _joined_to(place) in {"LOC", "NORP"}


def _visited(place: Place) -> bool:
    """Whether something is done to the bearer that is done to things and places: "visited Kaya"."""
    return _object_of(place) in place.words.done_to_things


SIGNS: dict[str, Callable[[Place], bool]] = {
    "title": _titled,
    "description": _described,
    "introduction": _introduced,
    "age": _aged,
    "speech": _speaks,
    "who": _followed_by_who,
    "apposed_title": _holds_title,
    "life": _has_a_life,
    "he": _taken_up,
    "beside_person": _beside_person,
    "met": _met,
    "the": _the,
    "kind": _of_kind,
    "modifier": _modifies,
    "which": _followed_by_which,
    "local": _local,
    "part": _part_of,
    "part_played": _played,
    "quoted": _quoted,
    "bracketed": _bracketed,
    "work": _work_of,
    "technical": _technical,
    "firm": _firm,
    "from": _from,
    "cut": _cut,
    "beside_place": _beside_place,
    "visited": _visited,
    "trade": _trade,
    "firm_owns": _has_a_firm,
    "its": _its,
}


def weight(span: Span, words: NameWords) -> int:
    """What the words around one place of a name say: above 0 for a person, below 0 against one."""
    place = places(span, words)
    return sum(words.signs.get(name, 0) for name, found in SIGNS.items() if found(place))
