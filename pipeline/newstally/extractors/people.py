"""Finds names of persons: ``doc.spans["people"]``.

The model's PERSON entities come first; rules then cut titles off them, add the names that a title, an honorific, a verb
of speech, a list row or a photo credit gives away, and let a surname that was seen with a full name hold wherever it
recurs in the story. What is a thing, a family, a god or a storm goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newstally.rolewords import RoleWords, plural, role_words
from newstally.rules import table
from newstally.types import Table

LABEL = "PERSON"
OTHER_NAMES = {"ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"}
POSSESSIVE = {"'s", "’s", "'", "’", "s'"}
HYPHENS = {"-", "‑", "–"}
GROUPS = {"team", "government", "administration", "campaign", "cabinet", "committee", "movement", "party", "camp", "coalition"}
QUOTES = {'"', "“", "”", "«", "»", "'", "‘", "’", "„"}
# Titles of these categories stand before a name; those of occupations seldom do without an article's worth of doubt.
BEFORE_NAMES = {
    "head_of_state", "head_of_government", "minister", "lawmaker", "judge", "military", "police", "royal", "clergy", "official", "diplomat", "executive", "spokesperson", "coach",
    "journalist", "artist", "lawyer", "academic",
}  # fmt: skip


@Language.factory("newstally_people", assigns=["doc.spans"])
def create_people(nlp: Language, name: str) -> People:
    """Make the component; it reads table ``roles`` from the vocabulary at its first Doc."""
    return People(nlp, name)


class People:
    """Writes the span group ``people``: label PERSON, as id "model" or the rule that found or mended the name."""

    def __init__(self, nlp: Language, name: str = "people") -> None:
        self.nlp = nlp
        self.name = name
        self.words: RoleWords | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Span]:
        """The names of persons in the order of the text, without overlaps."""
        self._load()
        rows = [span for block in _rows(doc) for span in self._row(block)]
        free = {token.i for span in rows for token in span}
        found = [
            span
            for entity in doc.ents
            if entity.label_ == LABEL and not free.intersection(range(entity.start, entity.end))
            for span in self._trimmed(entity)
        ]
        spans = filter_spans([*self._credits(doc), *rows, *found])
        spans = filter_spans([*spans, *self._titled(doc, spans), *self._speakers(doc, spans)])
        spans = [span for span in self._joined(doc, sorted(spans, key=lambda s: s.start)) if self._is_person(span)]
        spans = self._believed(doc, spans)
        return filter_spans([*spans, *self._recurring(doc, spans)])

    def set_annotations(self, doc: Doc, spans: list[Span]) -> None:
        """Write ``spans`` as the group ``people``."""
        doc.spans["people"] = spans

    def _load(self) -> None:
        if self.words is None:
            names: Table = table(self.nlp.vocab, "roles").get("names", {})
            self.words = role_words(table(self.nlp.vocab, "roles"))
            self.given = frozenset(names.get("given", ()))
            self.particles = frozenset(names.get("particles", ()))
            self.suffixes = frozenset(names.get("suffixes", ()))
            self.speech = frozenset(names.get("speech", ()))
            self.things = frozenset(names.get("things", ()))
            self.storms = frozenset(names.get("storms", ()))
            self.gods = frozenset(names.get("gods", ()))
            self.kinds = frozenset(names.get("kinds", ())) | (self.words.organisations - GROUPS)
            self.wholes = frozenset(names.get("wholes", ()))
            self.bearers = frozenset(names.get("bearers", ()))
            self.local = frozenset(names.get("local", ()))
            heads = [*self.words.heads.items(), *self.words.titles.items()]
            self.title_words = {
                part for form, category in heads if category in BEFORE_NAMES for part in form.lower().rstrip(".").split()
            } - self.given - self.particles - {"of", "the"}
            self.title_words |= {word.rstrip(".") for word in self.words.honorifics}
            self.title_words -= {"md"}
            self.plurals = {plural(form) for form in self.words.heads}
            self.title_ends = {
                form.rstrip(".").split(" of ")[0].split()[-1] for form, category in heads if category in BEFORE_NAMES
            } - self.given - {"star", "model", "head", "lead", "seed", "lock", "prop", "guard", "host", "chief"} | {"chief"}

    # ---- the model's names, mended -------------------------------------------------------------------------------

    def _trimmed(self, entity: Span) -> Iterator[Span]:
        """The entity without titles, possessive, quotes; in pieces where two names were taken for one."""
        doc = entity.doc
        for piece in _pieces(entity):
            start, end = piece
            while start < end and self._no_name_start(doc[start], end - start):
                start += 1
            while start < end and self._no_name_end(doc[end - 1], end - start):
                end -= 1
            if start < end and not (end - start == 1 and self._no_single(doc[start])):
                rule = "model" if (start, end) == (entity.start, entity.end) else "trim"
                yield Span(doc, start, end, label=LABEL, span_id=rule)

    def _no_name_start(self, token: Token, length: int) -> bool:
        word = token.lower_.rstrip(".")
        if token.is_space or token.is_punct and token.text not in {"(", "["}:
            return True
        if length > 1 and word in self.title_words and token.text not in {"St", "St."}:
            return not (word in self.given)
        return token.text[0].islower() and word not in self.particles

    def _no_name_end(self, token: Token, length: int) -> bool:
        if token.text == "." and length > 1:
            before = token.nbor(-1)
            return not (len(before) == 1 or before.lower_ in self.suffixes)
        if token.is_lower and length > 2 and token.nbor(-1).text in HYPHENS and not token.nbor(-1).whitespace_:
            return False  # "Lu Li-shih"
        lower = token.is_lower and length > 1 and token.lower_ not in self.suffixes
        return token.is_space or token.is_punct or token.text in POSSESSIVE or lower

    def _joined(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """Names cut in two put together: "Osama" "bin" "Laden"; a loose capitalised word, initial or suffix taken in."""
        merged: list[Span] = []
        for span in spans:
            start, end = span.start, self._extended(doc, span.start, span.end)
            if merged and self._bridges(doc, merged[-1].end, start):
                start = merged.pop().start
            label = span.id_ if (start, end) == (span.start, span.end) else "join"
            merged.append(Span(doc, start, end, label=LABEL, span_id=label))
        return filter_spans(merged)

    def _bridges(self, doc: Doc, end: int, start: int) -> bool:
        """Whether only name particles, an initial, a hyphen or a nickname in quotes stand between two parts of a name."""
        between = [token for token in doc[end:start] if not token.is_space]
        if any("\n" in token.text for token in doc[end:start] if token.is_space) or start < end or len(between) > 4:
            return False
        if not between:
            return True
        if between[0].text in {'"', "“", "("} and between[-1].text in {'"', "”", ")"} and len(between) == 3:
            return between[1].text[0].isupper()
        return all(
            token.lower_ in self.particles or token.text in HYPHENS or (len(token.text.rstrip(".")) == 1 and token.text.isupper()) or token.text == "."
            for token in between
        ) and between[0].text != "."

    def _goes_on(self, token: Token, start: int) -> bool:
        """Whether an unlabelled word is, by the parse, the rest of the name that starts at ``start``."""
        inside = start <= token.head.i < token.i
        return inside and token.dep_ == "flat" and token.pos_ == "PROPN" and not token.ent_type_ and token.is_title and token.lower_ not in self.title_words | self.things

    def _extended(self, doc: Doc, start: int, end: int) -> int:
        """Take in what follows directly: the rest of a hyphenated name, "Jr."."""
        while end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and doc[end + 1].text[0].isupper() and not doc[end].whitespace_:
            end += 2
        while end < len(doc) and not doc[end - 1].whitespace_ and _broken(doc[end]):
            end += 1  # letters that a wrong encoding cut up: "TrÃ©vidic"
        while end < len(doc) and self._goes_on(doc[end], start):
            end += 1
        if end < len(doc) and doc[end].lower_.rstrip(".") in {"jr", "sr", "ii", "iii", "iv"} and doc[end].text[0].isupper():
            end += 1
        return end

    # ---- names that their place gives away ---------------------------------------------------------------------------

    def _titled(self, doc: Doc, known: Iterable[Span]) -> Iterator[Span]:
        """Capitalised words after a title or honorific that the model left without a label."""
        taken = {token.i for span in known for token in span}
        for token in doc[:-1]:
            word = token.lower_.rstrip(".")
            honorific = word in self.words.honorifics and token.text[0].isupper()
            titled = word in self.title_ends and token.text[0].isupper() and token.ent_type_ not in {"LOC", "NORP"}
            if not (honorific or titled) or token.i in taken:
                continue
            start = token.i + (2 if doc[token.i + 1].text == "." else 1)
            end = self._name_end(doc, start, taken)
            if end > start and (honorific or not self._sentence_starts(doc, start)) and self._looks_full(doc, start, end, honorific):
                yield Span(doc, start, end, label=LABEL, span_id="title")

    def _sentence_starts(self, doc: Doc, i: int) -> bool:
        return i < len(doc) and bool(doc[i].is_sent_start) and doc[i - 1].text not in {"."}

    def _looks_full(self, doc: Doc, start: int, end: int, honorific: bool) -> bool:
        words = [token for token in doc[start:end] if not token.is_space]
        proper = all(token.pos_ in {"PROPN", "NOUN", "X", ""} or token.lower_ in self.particles or token.is_punct for token in words)
        plain = not any(token.lower_ in self.things or token.lower_.rstrip(".") in self.title_words for token in words)
        return plain and (proper or honorific) and (len(words) <= 4)

    def _name_end(self, doc: Doc, start: int, taken: set[int]) -> int:
        """The end of the run of capitalised, unlabelled words that starts at ``start``."""
        i = end = start
        while i < len(doc) and i not in taken:
            token = doc[i]
            if token.is_space and "\n" in token.text or token.ent_type_ in OTHER_NAMES | {"DATE"}:
                break
            if token.is_space or token.lower_ in self.particles or (token.text in HYPHENS and not doc[i - 1].whitespace_):
                i += 1
                continue
            if not (token.text[0].isupper() and any(c.isalpha() for c in token.text)) or token.is_digit:
                break
            i += 1
            end = i
        return end

    def _speakers(self, doc: Doc, known: Iterable[Span]) -> Iterator[Span]:
        """Two or more capitalised words without a label that stand before a verb of speech as its subject."""
        taken = {token.i for span in known for token in span}
        for token in doc:
            if (token.lemma_ or token.text).lower() not in self.speech or token.pos_ not in {"VERB", ""}:
                continue
            for side in (_run_before(doc, token.i), _run_after(doc, token.i)):
                if not 2 <= len(side) <= 3 or taken.intersection(side) or doc[side[0]].is_sent_start and len(side) < 2:
                    continue
                words = [doc[i] for i in side]
                if all(word.pos_ == "PROPN" and not word.ent_type_ and word.lower_ not in self.things and word.lower_ not in self.title_words for word in words):
                    yield Span(doc, side[0], side[-1] + 1, label=LABEL, span_id="speech")

    def _credits(self, doc: Doc) -> Iterator[Span]:
        """A photo credit: "(Adrian Wyld/Canadian Press)", "(Jane Doe for The Courier)"."""
        for token in doc[:-3]:
            if token.text != "(" or not doc[token.i + 1].text[0].isupper():
                continue
            end = token.i + 1
            while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].lower_ in self.particles) and end - token.i < 6:
                end += 1
            words = end - token.i - 1
            if end < len(doc) and doc[end].text == "/" and 2 <= words <= 4 and doc[end + 1].text[:1].isupper():
                yield Span(doc, token.i + 1, end, label=LABEL, span_id="credit")

    def _row(self, block: Span) -> Iterator[Span]:
        """The name in a short row with a title: what stands before "Minister of …", or after "… President"."""
        doc = block.doc
        end = next((t.i for t in block if t.text in {"(", "[", ",", "–", "—", ":", ";"}), block.end)
        heads = [t.i for t in doc[block.start : end] if t.text[0].isupper() and t.lower_.rstrip(".") in self.title_ends]
        if not heads:
            return
        last = heads[-1]
        first = heads[0]
        follows = doc[last + 1 : end]
        if any(t.lower_ in {"of", "for", "at", "and"} for t in doc[first : min(first + 4, end)]) or not [t for t in follows if not t.is_space]:
            start, stop = block.start, self._title_start(doc, first, block.start)
            if any(t.ent_type_ in {"LOC", "NORP"} for t in doc[start:stop]) or stop == start:
                # "European Union President of the European Council Donald Tusk": the name stands last.
                start, stop = self._tail(doc, end, last), end
        else:
            start, stop = last + 1, end
        yield from self._name_in(doc, start, stop)

    def _title_start(self, doc: Doc, head: int, floor: int) -> int:
        """The start of the title that ends at ``head``: over its modifiers and a country before them."""
        i = head
        while i > floor:
            before = doc[i - 1]
            word = before.lower_
            if before.is_space or word in self.words.modifiers or word in self.words.portfolios or word.rstrip(".") in self.title_words or before.ent_type_ in {"LOC", "NORP"} or (before.text.isupper() and "." in before.text):
                i -= 1
            else:
                break
        return i

    def _tail(self, doc: Doc, end: int, floor: int) -> int:
        """The start of the last two or more capitalised words that are no other name's."""
        i = end
        while i > floor + 1 and doc[i - 1].ent_type_ not in OTHER_NAMES and (doc[i - 1].is_space or doc[i - 1].text[0].isupper()):
            i -= 1
        return i

    def _name_in(self, doc: Doc, start: int, stop: int) -> Iterator[Span]:
        while start < stop and (doc[start].is_space or doc[start].is_punct):
            start += 1
        while stop > start and (doc[stop - 1].is_space or doc[stop - 1].is_punct):
            stop -= 1
        words = [t for t in doc[start:stop] if not t.is_space]
        if 2 <= len(words) <= 5 and all(t.text[0].isupper() or t.lower_ in self.particles or t.text in HYPHENS for t in words):
            yield Span(doc, start, stop, label=LABEL, span_id="row")

    # ---- what speaks against a name -----------------------------------------------------------------------------------

    def _believed(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """The names without those that the story, taken as a whole, uses as a thing's or a place's.

        A form is doubted where it follows "the", a noun of kind ("the firm Kaya") or, for a single name, "in"; it is
        believed where it has an honorific or title, speaks, or is part of a fuller name that is believed.
        """
        doubts: dict[str, int] = {}
        for span in spans:
            doubts[span.text] = doubts.get(span.text, 0) + self._weight(span)
        counts = Counter(span.text for span in spans)
        parts = {token.text for span in spans if len(span) > 1 and doubts[span.text] <= 0 for token in span}
        others = {token.text for ent in doc.ents if ent.label_ in OTHER_NAMES and len(ent) > 1 for token in ent}

        def holds(span: Span) -> bool:
            weight = doubts[span.text]
            if len(span) > 1:
                return 2 * weight <= counts[span.text]
            if span.text in parts:
                return True
            return weight + (span.text in others) <= 0 and not _technical(span.text)

        return [span for span in spans if holds(span)]

    def _weight(self, span: Span) -> int:
        """What the words around one mention say: above 0 against a person, below 0 for one."""
        doc = span.doc
        before = doc[span.start - 1] if span.start and not doc[span.start - 1].is_space else None
        after = doc[span.end] if span.end < len(doc) and not doc[span.end].is_space else None
        if span.id_ in {"row", "credit", "title", "speech"}:
            return -2
        if before is not None and (before.lower_.rstrip(".") in self.title_ends | self.words.honorifics or before.lower_ == "surnamed"):
            return -2
        if after is not None and (after.lemma_ or after.text).lower() in self.speech:
            return -2
        owns = after is not None and after.text in POSSESSIVE
        weight = 0
        if before is not None:
            second = doc[span.start - 2].lower_ if span.start > 1 else ""
            weight += self._kind(before) or (before.lower_ in {"like", "called", "titled", "dubbed", "entitled", "named"} and span.start > 1 and self._kind(doc[span.start - 2]))
            weight += len(span) == 1 and self._among_places(span)
            weight += before.lower_ in self.local and not owns
            weight += before.lower_ == "of" and second in self.wholes and not owns
            weight += before.lower_ == "as" and second != "known" and (after is None or after.pos_ not in {"VERB", "AUX"})
            weight += before.lower_ == "the" and not owns and not _group_noun(after, self.words)
            closing = after is not None and after.text in {",", "."} and span.end + 1 < len(doc)
            closed = after is not None and (after.text in QUOTES or (closing and doc[span.end + 1].text in QUOTES))
            weight += 2 * (before.text in QUOTES and closed)
            weight += 2 * (before.text == "(" and after is not None and after.text == ")" and span.start > 1 and doc[span.start - 2].text[0].isupper())
        if after is not None and len(span) == 1:
            weight += after.text == "." and span.end + 1 < len(doc) and doc[span.end + 1].like_num
        return weight

    def _kind(self, token: Token) -> bool:
        return token.is_lower and (token.lemma_ or token.text).lower() in self.kinds

    def _among_places(self, span: Span) -> bool:
        """Whether the name stands in an enumeration of places: "in Oran, Setif and Blida"."""
        doc, i = span.doc, span.start
        while i > 1 and doc[i - 1].text in {",", "and"} and doc[i - 2].text[0].isupper():
            if doc[i - 2].ent_type_ == "LOC":
                return True
            i -= 2
            while i and doc[i - 1].text[:1].isupper():
                i -= 1
        return i < span.start and bool(i) and doc[i - 1].lower_ in self.local

    # ---- agreement over the whole story ------------------------------------------------------------------------------

    def _recurring(self, doc: Doc, spans: list[Span]) -> Iterator[Span]:
        """Further places of a surname that stands in a full name somewhere in the story."""
        taken = {token.i for span in spans for token in span}
        surnames = {span[-1].text for span in spans if len(span) > 1 and len(span[-1]) > 2 and span[-1].text[0].isupper()}
        surnames |= {span[0].text for span in spans if len(span) == 1}
        for token in doc:
            if token.i in taken or token.text not in surnames or not self._free(token):
                continue
            yield Span(doc, token.i, token.i + 1, label=LABEL, span_id="recurs")

    def _free(self, token: Token) -> bool:
        """Whether a word may stand for a person: no part of a longer name, no "the West"."""
        doc, i = token.doc, token.i
        before = doc[i - 1] if i else None
        after = doc[i + 1] if i + 1 < len(doc) else None
        if before is not None and (before.lower_ == "the" and not _group_noun(after, self.words)):
            return False
        if after is not None and after.lower_ in self.kinds:
            return False  # "the Adani company"
        entity = next((ent for ent in doc.ents if ent.start <= i < ent.end), None)
        if entity is None or entity.label_ == LABEL:
            return token.pos_ in {"PROPN", "NOUN", ""}
        return len(entity) == 1 or (entity.start == i and all(t.is_lower for t in entity[1:]))

    def _is_person(self, span: Span) -> bool:
        """Whether the words can be a person's name."""
        form = span.text.lower()
        words = [token.lower_ for token in span if not token.is_space]
        before = span.doc[span.start - 1].lower_ if span.start else ""
        if all("." in word or len(word) < 2 for word in words):
            return False  # letters after a name: "G.O.S.K."
        if form in self.gods or form.startswith(("@", "#", "http")) or before in self.storms or not any(c.isalpha() for c in form):
            return False
        if any(word in self.things for word in words[1:]) or (len(words) == 1 and self._no_single(span[0])):
            return False
        if self._in_longer_name(span) or self._dateline(span):
            return False
        family = before == "the" and span[-1].text.endswith("s") and (span[-1].tag_ == "NNPS" or len(words) == 1)
        return not (family and not _group_noun(span.doc[span.end] if span.end < len(span.doc) else None, self.words))

    def _in_longer_name(self, span: Span) -> bool:
        """Whether a thing bears the name: "the Ana Rivas Scholarship", "Ernie Reyes' World Martial Arts School"."""
        doc, i = span.doc, span.end
        if i < len(doc) and doc[i].text in POSSESSIVE:
            return any(token.text[0].isupper() and token.lower_ in self.bearers for token in _capitals(doc, i + 1))
        return i < len(doc) and doc[i].text[0].isupper() and doc[i].lower_ in self.bearers and not doc[i].is_sent_start

    def _dateline(self, span: Span) -> bool:
        """Whether the words are the place in a dateline: "PHNOM PENH, May 27"."""
        doc = span.doc
        opens = span.start == 0 or doc[span.start - 1].is_space
        follows = doc[span.end].text if span.end < len(doc) else ""
        return opens and span.text.isupper() and follows in {",", "(", "—", "–", "-", "--", ":"}

    def _no_single(self, token: Token) -> bool:
        word = token.lower_.rstrip(".")
        known = word in self.title_words or word in self.plurals or token.lower_ in self.things
        return known or token.text[0].islower() or word in self.particles


def _pieces(entity: Span) -> Iterator[tuple[int, int]]:
    """The entity cut at line ends, commas, "and" and slashes."""
    start = entity.start
    for token in entity:
        if token.lower_ in {"and", "&", ",", "/", ";"} or (token.is_space and "\n" in token.text):
            yield start, token.i
            start = token.i + 1
    yield start, entity.end


def _broken(token: Token) -> bool:
    return not token.is_punct and not token.is_space and token.text not in POSSESSIVE and not token.text[0].isspace()


def _technical(word: str) -> bool:
    """Whether a single name looks like an acronym or a brand: "ET", "BetSafe"."""
    if word.isupper():
        return True
    inner = [i for i, letter in enumerate(word) if letter.isupper() and i]
    return any(word[i - 1].islower() and word[:i] not in {"Mc", "Mac", "De", "Le", "La", "Di", "Du", "Van", "Fitz", "Del"} for i in inner)


def _capitals(doc: Doc, start: int) -> Iterator[Token]:
    """The run of capitalised words from ``start`` on, "of" and "and" among them."""
    for token in doc[start : start + 8]:
        if not (token.text[0].isupper() or token.lower_ in {"of", "and", "for", "the"}):
            return
        yield token


def _rows(doc: Doc) -> Iterator[Span]:
    """Item blocks that are short rows, not sentences."""
    for block in doc.spans.get("blocks", ()):
        if block.label_ == "item" and len(block) <= 24 and block[-1].text not in {".", "?", "!"}:
            yield block


def _run_before(doc: Doc, i: int) -> list[int]:
    run: list[int] = []
    while i > 0 and doc[i - 1].text[:1].isupper() and doc[i - 1].is_alpha:
        i -= 1
        run.insert(0, i)
    return run


def _run_after(doc: Doc, i: int) -> list[int]:
    run: list[int] = []
    while i + 1 < len(doc) and doc[i + 1].text[:1].isupper() and doc[i + 1].is_alpha:
        i += 1
        run.append(i)
    return run


def _group_noun(token: Token | None, words: RoleWords) -> bool:
    """Whether "the Trudeau …" goes on with a government, campaign or team."""
    return token is not None and token.lower_ in words.organisations
